package innerloop.nn;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Some examples and everything a network needs to score them: the sparse operands of their receptive field and, if the
/// right answers are known, the inputs of the loss.
///
/// @param operands the sparse operands by name
/// @param inputs dense inputs by name; none without answers
/// @param answers the right answers, if they are known
/// @param nodes the examples if they are nodes that are compared with others; empty otherwise
public record Block(
        Map<String, SparseMatrix> operands,
        Map<String, Matrix> inputs,
        Optional<Answers> answers,
        int[] nodes) {

    private static final int[] NOT_COMPARED = {};

    /// In classification `[examples × ways]`, −1/examples at the example's slot, so that the mean cross-entropy is
    /// `Σ target ∘ log softmax(scores)`; otherwise the numbers to be met, `[examples × 1]`.
    static final String TARGET = "target";

    /// `[examples × ways]`: the weight of each example in the mean of its class.
    static final String MEANS = "means";

    /// 1/examples, `[1 × 1]`.
    static final String SHARE = "share";

    /// `[pairs × 1]`: the factor of softplus(s) of each pair's score s in the loss of edges.
    public static final String REPULSION = "repulsion";

    /// `[pairs × 1]`: the factor of −s of each pair's score s in the loss of edges.
    public static final String ATTRACTION = "attraction";

    /// The factor of softplus(s) of every ordered pair of nodes, `[1 × 1]`; 0 if only the examples count.
    public static final String EVERY_PAIR = "everyPair";

    /// 1/nodes², `[1 × 1]`.
    public static final String PER_PAIR = "perPair";

    /// `[nodes × dimensions]`: standard normal numbers, see [Readout.Latent].
    public static final String NOISE = "noise";

    /// `[examples × examples]`: ones on the diagonal.
    static final String IDENTITY = "identity";

    /// `[examples × ways]`: 1 at the example's slot, minus 1/ways everywhere.
    static final String CENTRED_SLOTS = "centredSlots";

    /// `[examples × outputs]`: see [Objective.Along].
    static final String COTANGENT = "cotangent";

    /// Along which edges the output at all nodes is passed on.
    static final String NEIGHBOURS = "neighbours";

    /// `[examples × support examples]`: a similarity known beforehand.
    public static String kernel(String word) {
        return "kernel." + word;
    }

    /// Examples whose answers are asked for.
    ///
    /// @param features the encoder's features by operand name, rows and columns as chosen by the caller
    public static Block of(Encoder.Operands operands, Map<String, SparseMatrix> features) {
        Map<String, SparseMatrix> all = new HashMap<>(operands.byName());
        all.putAll(features);
        return new Block(Map.copyOf(all), Map.of(), Optional.empty(), NOT_COMPARED);
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
                    case Answers.Edges edges -> inputs(backend, edges);
                    case Answers.Numbers numbers ->
                            Map.of(
                                    TARGET,
                                    backend.matrix(numbers.size(), 1, numbers.standardised()),
                                    SHARE,
                                    backend.matrix(1, 1, new double[] {1.0 / numbers.size()}));
                };
        return new Block(operands, made, Optional.of(known), nodes);
    }

    /// The same examples with a cotangent of their output.
    public Block withCotangent(Matrix cotangent) {
        return with(Map.of(COTANGENT, cotangent));
    }

    /// The same examples as the support set of a [RidgeHead].
    public Block asRidgeSupport(Backend backend, Answers.Slots slots) {
        int count = slots.size();
        int ways = slots.ways();
        double[] identity = new double[count * count];
        double[] centred = new double[count * ways];
        Arrays.fill(centred, -1.0 / ways);
        for (int i = 0; i < count; i++) {
            identity[i * count + i] = 1;
            centred[i * ways + slots.slot()[i]] += 1;
        }
        return with(
                Map.of(
                        IDENTITY,
                        backend.matrix(count, count, identity),
                        CENTRED_SLOTS,
                        backend.matrix(count, ways, centred)));
    }

    /// The same examples with their similarities to the support set.
    ///
    /// @param word names the similarity
    /// @param similarities `[examples × support examples]`
    public Block withKernel(String word, Matrix similarities) {
        return with(Map.of(kernel(word), similarities));
    }

    /// The same examples, which are these nodes.
    public Block ofNodes(int[] compared) {
        return new Block(operands, inputs, answers, compared);
    }

    /// All nodes of a graph with the edges along which their outputs are passed on ([NetworkEvaluator#passedOn]).
    ///
    /// @param neighbours `[n × n]`
    public Block withNeighbours(SparseMatrix neighbours) {
        Map<String, SparseMatrix> all = new HashMap<>(operands);
        all.put(NEIGHBOURS, neighbours);
        return new Block(Map.copyOf(all), inputs, answers, nodes);
    }

    private Block with(Map<String, Matrix> more) {
        Map<String, Matrix> all = new HashMap<>(inputs);
        all.putAll(more);
        return new Block(operands, Map.copyOf(all), answers, nodes);
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

    /// An edge costs `softplus(−s) = softplus(s) − s`, a pair without one `softplus(s)`. If every pair counts, edges count as much
    /// as all other pairs together (Kipf and Welling 2016), and their cost stands beside the sum over every pair.
    private static Map<String, Matrix> inputs(Backend backend, Answers.Edges edges) {
        double pairs = (double) edges.nodes() * edges.nodes();
        double joined = 0;
        double others = 0;
        for (int k = 0; k < edges.size(); k++) {
            joined += edges.joined()[k] * edges.weight()[k];
            others += (1 - edges.joined()[k]) * edges.weight()[k];
        }
        double everyPair = edges.everyPair() ? 0.5 / (pairs - joined) : 0;
        double forEdges = edges.everyPair() ? 0.5 / joined : 1 / joined;
        double forOthers = edges.everyPair() ? everyPair : 1 / others;
        double[] repulsion = new double[edges.size()];
        double[] attraction = new double[edges.size()];
        for (int k = 0; k < edges.size(); k++) {
            double weight = edges.weight()[k];
            boolean isEdge = edges.joined()[k] == 1;
            attraction[k] = isEdge ? forEdges * weight : 0;
            repulsion[k] = isEdge ? (forEdges - everyPair) * weight : forOthers * weight;
        }
        return Map.of(
                REPULSION,
                backend.matrix(edges.size(), 1, repulsion),
                ATTRACTION,
                backend.matrix(edges.size(), 1, attraction),
                EVERY_PAIR,
                backend.matrix(1, 1, new double[] {everyPair}),
                PER_PAIR,
                backend.matrix(1, 1, new double[] {1 / pairs}));
    }

    /// The same examples with entries of the features removed at random, and the others larger by as much as is missing on
    /// average, as [Layers#inputDropout] says.
    ///
    /// @param key that the masks follow from
    Block withFeaturesDropped(double rate, long key) {
        Map<String, SparseMatrix> dropped = new HashMap<>(operands);
        int mask = 2 * Layers.MOST;
        for (String name : List.of(Encoder.OWN, Encoder.AGGREGATED)) {
            long maskKey = Seed.part(key, mask++);
            dropped.computeIfPresent(
                    name, (_, features) -> FeatureDropout.of(features, rate, maskKey));
        }
        return new Block(Map.copyOf(dropped), inputs, answers, nodes);
    }

    /// The same examples with noise for a [Readout.Latent].
    ///
    /// @param columns size of a latent vector
    /// @param key that the noise follows from
    public Block withNoise(Backend backend, int columns, long key) {
        int nodes = Answers.Edges.of(answers.orElseThrow()).nodes();
        return withNoise(backend.matrix(nodes, columns, Seed.normal(key, nodes * columns)));
    }

    /// The same examples with this noise.
    ///
    /// @param noise `[nodes × dimensions]`
    public Block withNoise(Matrix noise) {
        return with(Map.of(NOISE, noise));
    }

    /// A regression problem without a graph, for an [Mlp] with one input and one output: `inputs[i]` should give
    /// `answers[i]`.
    public static Block regression(Backend backend, double[] inputs, double[] answers) {
        SparseMatrix column = SparseMatrix.ofDense(inputs.length, 1, inputs);
        return new Block(Map.of(Encoder.OWN, column), Map.of(), Optional.empty(), NOT_COMPARED)
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
