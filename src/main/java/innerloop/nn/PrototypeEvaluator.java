package innerloop.nn;

import innerloop.autodiff.Evaluator;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs a [PrototypeModel]'s programs on a backend, with buffers kept from call to call. For one thread.
public final class PrototypeEvaluator {

    private final boolean attends;
    private final Evaluator scores;
    private final Evaluator gradient;

    /// An evaluator with empty buffers.
    public PrototypeEvaluator(Backend backend, PrototypeModel model) {
        this.attends = model.attends();
        this.scores = new Evaluator(backend, model.scores());
        this.gradient = new Evaluator(backend, model.gradient());
    }

    /// Scores `[query × ways]` and places `[query × dimensions]` of the query nodes; valid until the next call.
    public ModelEvaluator.Outputs scores(Parameters theta, Block support, Block query) {
        run(scores, theta, support, query, 0);
        return new ModelEvaluator.Outputs(
                scores.output(1),
                scores.output(2),
                attends
                        ? Optional.of(ModelEvaluator.meanOfHeads(query, scores.output(3)))
                        : Optional.empty());
    }

    /// Loss and accuracy on the query nodes, without dropout.
    public ModelEvaluator.Performance performance(Parameters theta, Block support, Block query) {
        run(scores, theta, support, query, 0);
        return new ModelEvaluator.Performance(
                scores.output(0).get(0, 0),
                ModelEvaluator.accuracy(scores.output(1), query.slots()));
    }

    /// Gradient of the loss on the query nodes; valid until the next call.
    ///
    /// @param noise key of the dropout masks; 0 = no dropout
    public Parameters gradient(Parameters theta, Block support, Block query, long noise) {
        run(gradient, theta, support, query, noise);
        List<Matrix> values = new ArrayList<>();
        for (int p = 0; p < theta.specs().size(); p++) {
            values.add(gradient.output(1 + p));
        }
        return new Parameters(theta.specs(), values);
    }

    /// Whether a NaN or an infinity raises a [innerloop.autodiff.NonFiniteException] where it first appears; slow.
    public void setWatchful(boolean watchful) {
        scores.setWatchful(watchful);
        gradient.setWatchful(watchful);
    }

    /// Bytes of all buffers.
    public long bytes() {
        return scores.bytes() + gradient.bytes();
    }

    private static void run(
            Evaluator evaluator, Parameters theta, Block support, Block query, long noise) {
        evaluator.run(
                name -> {
                    Matrix input = block(name, support, query).inputs().get(withoutPrefix(name));
                    return input == null ? theta.get(name) : input;
                },
                name -> operand(name, support, query),
                noise);
    }

    private static SparseMatrix operand(String name, Block support, Block query) {
        return block(name, support, query).operand(withoutPrefix(name));
    }

    private static Block block(String name, Block support, Block query) {
        return name.startsWith(PrototypeModel.SUPPORT) ? support : query;
    }

    private static String withoutPrefix(String name) {
        return name.substring(name.indexOf('/') + 1);
    }
}
