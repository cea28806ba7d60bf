package innerloop.golden;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.episode.Episode;
import innerloop.graph.ReceptiveField;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.Adaptation;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.EpisodeWorker.Contribution;
import innerloop.meta.HeadStart;
import innerloop.meta.Learned;
import innerloop.meta.Learning;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.MetaUpdate;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import innerloop.nn.Adam;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Loss;
import innerloop.nn.Model;
import innerloop.nn.ModelEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.PrototypeModel.Distance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every number of the reference cases, on both backends: float64 to 1e-9 of the largest entry of each array, float32 to
/// 1e-4, where an array that is small beside the others of its gradient counts as a tenth of them: such entries are
/// differences of large numbers.
class GoldenTest {

    private static final MetaUpdate UPDATE = new MetaUpdate(0.01, MetaUpdate.Schedule.CONSTANT, 1);

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
        } else {
            new NodeCase(golden, backend, tolerance).check();
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
                        false);
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

    /// One node-classification case on one backend.
    private static final class NodeCase {
        private final GoldenCase golden;
        private final Backend backend;
        private final double tolerance;
        private final Adaptation inner;
        private final Encoder.GraphView view;
        private final Episode episode;
        private final Learning maml;
        private final Parameters theta;

        NodeCase(GoldenCase golden, Backend backend, double tolerance) {
            this.golden = golden;
            this.backend = backend;
            this.tolerance = tolerance;
            this.inner = new Adaptation(golden.innerSteps(), golden.innerRate(), HeadStart.LEARNED);
            this.view = golden.encoder().view(golden.graph(), golden.features());
            int[] classes = new int[golden.outputs()];
            Arrays.setAll(classes, c -> c);
            this.episode =
                    new Episode(
                            classes,
                            golden.episode("support"),
                            golden.episode("query"),
                            golden.episode("supportLabels"),
                            golden.episode("queryLabels"));
            this.maml = learning(maml(Maml.Variant.MAML, Maml.Order.SECOND));
            this.theta = read("param/", maml.model());
        }

        private Learning learning(MetaLearner learner) {
            return Learning.of(
                    learner,
                    golden.encoder(),
                    golden.inputs(),
                    golden.outputs(),
                    1,
                    Loss.CROSS_ENTROPY);
        }

        private EpisodeProblem problem(Model model, EpisodeProblem.Rows rows) {
            var source = new EpisodeProblem.Source(golden.encoder(), model.specs(), view, rows);
            return EpisodeProblem.of(backend, source, episode, golden.outputs(), 0);
        }

        private Maml maml(Maml.Variant variant, Maml.Order order) {
            return Maml.of(order, inner, UPDATE).withVariant(variant);
        }

        private Parameters read(String prefix, Model model) {
            List<Matrix> values = new ArrayList<>();
            for (ParameterSpec spec : model.specs()) {
                double[] numbers = spec.fromExport(golden.array(prefix + spec.name()));
                values.add(backend.matrix(spec.rows(), spec.columns(), numbers));
            }
            return new Parameters(model.specs(), values);
        }

        void check() {
            checkLogitsAndDerivativesOfAllFeatures();
            Contribution second = contribution(maml);
            assertNumber("queryLossAfterAdaptation", second.lossAfter());
            compare("metagrad.second/", second);
            compare(
                    "metagrad.first/",
                    contribution(learning(maml(Maml.Variant.MAML, Maml.Order.FIRST))));
            compare(
                    "metagrad.anil/",
                    contribution(learning(maml(Maml.Variant.ANIL, Maml.Order.SECOND))));
            Contribution metaSgd =
                    contribution(learning(maml(Maml.Variant.META_SGD, Maml.Order.SECOND)));
            compare("metagrad.second/", metaSgd);
            compareRates(metaSgd);
            Reptile reptile = new Reptile(inner, Reptile.Optimiser.SGD, 1, false, 1);
            compare("reptile/", contribution(learning(reptile)));
            Prototypical prototypical =
                    new Prototypical(Distance.EUCLIDEAN, golden.outputs(), UPDATE);
            compare("protonet/", contribution(learning(prototypical)));
        }

        private Contribution contribution(Learning learning) {
            EpisodeProblem problem = problem(learning.model(), learning.rows());
            Learned start = learning.initial(backend, new Seed(1));
            return new EpisodeWorker(backend, learning)
                    .contribute(
                            problem,
                            new Learned(theta, start.rates(), start.carried()),
                            0,
                            new EpisodeWorker.Slot(backend),
                            () -> {});
        }

        private void checkLogitsAndDerivativesOfAllFeatures() {
            ModelEvaluator evaluator = new ModelEvaluator(backend, maml.model());
            int[] all = new int[golden.nodes()];
            Arrays.setAll(all, i -> i);
            Block everything = block(all, new int[golden.nodes()]);
            assertClose(
                    "logits",
                    evaluator.forward(theta, everything).output().toArray(),
                    golden.array("logits"),
                    tolerance);
            Block support = block(episode.support(), episode.supportSlots());
            assertAll("grad/", evaluator.gradient(theta, support, 0));
            assertNumber("supportLoss", evaluator.lossOfGradient());
            Parameters direction = read("direction/", maml.model());
            assertAll("hvp/", evaluator.hessianVector(theta, direction, support, 0));
        }

        private Block block(int[] nodes, int[] slots) {
            Encoder.Operands operands = golden.encoder().operands(view, nodes);
            Map<String, SparseMatrix> features = new HashMap<>();
            int[] columns = new int[golden.inputs()];
            Arrays.setAll(columns, c -> c);
            view.features()
                    .forEach((name, x) ->
                            features.put(
                                    name,
                                    ReceptiveField.rows(
                                            x, operands.rows(), columns, columns.length)));
            return Block.of(backend, operands, features, slots, golden.outputs());
        }

        /// The episode computes on active rows; put among zeros they must be the reference.
        private void compare(String prefix, Contribution given) {
            Parameters full = zero(theta.specs());
            given.problem().extend(given.direction(), 1, full, backend);
            assertAll(prefix, full);
        }

        private void compareRates(Contribution metaSgd) {
            List<ParameterSpec> specs =
                    maml.model().specs().stream()
                            .map(s -> s.withName("rates." + s.name()))
                            .toList();
            Parameters rates = zero(specs);
            metaSgd.problem().extendSupport(metaSgd.rates(), 1, rates, backend);
            for (ParameterSpec spec : maml.model().specs()) {
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
            for (ParameterSpec spec : maml.model().specs()) {
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
            return maml.model().specs().stream()
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
    private static void assertClose(
            String what, double[] actual, double[] expected, double tolerance) {
        assertClose(what, actual, expected, tolerance, 1e-3);
    }

    private static void assertClose(
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
