package innerloop.nn;

import innerloop.autodiff.Derivatives;
import innerloop.autodiff.Expression;
import innerloop.autodiff.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A prototypical network (Snell, Swersky, Zemel 2017), compiled: query nodes are scored by how near the encoder puts
/// them to the class means of the support nodes, the *prototypes*. Shared by all threads.
public final class PrototypeModel {

    /// Operands and inputs of the support block begin with this.
    static final String SUPPORT = "support/";

    /// Operands and inputs of the query block begin with this.
    static final String QUERY = "query/";

    /// Cosines lie in ±1; times this they can make a probability near 1.
    private static final double COSINE_SCALE = 10;

    /// How near is measured.
    public enum Distance {
        /// Negative squared Euclidean distance.
        EUCLIDEAN,
        /// Cosine of the angle, times 10.
        COSINE
    }

    private final boolean attends;
    private final Program scores;
    private final Program gradient;

    /// Compiles the encoder, whose `dimensions` outputs are the metric space.
    public PrototypeModel(
            Encoder encoder, int inputs, int dimensions, int ways, Distance distance) {
        List<ParameterSpec> specs = encoder.parameters(inputs, dimensions);
        Map<String, Expression> leaf =
                specs.stream()
                        .collect(
                                Collectors.toMap(
                                        ParameterSpec::name, s -> Expression.input(s.name())));
        Function<String, Expression> parameter =
                name -> leaf.getOrDefault(name, Expression.input(name));
        Expression support = encoder.forward(parameter, SUPPORT).output();
        Encoder.Forward forward = encoder.forward(parameter, QUERY);
        Expression query = forward.output();
        Expression prototypes =
                Expression.input(SUPPORT + Block.MEANS).matmul(true, false, support);
        Expression scores =
                Expression.section(
                        "the distances", () -> scores(query, prototypes, ways, distance));
        Expression loss = scores.logSoftmax().times(Expression.input(QUERY + Block.TARGET)).sum();
        List<Expression> outputs = new ArrayList<>(List.of(loss));
        outputs.addAll(
                Derivatives.gradient(
                        loss, specs.stream().map(s -> parameter.apply(s.name())).toList()));
        List<Expression> said = new ArrayList<>(List.of(loss, scores, query));
        forward.attention().ifPresent(said::add);
        this.attends = forward.attention().isPresent();
        this.scores = Program.compile(said);
        this.gradient = Program.compile(outputs);
    }

    /// `2 q·c − ‖c‖²` is the negative squared distance plus `‖q‖²`, which is the same for all slots. Both are taken from
    /// the middle of the prototypes: far from it, distances are small differences of large numbers.
    private static Expression scores(
            Expression query, Expression prototypes, int ways, Distance distance) {
        return switch (distance) {
            case EUCLIDEAN -> {
                Expression centre = prototypes.sumRows().scale(-1.0 / ways);
                Expression c = prototypes.addRow(centre);
                Expression q = query.addRow(centre);
                Expression squares = c.times(c).sumColumns().columnAsRow();
                yield q.matmul(false, true, c).scale(2).addRow(squares.scale(-1));
            }
            case COSINE ->
                    query.unitRows().matmul(false, true, prototypes.unitRows()).scale(COSINE_SCALE);
        };
    }

    /// Whether [#scores] has attention as a fourth output.
    boolean attends() {
        return attends;
    }

    /// Outputs: loss, scores `[query × ways]`, the query nodes' places `[query × dimensions]`, and the first layer's
    /// attention `[edges × heads]` if the encoder has any.
    Program scores() {
        return scores;
    }

    /// Outputs: loss, then the gradient of each parameter.
    Program gradient() {
        return gradient;
    }
}
