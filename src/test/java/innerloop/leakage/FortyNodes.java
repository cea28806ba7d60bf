package innerloop.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.episode.Lanes;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.leakage.Leakage.Leak;
import innerloop.math.SparseMatrix;
import innerloop.task.NodeClassification;
import innerloop.training.SmallExperiments;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Graphs of forty nodes, ten each of the classes a, b, c and d, in this order.
final class FortyNodes {

    static final int NODES = 40;
    static final List<String> CLASSES = List.of("a", "b", "c", "d");
    static final Lanes LANES = new Lanes(List.of("a", "b"), List.of("c"), List.of("d"));

    static final Experiment EXPERIMENT =
            SmallExperiments.easy(1)
                    .withTask(new NodeClassification(2, 1, 1))
                    .withSplit(Split.ofClasses(LANES));

    static GraphBuilder bare() {
        return new GraphBuilder("forty", NODES, false)
                .labels(IntStream.range(0, NODES).map(i -> i / 10).toArray(), CLASSES);
    }

    static AttributedGraph graph() {
        return bare().build();
    }

    /// Two classes in turn, so that every region has both.
    static AttributedGraph striped(AttributedGraph graph) {
        return graph.withLabels(
                IntStream.range(0, NODES).map(i -> i % 2).toArray(), CLASSES.subList(0, 2));
    }

    static AttributedGraph withFeatures(List<String> names, IntToDoubleFunction... columns) {
        double[] numbers = new double[NODES * columns.length];
        for (int i = 0; i < NODES; i++) {
            for (int c = 0; c < columns.length; c++) {
                numbers[i * columns.length + c] = columns[c].applyAsDouble(i);
            }
        }
        return bare().features(SparseMatrix.ofDense(NODES, columns.length, numbers), names).build();
    }

    static Experiment lanes(List<String> train, List<String> valid, List<String> test) {
        return EXPERIMENT.withSplit(Split.ofClasses(new Lanes(train, valid, test)));
    }

    static Region region(String name, int from, int to) {
        return new Region(name, IntStream.range(from, to).boxed().toList());
    }

    static Experiment regions(Region... regions) {
        List<String> names = Stream.of(regions).map(Region::name).toList();
        return EXPERIMENT.withSplit(
                Split.empty()
                        .withKind(Split.Kind.REGIONS)
                        .withRegions(List.of(regions))
                        .withLanes(
                                new Lanes(
                                        names.subList(0, 1),
                                        names.subList(1, 2),
                                        names.subList(2, 3))));
    }

    static Leak only(Experiment experiment, AttributedGraph graph) {
        List<Leak> leaks = Leakage.of(experiment, graph);
        assertThat(leaks).hasSize(1);
        return leaks.getFirst();
    }

    static Experiment fixed(Experiment experiment, Leak leak) {
        return leak.fix().orElseThrow().edit().apply(experiment);
    }

    static void requireFixed(Experiment experiment, AttributedGraph graph, Leak leak) {
        assertThat(Leakage.of(fixed(experiment, leak), graph)).isEmpty();
    }

    static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private FortyNodes() {}
}
