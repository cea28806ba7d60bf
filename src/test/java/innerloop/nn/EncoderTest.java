package innerloop.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.Encoders;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.ReceptiveField;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return Encoders.all();
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
        int hops = encoder.messageLayers() + encoder.layers().hops().count();
        assertThat(encoder.operands(view, new int[] {50}).rows()).hasSize(2 * hops + 1);
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

    @Test
    void dropoutRemovesItsShareAndNothingWithoutNoise() {
        Layers layers = Layers.of(List.of(50), Activation.TANH);
        Network model = network(new Mlp(layers.withDropout(0.4)));
        Network plain = network(new Mlp(layers));
        Parameters theta = RandomParameters.of(BACKEND, model.specs(), 11);
        Passes passes = Passes.of(block(model.encoder(), GRAPH, all(GRAPH.nodes())));
        NetworkEvaluator dropping = new NetworkEvaluator(BACKEND, model);
        NetworkEvaluator whole = new NetworkEvaluator(BACKEND, plain);
        assertThat(dropping.judge(theta, passes).loss())
                .isEqualTo(whole.judge(theta, passes).loss());
        double zero = 0;
        double entries = 0;
        for (int key = 1; key < 20; key++) {
            double[] bias = dropping.gradient(theta, passes, key).get("lins.1.weight").toArray();
            double[] again = dropping.gradient(theta, passes, key).get("lins.1.weight").toArray();
            assertThat(again).isEqualTo(bias);
            entries += bias.length;
            zero += Arrays.stream(bias).filter(g -> g == 0).count();
        }
        assertThat(zero / entries).isLessThan(0.1);
    }

    @Test
    void dropoutStaysExactlyDifferentiable() {
        Layers hidden = Layers.of(List.of(6), Activation.TANH).withDropout(0.3);
        Layers layers = hidden.withInputDropout(0.4);
        for (Encoder encoder :
                List.of(
                        new Gcn(hidden),
                        new Gcn(layers),
                        new Gat(layers, 2, 1, 0.2, 0.3),
                        new Sage(layers, Sage.Aggregation.MEAN),
                        new Gin(layers, true))) {
            Network model = network(encoder);
            Passes block = Passes.of(block(encoder, GRAPH, new int[] {0, 3, 9, 14}));
            NetworkEvaluator evaluator = new NetworkEvaluator(BACKEND, model);
            ParameterSpace space = new ParameterSpace(BACKEND, model.specs());
            Parameters at = RandomParameters.of(BACKEND, model.specs(), 11);
            Parameters v = RandomParameters.of(BACKEND, model.specs(), 12);
            Parameters product = space.copy(evaluator.hessianVector(at, v, block, 5));
            Parameters gradient = space.copy(evaluator.gradient(at, block, 5));
            double rise = space.cosine(gradient, v) * space.norm(gradient) * space.norm(v);
            double step = 1e-5;
            Parameters above = space.copy(evaluator.gradient(space.plus(at, step, v), block, 5));
            double lossAbove = evaluator.lossOfGradient();
            Parameters below = space.copy(evaluator.gradient(space.plus(at, -step, v), block, 5));
            double lossBelow = evaluator.lossOfGradient();
            Parameters slope = space.plus(space.zero(), 0.5 / step, space.minus(above, below));
            assertThat(space.norm(space.minus(slope, product)) / space.norm(product))
                    .isLessThan(1e-6);
            assertThat((lossAbove - lossBelow) / 2 / step).isCloseTo(rise, within(1e-6));
        }
    }

    @Test
    void dropoutOfFeaturesIsTheSameOnBothBackends() {
        Layers layers = Layers.of(List.of(6), Activation.TANH).withInputDropout(0.4);
        Encoder encoder = new Gat(layers, 2, 1, 0.2, 0);
        double[] exact = gradient(new Nd4jBackend(), encoder, 5);
        double[] fast = gradient(new VectorBackend(), encoder, 5);
        double[] whole = gradient(new Nd4jBackend(), encoder, 0);
        assertThat(whole).isNotEqualTo(exact);
        for (int i = 0; i < exact.length; i++) {
            assertThat(fast[i]).isCloseTo(exact[i], within(1e-4));
        }
    }

    private static double[] gradient(Backend backend, Encoder encoder, long key) {
        Network model = network(encoder);
        Passes block = Passes.of(block(backend, encoder, GRAPH, new int[] {0, 3, 9, 14}));
        Parameters at = RandomParameters.of(backend, model.specs(), 11);
        return new NetworkEvaluator(backend, model)
                .gradient(at, block, key).values().stream()
                        .flatMapToDouble(m -> Arrays.stream(m.toArray()))
                        .toArray();
    }

    @Test
    void featuresLoseTheirShareAndKeepTheirMean() {
        double[] ones = new double[4000];
        Arrays.fill(ones, 1);
        SparseMatrix dropped = FeatureDropout.of(SparseMatrix.ofDense(40, 100, ones), 0.6, 7);
        assertThat(dropped.size() / 4000.0).isCloseTo(0.4, within(0.03));
        assertThat(Arrays.stream(dropped.value()).sum() / 4000).isCloseTo(1, within(0.08));
    }

    @Test
    void theLastLayerOfAGatMayHaveFewerHeads() {
        Layers layers = Layers.of(List.of(5), Activation.ELU);
        Gat gat = new Gat(layers, 3, 0, 0.2, 0);
        assertThat(columnsOfHead(gat)).isEqualTo(3 * WAYS);
        assertThat(columnsOfHead(gat.withOutputHeads(1))).isEqualTo(WAYS);
    }

    private static int columnsOfHead(Gat gat) {
        return network(gat).specs().stream()
                .filter(s -> s.name().equals("convs.1.lin.weight"))
                .findFirst()
                .orElseThrow()
                .columns();
    }

    private static Network network(Encoder encoder) {
        return network(encoder, GRAPH);
    }

    private static Network network(Encoder encoder, AttributedGraph graph) {
        return new Network(
                encoder,
                new Readout.LastLayer(),
                graph.features().columns(),
                WAYS,
                new Objective.CrossEntropy(),
                Network.Adapts.EVERYTHING);
    }

    private static Block block(Encoder encoder, AttributedGraph graph, int[] targets) {
        return block(BACKEND, encoder, graph, targets);
    }

    private static Block block(
            Backend backend, Encoder encoder, AttributedGraph graph, int[] targets) {
        Encoder.GraphView view = encoder.view(graph, graph.features());
        Encoder.Operands operands = encoder.operands(view, targets);
        Map<String, SparseMatrix> features = new HashMap<>();
        view.features()
                .forEach((name, x) ->
                        features.put(
                                name,
                                ReceptiveField.rows(
                                        x, operands.rows(), all(x.columns()), x.columns())));
        int[] slots = new int[targets.length];
        Arrays.setAll(slots, i -> i % WAYS);
        return Block.of(backend, operands, features, new Answers.Slots(new int[WAYS], slots));
    }

    @Test
    void encodersNameTheSizesTheyRefuse() {
        assertThatThrownBy(() -> new Gcn(Layers.of(List.of(1, 2, 3, 4), Activation.RELU)))
                .hasMessageContaining("encoder.hidden");
        assertThatThrownBy(() -> new Gcn(Layers.of(List.of(8, 0), Activation.RELU)))
                .hasMessageContaining("encoder.hidden");
        assertThatThrownBy(() -> new Gat(Layers.of(List.of(8), Activation.ELU), 0, 0, 0.2, 0))
                .hasMessageContaining("encoder.heads");
        assertThatThrownBy(
                        () -> new Gat(Layers.of(List.of(8), Activation.ELU), 2, 0, Double.NaN, 0))
                .hasMessageContaining("encoder.negativeSlope");
    }

    private static int[] all(int n) {
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        return all;
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void attentionIsThatOfTheNeighboursAndSumsToOne(Encoder encoder) {
        Optional<SparseMatrix> attention = forward(encoder, GRAPH, all(GRAPH.nodes())).attention();
        assertThat(attention.isPresent()).isEqualTo(encoder instanceof Gat);
        attention.ifPresent(alpha -> {
            SparseMatrix a = GRAPH.adjacency();
            boolean differ = false;
            for (int i = 0; i < GRAPH.nodes(); i++) {
                double sum = 0;
                for (int j = 0; j < GRAPH.nodes(); j++) {
                    assertThat(alpha.get(i, j) > 0).isEqualTo(i == j || a.get(i, j) != 0);
                    sum += alpha.get(i, j);
                    differ |= i != j && Math.abs(alpha.get(i, j) - alpha.get(i, i)) > 1e-3;
                }
                assertThat(sum).isCloseTo(1, within(1e-12));
            }
            assertThat(differ).isTrue();
        });
    }

    private static Matrix outputs(Encoder encoder, AttributedGraph graph, int[] targets) {
        return forward(encoder, graph, targets).scores();
    }

    private static NetworkEvaluator.Outputs forward(
            Encoder encoder, AttributedGraph graph, int[] targets) {
        Network model = network(encoder, graph);
        Parameters theta = RandomParameters.of(BACKEND, model.specs(), 11);
        return new NetworkEvaluator(BACKEND, model)
                .forward(theta, Passes.of(block(encoder, graph, targets)));
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
