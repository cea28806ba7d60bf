package innerloop.meta;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.nn.Adam;
import innerloop.nn.Block;
import innerloop.nn.Contrast;
import innerloop.nn.Network;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
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
        implements Pretraining {

    /// The most epochs.
    public static final int MOST_EPOCHS = 10_000;

    private static final View FIRST = new View(0.2, 0.2);
    private static final View SECOND = new View(0.4, 0.3);

    /// Keeps columns that are the same for all nodes from being divided by nothing.
    private static final double LEAST_DEVIATION = 1e-6;

    public ContrastivePretraining {
        if (epochs < 1 || epochs > MOST_EPOCHS) {
            throw new IllegalArgumentException(
                    "pretraining.epochs must be in 1 … " + MOST_EPOCHS + ", not " + epochs);
        }
        MetaLearner.checkRate("pretraining.rate", rate);
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

    /// Gives views of a graph.
    public interface Views {

        /// All nodes, as the network sees them in a view.
        ///
        /// @param key what is left out follows from it
        Block of(Network network, View view, long key);

        /// Number of nodes.
        int nodes();
    }

    /// Receives what has been reached.
    public interface Watching {

        /// After an epoch, 1 for the first; may wait, may throw to end it.
        void reached(int epoch, double loss, Parameters theta);
    }

    /// Does the same for both views, at the same time if there are threads.
    public interface Both {

        /// Returns when the work for 0 and 1 is done.
        void each(IntConsumer work);
    }

    /// The encoder's weights after pre-training, under the names they have in the learner's network.
    ///
    /// @param blueprint of the learner's networks
    public Parameters train(
            Blueprint blueprint,
            MetaLearner learner,
            Views views,
            Backend backend,
            Seed seed,
            Both both,
            Watching watching) {
        int dimensions = blueprint.encoderDimensions(learner.dimensions());
        Network network = blueprint.forEncoder(dimensions);
        Contrast contrast = new Contrast(dimensions, decorrelation);
        List<Side> sides =
                List.of(
                        new Side(FIRST, network, contrast, backend, views),
                        new Side(SECOND, network, contrast, backend, views));
        ParameterSpace space = new ParameterSpace(backend, network.specs());
        Parameters theta = ParameterSpace.initial(backend, network.specs(), seed);
        Adam.State state = Adam.State.start();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            Parameters at = theta;
            long index = 2L * epoch;
            both.each(v -> sides.get(v).see(at, seed.key(Seed.Purpose.VIEWS, index + v)));
            both.each(v -> sides.get(v).compare(at, sides.get(1 - v).output()));
            space.reset(network.specs());
            Parameters gradient = space.copy(sides.get(0).gradient());
            space.add(gradient, 1, sides.get(1).gradient());
            double loss = sides.get(0).loss() + sides.get(1).loss();
            Adam.Step step = Adam.withRate(rate).step(backend, state, theta, gradient);
            theta = step.parameters();
            state = step.state();
            watching.reached(epoch, loss, theta);
        }
        Side whole = new Side(View.WHOLE, network, contrast, backend, views);
        whole.see(theta, 0);
        return standardised(theta, whole.output(), backend);
    }

    /// One of the two views, with everything one thread needs for it.
    private static final class Side {

        private final View view;
        private final Views views;
        private final NetworkEvaluator evaluator;
        private final Contrast.Side contrast;
        private @Nullable Block block;
        private @Nullable Parameters gradient;
        private @Nullable Matrix output;

        Side(View view, Network network, Contrast contrast, Backend backend, Views views) {
            this.view = view;
            this.views = views;
            this.evaluator = new NetworkEvaluator(backend, network);
            this.contrast = new Contrast.Side(contrast, backend, views.nodes());
        }

        /// Damages the graph and looks at it.
        void see(Parameters theta, long key) {
            Block seen = views.of(evaluator.network(), view, key);
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

    /// The weights with which the columns of the output have mean 0 and deviation 1: the last layer's output is linear in its
    /// weights, and attention stays the same if its vectors shrink where the weights grow.
    private static Parameters standardised(Parameters theta, Matrix output, Backend backend) {
        int n = output.rows();
        int d = output.columns();
        double[] z = output.toArray();
        double[] mean = new double[d];
        double[] factor = new double[d];
        for (int c = 0; c < d; c++) {
            for (int i = 0; i < n; i++) {
                mean[c] += z[i * d + c] / n;
            }
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double off = z[i * d + c] - mean[c];
                squares += off * off;
            }
            factor[c] = 1 / (Math.sqrt(squares / n) + LEAST_DEVIATION);
        }
        List<Matrix> values = new ArrayList<>();
        boolean shifted = false;
        for (int p = 0; p < theta.specs().size(); p++) {
            ParameterSpec spec = theta.specs().get(p);
            Matrix value = theta.values().get(p);
            if (spec.columnsAre() == ParameterSpec.Columns.DIMENSIONS) {
                boolean shifts = !shifted && spec.layout() == ParameterSpec.Layout.VECTOR;
                value = scaled(spec, value, shifts ? mean : new double[d], factor, backend);
                shifted |= shifts;
            }
            values.add(value);
        }
        return new Parameters(theta.specs(), values);
    }

    /// `(x − shift) · factor`, or for attention `x / factor`; columns of several heads stand side by side.
    private static Matrix scaled(
            ParameterSpec spec, Matrix value, double[] shift, double[] factor, Backend backend) {
        double[] x = value.toArray();
        for (int i = 0; i < x.length; i++) {
            int c = i % value.columns() % factor.length;
            x[i] =
                    spec.layout() == ParameterSpec.Layout.ATTENTION
                            ? x[i] / factor[c]
                            : (x[i] - shift[c]) * factor[c];
        }
        return backend.matrix(value.rows(), value.columns(), x);
    }

    @Override
    public ContrastivePretraining atMost(int most) {
        return withEpochs(Math.min(most, epochs));
    }

    public ContrastivePretraining withEpochs(int newEpochs) {
        return new ContrastivePretraining(newEpochs, rate, decorrelation);
    }

    public ContrastivePretraining withRate(double newRate) {
        return new ContrastivePretraining(epochs, newRate, decorrelation);
    }

    public ContrastivePretraining withDecorrelation(double newDecorrelation) {
        return new ContrastivePretraining(epochs, rate, newDecorrelation);
    }
}
