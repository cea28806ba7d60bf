package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.NodeKernel;
import innerloop.math.ScalarFunction;
import innerloop.nn.ParameterSpec.Columns;
import innerloop.phrase.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The loss a network is trained with, a mean over the examples of a [Block].
///
/// An objective may run the same network several times, each time on a block of its own. Such a run is a *pass*; the
/// operands and inputs of its block begin with the name of the pass.
public sealed interface Objective
        permits Objective.CrossEntropy,
                Objective.ClassCrossEntropy,
                Objective.BinaryCrossEntropy,
                Objective.SquaredError,
                Objective.Reconstruction,
                Objective.Elbo,
                Objective.Prototypes,
                Objective.Along,
                RidgeHead {

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

    /// Parameters of its own, behind those of the network; most objectives have none.
    ///
    /// @param layer the number of the layer they count as
    default List<ParameterSpec> parameters(int layer) {
        return List.of();
    }

    /// The similarities of nodes, known beforehand, that it reads ([Block#withKernel]).
    default List<NodeKernel> kernels() {
        return List.of();
    }

    /// What the network's output at all nodes is made into for similarities that need the whole graph ([Block#withKernel]); empty if
    /// it reads none.
    ///
    /// @param output `[n × outputs]`, in the last pass
    default Optional<Expression> passedOn(Expression output) {
        return Optional.empty();
    }

    /// Whether it fits the head to the support set by solving equations, for which it needs [Block#asRidgeSupport].
    default boolean solves() {
        return false;
    }

    /// `[examples × outputs]`: the scores of the examples of the last pass.
    ///
    /// @param output the network's output in a pass
    /// @param parameter the parameters by name
    default Expression scores(
            Function<String, Expression> output, Function<String, Expression> parameter) {
        return output.apply(ONLY);
    }

    /// What it fits to the support set by a formula, to be looked at; most objectives fit nothing.
    ///
    /// @param output the network's output in a pass
    /// @param parameter the parameters by name
    default List<Expression> fitted(
            Function<String, Expression> output, Function<String, Expression> parameter) {
        return List.of();
    }

    /// The loss of these scores, `[1 × 1]`, of the inputs that a block binds.
    Expression loss(Expression scores);

    /// A second term of the loss, `[1 × 1]`, that does not depend on the scores; most objectives have none.
    ///
    /// @param scored the forward pass of the last pass
    default Optional<Expression> penalty(Encoder.Forward scored) {
        return Optional.empty();
    }

    /// Softmax cross-entropy against the right slot.
    record CrossEntropy() implements Objective {
        @Override
        public Expression loss(Expression scores) {
            return scores.logSoftmax().times(Expression.input(Block.TARGET)).sum();
        }
    }

    /// The same where classes keep their columns in every episode, so that no column has to start at zero.
    record ClassCrossEntropy() implements Objective {
        @Override
        public Columns outputsAre() {
            return Columns.UNITS;
        }

        @Override
        public Expression loss(Expression scores) {
            return new CrossEntropy().loss(scores);
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

    /// Learns from the edges alone: the product z_i · z_j of two nodes' rows is the logit of an edge between them, and edges are
    /// to be told from other pairs of nodes ([Answers.Edges]).
    ///
    /// * *negative sampling*: `−mean_E log σ(z_i·z_j) − mean_neg log(1 − σ(z_i·z_j))` over edges and sampled pairs without one;
    /// * *graph auto-encoder* (Kipf and Welling 2016): all n² pairs count, with edges weighted so that they count as much as all
    ///   others together.
    ///
    /// @param everyPair whether all pairs count
    record Reconstruction(boolean everyPair) implements Objective {
        @Override
        public Columns outputsAre() {
            return Columns.UNITS;
        }

        /// @param scores z, a row for each node
        @Override
        public Expression loss(Expression scores) {
            Expression logit =
                    scores.propagate(PairRows.FROM)
                            .times(scores.propagate(PairRows.TO))
                            .sumColumns();
            Expression examples =
                    logit.map(ScalarFunction.SOFTPLUS)
                            .times(Expression.input(Block.REPULSION))
                            .minus(logit.times(Expression.input(Block.ATTRACTION)))
                            .sum();
            return everyPair
                    ? examples.plus(
                            scores.matmul(false, true, scores)
                                    .map(ScalarFunction.SOFTPLUS)
                                    .sum()
                                    .times(Expression.input(Block.EVERY_PAIR)))
                    : examples;
        }
    }

    /// The evidence lower bound of a variational graph auto-encoder (Kipf and Welling 2016), with its sign turned: the
    /// [Reconstruction] from a sample z, and the divergence of its distribution from the standard normal one,
    /// `KL = −½ Σ (1 + 2 log σ − μ² − σ²)`, divided by n² like the reconstruction.
    ///
    /// @param reconstruction of the edges
    /// @param divergenceWeight factor of the divergence; 1 for the bound itself
    record Elbo(Reconstruction reconstruction, double divergenceWeight) implements Objective {
        @Override
        public Columns outputsAre() {
            return reconstruction.outputsAre();
        }

        @Override
        public Expression loss(Expression scores) {
            return reconstruction.loss(scores);
        }

        @Override
        public Optional<Expression> penalty(Encoder.Forward scored) {
            Encoder.Gaussian latent =
                    scored.latent()
                            .orElseThrow(() -> new IllegalStateException("no latent distribution"));
            Expression mean = latent.mean();
            Expression log = latent.logDeviation();
            Expression divergence =
                    mean.times(mean)
                            .plus(log.scale(2).map(ScalarFunction.EXPM1))
                            .plus(-2, log)
                            .sum()
                            .scale(0.5);
            return Optional.of(
                    divergence.times(Expression.input(Block.PER_PAIR)).scale(divergenceWeight));
        }
    }

    /// The product of the output with a given matrix, whose gradient takes a cotangent of the output back to the weights.
    record Along() implements Objective {
        @Override
        public Columns outputsAre() {
            return Columns.DIMENSIONS;
        }

        @Override
        public Expression loss(Expression scores) {
            return scores.times(Expression.input(Block.COTANGENT)).sum();
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
        public Expression scores(
                Function<String, Expression> output, Function<String, Expression> parameter) {
            Expression prototypes = means(output);
            Expression query = output.apply(QUERY);
            return Expression.section(
                    Phrase.of("section.distances"), () -> scores(query, prototypes));
        }

        private static Expression means(Function<String, Expression> output) {
            return Expression.input(SUPPORT + Block.MEANS)
                    .matmul(true, false, output.apply(SUPPORT));
        }

        /// The class means, `[ways × dimensions]`.
        @Override
        public List<Expression> fitted(
                Function<String, Expression> output, Function<String, Expression> parameter) {
            return List.of(means(output));
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
