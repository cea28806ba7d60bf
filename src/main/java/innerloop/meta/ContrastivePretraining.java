package innerloop.meta;

import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.nn.Block;
import innerloop.nn.Contrast;
import innerloop.nn.Network;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Pre-training without labels (CCA-SSG, Zhang et al. 2021): two views of the graph, each with some edges and some feature
/// columns left out at random, should look the same to the encoder, and the columns of its output should say different things
/// ([Contrast]).
///
///     repeat `epochs` times
///         two views: 20 % of edges and 20 % of columns left out; 40 % of edges and 30 % of columns
///         θ ← Adam(θ, ∇ contrast of all nodes in both views)
///     standardise the columns of the output on the undamaged graph
///
/// @param epochs steps of Adam
/// @param rate Adam's rate
/// @param decorrelation weight of the term that decorrelates the columns
public record ContrastivePretraining(int epochs, double rate, double decorrelation)
        implements Pretraining.Training {

    private static final View FIRST = new View(0.2, 0.2);
    private static final View SECOND = new View(0.4, 0.3);

    public ContrastivePretraining {
        Pretraining.check(epochs, rate);
        MetaLearner.checkRate("pretraining.decorrelation", decorrelation);
    }

    /// 100 epochs at 0.001, as the paper has for graphs of this size.
    public static ContrastivePretraining defaults() {
        return new ContrastivePretraining(100, 0.001, 0.001);
    }

    /// How much of the graph a view leaves out.
    ///
    /// @param edges share of the edges
    /// @param columns share of the feature columns
    public record View(double edges, double columns) {

        /// The undamaged graph.
        public static final View WHOLE = new View(0, 0);
    }

    @Override
    public PretrainingLoss on(PretrainingGround ground) {
        return new Loss(ground, new Contrast(ground.width(), decorrelation));
    }

    /// The contrast of all nodes in the two views of an epoch.
    private static final class Loss implements PretrainingLoss {

        private final PretrainingGround ground;
        private final Network network;
        private final List<Side> sides;
        private final ParameterSpace space;

        Loss(PretrainingGround ground, Contrast contrast) {
            this.ground = ground;
            this.network = ground.encoder();
            this.sides =
                    List.of(
                            new Side(FIRST, network, contrast, ground),
                            new Side(SECOND, network, contrast, ground));
            this.space = new ParameterSpace(ground.backend(), network.specs());
        }

        @Override
        public Network network() {
            return network;
        }

        @Override
        public Parameters gradient(Parameters theta, int epoch) {
            long index = 2L * epoch;
            ground.both()
                    .each(v ->
                            sides.get(v)
                                    .see(theta, ground.seed().key(Seed.Purpose.VIEWS, index + v)));
            ground.both().each(v -> sides.get(v).compare(theta, sides.get(1 - v).output()));
            space.reset(network.specs());
            Parameters gradient = space.copy(sides.get(0).gradient());
            space.add(gradient, 1, sides.get(1).gradient());
            return gradient;
        }

        @Override
        public double loss() {
            return sides.get(0).loss() + sides.get(1).loss();
        }

        @Override
        public Parameters encoder(Parameters theta) {
            return theta;
        }
    }

    /// One of the two views, with everything one thread needs for it.
    private static final class Side {

        private final View view;
        private final PretrainingGround.Nodes nodes;
        private final NetworkEvaluator evaluator;
        private final Contrast.Side contrast;
        private @Nullable Block block;
        private @Nullable Parameters gradient;
        private @Nullable Matrix output;

        Side(View view, Network network, Contrast contrast, PretrainingGround ground) {
            this.view = view;
            this.nodes = ground.nodes();
            this.evaluator = new NetworkEvaluator(ground.backend(), network);
            this.contrast = new Contrast.Side(contrast, ground.backend(), nodes.graph().nodes());
        }

        /// Damages the graph and looks at it.
        void see(Parameters theta, long key) {
            Block seen = nodes.damaged(evaluator.network(), view, key);
            block = seen;
            output = evaluator.forward(theta, Passes.of(seen)).embedding();
        }

        /// Compares what is seen with what the other side sees.
        void compare(Parameters theta, Matrix other) {
            contrast.run(output(), other);
            Block seen = Objects.requireNonNull(block);
            gradient =
                    evaluator.gradient(
                            theta, Passes.of(seen.withCotangent(contrast.gradient())), 0);
        }

        Matrix output() {
            return Objects.requireNonNull(output);
        }

        Parameters gradient() {
            return Objects.requireNonNull(gradient);
        }

        double loss() {
            return contrast.loss();
        }
    }

    @Override
    public boolean readsLabels() {
        return false;
    }

    @Override
    public ContrastivePretraining withEpochs(int newEpochs) {
        return new ContrastivePretraining(newEpochs, rate, decorrelation);
    }

    @Override
    public ContrastivePretraining withRate(double newRate) {
        return new ContrastivePretraining(epochs, newRate, decorrelation);
    }

    public ContrastivePretraining withDecorrelation(double newDecorrelation) {
        return new ContrastivePretraining(epochs, rate, newDecorrelation);
    }
}
