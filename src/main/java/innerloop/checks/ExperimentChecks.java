package innerloop.checks;

import innerloop.episode.Unit;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Traits;
import innerloop.nn.Encoder;
import innerloop.nn.ParameterSpec;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import innerloop.task.HeldOutNodes;
import innerloop.task.NodeRegression;
import innerloop.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks whether an experiment fits its graph. Values that are wrong for any graph (a rate below 0) are rejected by the
/// records' constructors.
public final class ExperimentChecks {

    private ExperimentChecks() {}

    /// All findings, blocking ones first.
    public static List<Finding> check(Experiment experiment, AttributedGraph graph) {
        List<Finding> findings = new ArrayList<>();
        checkHistory(experiment, graph, findings);
        checkFeatures(experiment, graph, findings);
        checkSize(experiment, graph, findings);
        checkLearner(experiment, findings);
        checkWhole(experiment, findings);
        new PretrainingChecks(experiment, graph, findings).check();
        Optional<Task.Lack> lack = experiment.task().lack(graph);
        if (lack.isPresent()) {
            findings.add(Finding.blocking(lack.get().where(), lack.get().trouble()));
            return findings;
        }
        if (ofMemberGraphs(experiment) && !experiment.labels().isEmpty()) {
            findings.add(Finding.note("labels", Trouble.of("check.labelsOfNodes")));
        }
        experiment
                .task()
                .remark(graph)
                .ifPresent(
                        remark -> findings.add(Finding.note("task.objective", remark.trouble())));
        if (experiment.task() instanceof HeldOutNodes) {
            new HeldOutNodesChecks(experiment, graph, findings).check();
        } else if (!experiment.task().isWhole()) {
            new SplitChecks(experiment, graph, findings).check();
        }
        findings.sort((a, b) -> Boolean.compare(b.blocking(), a.blocking()));
        return List.copyOf(findings);
    }

    private static boolean ofMemberGraphs(Experiment experiment) {
        return experiment.task().drawing().unit() == Unit.MEMBER_GRAPH;
    }

    /// Throws the first blocking finding.
    public static void require(Experiment experiment, AttributedGraph graph) throws InputException {
        for (Finding finding : check(experiment, graph)) {
            if (finding.blocking()) {
                throw new InputException(finding.trouble(), finding.where());
            }
        }
    }

    /// A matrix has at most 2³¹ − 1 numbers.
    private static void checkSize(
            Experiment experiment, AttributedGraph graph, List<Finding> findings) {
        int columns = experiment.featureColumns(graph);
        for (ParameterSpec spec :
                experiment
                        .task()
                        .readout()
                        .parameters(
                                experiment.encoder(),
                                columns,
                                experiment.task().outputs(graph),
                                experiment.task().objective().outputsAre())) {
            if ((long) spec.rows() * spec.columns() > Integer.MAX_VALUE) {
                findings.add(
                        Finding.blocking(
                                "encoder.hidden",
                                Trouble.of(
                                        "check.tooWide",
                                        spec.name(),
                                        spec.rows(),
                                        spec.columns())));
                return;
            }
        }
    }

    private static void checkHistory(
            Experiment experiment, AttributedGraph graph, List<Finding> findings) {
        int until = experiment.history().until();
        int steps = graph.snapshot().map(at -> at.history().steps().size()).orElse(0);
        if (until > steps) {
            findings.add(
                    steps == 0
                            ? Finding.blocking("history.until", Trouble.of("check.noHistory"))
                            : Finding.blocking(
                                    "history.until",
                                    Trouble.of(
                                            "check.shortHistory",
                                            Phrase.amount(steps, "step"),
                                            until)));
        }
    }

    private static void checkFeatures(
            Experiment experiment, AttributedGraph graph, List<Finding> findings) {
        if (experiment.readsStructureInstead(graph)) {
            findings.add(
                    Finding.note(
                            "features.kind",
                            Trouble.of(
                                    experiment.task().withoutAnswers(graph).features().columns()
                                                    == 0
                                            ? "check.structureForNone"
                                            : "check.structureForSame")));
        } else if (experiment.features().kind() == FeatureRecipe.Kind.ATTRIBUTES
                && experiment.featureColumns(graph) == 0) {
            findings.add(
                    Finding.blocking(
                            "features.kind",
                            Trouble.of(
                                    graph.features().columns() == 0
                                            ? "check.noFeatures"
                                            : "check.onlyTheTarget")));
        }
        experiment
                .dominatingColumn(graph)
                .ifPresent(column ->
                        findings.add(
                                Finding.note(
                                        "features.scaling",
                                        Trouble.of("check.dominating", column))));
    }

    private static void checkLearner(Experiment experiment, List<Finding> findings) {
        MetaLearner learner = experiment.learner();
        if (!experiment.task().hasClasses() && !experiment.task().isWhole()) {
            checkWithoutClasses(learner, findings);
        }
        if (learner.traits().loss() == Traits.Loss.BATCH
                && experiment.task() instanceof NodeRegression regression
                && regression.signal() == NodeRegression.Signal.SMOOTH) {
            findings.add(Finding.blocking("learner.kind", Trouble.of("check.anotherSignal")));
        }
        if (!learner.trains()) {
            findings.add(Finding.note("budget.steps", Trouble.of("check.doesNotTrain")));
        }
        if (experiment.task().hasClasses()
                && onlyTheHead(experiment.encoder())
                && forgetsTheHead(learner)) {
            findings.add(Finding.note("encoder.hidden", Trouble.of("check.onlyTheHead")));
        }
        if (learner instanceof Maml maml
                && maml.order() == Maml.Order.FIRST
                && maml.firstOrderSteps() > 0) {
            findings.add(
                    Finding.note("learner.firstOrderSteps", Trouble.of("check.firstOrderAnyway")));
        }
    }

    /// A whole episode has no support set, and only a learner that reads none can train on it.
    private static void checkWhole(Experiment experiment, List<Finding> findings) {
        boolean whole = experiment.task().isWhole();
        if (whole == experiment.learner().readsSupport()) {
            findings.add(
                    Finding.blocking(
                            "learner.kind",
                            Trouble.of(whole ? "check.wholeTask" : "check.wholeLearner")));
        }
    }

    /// Class means need classes.
    private static void checkWithoutClasses(MetaLearner learner, List<Finding> findings) {
        if (learner.traits().space() == Traits.Space.OUTPUT) {
            findings.add(Finding.blocking("learner.kind", Trouble.of("check.meansWithoutClasses")));
        }
        if (learner instanceof MetaLearner.Adapting adapting
                && adapting.inner().head() == HeadStart.PROTOTYPES) {
            findings.add(Finding.blocking("learner.head", Trouble.of("check.headWithoutClasses")));
        }
    }

    private static boolean onlyTheHead(Encoder encoder) {
        return encoder.layers().hidden().isEmpty() && !encoder.learnsInTheHead();
    }

    private static boolean forgetsTheHead(MetaLearner learner) {
        return learner.trains()
                && !learner.traits().learnsBesideTheta()
                && learner instanceof MetaLearner.Adapting adapting
                && adapting.inner().head() != HeadStart.LEARNED;
    }
}
