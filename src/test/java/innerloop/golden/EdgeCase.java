package innerloop.golden;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.graph.Targets;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.nn.Answers;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Network;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Objective;
import innerloop.nn.Objective.Elbo;
import innerloop.nn.Objective.Reconstruction;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.nn.Readout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A case of the (variational) graph auto-encoder on one backend.
final class EdgeCase {

    private final GoldenCase golden;
    private final Backend backend;
    private final double tolerance;
    private final int latent;
    private final Targets.Pairs edges;
    private final Targets.Pairs negatives;

    EdgeCase(GoldenCase golden, Backend backend, double tolerance) {
        this.golden = golden;
        this.backend = backend;
        this.tolerance = tolerance;
        this.latent = golden.settings().get("encoder").get("latent").asInt();
        this.edges = golden.pairs(golden.settings().get("graph").get("edges"));
        this.negatives = golden.pairs(golden.settings().get("negatives"));
    }

    void check() {
        checkElbo(true, "full");
        checkElbo(false, "sampled");
        checkEmbedding();
    }

    private Network network(Objective objective, boolean variational) {
        return new Network(
                golden.encoder(),
                new Readout.Latent(latent, variational),
                golden.inputs(),
                1,
                objective,
                Network.Adapts.EVERYTHING);
    }

    private void checkElbo(boolean everyPair, String form) {
        Network network = network(new Elbo(new Reconstruction(everyPair), 1), true);
        NetworkEvaluator evaluator = new NetworkEvaluator(backend, network);
        Parameters theta = read("param/encoder.", network);
        Passes block = Passes.of(block(network, everyPair));
        NetworkEvaluator.Outputs outputs = evaluator.forward(theta, block);
        close("z", outputs.scores());
        close("mu", outputs.embedding());
        Parameters gradient = evaluator.gradient(theta, block, 0);
        double divergence = evaluator.penaltyOfGradient().orElseThrow();
        number("kl.perNodeSquared", divergence);
        number("kl.sum", divergence * golden.nodes() * golden.nodes());
        number("reconstruction." + form, evaluator.lossOfGradient() - divergence);
        assertThat(evaluator.judge(theta, block).loss())
                .isCloseTo(
                        evaluator.lossOfGradient(), org.assertj.core.data.Offset.offset(tolerance));
        gradient("grad.elbo." + form + "/encoder.", gradient, 1);
        checkSecondOrder(network, theta, block);
    }

    /// The embedding objective is a sum over the edges and as many pairs without one, with the means as z.
    private void checkEmbedding() {
        Network network = network(new Reconstruction(false), false);
        NetworkEvaluator evaluator = new NetworkEvaluator(backend, network);
        Parameters theta = read("param/encoder.", network);
        Passes block = Passes.of(block(network, false));
        Parameters gradient = evaluator.gradient(theta, block, 0);
        assertThat(negatives.size()).isEqualTo(edges.size());
        assertThat(evaluator.penaltyOfGradient()).isEmpty();
        number("embedding", evaluator.lossOfGradient() * edges.size());
        gradient("grad.embedding/encoder.", gradient, edges.size());
        checkSecondOrder(network, theta, block);
    }

    /// The Hessian-vector product against the slope of the gradient.
    private void checkSecondOrder(Network network, Parameters theta, Passes block) {
        if (tolerance > 1e-6) {
            return;
        }
        NetworkEvaluator evaluator = new NetworkEvaluator(backend, network);
        ParameterSpace space = new ParameterSpace(backend, network.specs());
        Parameters v = space.plus(space.zero(), 1, evaluator.gradient(theta, block, 0));
        Parameters product = space.copy(evaluator.hessianVector(theta, v, block, 0));
        double step = 1e-5;
        Parameters above = space.copy(evaluator.gradient(space.plus(theta, step, v), block, 0));
        Parameters below = space.copy(evaluator.gradient(space.plus(theta, -step, v), block, 0));
        Parameters slope = space.plus(space.zero(), 0.5 / step, space.minus(above, below));
        assertThat(space.norm(space.minus(slope, product)) / space.norm(product)).isLessThan(1e-5);
    }

    /// With every pair, the target is A + I.
    private Block block(Network network, boolean everyPair) {
        int[] all = IntStream.range(0, golden.nodes()).toArray();
        Targets.Pairs others = everyPair ? new Targets.Pairs(all, all) : negatives;
        double[] joined = new double[edges.size() + others.size()];
        Arrays.fill(joined, 0, everyPair ? joined.length : edges.size(), 1);
        double[] weight = new double[joined.length];
        Arrays.fill(weight, 1);
        Arrays.fill(weight, 0, edges.size(), everyPair ? 2 : 1);
        Encoder.GraphView view = golden.encoder().view(golden.graph(), golden.features());
        Block block =
                Block.of(
                        backend,
                        network.operands(view, edges.and(others)),
                        view.features(),
                        new Answers.Edges(joined, weight, golden.nodes(), everyPair));
        return block.withNoise(backend.matrix(golden.nodes(), latent, golden.array("noise")));
    }

    private Parameters read(String prefix, Network network) {
        List<Matrix> values = new ArrayList<>();
        for (ParameterSpec spec : network.specs()) {
            double[] numbers = spec.fromExport(golden.array(prefix + key(spec)));
            values.add(backend.matrix(spec.rows(), spec.columns(), numbers));
        }
        return new Parameters(network.specs(), values);
    }

    /// The case numbers its layers from 1; one that is no distribution has the means as output.
    private static String key(ParameterSpec spec) {
        return spec.name().replace("convs.0.", "conv1.").replace("convs.1.", "conv_mu.");
    }

    private void gradient(String prefix, Parameters actual, double factor) {
        double largest =
                actual.specs().stream()
                        .flatMapToDouble(s -> Arrays.stream(golden.array(prefix + key(s))))
                        .map(Math::abs)
                        .max()
                        .orElseThrow();
        for (ParameterSpec spec : actual.specs()) {
            double[] scaled =
                    Arrays.stream(spec.toExport(actual.get(spec.name()).toArray()))
                            .map(x -> x * factor)
                            .toArray();
            GoldenTest.assertClose(
                    prefix + key(spec),
                    scaled,
                    golden.array(prefix + key(spec)),
                    tolerance,
                    Math.max(1e-3, tolerance < 1e-6 ? 0 : largest / 10));
        }
    }

    private void close(String key, Matrix actual) {
        GoldenTest.assertClose(key, actual.toArray(), golden.array(key), tolerance);
    }

    private void number(String key, double actual) {
        assertThat(Math.abs(actual - golden.expected(key)) / Math.abs(golden.expected(key)))
                .as(key)
                .isLessThan(tolerance);
    }
}
