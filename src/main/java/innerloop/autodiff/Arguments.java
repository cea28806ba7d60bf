package innerloop.autodiff;

import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import org.jspecify.annotations.Nullable;

/// What a primitive works on when its program runs: dense inputs and, for graph primitives, one sparse operand.
/// Reused from run to run.
final class Arguments {

    private final Matrix[] inputs;
    private @Nullable SparseMatrix operand;

    Arguments(int arity) {
        this.inputs = new Matrix[arity];
    }

    void set(int index, Matrix matrix) {
        inputs[index] = matrix;
    }

    void setOperand(SparseMatrix matrix) {
        operand = matrix;
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

    /// Complains, with all shapes, unless the condition holds.
    void require(boolean condition, Primitive primitive) {
        if (!condition) {
            StringBuilder shapes = new StringBuilder();
            for (Matrix input : inputs) {
                shapes.append(shapes.isEmpty() ? "" : ", ").append(input.shape());
            }
            String sparse = operand == null ? "" : " with " + operand.shape();
            throw new IllegalArgumentException(
                    primitive + " does not fit its inputs: " + shapes + sparse);
        }
    }
}
