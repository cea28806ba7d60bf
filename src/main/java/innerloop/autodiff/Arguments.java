package innerloop.autodiff;

import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import org.jspecify.annotations.Nullable;

/// The arguments of a primitive when its program runs: dense inputs and, for graph primitives, one sparse operand.
/// Reused from run to run.
final class Arguments {

    private final Matrix[] inputs;
    private @Nullable SparseMatrix operand;
    private long dropoutKey;

    Arguments(int arity) {
        this.inputs = new Matrix[arity];
    }

    void set(int index, Matrix matrix) {
        inputs[index] = matrix;
    }

    void setOperand(SparseMatrix matrix) {
        operand = matrix;
    }

    void setDropoutKey(long key) {
        dropoutKey = key;
    }

    /// The key of this run's dropout masks; 0 = no dropout.
    long dropoutKey() {
        return dropoutKey;
    }

    Matrix get(int index) {
        return inputs[index];
    }

    int rows(int index) {
        return inputs[index].rows();
    }

    int columns(int index) {
        return inputs[index].columns();
    }

    SparseMatrix operand() {
        if (operand == null) {
            throw new IllegalStateException("no sparse operand bound");
        }
        return operand;
    }

    /// Throws an exception that names all shapes unless the condition holds.
    void require(boolean condition, Primitive primitive) {
        if (!condition) {
            throw new IllegalArgumentException(primitive + " does not fit its inputs: " + shapes());
        }
    }

    /// All shapes, for messages.
    String shapes() {
        StringBuilder shapes = new StringBuilder();
        for (Matrix input : inputs) {
            shapes.append(shapes.isEmpty() ? "" : ", ").append(input.shape());
        }
        return shapes + (operand == null ? "" : " with " + operand.shape());
    }
}
