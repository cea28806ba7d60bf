package innerloop.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.ReceptiveField;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.math.nd4j.Nd4jBackend;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a graph neural network must satisfy whatever its weights are.
class EncoderTest {

    private static final Backend BACKEND = new Nd4jBackend();
    private static final int WAYS = 3;
    private static final AttributedGraph GRAPH = new BlockModel(4, 6, 1.5, 0.4, 1, 1, 5).graph();

    static Stream<Encoder> encoders() {
        return Stream.of(List.of(5), List.of(5, 3), List.of(4, 5, 3))
                .flatMap(hidden ->
                        Stream.of(
                                new Gcn(hidden, Activation.RELU),
                                new Gat(hidden, Activation.ELU, 2, 0.2)));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void permutingTheNodesPermutesTheOutputs(Encoder encoder) {
        int n = GRAPH.nodes();
        int[] newNumber = new int[n];
        // 7 and 24 have no common divisor.
        Arrays.setAll(newNumber, i -> (7 * i + 3) % n);
        Matrix original = outputs(encoder, GRAPH, all(n));
        Matrix permuted = outputs(encoder, renumbered(GRAPH, newNumber), all(n));
        for (int i = 0; i < n; i++) {
            assertRow(permuted, newNumber[i], original, i);
        }
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void theReceptiveFieldGivesTheFullGraphsNumbers(Encoder encoder) {
        Matrix full = outputs(encoder, GRAPH, all(GRAPH.nodes()));
        int[] some = {17, 0, 5, 23};
        Matrix field = outputs(encoder, GRAPH, some);
        for (int k = 0; k < some.length; k++) {
            assertRow(field, k, full, some[k]);
        }
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void theReceptiveFieldOfOneNodeInALargeGraphIsSmall(Encoder encoder) {
        GraphBuilder path = new GraphBuilder("path", 100, false);
        for (int i = 1; i < 100; i++) {
            path.edge(i - 1, i);
        }
        Encoder.GraphView view = encoder.view(path.build(), SparseMatrix.identity(100));
        int hops = encoder instanceof Gcn ? encoder.layers() - 1 : encoder.layers();
        assertThat(encoder.operands(view, new int[] {50}).firstRows()).hasSize(2 * hops + 1);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void aNodeOutOfReachChangesNothing(Encoder encoder) {
        GraphBuilder two = new GraphBuilder("two parts", 6, false);
        two.edge(0, 1).edge(1, 2).edge(3, 4);
        double[] x = {1, 2, -1, 0.5, 3, 1, 1, -2, 0.3, 4, 2, 2};
        AttributedGraph before = two.features(SparseMatrix.ofDense(6, 2, x), List.of()).build();
        double[] other = x.clone();
        other[6] = 100;
        two.edge(4, 5).edge(5, 5);
        AttributedGraph after = two.features(SparseMatrix.ofDense(6, 2, other), List.of()).build();
        int[] firstPart = {0, 1, 2};
        assertThat(outputs(encoder, after, firstPart).toArray())
                .isEqualTo(outputs(encoder, before, firstPart).toArray());
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void theStructureHoldsEveryNodeInItsOwnRow(Encoder encoder) {
        SparseMatrix structure = encoder.view(GRAPH, GRAPH.features()).structure();
        for (int i = 0; i < GRAPH.nodes(); i++) {
            assertThat(structure.get(i, i)).isPositive();
        }
    }

    @Test
    void encodersNameTheSizesTheyRefuse() {
        assertThatThrownBy(() -> new Gcn(List.of(), Activation.RELU))
                .hasMessageContaining("encoder.hidden");
        assertThatThrownBy(() -> new Gcn(List.of(8, 0), Activation.RELU))
                .hasMessageContaining("encoder.hidden");
        assertThatThrownBy(() -> new Gat(List.of(8), Activation.ELU, 0, 0.2))
                .hasMessageContaining("encoder.heads");
        assertThatThrownBy(() -> new Gat(List.of(8), Activation.ELU, 2, Double.NaN))
                .hasMessageContaining("encoder.negativeSlope");
    }

    private static int[] all(int n) {
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        return all;
    }

    private static Matrix outputs(Encoder encoder, AttributedGraph graph, int[] targets) {
        Model model = new Model(encoder, graph.features().columns(), WAYS);
        Encoder.GraphView view = encoder.view(graph, graph.features());
        Encoder.Operands operands = encoder.operands(view, targets);
        SparseMatrix x =
                ReceptiveField.rows(
                        view.first(),
                        operands.firstRows(),
                        all(view.first().columns()),
                        view.first().columns());
        Block block = Block.of(BACKEND, operands, x, new int[targets.length], WAYS);
        Parameters theta = RandomParameters.of(BACKEND, model.specs(), 11);
        return new ModelEvaluator(BACKEND, model).forward(theta, block).output();
    }

    private static AttributedGraph renumbered(AttributedGraph graph, int[] newNumber) {
        GraphBuilder builder = new GraphBuilder("renumbered", graph.nodes(), false);
        SparseMatrix a = graph.adjacency();
        SparseMatrix x = graph.features();
        double[] features = new double[x.rows() * x.columns()];
        for (int i = 0; i < graph.nodes(); i++) {
            for (int k = a.rowStart()[i]; k < a.rowStart()[i + 1]; k++) {
                if (a.column()[k] <= i) {
                    builder.edge(newNumber[i], newNumber[a.column()[k]]);
                }
            }
            for (int c = 0; c < x.columns(); c++) {
                features[newNumber[i] * x.columns() + c] = x.get(i, c);
            }
        }
        return builder.features(SparseMatrix.ofDense(x.rows(), x.columns(), features), List.of())
                .build();
    }

    private static void assertRow(Matrix actual, int row, Matrix expected, int expectedRow) {
        for (int c = 0; c < actual.columns(); c++) {
            assertThat(actual.get(row, c)).isCloseTo(expected.get(expectedRow, c), within(1e-12));
        }
    }
}
