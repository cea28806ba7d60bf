package innerloop.nn;

import innerloop.autodiff.Evaluator;
import innerloop.autodiff.Expression;
import innerloop.autodiff.Program;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.ScalarFunction;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The loss of two damaged views of one graph that is learned from without labels (CCA-SSG, Zhang et al. 2021): what a node looks
/// like should not depend on which view is seen, and the columns should say different things.
///
///     Z̃ = (Z − mean) / (deviation · √n), column by column, in each view
///     L = −Σ Z̃₁ ∘ Z̃₂ + weight · (‖Z̃₁ᵀ Z̃₁ − I‖² + ‖Z̃₂ᵀ Z̃₂ − I‖²)
///
/// Each view has its share of L, half of the first term and its own part of the second, so that two threads can work on one
/// step; the gradient in Z of a view is that of the whole L. It is written down instead of derived, because the derivative of
/// `‖Z̃ᵀ Z̃‖²`, which is `4 Z̃ (Z̃ᵀ Z̃)`, costs one product this way and two the other.
public final class Contrast {

    private static final String OWN = "own";
    private static final String OTHER = "other";

    /// 1/n.
    private static final String SHARE = "share";

    /// n/(n − 1), which turns the mean of squares into an estimate of the variance.
    private static final String UNBIASED = "unbiased";

    private static final String ONE = "one";

    /// Keeps a column that is the same for all nodes from being divided by zero.
    private static final double LEAST_VARIANCE = 1e-12;

    private final Program program;

    /// Compiles it.
    ///
    /// @param dimensions columns of Z
    /// @param weight of the second term, which decorrelates the columns
    public Contrast(int dimensions, double weight) {
        Expression own = Expression.input(OWN);
        Standardised a = new Standardised(own);
        Expression b = new Standardised(Expression.input(OTHER)).rows();
        Expression gram = a.rows().matmul(true, false, a.rows());
        Expression redundancy =
                gram.times(gram)
                        .sum()
                        .plus(-2, a.rows().times(a.rows()).sum())
                        .plus(Expression.input(ONE).scale(dimensions));
        Expression share = a.rows().times(b).sum().scale(-0.5).plus(weight, redundancy);
        Expression gradient = a.rows().matmul(gram).minus(a.rows()).scale(4 * weight).minus(b);
        program = Program.compile(List.of(share, a.pullback(gradient)));
    }

    /// Columns with mean 0 and the same length, and the way back.
    private static final class Standardised {

        private final Expression rows;
        private final Expression factor;

        Standardised(Expression z) {
            Expression centred = z.addRow(mean(z).scale(-1));
            Expression squares = centred.times(centred).sumRows();
            this.factor =
                    squares.times(Expression.input(UNBIASED).broadcastLike(squares))
                            .map(ScalarFunction.RSQRT, LEAST_VARIANCE);
            this.rows = centred.times(factor.broadcastLike(centred));
        }

        private static Expression mean(Expression z) {
            Expression sums = z.sumRows();
            return sums.times(Expression.input(SHARE).broadcastLike(sums));
        }

        Expression rows() {
            return rows;
        }

        /// The cotangent of z for one of the rows: no part along the rows themselves, whose length is fixed, and none that all
        /// rows have in common.
        Expression pullback(Expression g) {
            Expression along = rows.times(g).sumRows();
            Expression scaled = along.times(Expression.input(UNBIASED).broadcastLike(along));
            Expression across =
                    g.minus(rows.times(scaled.broadcastLike(rows)))
                            .times(factor.broadcastLike(rows));
            return across.addRow(mean(across).scale(-1));
        }
    }

    /// Computes one view's share; for one thread.
    public static final class Side {

        private final Evaluator evaluator;
        private final Map<String, Matrix> numbers;

        /// A side with empty buffers.
        ///
        /// @param nodes number of rows
        public Side(Contrast contrast, Backend backend, int nodes) {
            evaluator = new Evaluator(backend, contrast.program);
            numbers =
                    Map.of(
                            SHARE, number(backend, 1.0 / nodes),
                            UNBIASED, number(backend, nodes / (nodes - 1.0)),
                            ONE, number(backend, 1));
        }

        private static Matrix number(Backend backend, double x) {
            return backend.matrix(1, 1, new double[] {x});
        }

        /// Computes loss and gradient of this view.
        public void run(Matrix own, Matrix other) {
            evaluator.run(
                    name ->
                            switch (name) {
                                case OWN -> own;
                                case OTHER -> other;
                                default -> Objects.requireNonNull(numbers.get(name));
                            },
                    name -> {
                        throw new IllegalStateException("no operand " + name);
                    },
                    0);
        }

        /// This view's share of the loss.
        public double loss() {
            return evaluator.output(0).get(0, 0);
        }

        /// The gradient of the whole loss in this view's rows; valid until the next run.
        public Matrix gradient() {
            return evaluator.output(1);
        }
    }
}
