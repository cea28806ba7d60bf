package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.math.ScalarFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One layer while its expressions are built: its input rows, its parameters and operands by name.
final class LayerScope {

    private final Encoder encoder;
    private final int layer;
    private final @Nullable Expression hidden;
    private final Function<String, Expression> parameters;
    private final String operandPrefix;
    private final List<Encoder.HeadWeight> headWeights = new ArrayList<>();
    private @Nullable Expression attention;

    /// @param hidden the output of the layer before, `null` for the first
    LayerScope(
            Encoder encoder,
            int layer,
            @Nullable Expression hidden,
            Function<String, Expression> parameters,
            String operandPrefix) {
        this.encoder = encoder;
        this.layer = layer;
        this.hidden = hidden;
        this.parameters = parameters;
        this.operandPrefix = operandPrefix;
    }

    boolean isFirst() {
        return hidden == null;
    }

    boolean isLast() {
        return encoder.layers().isLast(layer);
    }

    /// The parameter of this layer with this name.
    Expression parameter(String name) {
        return parameters.apply(encoder.prefix(layer) + name);
    }

    /// The operand with this layer's messages.
    String block() {
        return operandPrefix + Encoder.block(layer);
    }

    /// The operand that picks the rows this layer writes among those it reads.
    String centre() {
        return operandPrefix + Encoder.centre(layer);
    }

    /// Every row this layer reads, scaled to length 1 where the layers ask for it.
    Rows read() {
        return isFirst() ? features(Encoder.OWN) : unit(rows());
    }

    /// The rows of the nodes this layer writes, as it reads them.
    Rows own() {
        if (!encoder.passesMessages(layer)) {
            return read();
        }
        return isFirst() ? features(Encoder.OWN).through(centre()) : unit(rows().through(centre()));
    }

    /// Of these rows of the nodes this layer reads, those of the nodes it writes.
    Expression written(Expression read) {
        return encoder.passesMessages(layer) ? read.propagate(centre()) : read;
    }

    /// The neighbours' rows, combined without parameters; for the first layer this was computed once per run.
    Rows aggregated() {
        return aggregated(x -> x.propagate(block()));
    }

    /// The same with another way of combining the neighbours' rows.
    Rows aggregated(Function<Expression, Expression> combine) {
        return hidden == null
                ? features(Encoder.AGGREGATED)
                : unit(new Rows.Dense(combine.apply(hidden)));
    }

    private Rows features(String operand) {
        return new Rows.Features(List.of(operandPrefix + operand));
    }

    private Rows rows() {
        if (hidden == null) {
            throw new IllegalStateException("the first layer reads features");
        }
        return new Rows.Dense(hidden);
    }

    private Rows unit(Rows rows) {
        return switch (rows) {
            case Rows.Dense(Expression x) when encoder.layers().normalize() ->
                    new Rows.Dense(x.unitRows());
            case Rows.Dense _, Rows.Features _ -> rows;
        };
    }

    /// `rows · weight`; in the last layer, [#headWeight] too.
    Expression product(Rows rows, String weight) {
        headWeight(rows, weight, 1);
        return rows.times(parameter(weight));
    }

    /// Declares that the last layer's output is linear in this weight, applied to these rows, `copies` times side by side.
    void headWeight(Rows rows, String weight, int copies) {
        if (isLast()) {
            headWeights.add(new Encoder.HeadWeight(encoder.prefix(layer) + weight, rows, copies));
        }
    }

    List<Encoder.HeadWeight> headWeights() {
        return List.copyOf(headWeights);
    }

    /// Declares the attention of each node to each neighbour, `[edges × heads]`, as an output that can be shown.
    void attends(Expression alpha) {
        attention = alpha;
    }

    Optional<Expression> attention() {
        return Optional.ofNullable(attention);
    }

    /// Attention with entries removed at random, by masks different from those of the hidden rows.
    Expression dropped(Expression alpha, double rate) {
        return alpha.dropout(rate, Layers.MOST + layer);
    }

    /// `z` after the operations on hidden rows: layer norm, activation, dropout.
    Expression betweenLayers(Expression z) {
        Layers layers = encoder.layers();
        Expression normed = layers.layerNorm() ? layerNorm(z) : z;
        return layers.activation().of(normed).dropout(layers.dropout(), layer);
    }

    /// `(z − mean) / √(variance + 1e-5) ∘ γ + β`, row by row.
    private Expression layerNorm(Expression z) {
        double share = 1.0 / encoder.width(layer);
        Expression centred = z.minus(z.sumColumns().scale(share).broadcastLike(z));
        Expression variance = centred.times(centred).sumColumns().scale(share);
        Expression standard =
                centred.times(variance.map(ScalarFunction.RSQRT, 1e-5).broadcastLike(z));
        String norm = Encoder.norm(layer);
        return standard.times(parameters.apply(norm + "weight").broadcastLike(z))
                .addRow(parameters.apply(norm + "bias"));
    }
}
