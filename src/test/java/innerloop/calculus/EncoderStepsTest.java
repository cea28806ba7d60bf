package innerloop.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.Encoders;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gcn;
import innerloop.nn.Gin;
import innerloop.nn.Layers;
import innerloop.nn.ParameterSpec;
import innerloop.nn.ParameterSpec.Columns;
import innerloop.nn.Parameters;
import innerloop.nn.RandomParameters;
import innerloop.nn.Sage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Encoders by formulas: numbers computed by hand, and the gradient of many nodes against differences.
class EncoderStepsTest {

    private static final Backend BACKEND = new Nd4jBackend();
    private static final AttributedGraph BLOCKS = new BlockModel(4, 9, 2, 0.5, 1, 1, 3).graph();
    private static final int CLASSES = 2;

    /// A star: node 0 with the feature 1 has the neighbours 1 and 2 with the features 2 and 4.
    private static final AttributedGraph STAR =
            new GraphBuilder("star", 3, false)
                    .edge(0, 1)
                    .edge(0, 2)
                    .features(SparseMatrix.ofDense(3, 1, new double[] {1, 2, 4}), List.of())
                    .build();

    private static NetworkSteps steps(
            AttributedGraph graph, Encoder encoder, Parameters theta, int node)
            throws InputException {
        Field field = new Field(graph, graph.features(), encoder, theta, new int[] {node}, node);
        EncoderSteps steps = new EncoderSteps(field);
        Scoring scoring =
                new Scoring(
                        new Arithmetic(BACKEND),
                        field.depth(),
                        Axis.counted(CLASSES),
                        node % CLASSES,
                        steps.symbol());
        return new NetworkSteps(
                steps,
                new NodeRows(steps.output(), new int[] {0}),
                new ClassSteps(steps.output(), scoring),
                Optional.empty());
    }

    private static List<ParameterSpec> specs(Encoder encoder, AttributedGraph graph) {
        return encoder.parameters(graph.features().columns(), CLASSES, Columns.OUTPUTS);
    }

    /// The terms of node 0 of the star, at θ in the order of the encoder's parameters.
    private static Map<String, Values> star(Encoder encoder, double[]... theta)
            throws InputException {
        List<ParameterSpec> specs = specs(encoder, STAR);
        List<Matrix> values =
                IntStream.range(0, specs.size())
                        .mapToObj(p ->
                                BACKEND.matrix(
                                        specs.get(p).rows(), specs.get(p).columns(), theta[p]))
                        .toList();
        NetworkSteps steps = steps(STAR, encoder, new Parameters(specs, values), 0);
        Pass base = Pass.plain(BACKEND);
        steps.forward(base);
        Map<String, Values> named = new HashMap<>();
        steps.values(base).forEach(term -> named.put(term.name(), term.value()));
        steps.derivatives(base, Differences.ENTRIES)
                .forEach(term -> {
                    if (term.kind() == Term.Kind.DERIVATIVE) {
                        assertThat(term.agrees()).as(term.name()).isTrue();
                        named.put(term.name(), term.value());
                    }
                });
        return named;
    }

    private static double[] numbers(Map<String, Values> terms, String name) {
        return Objects.requireNonNull(terms.get(name), name).numbers();
    }

    private static void is(Map<String, Values> terms, String name, double... numbers) {
        assertThat(numbers(terms, name)).as(name).containsExactly(numbers, within(2e-8));
    }

    /// The head alone.
    private static final Layers ONE = Layers.of(List.of(), Activation.TANH);

    @Test
    void aConvolutionByHand() throws Exception {
        Map<String, Values> terms =
                star(new Gcn(ONE), new double[] {1, 0}, new double[] {0.5, -0.5});
        is(terms, "dⱼ", 3, 2, 2);
        is(terms, "cᵢⱼ", 1 / 3.0, 0.40824829, 0.40824829);
        is(terms, "p¹", 2.78282308);
        is(terms, "z¹", 3.28282308, -0.5);
        is(terms, "p", 0.97774807, 0.02225193);
        is(terms, "L", 0.02250324);
        is(terms, "dZ¹", -0.02225193, 0.02225193);
        is(terms, "dW¹", -0.06192320, 0.06192320);
        is(terms, "db¹", -0.02225193, 0.02225193);
        is(terms, "dc¹ᵢⱼ", -0.02225193, -0.04450386, -0.08900772);
    }

    @Test
    void theMeanOfNeighboursByHand() throws Exception {
        Map<String, Values> terms =
                star(
                        new Sage(ONE, Sage.Aggregation.MEAN),
                        new double[] {1, 0},
                        new double[] {0.5, -0.5},
                        new double[] {0, 1});
        is(terms, "cᵢⱼ", 0.5, 0.5);
        is(terms, "m¹ⱼ", 1, 2);
        is(terms, "p¹", 3);
        is(terms, "xᵢ", 1);
        is(terms, "z¹", 3.5, 0.5);
        is(terms, "p", 0.95257413, 0.04742587);
        is(terms, "dW_l¹", -0.14227762, 0.14227762);
        is(terms, "dW_r¹", -0.04742587, 0.04742587);
        is(terms, "db¹", -0.04742587, 0.04742587);
    }

    @Test
    void theLargestNeighbourByHand() throws Exception {
        Map<String, Values> terms =
                star(
                        new Sage(ONE, Sage.Aggregation.MAX),
                        new double[] {1, 0},
                        new double[] {0.5, -0.5},
                        new double[] {0, 1});
        is(terms, "p¹", 4);
        is(terms, "z¹", 4.5, 0.5);
        is(terms, "dW_l¹", -0.07194484, 0.07194484);
    }

    @Test
    void anIsomorphismLayerByHand() throws Exception {
        int inner = 64;
        double[] first = new double[inner];
        first[0] = 1;
        first[1] = -1;
        double[] second = new double[2 * inner];
        second[0] = 1;
        second[2] = 5;
        second[3] = 2;
        Map<String, Values> terms =
                star(
                        new Gin(ONE, true),
                        new double[] {0.5},
                        first,
                        new double[inner],
                        second,
                        new double[] {-7, 0});
        is(terms, "p¹", 6);
        is(terms, "q¹", 7.5);
        assertThat(numbers(terms, "r¹")).startsWith(7.5, 0, 0);
        is(terms, "z¹", 0.5, 0);
        is(terms, "p", 0.62245933, 0.37754067);
        assertThat(numbers(terms, "dR¹"))
                .startsWith(new double[] {-0.37754067, -1.13262201}, within(1e-8));
        assertThat(numbers(terms, "dS¹")[1]).as("a closed gate").isZero();
        assertThat(numbers(terms, "dW_a¹")[0]).isCloseTo(-2.83155502, within(1e-7));
        is(terms, "dε¹", -0.37754067);
    }

    static Stream<Encoder> encoders() {
        return Encoders.all();
    }

    /// One number per node has all of the gradient in it: its product with a random direction. In all a hundred nodes of every kind of
    /// encoder, and some of every combination of options.
    @ParameterizedTest
    @MethodSource("encoders")
    void theGradientOfManyNodesIsTheDifferenceOfTheirLosses(Encoder encoder) throws Exception {
        boolean plain = encoder.layers().equals(Layers.of(List.of(4), Activation.TANH));
        SplittableRandom random = new SplittableRandom(encoder.hashCode());
        for (int k = 0; k < (plain ? 100 : 2); k++) {
            Parameters theta = RandomParameters.of(BACKEND, specs(encoder, BLOCKS), k);
            int node = random.nextInt(BLOCKS.nodes());
            NetworkSteps steps = steps(BLOCKS, encoder, theta, node);
            Pass base = Pass.plain(BACKEND);
            steps.forward(base);
            Map<String, Matrix> direction = new HashMap<>();
            double slope = 0;
            for (Term term : steps.derivatives(base, 0)) {
                String name = parameter(term);
                if (term.kind() == Term.Kind.DERIVATIVE && !name.isEmpty()) {
                    double[] d = new double[term.value().numbers().length];
                    for (int e = 0; e < d.length; e++) {
                        d[e] = random.nextDouble(-1, 1);
                        slope += d[e] * term.value().numbers()[e];
                    }
                    Matrix of = base.get(name);
                    direction.put(name, BACKEND.matrix(of.rows(), of.columns(), d));
                }
            }
            assertThat(direction).hasSize(theta.specs().size());
            double difference = steps.differences(base, 0).along(direction);
            assertThat(new Check("", "", slope, difference).relativeError())
                    .as("node %d, %s against %s", node, slope, difference)
                    .isLessThan(1e-6);
        }
    }

    /// What the pass calls the parameter that a term is the derivative of; empty if it is none.
    private static String parameter(Term term) {
        String plain = term.name().replaceAll("[⁰¹²³⁴]", "");
        List<String> letters = List.of("dW", "db", "dε", "dγ", "dβ", "da_", "dg");
        boolean known = letters.stream().anyMatch(plain::startsWith);
        return known ? plain.substring(1) + (plain.equals("dg") ? "" : term.layer()) : "";
    }

    @Test
    void whatIsPrintedWrongFailsWithTheNumbersOfEveryEncoder() throws Exception {
        Layers two = Layers.of(List.of(4), Activation.TANH);
        for (Encoder encoder :
                List.of(
                        new Gcn(two),
                        new Sage(two, Sage.Aggregation.MEAN),
                        new Sage(two, Sage.Aggregation.MAX),
                        new Gin(two, true))) {
            Parameters theta = RandomParameters.of(BACKEND, specs(encoder, BLOCKS), 5);
            NetworkSteps steps = steps(BLOCKS, encoder, theta, 3);
            Pass base = Pass.plain(BACKEND);
            steps.forward(base);
            List<Term> printed =
                    new ArrayList<>(steps.derivatives(base, Differences.ENTRIES))
                            .stream()
                                    .filter(term -> term.kind() == Term.Kind.USUALLY_PRINTED)
                                    .toList();
            assertThat(printed).as(encoder.toString()).isNotEmpty().noneMatch(Term::agrees);
            assertThat(printed)
                    .anySatisfy(term ->
                            assertThat(term.checks())
                                    .isNotEmpty()
                                    .allMatch(check -> check.relativeError() > 1e-3));
        }
    }

    @Test
    void aNodeWithoutNeighboursHasNoMessages() throws Exception {
        AttributedGraph lonely =
                new GraphBuilder("lonely", 3, false)
                        .edge(1, 2)
                        .features(SparseMatrix.ofDense(3, 1, new double[] {1, 2, 4}), List.of())
                        .build();
        Layers two = Layers.of(List.of(3), Activation.TANH);
        for (Encoder encoder :
                List.of(
                        new Sage(two, Sage.Aggregation.MEAN),
                        new Sage(two, Sage.Aggregation.MAX),
                        new Gin(two, false))) {
            Parameters theta = RandomParameters.of(BACKEND, specs(encoder, lonely), 5);
            NetworkSteps steps = steps(lonely, encoder, theta, 0);
            Pass base = Pass.plain(BACKEND);
            steps.forward(base);
            Term message =
                    steps.values(base).stream()
                            .filter(term -> term.name().equals("h¹ⱼ"))
                            .findFirst()
                            .orElseThrow();
            assertThat(message.value().rows().size()).isZero();
            assertThat(Arrays.stream(base.get("P2").toArray()).sum()).isZero();
        }
    }
}
