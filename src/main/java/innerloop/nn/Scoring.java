package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.math.ScalarFunction;
import innerloop.nn.ParameterSpec.Columns;
import java.util.List;
import java.util.function.Function;

/// How the rows z of two nodes become the score of the pair, the same whichever node comes first.
public enum Scoring {
    /// `z_i · z_j`: no parameters of its own.
    DOT {
        @Override
        List<ParameterSpec> parameters(int layer, int dimensions, int outputs) {
            return List.of();
        }

        @Override
        Expression score(Expression a, Expression b, Function<String, Expression> parameter) {
            return a.times(b).sumColumns();
        }
    },
    /// `(z_i ∘ z_j) w + b`.
    HADAMARD {
        @Override
        List<ParameterSpec> parameters(int layer, int dimensions, int outputs) {
            return linear(layer, dimensions, outputs);
        }

        @Override
        Expression score(Expression a, Expression b, Function<String, Expression> parameter) {
            return linear(a.times(b), parameter);
        }
    },
    /// `ELU((z_i + z_j) W_s + (z_i ∘ z_j) W_p + c) w + b`.
    MLP {
        @Override
        List<ParameterSpec> parameters(int layer, int dimensions, int outputs) {
            LayerShape square =
                    new LayerShape("", layer, dimensions, dimensions, false, Columns.UNITS);
            List<ParameterSpec> last = linear(layer, dimensions, outputs);
            return List.of(
                    square.weight(SUM),
                    square.weight(PRODUCT),
                    square.bias(HIDDEN_BIAS),
                    last.getFirst(),
                    last.getLast());
        }

        @Override
        Expression score(Expression a, Expression b, Function<String, Expression> parameter) {
            Expression hidden =
                    a.plus(b)
                            .matmul(parameter.apply(SUM))
                            .plus(a.times(b).matmul(parameter.apply(PRODUCT)))
                            .addRow(parameter.apply(HIDDEN_BIAS));
            return linear(hidden.map(ScalarFunction.ELU), parameter);
        }
    };

    /// The name of the parameter w.
    public static final String WEIGHT = "head.weight";

    /// The name of the parameter b.
    public static final String BIAS = "head.bias";

    /// The name of the parameter W_s.
    public static final String SUM = "head.sum.weight";

    /// The name of the parameter W_p.
    public static final String PRODUCT = "head.product.weight";

    /// The name of the parameter c.
    public static final String HIDDEN_BIAS = "head.hidden.bias";

    /// The parameters it has besides the encoder's.
    ///
    /// @param layer the number of the layer they belong to
    /// @param dimensions columns of the rows
    /// @param outputs columns of the score
    abstract List<ParameterSpec> parameters(int layer, int dimensions, int outputs);

    /// The scores, `[pairs × outputs]`.
    ///
    /// @param a rows of one node of each pair, `[pairs × dimensions]`
    /// @param b rows of the other
    /// @param parameter its parameters by name
    abstract Expression score(Expression a, Expression b, Function<String, Expression> parameter);

    private static List<ParameterSpec> linear(int layer, int dimensions, int outputs) {
        LayerShape head = new LayerShape("", layer, dimensions, outputs, true, Columns.UNITS);
        return List.of(head.weight(WEIGHT), head.bias(BIAS));
    }

    private static Expression linear(Expression rows, Function<String, Expression> parameter) {
        return rows.matmul(parameter.apply(WEIGHT)).addRow(parameter.apply(BIAS));
    }
}
