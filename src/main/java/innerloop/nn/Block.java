package innerloop.nn;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Some examples and everything a network needs to score them: the sparse operands of their receptive field and, if the
/// right answers are known, the inputs of the loss.
///
/// @param operands the sparse operands by name
/// @param inputs dense inputs by name; none without answers
/// @param answers the right answers, if they are known
public record Block(
        Map<String, SparseMatrix> operands, Map<String, Matrix> inputs, Optional<Answers> answers) {

    /// In classification `[examples × ways]`, −1/examples at the example's slot, so that the mean cross-entropy is
    /// `Σ target ∘ log softmax(scores)`; otherwise the numbers to be met, `[examples × 1]`.
    static final String TARGET = "target";

    /// `[examples × ways]`: the weight of each example in the mean of its class.
    static final String MEANS = "means";

    /// 1/examples, `[1 × 1]`.
    static final String SHARE = "share";

    /// Examples whose answers are asked for.
    ///
    /// @param features the encoder's features by operand name, rows and columns as chosen by the caller
    public static Block of(Encoder.Operands operands, Map<String, SparseMatrix> features) {
        Map<String, SparseMatrix> all = new HashMap<>(operands.byName());
        all.putAll(features);
        return new Block(Map.copyOf(all), Map.of(), Optional.empty());
    }

    /// Examples whose answers are known.
    ///
    /// @param features the encoder's features by operand name, rows and columns as chosen by the caller
    public static Block of(
            Backend backend,
            Encoder.Operands operands,
            Map<String, SparseMatrix> features,
            Answers answers) {
        return of(operands, features).withAnswers(backend, answers);
    }

    /// The same examples with these answers.
    public Block withAnswers(Backend backend, Answers known) {
        Map<String, Matrix> made =
                switch (known) {
                    case Answers.Slots slots -> inputs(backend, slots);
                    case Answers.Numbers(double[] value) ->
                            Map.of(
                                    TARGET,
                                    backend.matrix(value.length, 1, value),
                                    SHARE,
                                    backend.matrix(1, 1, new double[] {1.0 / value.length}));
                };
        return new Block(operands, made, Optional.of(known));
    }

    private static Map<String, Matrix> inputs(Backend backend, Answers.Slots answers) {
        int ways = answers.ways();
        int count = answers.size();
        int[] sizes = new int[ways];
        for (int slot : answers.slot()) {
            sizes[slot]++;
        }
        double[] target = new double[count * ways];
        double[] means = new double[count * ways];
        for (int i = 0; i < count; i++) {
            int slot = answers.slot()[i];
            target[i * ways + slot] = -1.0 / count;
            means[i * ways + slot] = 1.0 / sizes[slot];
        }
        return Map.of(
                TARGET,
                backend.matrix(count, ways, target),
                MEANS,
                backend.matrix(count, ways, means));
    }

    /// A regression problem without a graph, for an [Mlp] with one input and one output: `inputs[i]` should give
    /// `answers[i]`.
    public static Block regression(Backend backend, double[] inputs, double[] answers) {
        SparseMatrix column = SparseMatrix.ofDense(inputs.length, 1, inputs);
        return new Block(Map.of(Encoder.OWN, column), Map.of(), Optional.empty())
                .withAnswers(backend, new Answers.Numbers(answers));
    }

    /// Bytes of its numbers.
    public long bytes() {
        long sum = 0;
        for (SparseMatrix operand : operands.values()) {
            sum += operand.bytes();
        }
        for (Matrix input : inputs.values()) {
            sum += input.bytes();
        }
        return sum;
    }

    SparseMatrix operand(String name) {
        SparseMatrix operand = operands.get(name);
        if (operand == null) {
            throw new IllegalStateException("the block lacks operand " + name);
        }
        return operand;
    }
}
