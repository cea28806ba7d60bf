package innerloop.nn;

import innerloop.autodiff.Expression;

/// What a network is judged by: the mean over the nodes of a [Block].
public enum Loss {
    /// Softmax cross-entropy against the right slot.
    CROSS_ENTROPY {
        @Override
        Expression of(Expression output) {
            return output.logSoftmax().times(Expression.input(Block.TARGET)).sum();
        }
    },
    /// Mean squared error against a number.
    SQUARED_ERROR {
        @Override
        Expression of(Expression output) {
            Expression error = output.minus(Expression.input(Block.TARGET));
            return error.times(error).sum().times(Expression.input(Block.SHARE));
        }
    };

    /// The loss as an expression, `[1 × 1]`, of the inputs a block binds.
    abstract Expression of(Expression output);
}
