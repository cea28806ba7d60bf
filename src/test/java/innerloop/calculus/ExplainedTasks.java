package innerloop.calculus;

import innerloop.BlockModel;
import innerloop.episode.Lanes;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import innerloop.meta.FullBatch;
import innerloop.meta.MetaLearner;
import innerloop.meta.Prototypical;
import innerloop.meta.Ridge;
import innerloop.nn.Activation;
import innerloop.nn.Gcn;
import innerloop.nn.Gin;
import innerloop.nn.Hops;
import innerloop.nn.Layers;
import innerloop.nn.Objective.Distance;
import innerloop.nn.Readout.Pooling;
import innerloop.nn.Sage;
import innerloop.nn.Scoring;
import innerloop.task.GraphClassification;
import innerloop.task.HeldOutEdges;
import innerloop.task.HeldOutNodes;
import innerloop.task.LinkPrediction;
import innerloop.task.NodeRegression;
import innerloop.task.Task;
import innerloop.training.SmallExperiments;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An experiment of every task and of every learner that is explained, on a graph.
public final class ExplainedTasks {

    static final AttributedGraph BLOCKS = BlockModel.easy().graph();
    private static final AttributedGraph COLLECTION = collection();
    private static final Layers SMALL = Layers.of(List.of(4), Activation.TANH);

    private ExplainedTasks() {}

    /// An experiment on its graph.
    public record Case(Experiment experiment, AttributedGraph graph) {
        @Override
        public String toString() {
            return experiment.task() + " by " + experiment.learner();
        }
    }

    /// Rings and stars of 4 to 7 nodes with two random features.
    private static AttributedGraph collection() {
        SplittableRandom random = new SplittableRandom(3);
        int graphs = 16;
        int nodes = 0;
        String[] labels = new String[graphs];
        int[] graphOf = new int[88];
        GraphBuilder builder = new GraphBuilder("shapes", 88, false);
        for (int g = 0; g < graphs; g++) {
            int size = 4 + g / 2 % 4;
            labels[g] = g % 2 == 0 ? "ring" : "star";
            for (int i = 0; i < size; i++) {
                graphOf[nodes + i] = g;
                if (g % 2 == 0) {
                    builder.edge(nodes + i, nodes + (i + 1) % size);
                } else if (i > 0) {
                    builder.edge(nodes, nodes + i);
                }
            }
            nodes += size;
        }
        double[] features = new double[2 * nodes];
        for (int k = 0; k < features.length; k++) {
            features[k] = random.nextDouble(-1, 1);
        }
        return builder.features(SparseMatrix.ofDense(nodes, 2, features), List.of())
                .members(graphOf)
                .memberLabels(List.of(labels))
                .build();
    }

    static Experiment easy() {
        return SmallExperiments.easy(2).withEncoder(new Gcn(SMALL.withNormalize(true)));
    }

    static Case blocks(MetaLearner learner) {
        return new Case(easy().withLearner(learner), BLOCKS);
    }

    static Case blocks(Task task) {
        return new Case(easy().withTask(task), BLOCKS);
    }

    static Case graphs(Pooling pooling, MetaLearner learner) {
        return new Case(
                easy().withTask(new GraphClassification(2, 2, 2, pooling, 3))
                        .withSplit(
                                Split.ofClasses(
                                        new Lanes(
                                                List.of("ring", "star"),
                                                List.of(),
                                                List.of("ring", "star"))))
                        .withEncoder(new Gin(SMALL, true))
                        .withLearner(learner),
                COLLECTION);
    }

    static Prototypical prototypes(Distance distance) {
        return Prototypical.defaults().withDistance(distance).withDimensions(3);
    }

    /// All of them.
    public static Stream<Case> cases() {
        Ridge ridge = Ridge.defaults().withDimensions(3);
        MetaLearner maml = easy().learner();
        LinkPrediction links = LinkPrediction.defaults().withDrawing(2, 6, 4).withDimensions(3);
        return Stream.of(
                blocks(prototypes(Distance.EUCLIDEAN)),
                blocks(prototypes(Distance.COSINE)),
                blocks(ridge.withKernels(Ridge.Kernels.ENCODER)),
                blocks(ridge.withKernels(Ridge.Kernels.ALL)),
                new Case(
                        easy().withEncoder(
                                        new Sage(
                                                SMALL.withHops(
                                                        new Hops(2, Hops.Weights.LEARNED, 0.2)),
                                                Sage.Aggregation.MEAN)),
                        BLOCKS),
                blocks(NodeRegression.defaults().withDrawing(1, 5, 5)),
                graphs(Pooling.SUM, maml),
                graphs(Pooling.MEAN, prototypes(Distance.EUCLIDEAN)),
                graphs(Pooling.MAX, maml),
                graphs(Pooling.MEAN, ridge),
                blocks(links),
                blocks(links.withScoring(Scoring.HADAMARD)),
                blocks(links.withScoring(Scoring.MLP)),
                new Case(
                        easy().withTask(HeldOutNodes.defaults())
                                .withSplit(everyNode())
                                .withLearner(FullBatch.defaults()),
                        BLOCKS),
                new Case(SmallExperiments.edges(HeldOutEdges.Method.GAE, 2), BLOCKS),
                new Case(SmallExperiments.edges(HeldOutEdges.Method.NEGATIVE_SAMPLING, 2), BLOCKS),
                new Case(SmallExperiments.edges(HeldOutEdges.Method.VGAE, 2), BLOCKS));
    }

    /// Nodes of every class in every lane.
    private static Split everyNode() {
        return new Split(
                Split.Kind.REGIONS,
                new Lanes(List.of("a"), List.of("b"), List.of("c")),
                Stream.of("a", "b", "c")
                        .map(name -> new Region(name, numbers("abc".indexOf(name))))
                        .toList(),
                Split.Messages.ALL,
                PaintedEpisode.NONE);
    }

    private static List<Integer> numbers(int first) {
        return IntStream.iterate(first, i -> i < BLOCKS.nodes(), i -> i + 3).boxed().toList();
    }
}
