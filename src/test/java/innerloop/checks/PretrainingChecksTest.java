package innerloop.checks;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import innerloop.meta.ClassPretraining;
import innerloop.meta.ContrastivePretraining;
import innerloop.meta.EdgePretraining;
import innerloop.meta.FullBatch;
import innerloop.meta.Pretraining;
import innerloop.task.HeldOutEdges;
import innerloop.task.HeldOutEdges.Method;
import innerloop.task.HeldOutNodes;
import innerloop.task.NodeRegression;
import innerloop.training.SmallExperiments;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Where pre-training cannot be, and what it does where it can only be in another way.
class PretrainingChecksTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();
    private static final String WHERE = "pretraining.objective: ";

    private static Experiment good(Pretraining pretraining) {
        return SmallExperiments.easy(10).withPretraining(pretraining);
    }

    private static List<String> lines(Experiment experiment, AttributedGraph graph) {
        return ExperimentChecks.check(experiment, graph).stream()
                .map(f -> (f.blocking() ? "! " : "  ") + f.line())
                .toList();
    }

    private static GraphBuilder nodes(int count) {
        return new GraphBuilder("blocks", count, false)
                .labels(Arrays.copyOf(GRAPH.labels(), count), GRAPH.classes());
    }

    private static GraphBuilder withoutEdges() {
        return nodes(GRAPH.nodes()).features(GRAPH.features(), GRAPH.featureNames());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void edgesAreNeeded(Method method) {
        Experiment experiment = good(EdgePretraining.defaults(method));
        assertThat(lines(experiment, GRAPH)).isEmpty();
        assertThat(lines(experiment, withoutEdges().edge(3, 3).build()))
                .containsExactly(
                        "! "
                                + WHERE
                                + "this graph has no edges between two nodes, from which it would"
                                + " learn; set it to contrast or none");
        Experiment inductive =
                experiment.withSplit(experiment.split().withMessages(Split.Messages.SEEN));
        int novel = lastNode(experiment.split().lanes().test().getFirst());
        assertThat(lines(inductive, withoutEdges().edge(0, novel).build()))
                .contains(
                        "! "
                                + WHERE
                                + "training sees no edges between two nodes, from which it would"
                                + " learn; set it to contrast or none");
    }

    private static int lastNode(String name) {
        int c = GRAPH.classes().indexOf(name);
        int last = -1;
        for (int i = 0; i < GRAPH.nodes(); i++) {
            last = GRAPH.labels()[i] == c ? i : last;
        }
        return last;
    }

    @Test
    void pairsWithoutAnEdgeAreNeeded() {
        GraphBuilder complete = withoutEdges();
        for (int i = 0; i < GRAPH.nodes(); i++) {
            for (int j = 0; j < i; j++) {
                complete.edge(i, j);
            }
        }
        AttributedGraph graph = complete.build();
        assertThat(lines(good(EdgePretraining.defaults(Method.GAE)), graph))
                .containsExactly(
                        "! "
                                + WHERE
                                + "every two nodes are joined: there are no pairs to tell edges from;"
                                + " set it to contrast or none");
        assertThat(lines(good(ContrastivePretraining.defaults()), graph)).isEmpty();
    }

    @Test
    void classesAreNeeded() {
        String refused = "; set it to contrast or none";
        Experiment experiment = good(ClassPretraining.defaults());
        assertThat(lines(experiment, GRAPH)).isEmpty();
        assertThat(lines(experiment.withTask(NodeRegression.defaults()), GRAPH))
                .contains(
                        "! "
                                + WHERE
                                + "this task has no classes, from which it would learn"
                                + refused);
        assertThat(
                        lines(
                                experiment
                                        .withTask(HeldOutNodes.defaults())
                                        .withLearner(FullBatch.defaults()),
                                GRAPH))
                .contains(
                        "! "
                                + WHERE
                                + "this task learns from its classes anyway, all at once"
                                + refused);
    }

    @Test
    void aTaskThatAsksForEdgesRefusesWhateverLooksAtThem() {
        for (Pretraining any :
                List.of(
                        ContrastivePretraining.defaults(),
                        EdgePretraining.defaults(Method.NEGATIVE_SAMPLING))) {
            assertThat(lines(SmallExperiments.edges(Method.GAE, 2).withPretraining(any), GRAPH))
                    .containsExactly(
                            "! "
                                    + WHERE
                                    + "pre-training sees all edges, and this task asks for some of"
                                    + " them; set it to none");
        }
        assertThat(
                        lines(
                                SmallExperiments.edges(Method.GAE, 2)
                                        .withPretraining(ClassPretraining.defaults()),
                                GRAPH))
                .singleElement()
                .asString()
                .contains("this task has no classes");
    }

    @Test
    void structureStandsInForFeaturesThatSayNothing() {
        FeatureRecipe attributes = FeatureRecipe.defaults();
        Experiment experiment = good(ContrastivePretraining.defaults()).withFeatures(attributes);
        GraphBuilder ring = nodes(GRAPH.nodes());
        for (int i = 0; i < GRAPH.nodes(); i++) {
            ring.edge(i, (i + 1) % GRAPH.nodes());
        }
        AttributedGraph bare = ring.build();
        assertThat(lines(experiment, bare))
                .containsExactly(
                        "  features.kind: this graph has no node features: the encoder reads"
                                + " structural ones");
        assertThat(experiment.featureMatrix(bare).columns())
                .isEqualTo(experiment.featureColumns(bare))
                .isEqualTo(FeatureRecipe.structural().columns(bare));
        assertThat(lines(good(Pretraining.none()), bare))
                .containsExactly(
                        "! features.kind: this graph has no node features; choose \"structural\"");

        double[] same = new double[2 * GRAPH.nodes()];
        for (int i = 0; i < same.length; i += 2) {
            same[i] = 3;
        }
        AttributedGraph alike =
                ring.features(SparseMatrix.ofDense(GRAPH.nodes(), 2, same), List.of()).build();
        assertThat(lines(experiment, alike))
                .containsExactly(
                        "  features.kind: all nodes have the same features: the encoder reads"
                                + " structural ones");
        assertThat(good(Pretraining.none()).readsStructureInstead(alike)).isFalse();
        same[7] = 1e-9;
        AttributedGraph almost =
                ring.features(SparseMatrix.ofDense(GRAPH.nodes(), 2, same), List.of()).build();
        assertThat(experiment.readsStructureInstead(almost)).isFalse();
    }

    @Test
    void withNeitherEdgesNorFeaturesThereIsNothing() {
        assertThat(lines(good(ContrastivePretraining.defaults()), nodes(GRAPH.nodes()).build()))
                .contains(
                        "! "
                                + WHERE
                                + "this graph has neither edges nor node features: all nodes look the"
                                + " same; set it to none");
    }

    @Test
    void largeGraphsAndCollectionsAreSaid() {
        int n = HeldOutEdges.MOST_NODES_IN_PAIRS + 1;
        int[] labels = new int[n];
        Arrays.setAll(labels, i -> i % GRAPH.classes().size());
        GraphBuilder large =
                new GraphBuilder("large", n, false)
                        .labels(labels, GRAPH.classes())
                        .features(SparseMatrix.identity(n), List.of())
                        .edge(0, 1);
        String sampled = WHERE + "edges are compared with as many sampled pairs without one";
        assertThat(lines(good(EdgePretraining.defaults(Method.GAE)), large.build()))
                .singleElement()
                .asString()
                .startsWith("  " + sampled);
        assertThat(lines(good(EdgePretraining.defaults(Method.NEGATIVE_SAMPLING)), large.build()))
                .isEmpty();
        int[] member = new int[n];
        member[1] = 1;
        assertThat(lines(good(EdgePretraining.defaults(Method.GAE)), large.members(member).build()))
                .anyMatch(line -> line.startsWith("  " + WHERE + "this is a collection"));
    }
}
