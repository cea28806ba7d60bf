package innerloop.meta;

import static innerloop.meta.EpisodeFixture.BACKEND;
import static innerloop.meta.EpisodeFixture.flat;
import static innerloop.meta.EpisodeFixture.gap;
import static innerloop.meta.EpisodeFixture.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.episode.Episode;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.nn.Activation;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.nn.RandomParameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Adaptation and meta-gradients in float64 against what defines them.
class MetaLearningTest {

    private static final double INNER_RATE = 0.3;

    /// Smooth activations: a finite difference through many kinks measures nothing.
    static Stream<Encoder> encoders() {
        return Stream.of(
                new Gcn(List.of(4), Activation.TANH),
                new Gcn(List.of(4, 3), Activation.TANH),
                new Gat(List.of(3), Activation.TANH, 2, 0.2));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void theSecondOrderMetaGradientIsTheSlopeOfTheWholeInnerLoop(Encoder encoder) {
        EpisodeFixture world = new EpisodeFixture(encoder);
        EpisodeProblem problem = world.problem(world.episode(0));
        Parameters theta = world.weights();
        double[] exact = flat(world.direction(maml(Maml.Order.SECOND, INNER_RATE), problem, theta));
        // Both orders adapt alike; this one is quicker.
        Maml learner = maml(Maml.Order.FIRST, INNER_RATE);
        double[] measured = exact.clone();
        double step = 1e-5;
        // A stride that has no divisor in common with a row's length meets every column of every
        // weight.
        for (int k = 0; k < measured.length; k += 5) {
            double above = lossAfterAdaptation(world, learner, problem, moved(theta, k, step));
            double below = lossAfterAdaptation(world, learner, problem, moved(theta, k, -step));
            measured[k] = (above - below) / (2 * step);
        }
        assertThat(gap(exact, measured)).isLessThan(1e-5);
    }

    private static double lossAfterAdaptation(
            EpisodeFixture world, Maml learner, EpisodeProblem problem, Parameters theta) {
        return world.worker
                .contribute(
                        learner,
                        problem,
                        theta,
                        new EpisodeWorker.Slot(BACKEND, world.model),
                        () -> {})
                .lossAfter();
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void firstOrderDiffersFromSecondOrder(Encoder encoder) {
        EpisodeFixture world = new EpisodeFixture(encoder);
        assertThat(orderGap(world, INNER_RATE)).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void firstOrderBecomesSecondOrderAsTheInnerRateVanishes(Encoder encoder) {
        EpisodeFixture world = new EpisodeFixture(encoder);
        assertThat(orderGap(world, 1e-8)).isLessThan(1e-6);
        assertThat(orderGap(world, 1e-4) / orderGap(world, 1e-5)).isCloseTo(10, within(0.1));
    }

    private static double orderGap(EpisodeFixture world, double innerRate) {
        EpisodeProblem problem = world.problem(world.episode(0));
        Parameters theta = world.weights();
        return gap(
                flat(world.direction(maml(Maml.Order.FIRST, innerRate), problem, theta)),
                flat(world.direction(maml(Maml.Order.SECOND, innerRate), problem, theta)));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void theRestrictedGradientIsTheUnrestrictedOne(Encoder encoder) {
        EpisodeFixture world = new EpisodeFixture(encoder);
        Episode episode = world.episode(2);
        EpisodeProblem problem = world.problem(episode);
        Parameters theta = world.weights();
        ParameterSpace space = new ParameterSpace(BACKEND, problem.specs());
        Parameters part = problem.restrict(theta, space, BACKEND);
        Parameters gradient = space.blank();
        double loss = world.evaluator.gradient(part, problem.support(), gradient);

        Block all = world.unrestricted(episode.support(), episode.supportSlots());
        Parameters expected = new ParameterSpace(BACKEND, world.model.specs()).blank();
        assertThat(loss).isCloseTo(world.evaluator.gradient(theta, all, expected), within(1e-12));
        assertThat(gap(flat(world.extended(problem, gradient)), flat(expected))).isLessThan(1e-12);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void adaptingOnTheReceptiveFieldIsAdaptingOnEverything(Encoder encoder) {
        EpisodeFixture world = new EpisodeFixture(encoder);
        Episode episode = world.episode(1);
        Maml learner = maml(Maml.Order.FIRST, INNER_RATE);
        Parameters theta = world.weights();
        Block all = world.unrestricted(episode.support(), episode.supportSlots());
        ParameterSpace space = new ParameterSpace(BACKEND, world.model.specs());
        Parameters expected = theta;
        for (int k = 0; k < learner.innerSteps(); k++) {
            Parameters gradient = space.blank();
            world.evaluator.gradient(expected, all, gradient);
            expected = space.plus(expected, -learner.innerRate(), gradient);
        }
        Parameters adapted = world.worker.adapt(learner, world.problem(episode), theta);
        assertThat(gap(flat(adapted), flat(expected))).isLessThan(1e-12);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void adaptingLowersTheSupportLoss(Encoder encoder) {
        EpisodeFixture world = new EpisodeFixture(encoder);
        Episode episode = world.episode(3);
        Block all = world.unrestricted(episode.support(), episode.supportSlots());
        Parameters theta = world.weights();
        Parameters adapted =
                world.worker.adapt(maml(Maml.Order.FIRST, 0.1), world.problem(episode), theta);
        assertThat(world.evaluator.performance(adapted, all).loss())
                .isLessThan(world.evaluator.performance(theta, all).loss());
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void anUntrainedThetaTreatsAllSlotsAlike(Encoder encoder) {
        EpisodeFixture world = new EpisodeFixture(encoder);
        Parameters theta = ParameterSpace.initial(BACKEND, world.model.specs(), new Seed(12));
        Episode episode = world.episode(0);
        int[] newSlot = {2, 0, 1};
        Episode relabelled =
                new Episode(
                        episode.classes(),
                        episode.support(),
                        episode.query(),
                        Arrays.stream(episode.supportSlots()).map(s -> newSlot[s]).toArray(),
                        Arrays.stream(episode.querySlots()).map(s -> newSlot[s]).toArray());
        Matrix before = logitsAfterAdaptation(world, episode, theta);
        Matrix after = logitsAfterAdaptation(world, relabelled, theta);
        for (int i = 0; i < before.rows(); i++) {
            for (int slot = 0; slot < newSlot.length; slot++) {
                assertThat(after.get(i, newSlot[slot]))
                        .isCloseTo(before.get(i, slot), within(1e-12));
            }
        }
    }

    private static Matrix logitsAfterAdaptation(
            EpisodeFixture world, Episode episode, Parameters theta) {
        Maml learner = maml(Maml.Order.FIRST, INNER_RATE);
        Parameters adapted = world.worker.adapt(learner, world.problem(episode), theta);
        Block query = world.unrestricted(episode.query(), episode.querySlots());
        Matrix output = world.evaluator.forward(adapted, query).output();
        return BACKEND.matrix(output.rows(), output.columns(), output.toArray());
    }

    @Test
    void reptileWithEpsilonOneIsPlainAveraging() {
        EpisodeFixture world = new EpisodeFixture(new Gcn(List.of(4), Activation.RELU));
        Reptile learner = new Reptile(3, INNER_RATE, 1, false, 3);
        Parameters theta = world.weights();
        ParameterSpace space = new ParameterSpace(BACKEND, world.model.specs());
        Parameters direction = space.zero();
        double[] mean = new double[theta.count()];
        for (int i = 0; i < 3; i++) {
            EpisodeProblem problem = world.problem(world.episode(i));
            direction = space.plus(direction, 1.0 / 3, world.direction(learner, problem, theta));
            double[] adapted = flat(world.worker.adapt(learner, problem, theta));
            for (int k = 0; k < mean.length; k++) {
                mean[k] += adapted[k] / 3;
            }
        }
        OuterLoop after = OuterLoop.start(theta).step(learner, direction, 10, BACKEND);
        assertThat(gap(flat(after.theta()), mean)).isLessThan(1e-12);
    }

    @Test
    void annealedReptileGoesLessFarWithEveryStep() {
        EpisodeFixture world = new EpisodeFixture(new Gcn(List.of(4), Activation.RELU));
        Reptile learner = new Reptile(1, INNER_RATE, 0.8, true, 1);
        Parameters start = new ParameterSpace(BACKEND, world.model.specs()).zero();
        Parameters direction = world.weights();
        OuterLoop outer = OuterLoop.start(start);
        double[] unit = flat(direction);
        double expected = 0;
        for (int step = 0; step < 4; step++) {
            outer = outer.step(learner, direction, 4, BACKEND);
            expected += 0.8 * (1 - step / 4.0);
            assertThat(flat(outer.theta())[0]).isCloseTo(expected * unit[0], within(1e-12));
        }
    }

    @Test
    void theHessianIsSymmetric() {
        EpisodeFixture world = new EpisodeFixture(new Gat(List.of(3), Activation.ELU, 2, 0.2));
        EpisodeProblem problem = world.problem(world.episode(0));
        ParameterSpace space = new ParameterSpace(BACKEND, problem.specs());
        Parameters at = problem.restrict(world.weights(), space, BACKEND);
        Parameters u = RandomParameters.of(BACKEND, problem.specs(), 21);
        Parameters v = RandomParameters.of(BACKEND, problem.specs(), 22);
        double uHv = dot(u, problem.supportHessianVector(at, v, space, world.evaluator));
        double vHu = dot(v, problem.supportHessianVector(at, u, space, world.evaluator));
        assertThat(uHv).isCloseTo(vHu, within(1e-12));
    }

    private static double dot(Parameters a, Parameters b) {
        double sum = 0;
        for (int p = 0; p < a.values().size(); p++) {
            sum += BACKEND.dot(a.values().get(p), b.values().get(p));
        }
        return sum;
    }

    private static Maml maml(Maml.Order order, double innerRate) {
        return new Maml(order, 3, innerRate, 0.01, 1);
    }
}
