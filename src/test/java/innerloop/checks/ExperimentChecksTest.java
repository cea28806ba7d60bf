package innerloop.checks;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.NumericColumns;
import innerloop.episode.Lanes;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.PaintedEpisode.Role;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.GraphBuilder;
import innerloop.math.VectorBackend;
import innerloop.meta.FineTune;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.Pretrain;
import innerloop.nn.Encoder;
import innerloop.nn.Gcn;
import innerloop.nn.Readout.Pooling;
import innerloop.nn.Sgc;
import innerloop.task.GraphClassification;
import innerloop.task.NodeClassification;
import innerloop.training.ExperimentRunner;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.SmallExperiments;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentChecksTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();
    private static final Experiment GOOD = SmallExperiments.easy(10);

    private static List<String> lines(Experiment experiment, AttributedGraph graph) {
        return ExperimentChecks.check(experiment, graph).stream()
                .map(f -> (f.blocking() ? "! " : "  ") + f.line())
                .toList();
    }

    private static Experiment split(List<String> train, List<String> valid, List<String> test) {
        return GOOD.withSplit(Split.ofClasses(new Lanes(train, valid, test)));
    }

    @Test
    void aSoundExperimentHasNoFindings() {
        assertThat(lines(GOOD, GRAPH)).isEmpty();
    }

    @Test
    void aLearnerThatDoesNotTrainSaysThatStepsAreNotUsed() {
        assertThat(lines(GOOD.withLearner(FineTune.defaults()), GRAPH))
                .containsExactly(
                        "  budget.steps: this learner does not train: every test episode is learned"
                                + " from the untrained θ; budget.steps and budget.evaluateEvery are"
                                + " not used");
    }

    @Test
    void aHeadThatStartsAnewLearnsNothingOnItsOwn() throws InputException {
        Experiment alone = GOOD.withEncoder(Sgc.defaults()).withLearner(Pretrain.defaults());
        assertThat(lines(alone, GRAPH))
                .singleElement()
                .asString()
                .startsWith("  encoder.hidden: nothing can be learned");
        RunRecord record =
                new ExperimentRunner(new VectorBackend(), 1)
                        .run(alone, GRAPH, new RunControl(), _ -> {});
        assertThat(record.test()).isEqualTo(record.zeroSteps());
        Encoder deep = Sgc.defaults().withLayers(Gcn.defaults().layers());
        assertThat(lines(alone.withEncoder(deep), GRAPH)).isEmpty();
        Maml usual = Maml.defaults();
        Maml maml = usual.withInner(usual.inner().withHead(HeadStart.LEARNED));
        assertThat(lines(alone.withLearner(maml), GRAPH)).isEmpty();
        Maml fresh = maml.withInner(maml.inner().withHead(HeadStart.ZERO));
        assertThat(lines(alone.withLearner(fresh), GRAPH)).hasSize(1);
        assertThat(lines(alone.withLearner(fresh.withLearnRates(true)), GRAPH)).isEmpty();
    }

    @Test
    void aFirstOrderStartOfAFirstOrderRunIsPointedOut() {
        Maml maml = Maml.defaults().withFirstOrderSteps(10);
        assertThat(lines(GOOD.withLearner(maml), GRAPH)).isEmpty();
        assertThat(lines(GOOD.withLearner(maml.withOrder(Maml.Order.FIRST)), GRAPH))
                .singleElement()
                .asString()
                .startsWith("  learner.firstOrderSteps: all steps are in first order anyway");
    }

    @Test
    void paintedNodesAreNotUsedWhereMemberGraphsAreClassified() {
        List<String> kinds = List.of("ring", "star", "path");
        List<String> memberLabels = new ArrayList<>();
        int[] members = new int[18];
        for (int i = 0; i < members.length; i++) {
            members[i] = i;
            memberLabels.add(kinds.get(i % 3));
        }
        AttributedGraph collection =
                new GraphBuilder("collection", members.length, false)
                        .members(members)
                        .memberLabels(memberLabels)
                        .build();
        Split split = Split.ofClasses(new Lanes(kinds, kinds, kinds));
        Experiment experiment =
                GOOD.withFeatures(
                                new FeatureRecipe(
                                        FeatureRecipe.Kind.DEGREE, FeatureRecipe.Normalize.NONE))
                        .withTask(new GraphClassification(2, 1, 1, Pooling.MEAN, 1));
        PaintedEpisode painted = PaintedEpisode.NONE.paint(0, "games", Role.SUPPORT);
        String line =
                "  split.episode: the painted nodes are kept but not used: here an example is a member"
                        + " graph";
        assertThat(lines(experiment.withSplit(split), collection)).doesNotContain(line);
        assertThat(lines(experiment.withSplit(split.withPainted(painted)), collection))
                .containsOnlyOnce(line)
                .noneMatch(other -> other.contains("games"));
    }

    @Test
    void aGraphWithoutFeaturesNeedsAnotherRecipe() {
        AttributedGraph bare =
                new GraphBuilder("bare", GRAPH.nodes(), false)
                        .labels(GRAPH.labels(), GRAPH.classes())
                        .build();
        assertThat(lines(GOOD, bare))
                .containsExactly(
                        "! features.kind: this graph has no node features; choose \"structural\"");
        FeatureRecipe degree =
                new FeatureRecipe(FeatureRecipe.Kind.DEGREE, FeatureRecipe.Normalize.NONE);
        assertThat(lines(GOOD.withFeatures(degree), bare)).isEmpty();
    }

    @Test
    void aColumnThatOutweighsAllOthersIsNamed() {
        AttributedGraph dated = NumericColumns.dated(GRAPH);
        String line =
                "  features.scaling: the column \"year\" outweighs all others together;"
                        + " set features.scaling to auto";
        assertThat(lines(GOOD, dated)).containsExactly(line);
        FeatureRecipe auto = GOOD.features().withScaling(FeatureRecipe.Scaling.AUTO);
        assertThat(lines(GOOD.withFeatures(auto), dated)).isEmpty();
        FeatureRecipe degree = GOOD.features().withKind(FeatureRecipe.Kind.DEGREE);
        assertThat(lines(GOOD.withFeatures(degree), dated)).isEmpty();
    }

    @Test
    void aGraphWithoutLabelsCannotBeTrainedOn() {
        AttributedGraph bare =
                new GraphBuilder("bare", GRAPH.nodes(), false)
                        .features(GRAPH.features(), List.of())
                        .build();
        assertThat(lines(GOOD, bare))
                .containsExactly(
                        "! graph: this graph has no node labels;"
                                + " add labels.txt or a class attribute");
    }

    @Test
    void aMisspeltClassIsNamedWithTheNearestOne() {
        assertThat(lines(split(List.of("c0", "c1", "c22"), List.of(), List.of("c4", "c5")), GRAPH))
                .containsExactly(
                        "! split.train: the graph has no class \"c22\"; did you mean \"c2\"?",
                        "  split.validation: no validation classes;"
                                + " the validation curve will show base classes");
    }

    @Test
    void classesTooSmallForAnEpisodeAreNamedAndLeftOut() {
        Experiment many = GOOD.withTask(new NodeClassification(2, 20, 10));
        List<String> lines = lines(many, GRAPH);
        assertThat(lines)
                .contains(
                        "  split.test: an episode takes 30 nodes per class (shots + queries), too"
                                + " few: c4 (25), c5 (25); these classes are left out; lower"
                                + " task.queries or task.shots");
        assertThat(lines.getFirst()).startsWith("! split.train: 2-way episodes need 2 classes");
    }

    @Test
    void aLaneWithTooFewClassesBlocksAndSaysWhichLane() {
        Experiment few = split(List.of("c0", "c1"), List.of("c2"), List.of("c3"));
        assertThat(lines(few, GRAPH))
                .containsExactly(
                        "! split.validation: 2-way episodes need 2 classes of at least 7 nodes,"
                                + " the validation lane has 1; move classes there, or lower"
                                + " task.ways, task.shots or task.queries",
                        "! split.test: 2-way episodes need 2 classes of at least 7 nodes,"
                                + " the novel lane has 1; move classes there, or lower task.ways,"
                                + " task.shots or task.queries");
    }

    @Test
    void novelClassesThatWereTrainedOnAreReportedAndAllowed() {
        Experiment leaky =
                split(List.of("c0", "c1"), List.of("c2", "c3"), List.of("c1", "c3", "c5"));
        assertThat(lines(leaky, GRAPH))
                .containsExactly(
                        "  split.test: novel classes that an earlier lane has too: c1, c3;"
                                + " the score is not a few-shot score on unseen classes");
    }

    @Test
    void blockingFindingsComeFirst() {
        Experiment bad = split(List.of("c0", "c1"), List.of(), List.of("c1", "c9"));
        List<String> lines = lines(bad, GRAPH);
        assertThat(lines).hasSize(4);
        assertThat(lines.subList(0, 2)).allMatch(line -> line.startsWith("!"));
        assertThat(lines.subList(2, 4)).noneMatch(line -> line.startsWith("!"));
    }

    @Test
    void theNearestWordDoesNotDependOnTheOrderOfTheCandidates() {
        assertThat(Nearest.of("b", List.of("c", "a"))).isEqualTo("a");
        assertThat(Nearest.of("b", List.of("a", "c"))).isEqualTo("a");
        assertThat(Nearest.of("lerner", List.of("name", "learner"))).isEqualTo("learner");
        assertThat(Nearest.of("x", List.of())).isEmpty();
    }
}
