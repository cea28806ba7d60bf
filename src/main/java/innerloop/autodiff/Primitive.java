package innerloop.autodiff;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One differentiable operation: a row of the rule table. The set is closed.
///
/// | rule | in | out |
/// |---|---|---|
/// | shape | input shapes | output shape, or a message with all shapes |
/// | value | input matrices | the output, by one [Backend] operation |
/// | pullback | cotangent `g` of the output | cotangent of each input, `null` = none |
/// | pushforward | tangents of the inputs, `null` = zero | tangent of the output, `null` = zero |
///
/// Primitives are records: equal primitives on equal inputs compute the same and are computed once.
sealed interface Primitive
        permits Leaf, Primitive.Multilinear, NonlinearPrimitive, LinearSolve, Sum {

    /// Number of dense inputs.
    int arity();

    /// The name of the sparse operand it needs, or `null`.
    default @Nullable String operandName() {
        return null;
    }

    Shape shape(Arguments in);

    void value(Backend backend, Arguments in, Matrix out);

    /// The same on recorded sides of its kinks, if it has any.
    default void value(Backend backend, Arguments in, Matrix out, Branches branches) {
        value(backend, in, out);
    }

    List<@Nullable Expression> pullback(Expression y, List<Expression> x, Expression g);

    @Nullable Expression pushforward(
            Expression y, List<Expression> x, List<@Nullable Expression> tangents);

    /// An operation that is linear in each input separately: its tangent is the sum of the same operation with one input
    /// replaced by its tangent. Of the inputs from [#linearInputs()] on, only the shape is used.
    sealed interface Multilinear extends Primitive
            permits DensePrimitive, HeadPrimitive, GraphPrimitive {

        /// Two, unless a rule says otherwise.
        @Override
        default int arity() {
            return 2;
        }

        /// How many leading inputs it is linear in.
        default int linearInputs() {
            return arity();
        }

        @Override
        default @Nullable Expression pushforward(
                Expression y, List<Expression> x, List<@Nullable Expression> tangents) {
            Expression sum = null;
            for (int i = 0; i < linearInputs(); i++) {
                Expression tangent = tangents.get(i);
                if (tangent != null) {
                    Expression[] replaced = x.toArray(Expression[]::new);
                    replaced[i] = tangent;
                    Expression term = Expression.of(this, replaced);
                    sum = sum == null ? term : sum.plus(term);
                }
            }
            return sum;
        }
    }
}
