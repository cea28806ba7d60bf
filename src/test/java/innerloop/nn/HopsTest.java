package innerloop.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hops after the last layer, against powers of Â that are multiplied out.
class HopsTest {

    private static final Backend BACKEND = new Nd4jBackend();
    private static final int WAYS = 3;
    private static final AttributedGraph GRAPH = new BlockModel(4, 6, 1.5, 0.4, 1, 1, 5).graph();
    private static final Layers LAYERS = Layers.of(List.of(4), Activation.TANH);
    private static final double[] GAMMA = {1.5, -0.7, 2, 0.4};

    private static Network network(Encoder encoder, Objective objective) {
        return new Network(
                encoder,
                new Readout.LastLayer(),
                GRAPH.features().columns(),
                WAYS,
                objective,
                Network.Adapts.EVERYTHING);
    }

    private static Network network(Encoder encoder) {
        return network(encoder, new Objective.CrossEntropy());
    }

    private static Block block(Backend backend, Encoder encoder, int[] targets) {
        Encoder.GraphView view = encoder.view(GRAPH, GRAPH.features());
        Encoder.Operands operands = encoder.operands(view, targets);
        Map<String, SparseMatrix> features = new HashMap<>();
        view.features().forEach((name, x) -> features.put(name, x.selectRows(operands.rows())));
        int[] slots = new int[targets.length];
        Arrays.setAll(slots, i -> i % WAYS);
        return Block.of(backend, operands, features, new Answers.Slots(new int[WAYS], slots));
    }

    private static int[] all() {
        return IntStream.range(0, GRAPH.nodes()).toArray();
    }

    /// The same weights for every encoder, and these of the hops.
    private static Parameters weights(Backend backend, Network network, double... gamma) {
        Parameters random = RandomParameters.of(backend, network.specs(), 11);
        return new Parameters(
                random.specs(),
                random.specs().stream()
                        .map(spec ->
                                spec.name().equals(Hops.GAMMA)
                                        ? backend.matrix(gamma.length, 1, gamma)
                                        : random.get(spec.name()))
                        .toList());
    }

    private static NetworkEvaluator.Outputs outputs(
            Backend backend, Encoder encoder, int[] targets, double... gamma) {
        Network network = network(encoder);
        return new NetworkEvaluator(backend, network)
                .forward(
                        weights(backend, network, gamma),
                        Passes.of(block(backend, encoder, targets)));
    }

    /// Σ_k γ_k Âᵏ z, node by node.
    private static double[][] propagated(Matrix z, double[] gamma) {
        SparseMatrix normalised = Propagation.symmetric(GRAPH);
        int n = z.rows();
        double[][] power = new double[n][z.columns()];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < z.columns(); c++) {
                power[i][c] = z.get(i, c);
            }
        }
        double[][] sum = new double[n][z.columns()];
        for (double each : gamma) {
            double[][] next = new double[n][z.columns()];
            for (int i = 0; i < n; i++) {
                for (int c = 0; c < z.columns(); c++) {
                    sum[i][c] += each * power[i][c];
                    for (int j = 0; j < n; j++) {
                        next[i][c] += normalised.get(i, j) * power[j][c];
                    }
                }
            }
            power = next;
        }
        return sum;
    }

    private static void assertRows(Matrix actual, int[] nodes, double[][] expected, double slack) {
        for (int k = 0; k < nodes.length; k++) {
            for (int c = 0; c < actual.columns(); c++) {
                assertThat(actual.get(k, c)).isCloseTo(expected[nodes[k]][c], within(slack));
            }
        }
    }

    private static List<Encoder> encoders(Layers layers) {
        return List.of(
                new Mlp(layers),
                new Gcn(layers),
                new Gat(layers, 2, 1, 0.2, 0),
                new Sage(layers, Sage.Aggregation.MAX),
                new Gin(layers, true),
                new Sgc(layers, 2));
    }

    @Test
    void theyAreThoseOfAppnp() {
        double[] usual = {0.1, 0.1 * 0.9, 0.1 * 0.81, 0.729};
        Hops hops = new Hops(3, Hops.Weights.FIXED, 0.1);
        assertThat(IntStream.rangeClosed(0, 3).mapToDouble(hops::usual).sum())
                .isCloseTo(1, within(1e-15));
        int[] some = {17, 0, 5, 23};
        for (Backend backend : List.of(BACKEND, new VectorBackend())) {
            for (Encoder encoder : encoders(LAYERS)) {
                Matrix z = outputs(backend, encoder, all()).scores();
                Encoder further = encoder.withLayers(LAYERS.withHops(hops));
                assertRows(
                        outputs(backend, further, some).scores(),
                        some,
                        propagated(z, usual),
                        backend instanceof VectorBackend ? 1e-5 : 1e-12);
            }
        }
    }

    @Test
    void learnedOnesMultiplyTheUsualAndMayBeNegative() {
        Hops hops = new Hops(3, Hops.Weights.LEARNED, 0.2);
        double[] gamma = new double[4];
        Arrays.setAll(gamma, k -> GAMMA[k] * hops.usual(k));
        int[] some = {17, 0, 5, 23};
        for (Encoder encoder : encoders(LAYERS)) {
            Matrix z = outputs(BACKEND, encoder, all()).scores();
            Encoder further = encoder.withLayers(LAYERS.withHops(hops));
            assertRows(
                    outputs(BACKEND, further, some, GAMMA).scores(),
                    some,
                    propagated(z, gamma),
                    1e-12);
        }
    }

    @Test
    void theEmbeddingGoesTheSameWay() {
        Hops hops = new Hops(2, Hops.Weights.FIXED, 0.3);
        int[] some = {3, 9};
        for (Encoder encoder : encoders(LAYERS)) {
            Matrix hidden = outputs(BACKEND, encoder, all()).embedding();
            Matrix seen =
                    outputs(BACKEND, encoder.withLayers(LAYERS.withHops(hops)), some).embedding();
            assertThat(seen.rows()).isEqualTo(2);
            assertRows(seen, some, propagated(hidden, new double[] {0.3, 0.21, 0.49}), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void asManyAsAreAskedForAreReached(int count) {
        Hops hops = new Hops(count, Hops.Weights.LEARNED, 0.1);
        Mlp encoder = new Mlp(LAYERS.withHops(hops));
        assertThat(encoder.reach()).isEqualTo(count);
        assertThat(new Gcn(LAYERS.withHops(hops)).reach()).isEqualTo(2 + count);
        List<ParameterSpec> learned =
                network(encoder).specs().stream().filter(s -> s.name().equals(Hops.GAMMA)).toList();
        assertThat(learned).hasSize(count == 0 ? 0 : 1);
        learned.forEach(gamma -> {
            assertThat(gamma.exportShape()).containsExactly(count + 1);
            assertThat(gamma.fromExport(gamma.toExport(new double[] {1, 2}))).containsExactly(1, 2);
        });
    }

    @Test
    void aHeadAtClassMeansIsThatOfTheRowsBeforeThem() {
        Layers layers = LAYERS.withHops(new Hops(2, Hops.Weights.FIXED, 0.3));
        int[] some = {0, 4, 9, 13, 20, 22};
        for (Encoder encoder : encoders(LAYERS)) {
            Matrix without = head(encoder, some);
            Matrix with = head(encoder.withLayers(layers), some);
            for (int r = 0; r < without.rows(); r++) {
                for (int c = 0; c < without.columns(); c++) {
                    assertThat(with.get(r, c)).isCloseTo(without.get(r, c), within(1e-12));
                }
            }
        }
    }

    private static Matrix head(Encoder encoder, int[] targets) {
        Network network = network(encoder);
        Parameters start =
                new NetworkEvaluator(BACKEND, network)
                        .prototypeHead(
                                weights(BACKEND, network),
                                Passes.of(block(BACKEND, encoder, targets)));
        return start.values().stream()
                .filter(m -> m.columns() % WAYS == 0 && m.rows() > 1)
                .toList()
                .getLast();
    }

    @Test
    void whatCannotBeIsRefused() {
        Hops none = Hops.none();
        assertThatThrownBy(() -> none.withCount(11))
                .hasMessage("encoder.outputHops must be in 0 … 10, not 11");
        assertThatThrownBy(() -> none.withRestart(1))
                .hasMessage("encoder.restart must be in [0, 1), not 1.0");
        assertThatThrownBy(() -> none.withRestart(0).withWeights(Hops.Weights.LEARNED))
                .hasMessageStartingWith("encoder.restart must be above 0 where");
    }
}
