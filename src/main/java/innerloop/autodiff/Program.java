package innerloop.autodiff;

import innerloop.phrase.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Expressions compiled for repeated evaluation: instructions in order, each writing one buffer.
///
/// Equal computations appear once (same primitive on the same inputs), computations no output needs do not
/// appear, and a buffer is used again as soon as its last reader is done. Immutable and shared by threads; each
/// thread has its own [Evaluator].
public final class Program {

    /// One operation: reads values, writes value `output` into buffer `buffer`. The section is for messages.
    record Instruction(Primitive primitive, int[] inputs, int output, int buffer, Phrase section) {}

    private final List<String> inputNames;
    private final List<String> operandNames;
    private final List<Instruction> instructions;
    private final int[] outputs;
    private final int values;
    private final int buffers;

    private Program(
            List<String> inputNames,
            List<String> operandNames,
            List<Instruction> instructions,
            int[] outputs,
            int values,
            int buffers) {
        this.inputNames = inputNames;
        this.operandNames = operandNames;
        this.instructions = instructions;
        this.outputs = outputs;
        this.values = values;
        this.buffers = buffers;
    }

    /// Compiles the computation of all outputs together.
    public static Program compile(List<Expression> outputs) {
        record Computation(Primitive primitive, List<Integer> inputs) {}
        Map<Computation, Integer> known = new HashMap<>();
        Map<Expression, Integer> valueOf = new HashMap<>();
        List<Computation> computations = new ArrayList<>();
        List<Phrase> sections = new ArrayList<>();
        for (Expression e : Derivatives.topological(outputs)) {
            List<Integer> inputs = e.inputs().stream().map(valueOf::get).toList();
            Computation computation = new Computation(e.primitive(), inputs);
            Integer value = known.get(computation);
            if (value == null) {
                value = computations.size();
                known.put(computation, value);
                computations.add(computation);
                sections.add(e.section());
            }
            valueOf.put(e, value);
        }
        int[] outputValues = outputs.stream().mapToInt(valueOf::get).toArray();
        int[] lastUse = new int[computations.size()];
        for (int v = 0; v < lastUse.length; v++) {
            for (int input : computations.get(v).inputs()) {
                lastUse[input] = v;
            }
        }
        Arrays.stream(outputValues).forEach(v -> lastUse[v] = Integer.MAX_VALUE);

        List<String> inputNames = new ArrayList<>();
        List<String> operandNames = new ArrayList<>();
        List<Instruction> instructions = new ArrayList<>();
        int[] bufferOf = new int[computations.size()];
        List<Integer> free = new ArrayList<>();
        int buffers = 0;
        for (int v = 0; v < bufferOf.length; v++) {
            Computation computation = computations.get(v);
            bufferOf[v] = -1;
            if (computation.primitive() instanceof Leaf.Input(String name)) {
                inputNames.add(name);
                continue;
            }
            String operand = computation.primitive().operandName();
            if (operand != null && !operandNames.contains(operand)) {
                operandNames.add(operand);
            }
            bufferOf[v] = free.isEmpty() ? buffers++ : free.removeLast();
            int[] inputs = computation.inputs().stream().mapToInt(Integer::intValue).toArray();
            instructions.add(
                    new Instruction(
                            computation.primitive(), inputs, v, bufferOf[v], sections.get(v)));
            for (int input : Arrays.stream(inputs).distinct().toArray()) {
                if (lastUse[input] == v && bufferOf[input] >= 0) {
                    free.add(bufferOf[input]);
                }
            }
        }
        return new Program(
                List.copyOf(inputNames),
                List.copyOf(operandNames),
                List.copyOf(instructions),
                outputValues,
                computations.size(),
                buffers);
    }

    /// The names to bind matrices to.
    public List<String> inputNames() {
        return inputNames;
    }

    /// The names to bind sparse matrices to.
    public List<String> operandNames() {
        return operandNames;
    }

    List<Instruction> instructions() {
        return instructions;
    }

    int[] outputs() {
        return outputs;
    }

    int values() {
        return values;
    }

    int buffers() {
        return buffers;
    }
}
