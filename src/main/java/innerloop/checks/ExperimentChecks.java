package innerloop.checks;

import innerloop.episode.Unit;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.Amount;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Traits;
import innerloop.nn.Encoder;
import innerloop.nn.ParameterSpec;
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
            findings.add(
                    new Finding(lack.get().where(), lack.get().message(), lack.get().fix(), true));
            return findings;
        }
        if (ofMemberGraphs(experiment) && !experiment.labels().isEmpty()) {
            findings.add(
                    new Finding(
                            "labels",
                            "the changed classes of nodes are not used: here member graphs are classified",
                            "",
                            false));
        }
        experiment
                .task()
                .remark(graph)
                .ifPresent(remark ->
                        findings.add(
                                new Finding(
                                        "task.objective", remark.message(), remark.fix(), false)));
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
                throw new InputException(finding.message(), finding.where(), finding.fix());
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
                        new Finding(
                                "encoder.hidden",
                                "%s would be [%d × %d]"
                                        .formatted(spec.name(), spec.rows(), spec.columns()),
                                "choose a smaller size",
                                true));
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
                            ? new Finding(
                                    "history.until",
                                    "this graph has no history",
                                    "set it to 0, or choose a graph that grows (.dgs)",
                                    true)
                            : new Finding(
                                    "history.until",
                                    "the history of this graph has %s, not %d"
                                            .formatted(Amount.of(steps, "step"), until),
                                    "lower it, or set it to 0 for all",
                                    true));
        }
    }

    private static void checkFeatures(
            Experiment experiment, AttributedGraph graph, List<Finding> findings) {
        if (experiment.readsStructureInstead(graph)) {
            findings.add(
                    new Finding(
                            "features.kind",
                            experiment.task().withoutAnswers(graph).features().columns() == 0
                                    ? "this graph has no node features: the encoder reads structural ones"
                                    : "all nodes have the same features: the encoder reads structural ones",
                            "",
                            false));
        } else if (experiment.features().kind() == FeatureRecipe.Kind.ATTRIBUTES
                && experiment.featureColumns(graph) == 0) {
            findings.add(
                    new Finding(
                            "features.kind",
                            graph.features().columns() == 0
                                    ? "this graph has no node features"
                                    : "this graph has no node features but the target",
                            "choose \"structural\"",
                            true));
        }
        experiment
                .dominatingColumn(graph)
                .ifPresent(column ->
                        findings.add(
                                new Finding(
                                        "features.scaling",
                                        "the column \"%s\" outweighs all others together"
                                                .formatted(column),
                                        "set features.scaling to auto",
                                        false)));
    }

    private static void checkLearner(Experiment experiment, List<Finding> findings) {
        MetaLearner learner = experiment.learner();
        if (!experiment.task().hasClasses() && !experiment.task().isWhole()) {
            checkWithoutClasses(learner, findings);
        }
        if (learner.traits().loss() == Traits.Loss.BATCH
                && experiment.task() instanceof NodeRegression regression
                && regression.signal() == NodeRegression.Signal.SMOOTH) {
            findings.add(
                    new Finding(
                            "learner.kind",
                            "there is nothing to pre-train on: every episode has another signal",
                            "choose a learner that trains on episodes, or set task.signal to column",
                            true));
        }
        if (!learner.trains()) {
            findings.add(
                    new Finding(
                            "budget.steps",
                            "this learner does not train: every test episode is learned from the untrained θ",
                            "budget.steps and budget.evaluateEvery are not used",
                            false));
        }
        if (experiment.task().hasClasses()
                && onlyTheHead(experiment.encoder())
                && forgetsTheHead(learner)) {
            findings.add(
                    new Finding(
                            "encoder.hidden",
                            "nothing can be learned: without hidden layers there is only the head,"
                                    + " and it starts anew in every episode",
                            "add a hidden layer, or change learner.head",
                            false));
        }
        if (learner instanceof Maml maml
                && maml.order() == Maml.Order.FIRST
                && maml.firstOrderSteps() > 0) {
            findings.add(
                    new Finding(
                            "learner.firstOrderSteps",
                            "all steps are in first order anyway",
                            "set it to 0 or learner.order to second",
                            false));
        }
    }

    /// A whole episode has no support set, and only a learner that reads none can train on it.
    private static void checkWhole(Experiment experiment, List<Finding> findings) {
        boolean whole = experiment.task().isWhole();
        if (whole == experiment.learner().readsSupport()) {
            findings.add(
                    whole
                            ? new Finding(
                                    "learner.kind",
                                    "this task is one whole episode without a support set, from which this learner would learn",
                                    "choose full-batch",
                                    true)
                            : new Finding(
                                    "learner.kind",
                                    "this learner trains on one whole episode, and this task draws small ones",
                                    "choose maml or another learner, or task.kind held-out-edges",
                                    true));
        }
    }

    /// Class means need classes.
    private static void checkWithoutClasses(MetaLearner learner, List<Finding> findings) {
        if (learner.traits().space() == Traits.Space.OUTPUT) {
            findings.add(
                    new Finding(
                            "learner.kind",
                            "this learner compares examples with class means, and this task has no classes",
                            "choose maml, reptile or another learner with an inner loop",
                            true));
        }
        if (learner instanceof MetaLearner.Adapting adapting
                && adapting.inner().head() == HeadStart.PROTOTYPES) {
            findings.add(
                    new Finding(
                            "learner.head",
                            "the head cannot start from class means, since this task has no classes",
                            "set it to learned",
                            true));
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
