package innerloop.nn;

import innerloop.autodiff.Expression;
import java.util.ArrayList;
import java.util.List;

/// The rows a weight is multiplied with: sparse features, bound when the program runs, or the output of a layer.
sealed interface Rows {

    /// `rows · weight`.
    Expression times(Expression weight);

    /// `rowsᵀ · columns`.
    Expression transposedTimes(Expression columns);

    /// `S · rows` for the sparse operand of this name.
    Rows through(String operand);

    /// A product of sparse operands, the features first, then the factors to the left of them.
    record Features(List<String> operands) implements Rows {
        @Override
        public Expression times(Expression weight) {
            Expression product = weight;
            for (String operand : operands) {
                product = product.propagate(operand);
            }
            return product;
        }

        @Override
        public Expression transposedTimes(Expression columns) {
            Expression product = columns;
            for (String operand : operands.reversed()) {
                product = product.propagateBack(operand);
            }
            return product;
        }

        @Override
        public Rows through(String operand) {
            List<String> longer = new ArrayList<>(operands);
            longer.add(operand);
            return new Features(List.copyOf(longer));
        }
    }

    /// Rows of a dense matrix.
    record Dense(Expression x) implements Rows {
        @Override
        public Expression times(Expression weight) {
            return x.matmul(weight);
        }

        @Override
        public Expression transposedTimes(Expression columns) {
            return x.matmul(true, false, columns);
        }

        @Override
        public Rows through(String operand) {
            return new Dense(x.propagate(operand));
        }
    }
}
