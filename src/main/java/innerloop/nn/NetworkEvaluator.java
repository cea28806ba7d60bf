package innerloop.nn;

import innerloop.autodiff.Branches;
import innerloop.autodiff.Evaluator;
import innerloop.autodiff.Program;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.nn.Network.Use;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Runs a [Network]'s programs on a backend, with buffers kept from call to call. Results are stored in these buffers and
/// valid until the next call of the same method. For one thread.
public final class NetworkEvaluator {

    private final Backend backend;
    private final Network network;
    private final Map<Use, Evaluator> evaluators = new EnumMap<>(Use.class);

    /// An evaluator with empty buffers.
    public NetworkEvaluator(Backend backend, Network network) {
        this.backend = backend;
        this.network = network;
        // Two uses may share a program, and then also its evaluator.
        Map<Program, Evaluator> made = new HashMap<>();
        network.programs()
                .forEach((use, program) ->
                        evaluators.put(
                                use,
                                made.computeIfAbsent(program, p -> new Evaluator(backend, p))));
    }

    private Evaluator evaluator(Use use) {
        Evaluator evaluator = evaluators.get(use);
        if (evaluator == null) {
            throw new IllegalStateException("the network has no program for " + use);
        }
        return evaluator;
    }

    /// The backend it runs on.
    public Backend backend() {
        return backend;
    }

    /// The network it runs.
    public Network network() {
        return network;
    }

    /// Whether a NaN or an infinity raises a [innerloop.autodiff.NonFiniteException] where it first appears; slow.
    public void setChecksNumbers(boolean checksNumbers) {
        evaluators.values().forEach(e -> e.setChecksNumbers(checksNumbers));
    }

    /// Keeps, or follows, the sides of kinks in what is run from now on; `null` = neither.
    public void setBranches(@Nullable Branches branches) {
        evaluators.values().forEach(e -> e.setBranches(branches));
    }

    /// Bytes of all buffers.
    public long bytes() {
        return evaluators.values().stream().distinct().mapToLong(Evaluator::bytes).sum();
    }

    /// The outputs of the network for some examples.
    ///
    /// @param scores `[examples × ways]`; in regression `[examples × 1]`
    /// @param embedding a row per example (per node the output layer reads): what that layer reads, or the output itself
    ///   where the objective measures distances in it
    /// @param attention in the first layer, of the node of a row to that of a column, the mean over the heads; empty if the
    ///   encoder has none
    public record Outputs(Matrix scores, Matrix embedding, Optional<SparseMatrix> attention) {}

    /// The forward pass at θ.
    public Outputs forward(Parameters theta, Passes passes) {
        Evaluator forward = run(Use.FORWARD, theta, null, passes, 0);
        return new Outputs(
                forward.output(0),
                forward.output(1),
                network.attends()
                        ? Optional.of(meanOfHeads(passes, forward.output(2)))
                        : Optional.empty());
    }

    /// Attention `[edges × heads]` in the first layer of a block, as a matrix of its nodes.
    private SparseMatrix meanOfHeads(Passes passes, Matrix alpha) {
        String scored = network.objective().passes().getLast();
        SparseMatrix pattern = passes.operand(scored + Encoder.block(0));
        double[] mean = new double[pattern.size()];
        for (int e = 0; e < mean.length; e++) {
            for (int h = 0; h < alpha.columns(); h++) {
                mean[e] += alpha.get(e, h) / alpha.columns();
            }
        }
        return new SparseMatrix(
                pattern.rows(), pattern.columns(), pattern.rowStart(), pattern.column(), mean);
    }

    /// What the output at all nodes is made into, see [Objective#passedOn].
    ///
    /// @param whole all nodes, with [Block#withNeighbours]
    public Matrix passedOn(Parameters theta, Block whole) {
        return run(Use.PASSED_ON, theta, null, Passes.of(whole, whole), 0).output(0);
    }

    /// Loss and scores of a network.
    ///
    /// @param loss the objective
    /// @param scores `[examples × ways]`; in regression `[examples × 1]`
    public record Judged(double loss, Matrix scores) {}

    /// Loss and scores at θ, without dropout.
    public Judged judge(Parameters theta, Passes passes) {
        Evaluator loss = run(Use.LOSS, theta, null, passes, 0);
        return new Judged(loss.output(0).get(0, 0), loss.output(1));
    }

    /// What the objective fits to the support set by a formula at θ, see [Objective#fitted]; without dropout.
    public List<Matrix> fitted(Parameters theta, Passes passes) {
        Evaluator fitted = run(Use.FITTED, theta, null, passes, 0);
        return IntStream.range(0, fitted.outputs()).mapToObj(fitted::output).toList();
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
    /// @param dropoutKey key of the dropout masks; 0 = no dropout
    public Parameters gradient(Parameters theta, Passes passes, long dropoutKey) {
        return parameters(theta.specs(), run(Use.GRADIENT, theta, null, passes, dropoutKey), 1);
    }

    /// The loss that the last [#gradient] was taken of.
    public double lossOfGradient() {
        return evaluator(Use.GRADIENT).output(0).get(0, 0);
    }

    /// The second term of the loss that the last [#gradient] was taken of; empty if it has none.
    public OptionalDouble penaltyOfGradient() {
        int after = 1 + network.specs().size();
        return network.penalised()
                ? OptionalDouble.of(evaluator(Use.GRADIENT).output(after).get(0, 0))
                : OptionalDouble.empty();
    }

    /// `∇L(θ)` with respect to the adapted parameters only.
    public Parameters adaptedGradient(Parameters theta, Passes passes, long dropoutKey) {
        Evaluator gradient = run(Use.ADAPTED_GRADIENT, theta, null, passes, dropoutKey);
        return parameters(network.adaptedAmong(theta.specs()), gradient, 1);
    }

    /// `∇²L(θ) · v` for a direction `v` of the adapted parameters; all rows of the Hessian.
    public Parameters hessianVector(
            Parameters theta, Parameters v, Passes passes, long dropoutKey) {
        return parameters(theta.specs(), run(Use.HESSIAN_VECTOR, theta, v, passes, dropoutKey), 0);
    }

    /// θ with the head that makes scores negative squared distances to the block's class means.
    public Parameters prototypeHead(Parameters theta, Passes passes) {
        return parameters(theta.specs(), run(Use.PROTOTYPE_HEAD, theta, null, passes, 0), 0);
    }

    /// `Jᵀ v` where J is the Jacobian of [#prototypeHead] at θ.
    public Parameters prototypePullback(Parameters theta, Parameters v, Passes passes) {
        return parameters(theta.specs(), run(Use.PROTOTYPE_PULLBACK, theta, v, passes, 0), 0);
    }

    private static Parameters parameters(
            List<ParameterSpec> specs, Evaluator evaluator, int firstOutput) {
        List<Matrix> values = new ArrayList<>();
        for (int p = 0; p < specs.size(); p++) {
            values.add(evaluator.output(firstOutput + p));
        }
        return new Parameters(specs, values);
    }

    private Evaluator run(
            Use use,
            Parameters theta,
            @Nullable Parameters direction,
            Passes passes,
            long dropoutKey) {
        Evaluator evaluator = evaluator(use);
        double rate = network.encoder().layers().inputDropout();
        Passes read =
                rate == 0 || dropoutKey == 0
                        ? passes
                        : passes.withFeaturesDropped(rate, dropoutKey);
        evaluator.run(
                name -> {
                    Matrix input = read.input(name);
                    if (input != null) {
                        return input;
                    }
                    if (direction != null && name.startsWith(Network.DIRECTION)) {
                        return direction.get(name.substring(Network.DIRECTION.length()));
                    }
                    return theta.get(name);
                },
                read::operand,
                dropoutKey);
        return evaluator;
    }
}
