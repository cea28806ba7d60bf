package innerloop.golden;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.graph.ReceptiveField;
import innerloop.graph.Targets;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.Blueprint;
import innerloop.meta.Contribution;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeSource;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.HeadStart;
import innerloop.meta.InnerLoopSettings;
import innerloop.meta.LearnerState;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.OuterLoopSettings;
import innerloop.meta.Plan;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import innerloop.meta.Shrinkage;
import innerloop.nn.Adam;
import innerloop.nn.Answers;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Network;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Objective;
import innerloop.nn.Objective.Distance;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every number of the reference cases, on both backends: float64 to 1e-9 of the largest entry of each array, float32 to
/// 1e-4, where an array that is small beside the others of its gradient counts as a tenth of them: such entries are
/// differences of large numbers.
class GoldenTest {

    private static final OuterLoopSettings UPDATE =
            new OuterLoopSettings(0.01, OuterLoopSettings.Schedule.CONSTANT, 1);

    @TestFactory
    Stream<DynamicTest> everyNumberOfEveryCaseOnBothBackends() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        List<GoldenCase> cases = GoldenCase.all();
        assertThat(cases).isNotEmpty();
        for (Backend backend : List.of(new VectorBackend(), new Nd4jBackend())) {
            double tolerance = backend instanceof Nd4jBackend ? 1e-9 : 1e-4;
            for (GoldenCase golden : cases) {
                tests.add(
                        DynamicTest.dynamicTest(
                                golden.name() + " on " + backend.name(),
                                () -> check(golden, backend, tolerance)));
            }
        }
        return tests.stream();
    }

    private static void check(GoldenCase golden, Backend backend, double tolerance) {
        if (golden.isOptimizer()) {
            checkAdam(golden, backend, tolerance);
        } else if (golden.isOfEdges()) {
            new EdgeCase(golden, backend, tolerance).check();
        } else {
            new EpisodeCase(golden, backend, tolerance).check();
        }
    }

    private static void checkAdam(GoldenCase golden, Backend backend, double tolerance) {
        var o = golden.settings().get("optimizer");
        Adam adam =
                new Adam(
                        o.get("rate").asDouble(),
                        o.get("beta1").asDouble(),
                        o.get("beta2").asDouble(),
                        o.get("epsilon").asDouble(),
                        o.get("weightDecay").asDouble());
        ParameterSpec spec =
                new ParameterSpec(
                        "w",
                        3,
                        4,
                        ParameterSpec.Initialisation.GLOROT,
                        ParameterSpec.Layout.LINEAR,
                        0,
                        false,
                        ParameterSpec.Columns.UNITS);
        Parameters at = parameters(backend, spec, golden.array("start"));
        Adam.State state = Adam.State.start();
        for (int i = 0; golden.arrays().containsKey("gradient/" + i); i++) {
            Parameters gradient = parameters(backend, spec, golden.array("gradient/" + i));
            Adam.Step step = adam.step(backend, state, at, gradient);
            at = step.parameters();
            state = step.state();
            assertClose("after/" + i, at.get("w").toArray(), golden.array("after/" + i), tolerance);
        }
    }

    private static Parameters parameters(Backend backend, ParameterSpec spec, double[] numbers) {
        return new Parameters(
                List.of(spec), List.of(backend.matrix(spec.rows(), spec.columns(), numbers)));
    }

    /// One case of classification on one backend.
    private static final class EpisodeCase {
        private final GoldenCase golden;
        private final Backend backend;
        private final double tolerance;
        private final InnerLoopSettings inner;
        private final Encoder.GraphView view;
        private final Episode episode;
        private final Plan maml;
        private final Parameters theta;

        EpisodeCase(GoldenCase golden, Backend backend, double tolerance) {
            this.golden = golden;
            this.backend = backend;
            this.tolerance = tolerance;
            this.inner =
                    new InnerLoopSettings(
                            golden.innerSteps(), golden.innerRate(), HeadStart.LEARNED);
            this.view = golden.encoder().view(golden.graph(), golden.features());
            int[] classes = new int[golden.outputs()];
            Arrays.setAll(classes, c -> c);
            this.episode =
                    new Episode(
                            Optional.of(examples(classes, "support")), examples(classes, "query"));
            this.maml = plan(maml(Maml.Variant.MAML, Maml.Order.SECOND));
            this.theta = read("param/", maml.network());
        }

        private Examples examples(int[] classes, String set) {
            return new Examples(
                    golden.targets(golden.episode(set)),
                    new Answers.Slots(classes, golden.episode(set + "Labels")));
        }

        private Plan plan(MetaLearner learner) {
            return learner.plan(
                    new Blueprint(
                            golden.encoder(),
                            golden.readout(),
                            new Objective.CrossEntropy(),
                            golden.inputs(),
                            golden.outputs(),
                            1));
        }

        private EpisodeProblem problem(Plan plan) {
            var source = new EpisodeSource(plan.network(), view, plan.rows());
            return EpisodeProblem.of(backend, source, episode, 0);
        }

        private Maml maml(Maml.Variant variant, Maml.Order order) {
            return Maml.of(order, inner, UPDATE).withVariant(variant);
        }

        private Parameters read(String prefix, Network network) {
            List<Matrix> values = new ArrayList<>();
            for (ParameterSpec spec : network.specs()) {
                double[] numbers = spec.fromExport(golden.array(prefix + spec.name()));
                values.add(backend.matrix(spec.rows(), spec.columns(), numbers));
            }
            return new Parameters(network.specs(), values);
        }

        void check() {
            checkLogitsAndDerivativesOfAllFeatures();
            Contribution second = contribution(maml);
            assertNumber("queryLossAfterAdaptation", second.lossAfter());
            compare("metagrad.second/", second);
            Contribution metaSgd =
                    contribution(plan(maml(Maml.Variant.META_SGD, Maml.Order.SECOND)));
            compare("metagrad.second/", metaSgd);
            if (golden.isOfGraphs()) {
                return;
            }
            compareRates(metaSgd);
            compare(
                    "metagrad.first/",
                    contribution(plan(maml(Maml.Variant.MAML, Maml.Order.FIRST))));
            compare(
                    "metagrad.anil/",
                    contribution(plan(maml(Maml.Variant.ANIL, Maml.Order.SECOND))));
            Reptile reptile =
                    new Reptile(inner, Reptile.Optimiser.SGD, 1, false, 1, Shrinkage.none());
            compare("reptile/", contribution(plan(reptile)));
            Prototypical prototypical =
                    new Prototypical(Distance.EUCLIDEAN, golden.outputs(), UPDATE);
            compare("protonet/", contribution(plan(prototypical)));
        }

        private Contribution contribution(Plan plan) {
            LearnerState start = plan.initial(backend, new Seed(1));
            return new EpisodeWorker(backend, plan)
                    .contribute(
                            problem(plan),
                            new LearnerState(theta, start.rates(), start.carried()),
                            0,
                            new Contribution.Buffer(backend),
                            () -> {});
        }

        private void checkLogitsAndDerivativesOfAllFeatures() {
            NetworkEvaluator evaluator = new NetworkEvaluator(backend, maml.network());
            Passes everything = Passes.of(block(golden.everything()));
            assertClose(
                    "logits",
                    evaluator.forward(theta, everything).scores().toArray(),
                    golden.array("logits"),
                    tolerance);
            Examples examples = episode.support().orElseThrow();
            Passes support =
                    Passes.of(block(examples.targets()).withAnswers(backend, examples.answers()));
            assertAll("grad/", evaluator.gradient(theta, support, 0));
            assertNumber("supportLoss", evaluator.lossOfGradient());
            if (!golden.isOfGraphs()) {
                Parameters direction = read("direction/", maml.network());
                assertAll("hvp/", evaluator.hessianVector(theta, direction, support, 0));
            }
        }

        private Block block(Targets targets) {
            Encoder.Operands operands = maml.network().operands(view, targets);
            Map<String, SparseMatrix> features = new HashMap<>();
            int[] columns = new int[golden.inputs()];
            Arrays.setAll(columns, c -> c);
            view.features()
                    .forEach((name, x) ->
                            features.put(
                                    name,
                                    ReceptiveField.rows(
                                            x, operands.rows(), columns, columns.length)));
            return Block.of(operands, features);
        }

        /// The episode computes on active rows; put among zeros they must be the reference.
        private void compare(String prefix, Contribution given) {
            Parameters full = zero(theta.specs());
            given.problem().extend(given.direction(), 1, full, backend);
            assertAll(prefix, full);
        }

        private void compareRates(Contribution metaSgd) {
            List<ParameterSpec> specs =
                    maml.network().specs().stream()
                            .map(s -> s.withName("rates." + s.name()))
                            .toList();
            Parameters rates = zero(specs);
            metaSgd.problem().extendSupport(metaSgd.rates(), 1, rates, backend);
            for (ParameterSpec spec : maml.network().specs()) {
                String key = "rategrad.metasgd/" + spec.name();
                assertClose(
                        key,
                        spec.toExport(rates.get("rates." + spec.name()).toArray()),
                        golden.array(key),
                        tolerance);
            }
        }

        private Parameters zero(List<ParameterSpec> specs) {
            return new ParameterSpace(backend, specs).zero();
        }

        private void assertAll(String prefix, Parameters actual) {
            double least =
                    backend instanceof Nd4jBackend ? 1e-3 : Math.max(1e-3, largest(prefix) / 10);
            for (ParameterSpec spec : maml.network().specs()) {
                String key = prefix + spec.name();
                assertClose(
                        key,
                        spec.toExport(actual.get(spec.name()).toArray()),
                        golden.array(key),
                        tolerance,
                        least);
            }
        }

        private double largest(String prefix) {
            return maml.network().specs().stream()
                    .flatMapToDouble(s -> Arrays.stream(golden.array(prefix + s.name())))
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
        }

        private void assertNumber(String key, double actual) {
            assertThat(Math.abs(actual - golden.expected(key)) / Math.abs(golden.expected(key)))
                    .as(key)
                    .isLessThan(tolerance);
        }
    }

    /// An array that is zero in the reference (a hidden unit nobody reaches) must be zero to rounding.
    static void assertClose(String what, double[] actual, double[] expected, double tolerance) {
        assertClose(what, actual, expected, tolerance, 1e-3);
    }

    static void assertClose(
            String what, double[] actual, double[] expected, double tolerance, double least) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        double worst = 0;
        for (int i = 0; i < actual.length; i++) {
            worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
        }
        assertThat(worst / Math.max(scale, least)).as(what).isLessThan(tolerance);
    }
}
