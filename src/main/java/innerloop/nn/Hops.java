package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.ReceptiveField;
import innerloop.math.SparseMatrix;
import innerloop.nn.ParameterSpec.Columns;
import innerloop.nn.ParameterSpec.Initialisation;
import innerloop.nn.ParameterSpec.Layout;
import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Hops that follow the last layer of any encoder: its output Z `[n × d]` is passed along the edges K times, and the results are
/// added up (Gasteiger, Bojchevski, Günnemann 2019, APPNP: predict, then propagate).
///
///     Z' = Σ_k γ_k Âᵏ Z,  k = 0 … K          Â = D^-½ (A+I) D^-½
///     γ_k = α (1 − α)ᵏ for k < K,  γ_K = (1 − α)ᴷ
///
/// The weights γ are these, or begin so and are learned with everything else (GPR-GNN, Chien et al. 2021). A learned one is this
/// value times a number that begins at 1 and may become negative; these numbers are the parameter [#GAMMA].
///
/// @param count K; 0 = none, Z' is Z
/// @param weights whether γ is learned
/// @param restart α, the share that stays at every hop; 0 gives Âᴷ Z
public record Hops(int count, Weights weights, double restart) {

    /// Whether the weights of the hops are learned.
    public enum Weights {
        /// They are those of a random walk that restarts (APPNP).
        FIXED,
        /// They begin so and are part of θ (GPR-GNN).
        LEARNED
    }

    /// The most hops.
    public static final int MOST = 10;

    /// The name of the learned weights, `[K + 1]`.
    public static final String GAMMA = "propagation.gamma";

    private static final String BLOCK = "hop";
    private static final String OWN = "hopOwn";
    private static final String PICK = "hopWeight";

    public Hops {
        if (count < 0 || count > MOST) {
            throw Refusal.outside("encoder.outputHops", 0, MOST, count);
        }
        if (!(restart >= 0 && restart < 1)) {
            throw Refusal.notAShare("encoder.restart", restart);
        }
        if (restart == 0 && weights == Weights.LEARNED) {
            throw new Refusal(Phrase.of("refusal.restart"));
        }
    }

    /// No hops.
    static Hops none() {
        return new Hops(0, Weights.FIXED, 0.1);
    }

    boolean areNone() {
        return count == 0;
    }

    /// γ_k before anything is learned.
    public double usual(int k) {
        double stay = StrictMath.pow(1 - restart, k);
        return k == count ? stay : restart * stay;
    }

    /// What is learned; part of the encoder's last layer.
    List<ParameterSpec> parameters(int lastLayer) {
        return areNone() || weights == Weights.FIXED
                ? List.of()
                : List.of(
                        new ParameterSpec(
                                GAMMA,
                                count + 1,
                                1,
                                Initialisation.ONE,
                                Layout.VECTOR,
                                lastLayer,
                                false,
                                Columns.UNITS));
    }

    /// Z' at the targets from Z at all nodes within K hops of them, from the inside out: `Y ← Â Y + γ_k Z`, k = K − 1 … 0.
    ///
    /// @param z rows of the nodes that [#operands] returns
    Expression of(Expression z, Function<String, Expression> parameter, String operandPrefix) {
        Expression own = z;
        Expression sum = weighted(z, count, parameter, operandPrefix);
        for (int hop = 0; hop < count; hop++) {
            own = own.propagate(operandPrefix + OWN + hop);
            Expression stays = weighted(own, count - 1 - hop, parameter, operandPrefix);
            sum = sum.propagate(operandPrefix + BLOCK + hop).plus(stays);
        }
        return sum;
    }

    private Expression weighted(
            Expression z, int k, Function<String, Expression> parameter, String operandPrefix) {
        return switch (weights) {
            case FIXED -> z.scale(usual(k));
            case LEARNED -> {
                Expression learned = parameter.apply(GAMMA).propagate(operandPrefix + PICK + k);
                yield z.times(learned.scale(usual(k)).broadcastLike(z));
            }
        };
    }

    /// The targets' own rows among those of all nodes within K hops.
    Rows own(Rows z, String operandPrefix) {
        Rows own = z;
        for (int hop = 0; hop < count; hop++) {
            own = own.through(operandPrefix + OWN + hop);
        }
        return own;
    }

    /// Adds the operands of [#of] for some target nodes.
    ///
    /// @param normalised Â
    /// @return the nodes within K hops, of which Z is needed
    int[] operands(SparseMatrix normalised, int[] targets, Map<String, SparseMatrix> byName) {
        ReceptiveField field = ReceptiveField.of(normalised, targets, count);
        for (int hop = 0; hop < count; hop++) {
            byName.put(BLOCK + hop, field.blocks().get(hop));
            byName.put(OWN + hop, field.centres(hop));
        }
        if (weights == Weights.LEARNED) {
            IntStream.rangeClosed(0, count)
                    .forEach(k ->
                            byName.put(PICK + k, SparseMatrix.selection(new int[] {k}, count + 1)));
        }
        return field.nodes().getFirst();
    }

    public Hops withCount(int newCount) {
        return new Hops(newCount, weights, restart);
    }

    public Hops withWeights(Weights newWeights) {
        return new Hops(count, newWeights, restart);
    }

    public Hops withRestart(double newRestart) {
        return new Hops(count, weights, newRestart);
    }
}
