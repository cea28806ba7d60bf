package innerloop.autodiff;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs a [Program] on a backend. Keeps its buffers from run to run, so a run allocates nothing once the
/// largest sizes have been seen. For one thread.
public final class Evaluator {

    private final Backend backend;
    private final Program program;
    private final @Nullable Matrix[] values;
    private final Matrix[] buffers;
    private final List<Arguments> arguments = new ArrayList<>();
    private final int[] inputValues;
    private boolean checksNumbers;
    private @Nullable Branches branches;

    /// An evaluator with empty buffers.
    public Evaluator(Backend backend, Program program) {
        this.backend = backend;
        this.program = program;
        this.values = new Matrix[program.values()];
        this.buffers = new Matrix[program.buffers()];
        for (int b = 0; b < buffers.length; b++) {
            buffers[b] = backend.matrix(1, 1);
        }
        boolean[] computed = new boolean[program.values()];
        for (Program.Instruction instruction : program.instructions()) {
            arguments.add(new Arguments(instruction.inputs().length));
            computed[instruction.output()] = true;
        }
        this.inputValues = new int[program.inputNames().size()];
        int next = 0;
        for (int v = 0; v < computed.length; v++) {
            if (!computed[v]) {
                inputValues[next++] = v;
            }
        }
    }

    /// Computes all outputs from the matrices and sparse operands of these names.
    ///
    /// @param dropoutKey key of the dropout masks; 0 = no dropout
    public void run(
            Function<String, Matrix> inputs,
            Function<String, SparseMatrix> operands,
            long dropoutKey) {
        for (int i = 0; i < inputValues.length; i++) {
            values[inputValues[i]] = inputs.apply(program.inputNames().get(i));
        }
        List<Program.Instruction> instructions = program.instructions();
        for (int k = 0; k < instructions.size(); k++) {
            Program.Instruction instruction = instructions.get(k);
            Primitive primitive = instruction.primitive();
            Arguments in = arguments.get(k);
            int[] from = instruction.inputs();
            for (int i = 0; i < from.length; i++) {
                in.set(i, computed(from[i]));
            }
            String operand = primitive.operandName();
            if (operand != null) {
                in.setOperand(operands.apply(operand));
            }
            in.setDropoutKey(dropoutKey);
            Shape shape = primitive.shape(in);
            int buffer = instruction.buffer();
            buffers[buffer] = backend.reshaped(buffers[buffer], shape.rows(), shape.columns());
            if (branches == null) {
                primitive.value(backend, in, buffers[buffer]);
            } else {
                primitive.value(backend, in, buffers[buffer], branches);
            }
            values[instruction.output()] = buffers[buffer];
            if (checksNumbers) {
                NonFiniteException.check(instruction, in, buffers[buffer]);
            }
        }
    }

    /// Whether every value is checked for NaN and infinity; slow, for finding where one first appeared.
    public void setChecksNumbers(boolean check) {
        checksNumbers = check;
    }

    /// Keeps, or follows, the sides of kinks in what is run from now on; `null` = neither.
    public void setBranches(@Nullable Branches sides) {
        branches = sides;
    }

    /// The number of outputs.
    public int outputs() {
        return program.outputs().length;
    }

    /// Bytes of all buffers.
    public long bytes() {
        long sum = 0;
        for (Matrix buffer : buffers) {
            sum += buffer.bytes();
        }
        return sum;
    }

    /// The output of this position; valid until the next run.
    public Matrix output(int index) {
        return computed(program.outputs()[index]);
    }

    private Matrix computed(int value) {
        Matrix matrix = values[value];
        if (matrix == null) {
            throw new IllegalStateException("not computed yet");
        }
        return matrix;
    }
}
