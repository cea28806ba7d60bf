package innerloop.nn;

import innerloop.autodiff.Evaluator;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs a [Model]'s programs on a backend, with buffers kept from call to call. For one thread.
public final class ModelEvaluator {

    private final Backend backend;
    private final Evaluator forward;
    private final Evaluator loss;
    private final Evaluator gradient;
    private final Evaluator hessianVector;

    /// An evaluator with empty buffers.
    public ModelEvaluator(Backend backend, Model model) {
        this.backend = backend;
        this.forward = new Evaluator(backend, model.forward());
        this.loss = new Evaluator(backend, model.loss());
        this.gradient = new Evaluator(backend, model.gradient());
        this.hessianVector = new Evaluator(backend, model.hessianVector());
    }

    /// The backend it runs on.
    public Backend backend() {
        return backend;
    }

    /// What the network gives for some nodes; valid until the next call.
    ///
    /// @param output `[targets × ways]`
    /// @param embedding rows of the nodes the head reads, after the last hidden layer's activation
    public record Outputs(Matrix output, Matrix embedding) {}

    /// The forward pass at θ.
    public Outputs forward(Parameters theta, Block block) {
        run(forward, theta, null, block);
        return new Outputs(forward.output(0), forward.output(1));
    }

    /// Mean cross-entropy and accuracy of a block.
    public record Performance(double loss, double accuracy) {}

    /// Mean cross-entropy and accuracy at θ.
    public Performance performance(Parameters theta, Block block) {
        run(loss, theta, null, block);
        Matrix output = loss.output(1);
        int right = 0;
        for (int i = 0; i < output.rows(); i++) {
            right += argMax(output, i) == block.slots()[i] ? 1 : 0;
        }
        return new Performance(loss.output(0).get(0, 0), (double) right / output.rows());
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

    /// Writes `∇L(θ)` into `into` and returns the loss.
    public double gradient(Parameters theta, Block block, Parameters into) {
        run(gradient, theta, null, block);
        copy(gradient, 1, into);
        return gradient.output(0).get(0, 0);
    }

    /// Writes `∇²L(θ) · v` into `into`.
    public void hessianVector(Parameters theta, Parameters v, Block block, Parameters into) {
        run(hessianVector, theta, v, block);
        copy(hessianVector, 0, into);
    }

    private void copy(Evaluator from, int first, Parameters into) {
        List<Matrix> targets = into.values();
        for (int p = 0; p < targets.size(); p++) {
            backend.affine(1, 0, from.output(first + p), targets.get(p));
        }
    }

    private static void run(
            Evaluator evaluator, Parameters theta, @Nullable Parameters direction, Block block) {
        evaluator.run(
                name -> {
                    if (name.equals(Model.TARGET)) {
                        return block.target();
                    }
                    if (direction != null && name.startsWith(Model.DIRECTION)) {
                        return direction.get(name.substring(Model.DIRECTION.length()));
                    }
                    return theta.get(name);
                },
                name -> operand(block, name));
    }

    private static SparseMatrix operand(Block block, String name) {
        SparseMatrix operand = block.operands().get(name);
        if (operand == null) {
            throw new IllegalStateException("the block lacks operand " + name);
        }
        return operand;
    }
}
