package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.NodeKernel;
import innerloop.math.ScalarFunction;
import innerloop.nn.ParameterSpec.Columns;
import innerloop.phrase.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// Kernel ridge regression on the support set as the head (R2-D2, Bertinetto et al. 2019), fitted by its closed form:
///
///     K  = w₀ · cosine of the network's outputs Z  +  w₁ · cosine of H  +  Σ_b w_b · kernel b     w = exp(parameter) · its usual weight
///     H  = 10 times H ← 0.9 Â H + 0.1 Z, beginning with H = Z                  rows of Z and H have length 1
///     A  = (K_ss + λ I)⁻¹ (Y − 1/ways)                                        Y: 1 at the slot of each support example
///     scores of the query set = τ · K_qs A
///
/// The kernels come from the graph alone and need no training; the network may be one that has seen no label. H is what the
/// outputs become when they are passed along the edges, as in APPNP (Gasteiger et al. 2019); it is an input like the kernels,
/// so the network must be one that does not move. λ, τ and the weights are parameters, so the outer loop learns how much each similarity says, through the solution.
///
/// @param ways number of slots
/// @param kernels similarities beside that of the network's outputs
/// @param passesOn whether H is compared
/// @param start its numbers where all its parameters are 0
public record RidgeHead(int ways, List<NodeKernel> kernels, boolean passesOn, Numbers start)
        implements Objective {

    /// What the similarity of H is called.
    public static final String PASSED_ON = "hops";

    private static final int HOPS = 10;
    private static final double RESTART = 0.1;

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
    /// @param hops weight of H beside the network's outputs, whose weight is 1
    /// @param pagerank weight of PageRank
    /// @param smoothed weight of all smoothed features together
    public record Numbers(
            double lambda, double temperature, double hops, double pagerank, double smoothed) {

        /// Equal weights: on validation classes of Debian packages, Cora and Cora-ML others are no better.
        public static Numbers usual() {
            return new Numbers(0.5, 8, 1, 1, 0.5);
        }

        public Numbers withLambda(double newLambda) {
            return new Numbers(newLambda, temperature, hops, pagerank, smoothed);
        }

        public Numbers withTemperature(double newTemperature) {
            return new Numbers(lambda, newTemperature, hops, pagerank, smoothed);
        }

        public Numbers withHops(double newHops) {
            return new Numbers(lambda, temperature, newHops, pagerank, smoothed);
        }

        public Numbers withPagerank(double newPagerank) {
            return new Numbers(lambda, temperature, hops, newPagerank, smoothed);
        }

        public Numbers withSmoothed(double newSmoothed) {
            return new Numbers(lambda, temperature, hops, pagerank, newSmoothed);
        }

        private double of(NodeKernel kernel) {
            return switch (kernel.kind()) {
                case PAGERANK -> pagerank;
                case SMOOTHED -> smoothed / (NodeKernel.MOST_HOPS + 1);
            };
        }
    }

    public RidgeHead {
        kernels = List.copyOf(kernels);
    }

    /// λ where all parameters are 0.
    public double usualLambda() {
        return start.lambda() * (1 + others().values().stream().mapToDouble(w -> w).sum());
    }

    /// The name of the parameter that weighs the network's outputs.
    public static String weightOfOutputs() {
        return weight(OUTPUTS);
    }

    /// The name of the parameter that weighs a similarity.
    public static String weight(String similarity) {
        return PREFIX + "weight." + similarity;
    }

    /// The similarities beside that of the outputs by name, with their weights where all parameters are 0.
    public SequencedMap<String, Double> others() {
        SequencedMap<String, Double> weights = new LinkedHashMap<>();
        if (passesOn) {
            weights.put(PASSED_ON, start.hops());
        }
        kernels.forEach(kernel -> weights.put(kernel.word(), start.of(kernel)));
        return weights;
    }

    @Override
    public Optional<Expression> passedOn(Expression output) {
        if (!passesOn) {
            return Optional.empty();
        }
        Expression z = output.unitRows();
        Expression h = z;
        for (int hop = 0; hop < HOPS; hop++) {
            h = h.propagate(QUERY + Block.NEIGHBOURS).scale(1 - RESTART).plus(z.scale(RESTART));
        }
        return Optional.of(h.unitRows());
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
        others().keySet().forEach(word -> names.add(weight(word)));
        return names.stream().map(name -> ParameterSpec.row(name, layer, 1)).toList();
    }

    @Override
    public Expression scores(
            Function<String, Expression> output, Function<String, Expression> parameter) {
        Expression support = output.apply(SUPPORT).unitRows();
        Expression query = output.apply(QUERY).unitRows();
        return Expression.section(
                Phrase.of("section.ridge"),
                () -> {
                    Expression fitted = solution(equations(support, parameter));
                    Expression across =
                            similarity(query.matmul(false, true, support), QUERY, parameter);
                    return times(across.matmul(fitted), parameter.apply(TEMPERATURE))
                            .scale(start.temperature());
                });
    }

    /// The weighted similarity K of the examples of a pass to the support set.
    private Expression similarity(
            Expression cosine, String pass, Function<String, Expression> parameter) {
        Expression sum = weighted(cosine, OUTPUTS, 1, parameter);
        for (var other : others().entrySet()) {
            String word = other.getKey();
            Expression known = Expression.input(pass + Block.kernel(word));
            sum = sum.plus(weighted(known, word, other.getValue(), parameter));
        }
        return sum;
    }

    /// K_ss + λ I.
    private Expression equations(Expression support, Function<String, Expression> parameter) {
        Expression identity = Expression.input(SUPPORT + Block.IDENTITY);
        return similarity(support.matmul(false, true, support), SUPPORT, parameter)
                .plus(times(identity, parameter.apply(LAMBDA)).scale(usualLambda()));
    }

    private static Expression solution(Expression equations) {
        return equations.solve(Expression.input(SUPPORT + Block.CENTRED_SLOTS));
    }

    /// The matrix of the equations, K_ss + λ I, and their solution A, a row for each support example.
    @Override
    public List<Expression> fitted(
            Function<String, Expression> output, Function<String, Expression> parameter) {
        Expression equations = equations(output.apply(SUPPORT).unitRows(), parameter);
        return List.of(equations, solution(equations));
    }

    /// w₀ of these parameters, the weight that all other numbers are in relation to.
    public static double outputsWeight(Parameters theta) {
        return exp(theta, weight(OUTPUTS));
    }

    /// The numbers that these parameters stand for, so that a head which starts with them and learns nothing is the same head.
    /// The weights of single hops become one.
    public Numbers learned(Parameters theta) {
        double outputs = outputsWeight(theta);
        double hops = passesOn ? start.hops() * exp(theta, weight(PASSED_ON)) / outputs : 0;
        double pagerank = 0;
        double smoothed = 0;
        for (NodeKernel kernel : kernels) {
            double weight = start.of(kernel) * exp(theta, weight(kernel.word())) / outputs;
            switch (kernel.kind()) {
                case PAGERANK -> pagerank = weight;
                case SMOOTHED -> smoothed += weight;
            }
        }
        double lambda = usualLambda() * exp(theta, LAMBDA) / outputs;
        return new Numbers(
                lambda / (1 + hops + pagerank + smoothed),
                start.temperature() * exp(theta, TEMPERATURE),
                hops,
                pagerank,
                smoothed);
    }

    /// Whether these parameters have a weight for the similarity of this name.
    public static boolean weighs(String word, Parameters theta) {
        return theta.specs().stream().anyMatch(spec -> spec.name().equals(weight(word)));
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
