package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.math.ScalarFunction;
import innerloop.nn.ParameterSpec.Columns;
import java.util.List;
import java.util.function.Function;

/// The loss a network is trained with, a mean over the examples of a [Block].
///
/// An objective may run the same network several times, each time on a block of its own. Such a run is a *pass*; the
/// operands and inputs of its block begin with the name of the pass.
public sealed interface Objective {

    /// The only pass of an objective that reads one block.
    String ONLY = "";

    /// The pass over the support set.
    String SUPPORT = "support/";

    /// The pass over the query set.
    String QUERY = "query/";

    /// The passes it reads; the last one is that of the examples which are scored.
    default List<String> passes() {
        return List.of(ONLY);
    }

    /// The meaning of the columns of the network's output.
    default Columns outputsAre() {
        return Columns.OUTPUTS;
    }

    /// `[examples × outputs]`: the scores of the examples of the last pass.
    ///
    /// @param output the network's output in a pass
    default Expression scores(Function<String, Expression> output) {
        return output.apply(ONLY);
    }

    /// The loss of these scores, `[1 × 1]`, of the inputs that a block binds.
    Expression loss(Expression scores);

    /// Softmax cross-entropy against the right slot.
    record CrossEntropy() implements Objective {
        @Override
        public Expression loss(Expression scores) {
            return scores.logSoftmax().times(Expression.input(Block.TARGET)).sum();
        }
    }

    /// Binary cross-entropy of logits: `softplus(s) − y s`, the mean over the examples, with y = 1 or 0.
    record BinaryCrossEntropy() implements Objective {
        @Override
        public Columns outputsAre() {
            return Columns.UNITS;
        }

        @Override
        public Expression loss(Expression scores) {
            return scores.map(ScalarFunction.SOFTPLUS)
                    .minus(scores.times(Expression.input(Block.TARGET)))
                    .sum()
                    .times(Expression.input(Block.SHARE));
        }
    }

    /// Mean squared error against a number.
    record SquaredError() implements Objective {
        @Override
        public Columns outputsAre() {
            return Columns.UNITS;
        }

        @Override
        public Expression loss(Expression scores) {
            Expression error = scores.minus(Expression.input(Block.TARGET));
            return error.times(error).sum().times(Expression.input(Block.SHARE));
        }
    }

    /// Cross-entropy with class means as prototypes (Snell, Swersky, Zemel 2017): scores are the similarities, in the network's
    /// output, of the examples to the class means of the support set, the *prototypes*.
    ///
    /// @param distance how distances are measured
    /// @param ways number of prototypes
    record Prototypes(Distance distance, int ways) implements Objective {

        /// Scale of the cosines, which lie in ±1, so that probabilities can come close to 1.
        private static final double COSINE_SCALE = 10;

        @Override
        public List<String> passes() {
            return List.of(SUPPORT, QUERY);
        }

        @Override
        public Columns outputsAre() {
            return Columns.DIMENSIONS;
        }

        @Override
        public Expression scores(Function<String, Expression> output) {
            Expression prototypes =
                    Expression.input(SUPPORT + Block.MEANS)
                            .matmul(true, false, output.apply(SUPPORT));
            Expression query = output.apply(QUERY);
            return Expression.section("the distances", () -> scores(query, prototypes));
        }

        /// `2 q·c − ‖c‖²` is the negative squared distance plus `‖q‖²`, which is the same for all slots. Both are computed relative
        /// to the mean of the prototypes, because far from the origin distances are small differences of large numbers.
        private Expression scores(Expression query, Expression prototypes) {
            return switch (distance) {
                case EUCLIDEAN -> {
                    Expression centre = prototypes.sumRows().scale(-1.0 / ways);
                    Expression c = prototypes.addRow(centre);
                    Expression q = query.addRow(centre);
                    Expression squares = c.times(c).sumColumns().columnAsRow();
                    yield q.matmul(false, true, c).scale(2).addRow(squares.scale(-1));
                }
                case COSINE ->
                        query.unitRows()
                                .matmul(false, true, prototypes.unitRows())
                                .scale(COSINE_SCALE);
            };
        }

        @Override
        public Expression loss(Expression scores) {
            return scores.logSoftmax().times(Expression.input(QUERY + Block.TARGET)).sum();
        }
    }

    /// The similarity of two rows.
    enum Distance {
        /// Negative squared Euclidean distance.
        EUCLIDEAN,
        /// Cosine of the angle, times 10.
        COSINE
    }
}
