package innerloop.nn;

import innerloop.autodiff.Evaluator;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs a [Model]'s programs on a backend, with buffers kept from call to call. What it returns lives in these buffers
/// and is valid until the next call of the same method. For one thread.
public final class ModelEvaluator {

    private final Backend backend;
    private final Model model;
    private final Evaluator forward;
    private final Evaluator loss;
    private final Evaluator gradient;
    private final Evaluator adaptedGradient;
    private final Evaluator hessianVector;
    private final Evaluator prototypeHead;
    private final Evaluator prototypePullback;

    /// An evaluator with empty buffers.
    public ModelEvaluator(Backend backend, Model model) {
        this.backend = backend;
        this.model = model;
        this.forward = new Evaluator(backend, model.forward());
        this.loss = new Evaluator(backend, model.loss());
        this.gradient = new Evaluator(backend, model.gradient());
        this.adaptedGradient =
                model.adaptedGradient() == model.gradient()
                        ? gradient
                        : new Evaluator(backend, model.adaptedGradient());
        this.hessianVector = new Evaluator(backend, model.hessianVector());
        this.prototypeHead = new Evaluator(backend, model.prototypeHead());
        this.prototypePullback = new Evaluator(backend, model.prototypePullback());
    }

    private List<Evaluator> evaluators() {
        return Stream.of(
                        forward,
                        loss,
                        gradient,
                        adaptedGradient,
                        hessianVector,
                        prototypeHead,
                        prototypePullback)
                .distinct()
                .toList();
    }

    /// The backend it runs on.
    public Backend backend() {
        return backend;
    }

    /// Whether a NaN or an infinity raises a [innerloop.autodiff.NonFiniteException] where it first appears; slow.
    public void setWatchful(boolean watchful) {
        evaluators().forEach(e -> e.setWatchful(watchful));
    }

    /// Bytes of all buffers.
    public long bytes() {
        return evaluators().stream().mapToLong(Evaluator::bytes).sum();
    }

    /// What the network gives for some nodes.
    ///
    /// @param output `[targets × ways]`
    /// @param embedding rows of the nodes the head reads, after the last hidden layer
    /// @param attention in the first layer: how much the node of a row listens to that of a column, the mean over the heads;
    ///   empty if the encoder has none
    public record Outputs(Matrix output, Matrix embedding, Optional<SparseMatrix> attention) {}

    /// The forward pass at θ.
    public Outputs forward(Parameters theta, Block block) {
        run(forward, theta, null, block, 0);
        return new Outputs(
                forward.output(0),
                forward.output(1),
                model.attends()
                        ? Optional.of(meanOfHeads(block, forward.output(2)))
                        : Optional.empty());
    }

    /// Attention `[edges × heads]` in the first layer of a block, as a matrix of its nodes.
    static SparseMatrix meanOfHeads(Block block, Matrix alpha) {
        SparseMatrix pattern = block.operand(Encoder.block(0));
        double[] mean = new double[pattern.size()];
        for (int e = 0; e < mean.length; e++) {
            for (int h = 0; h < alpha.columns(); h++) {
                mean[e] += alpha.get(e, h) / alpha.columns();
            }
        }
        return new SparseMatrix(
                pattern.rows(), pattern.columns(), pattern.rowStart(), pattern.column(), mean);
    }

    /// Mean loss of a block, and the share of nodes whose largest output stands at the right slot.
    public record Performance(double loss, double accuracy) {}

    /// Loss and accuracy at θ, without dropout.
    public Performance performance(Parameters theta, Block block) {
        run(loss, theta, null, block, 0);
        return new Performance(loss.output(0).get(0, 0), accuracy(loss.output(1), block.slots()));
    }

    /// The share of rows whose largest entry stands at the right slot.
    static double accuracy(Matrix output, int[] slots) {
        int right = 0;
        for (int i = 0; i < slots.length; i++) {
            right += argMax(output, i) == slots[i] ? 1 : 0;
        }
        return (double) right / slots.length;
    }

    /// The column of a row's largest entry, the first among equals.
    public static int argMax(Matrix output, int row) {
        int best = 0;
        for (int c = 1; c < output.columns(); c++) {
            if (output.get(row, c) > output.get(row, best)) {
                best = c;
            }
        }
        return best;
    }

    /// `∇L(θ)`.
    ///
    /// @param noise key of the dropout masks; 0 = no dropout
    public Parameters gradient(Parameters theta, Block block, long noise) {
        run(gradient, theta, null, block, noise);
        return parameters(theta.specs(), gradient, 1);
    }

    /// The loss that the last [#gradient] was taken of.
    public double lossOfGradient() {
        return gradient.output(0).get(0, 0);
    }

    /// `∇L(θ)` with respect to the adapted parameters only.
    public Parameters adaptedGradient(Parameters theta, Block block, long noise) {
        run(adaptedGradient, theta, null, block, noise);
        return parameters(model.adaptedAmong(theta.specs()), adaptedGradient, 1);
    }

    /// `∇²L(θ) · v` for a direction `v` of the adapted parameters; all rows of the Hessian.
    public Parameters hessianVector(Parameters theta, Parameters v, Block block, long noise) {
        run(hessianVector, theta, v, block, noise);
        return parameters(theta.specs(), hessianVector, 0);
    }

    /// θ with the head that the class means of the block make: scores are negative squared distances to them.
    public Parameters prototypeHead(Parameters theta, Block block) {
        run(prototypeHead, theta, null, block, 0);
        return parameters(theta.specs(), prototypeHead, 0);
    }

    /// `Jᵀ v` where J is the Jacobian of [#prototypeHead] at θ.
    public Parameters prototypePullback(Parameters theta, Parameters v, Block block) {
        run(prototypePullback, theta, v, block, 0);
        return parameters(theta.specs(), prototypePullback, 0);
    }

    private static Parameters parameters(
            List<ParameterSpec> specs, Evaluator evaluator, int firstOutput) {
        List<Matrix> values = new ArrayList<>();
        for (int p = 0; p < specs.size(); p++) {
            values.add(evaluator.output(firstOutput + p));
        }
        return new Parameters(specs, values);
    }

    private static void run(
            Evaluator evaluator,
            Parameters theta,
            @Nullable Parameters direction,
            Block block,
            long noise) {
        evaluator.run(
                name -> {
                    Matrix input = block.inputs().get(name);
                    if (input != null) {
                        return input;
                    }
                    if (direction != null && name.startsWith(Model.DIRECTION)) {
                        return direction.get(name.substring(Model.DIRECTION.length()));
                    }
                    return theta.get(name);
                },
                block::operand,
                noise);
    }
}
