package innerloop.golden;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.episode.Episode;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.InnerLoop;
import innerloop.meta.Maml;
import innerloop.meta.MetaDirection;
import innerloop.meta.MetaLearner;
import innerloop.meta.Reptile;
import innerloop.nn.Adam;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Model;
import innerloop.nn.ModelEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every number of the reference cases, on both backends: float64 to 1e-9, float32 to 1e-4, relative to the largest
/// entry of the array.
class GoldenTest {

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
        ParameterSpec spec = ParameterSpec.linear("w", 3, 4);
        Parameters at = parameters(backend, spec, golden.array("start"));
        Adam.State state = Adam.State.start(at);
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
        private final Model model;
        private final Encoder.GraphView view;
        private final ModelEvaluator evaluator;
        private final EpisodeProblem problem;
        private final ParameterSpace space;
        private final Parameters theta;

        NodeCase(GoldenCase golden, Backend backend, double tolerance) {
            this.golden = golden;
            this.backend = backend;
            this.tolerance = tolerance;
            this.model = new Model(golden.encoder(), golden.inputs(), golden.outputs());
            this.view = golden.encoder().view(golden.graph(), golden.features());
            this.evaluator = new ModelEvaluator(backend, model);
            int[] classes = new int[golden.outputs()];
            Arrays.setAll(classes, c -> c);
            Episode episode =
                    new Episode(
                            classes,
                            golden.episode("support"),
                            golden.episode("query"),
                            golden.episode("supportLabels"),
                            golden.episode("queryLabels"));
            this.problem = EpisodeProblem.of(backend, model, view, episode);
            this.space = new ParameterSpace(backend, problem.specs());
            this.theta = read("param/");
        }

        private Parameters read(String prefix) {
            List<Matrix> values = new ArrayList<>();
            for (ParameterSpec spec : model.specs()) {
                double[] numbers = spec.fromExport(golden.array(prefix + spec.name()));
                values.add(backend.matrix(spec.rows(), spec.columns(), numbers));
            }
            return new Parameters(model.specs(), values);
        }

        void check() {
            checkLogitsOfAllNodes();
            Parameters start = problem.restrict(theta, space, backend);
            Parameters gradient = space.blank();
            double loss = evaluator.gradient(start, problem.support(), gradient);
            assertNumber("supportLoss", loss);
            compare("grad/", gradient);
            Parameters product = space.blank();
            Parameters direction = problem.restrict(read("direction/"), space, backend);
            evaluator.hessianVector(start, direction, problem.support(), product);
            compare("hvp/", product);

            Maml second = maml(Maml.Order.SECOND);
            List<Parameters> path =
                    InnerLoop.path(problem, start, second, space, evaluator, () -> {});
            compareMoved("adapted/", path.getLast(), start);
            assertNumber(
                    "queryLossAfterAdaptation",
                    evaluator.performance(path.getLast(), problem.query()).loss());
            compare("metagrad.second/", direction(second, path));
            compare("metagrad.first/", direction(maml(Maml.Order.FIRST), path));
            Reptile reptile = new Reptile(golden.innerSteps(), golden.innerRate(), 1, false, 1);
            compare("reptile/", direction(reptile, path));
        }

        private Maml maml(Maml.Order order) {
            return new Maml(order, golden.innerSteps(), golden.innerRate(), 0.01, 1);
        }

        private Parameters direction(MetaLearner learner, List<Parameters> path) {
            return MetaDirection.of(learner, problem, path, space, evaluator, () -> {});
        }

        private void checkLogitsOfAllNodes() {
            int[] all = new int[golden.nodes()];
            Arrays.setAll(all, i -> i);
            Encoder.Operands operands = golden.encoder().operands(view, all);
            Block block =
                    Block.of(
                            backend,
                            operands,
                            view.first(),
                            new int[golden.nodes()],
                            golden.outputs());
            assertClose(
                    "logits",
                    evaluator.forward(theta, block).output().toArray(),
                    golden.array("logits"),
                    tolerance);
        }

        /// The episode computes on active rows; put among zeros they must be the reference.
        private void compare(String prefix, Parameters direction) {
            ParameterSpace full = new ParameterSpace(backend, model.specs());
            Parameters extended = full.zero();
            problem.extend(direction, 1, extended, full.blank().values().getFirst(), backend);
            assertAll(prefix, extended);
        }

        private void compareMoved(String prefix, Parameters adapted, Parameters start) {
            ParameterSpace full = new ParameterSpace(backend, model.specs());
            Parameters moved = full.plus(theta, 0, theta);
            problem.extend(
                    space.minus(adapted, start),
                    1,
                    moved,
                    full.blank().values().getFirst(),
                    backend);
            assertAll(prefix, moved);
        }

        private void assertAll(String prefix, Parameters actual) {
            for (ParameterSpec spec : model.specs()) {
                String key = prefix + spec.name();
                assertClose(
                        key,
                        spec.toExport(actual.get(spec.name()).toArray()),
                        golden.array(key),
                        tolerance);
            }
        }

        private void assertNumber(String key, double actual) {
            assertThat(Math.abs(actual - golden.expected(key)) / Math.abs(golden.expected(key)))
                    .as(key)
                    .isLessThan(tolerance);
        }
    }

    private static void assertClose(
            String what, double[] actual, double[] expected, double tolerance) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        double worst = 0;
        for (int i = 0; i < actual.length; i++) {
            worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
        }
        // An array that is zero in the reference (a hidden unit nobody reaches) must be zero to
        // rounding.
        assertThat(worst / Math.max(scale, 1e-3)).as(what).isLessThan(tolerance);
    }
}
