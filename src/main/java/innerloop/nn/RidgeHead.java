package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.NodeKernel;
import innerloop.math.ScalarFunction;
import innerloop.nn.ParameterSpec.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Kernel ridge regression on the support set as the head (R2-D2, Bertinetto et al. 2019), fitted by its closed form:
///
///     K  = w₀ · cosine of the network's outputs  +  Σ_b w_b · kernel b         w = exp(parameter) · its usual weight
///     A  = (K_ss + λ I)⁻¹ (Y − 1/ways)                                        Y: 1 at the slot of each support example
///     scores of the query set = τ · K_qs A
///
/// The kernels come from the graph alone and need no training; the network may be one that has seen no label. λ, τ and the
/// weights are parameters, so the outer loop learns how much each similarity says, through the solution.
///
/// @param ways number of slots
/// @param kernels similarities beside that of the network's outputs
/// @param start its numbers where all its parameters are 0
public record RidgeHead(int ways, List<NodeKernel> kernels, Numbers start) implements Objective {

    private static final String PREFIX = "head.";

    /// The name of the parameter of λ.
    public static final String LAMBDA = PREFIX + "lambda";

    /// The name of the parameter of τ.
    public static final String TEMPERATURE = PREFIX + "temperature";

    private static final String OUTPUTS = "outputs";

    /// The numbers the head begins with.
    ///
    /// @param lambda λ, in relation to the sum of all weights
    /// @param temperature τ
    /// @param pagerank weight of PageRank beside the network's outputs, whose weight is 1
    /// @param smoothed weight of all smoothed features together
    public record Numbers(double lambda, double temperature, double pagerank, double smoothed) {

        /// Chosen on the validation classes of the sample Debian.
        public static Numbers usual() {
            return new Numbers(0.5, 8, 1, 0.5);
        }

        private double of(NodeKernel kernel) {
            return switch (kernel.kind()) {
                case PAGERANK -> pagerank;
                case SMOOTHED -> smoothed / (NodeKernel.MOST_HOPS + 1);
            };
        }

        private double sum(List<NodeKernel> kernels) {
            return 1 + kernels.stream().mapToDouble(this::of).sum();
        }
    }

    public RidgeHead {
        kernels = List.copyOf(kernels);
    }

    /// λ where all parameters are 0.
    public double usualLambda() {
        return start.lambda() * start.sum(kernels);
    }

    /// The weight of a similarity where all parameters are 0.
    public double usual(NodeKernel kernel) {
        return start.of(kernel);
    }

    /// The name of the parameter that weighs a similarity.
    public static String weightOf(NodeKernel kernel) {
        return weight(kernel.word());
    }

    /// The name of the parameter that weighs the network's outputs.
    public static String weightOfOutputs() {
        return weight(OUTPUTS);
    }

    private static String weight(String kernel) {
        return PREFIX + "weight." + kernel;
    }

    @Override
    public List<String> passes() {
        return List.of(SUPPORT, QUERY);
    }

    @Override
    public boolean solves() {
        return true;
    }

    @Override
    public Columns outputsAre() {
        return Columns.DIMENSIONS;
    }

    /// The logarithms of λ, τ and the weights, each relative to what is usual.
    @Override
    public List<ParameterSpec> parameters(int layer) {
        List<String> names = new ArrayList<>(List.of(LAMBDA, TEMPERATURE, weight(OUTPUTS)));
        kernels.forEach(kernel -> names.add(weight(kernel.word())));
        return names.stream().map(name -> ParameterSpec.row(name, layer, 1)).toList();
    }

    @Override
    public Expression scores(
            Function<String, Expression> output, Function<String, Expression> parameter) {
        Expression support = output.apply(SUPPORT).unitRows();
        Expression query = output.apply(QUERY).unitRows();
        return Expression.section(
                "the ridge regression",
                () -> {
                    Expression among =
                            weighted(support.matmul(false, true, support), OUTPUTS, 1, parameter);
                    Expression across =
                            weighted(query.matmul(false, true, support), OUTPUTS, 1, parameter);
                    for (NodeKernel kernel : kernels) {
                        String input = Block.kernel(kernel);
                        double usual = start.of(kernel);
                        among =
                                among.plus(
                                        weighted(
                                                Expression.input(SUPPORT + input),
                                                kernel.word(),
                                                usual,
                                                parameter));
                        across =
                                across.plus(
                                        weighted(
                                                Expression.input(QUERY + input),
                                                kernel.word(),
                                                usual,
                                                parameter));
                    }
                    Expression identity = Expression.input(SUPPORT + Block.IDENTITY);
                    double lambda = usualLambda();
                    Expression ridge =
                            among.plus(times(identity, parameter.apply(LAMBDA)).scale(lambda));
                    Expression fitted =
                            ridge.solve(Expression.input(SUPPORT + Block.CENTRED_SLOTS));
                    return times(across.matmul(fitted), parameter.apply(TEMPERATURE))
                            .scale(start.temperature());
                });
    }

    /// The numbers that these parameters stand for, so that a head which starts with them and learns nothing is the same head.
    /// The weights of single hops become one.
    public Numbers learned(Parameters theta) {
        double outputs = exp(theta, weight(OUTPUTS));
        double pagerank = 0;
        double smoothed = 0;
        for (NodeKernel kernel : kernels) {
            double weight = start.of(kernel) * exp(theta, weight(kernel.word())) / outputs;
            switch (kernel.kind()) {
                case PAGERANK -> pagerank = weight;
                case SMOOTHED -> smoothed += weight;
            }
        }
        double lambda = start.lambda() * start.sum(kernels) * exp(theta, LAMBDA) / outputs;
        return new Numbers(
                lambda / (1 + pagerank + smoothed),
                start.temperature() * exp(theta, TEMPERATURE),
                pagerank,
                smoothed);
    }

    /// Whether these parameters have a weight for this similarity.
    public static boolean weighs(NodeKernel kernel, Parameters theta) {
        return theta.specs().stream().anyMatch(spec -> spec.name().equals(weight(kernel.word())));
    }

    /// Whether this is a parameter of the head, and not of the encoder.
    public static boolean has(ParameterSpec spec) {
        return spec.name().startsWith(PREFIX);
    }

    private static double exp(Parameters theta, String name) {
        return Math.exp(theta.get(name).get(0, 0));
    }

    private static Expression weighted(
            Expression kernel, String name, double usual, Function<String, Expression> parameter) {
        return times(kernel, parameter.apply(weight(name))).scale(usual);
    }

    private static Expression times(Expression matrix, Expression logarithm) {
        return matrix.times(logarithm.map(ScalarFunction.EXP).broadcastLike(matrix));
    }

    @Override
    public Expression loss(Expression scores) {
        return scores.logSoftmax().times(Expression.input(QUERY + Block.TARGET)).sum();
    }
}
