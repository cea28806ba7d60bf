package innerloop.meta;

import static innerloop.meta.EpisodeFixture.gap;
import static innerloop.meta.EpisodeFixture.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.Encoders;
import innerloop.Learners;
import innerloop.meta.Maml.Order;
import innerloop.meta.Maml.Variant;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gcn;
import innerloop.nn.Hops;
import innerloop.nn.Layers;
import innerloop.nn.Mlp;
import innerloop.nn.Network;
import innerloop.nn.Objective.Distance;
import innerloop.nn.Parameters;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every learner's direction in float64 against central differences of what it should be the slope of.
class MetaGradientTest {

    private static final int STEPS = 2;
    private static final Encoder SMALL = new Gcn(Layers.of(List.of(4), Activation.TANH));

    static Stream<Encoder> encoders() {
        return Encoders.all();
    }

    static Stream<Encoder> kinds() {
        Layers layers = Layers.of(List.of(4), Activation.TANH);
        Layers further = layers.withHops(new Hops(2, Hops.Weights.LEARNED, 0.2));
        return Stream.concat(Encoders.with(layers), Stream.of(new Gcn(further), new Mlp(further)));
    }

    static Stream<Maml> variants() {
        return Stream.of(HeadStart.values())
                .flatMap(head ->
                        Stream.of(Variant.values())
                                .map(variant -> maml(head).withVariant(variant)));
    }

    private static Maml maml(HeadStart head) {
        return Maml.of(
                Order.SECOND, new InnerLoopSettings(STEPS, 0.3, head), Learners.outer(0.01, 1));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void secondOrderIsTheSlopeOfTheWholeInnerLoop(Encoder encoder) {
        checkLossAfterAdaptation(encoder, maml(HeadStart.LEARNED));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void secondOrderLooksThroughThePrototypesTheHeadStartsAt(Encoder encoder) {
        checkLossAfterAdaptation(encoder, maml(HeadStart.PROTOTYPES));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyVariantIsTheSlopeOfItsInnerLoop(Maml learner) {
        checkLossAfterAdaptation(SMALL, learner);
    }

    @Test
    void learnedRatesOfLayersAndStepsDoNotDisturbTheSlope() {
        checkLossAfterAdaptation(SMALL, maml(HeadStart.LEARNED).withLearnRates(true));
    }

    private static void checkLossAfterAdaptation(Encoder encoder, Maml learner) {
        EpisodeFixture world = new EpisodeFixture(encoder, learner);
        // Both orders adapt alike; this one is quicker.
        EpisodeFixture quick = new EpisodeFixture(encoder, learner.withOrder(Order.FIRST));
        EpisodeProblem problem = world.problem(0);
        LearnerState at = world.weights();
        checkSlope(
                world.direction(problem, at),
                at,
                learned -> quick.contribution(problem, learned).lossAfter());
    }

    private static void checkSlope(
            double[] direction, LearnerState at, ToDoubleFunction<LearnerState> objective) {
        double[] measured = direction.clone();
        // Short, since the perceptrons inside GIN have kinks.
        double step = 1e-6;
        // A stride that has no divisor in common with a row's length meets every column of every
        // weight.
        for (int k = 0; k < measured.length; k += 29) {
            double above = objective.applyAsDouble(moved(at, k, step));
            double below = objective.applyAsDouble(moved(at, k, -step));
            measured[k] = (above - below) / (2 * step);
        }
        assertThat(gap(direction, measured)).isLessThan(1e-5);
    }

    @Test
    void theMultiStepLossIsTheWeightedSumOverTheSteps() {
        Maml learner = maml(HeadStart.LEARNED).withMultiStepLoss(10);
        EpisodeFixture world = new EpisodeFixture(SMALL, learner);
        EpisodeProblem problem = world.problem(0);
        LearnerState at = world.weights();
        checkSlope(
                world.direction(problem, at),
                at,
                learned -> {
                    double sum = 0;
                    for (int k = 1; k <= STEPS; k++) {
                        Maml shorter = learner.withInner(learner.inner().withSteps(k));
                        EpisodeFixture other = new EpisodeFixture(SMALL, shorter);
                        sum += other.contribution(problem, learned).lossAfter() / STEPS;
                    }
                    return sum;
                });
    }

    @Test
    void theMultiStepWeightsMoveToTheLastStepAndAlwaysAddUpToOne() {
        Maml learner = maml(HeadStart.LEARNED).withMultiStepLoss(10);
        for (int step = 0; step < 15; step++) {
            double sum = 0;
            for (int k = 1; k <= STEPS; k++) {
                sum += learner.lossWeight(k, step);
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
        assertThat(learner.lossWeight(1, 0)).isCloseTo(1.0 / STEPS, within(1e-12));
        assertThat(learner.lossWeight(1, 10)).isCloseTo(0.03 / STEPS, within(1e-12));
        assertThat(maml(HeadStart.LEARNED).lossWeight(1, 0)).isZero();
    }

    @Test
    void theFirstStepsAreFirstOrderIfAskedFor() {
        Maml learner = maml(HeadStart.LEARNED).withFirstOrderSteps(2);
        assertThat(learner.orderAt(1)).isEqualTo(Order.FIRST);
        assertThat(learner.orderAt(2)).isEqualTo(Order.SECOND);
    }

    @Test
    void ratesOfEntriesHaveTheirSlope() {
        checkRates(maml(HeadStart.LEARNED).withVariant(Variant.META_SGD));
    }

    @Test
    void ratesOfLayersAndStepsHaveTheirSlope() {
        checkRates(maml(HeadStart.LEARNED).withLearnRates(true));
    }

    private static void checkRates(Maml learner) {
        EpisodeFixture world = new EpisodeFixture(SMALL, learner);
        EpisodeProblem problem = world.problem(0);
        LearnerState at = world.weights();
        Parameters rates = at.rates();
        double[] direction = world.rateDirection(problem, at);
        double[] measured = direction.clone();
        double step = 1e-5;
        for (int k = 0; k < measured.length; k++) {
            double above = lossWithRates(world, problem, at, moved(rates, k, step));
            double below = lossWithRates(world, problem, at, moved(rates, k, -step));
            measured[k] = (above - below) / (2 * step);
        }
        assertThat(gap(direction, measured)).isLessThan(1e-5);
    }

    private static double lossWithRates(
            EpisodeFixture world, EpisodeProblem problem, LearnerState at, Parameters rates) {
        LearnerState other = new LearnerState(at.theta(), rates, at.carried());
        return world.contribution(problem, other).lossAfter();
    }

    static Stream<Arguments> metrics() {
        return kinds().flatMap(e -> Stream.of(Distance.values()).map(d -> Arguments.of(e, d)));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void thePrototypicalDirectionIsTheSlopeOfItsLoss(Encoder encoder, Distance distance) {
        EpisodeFixture world =
                new EpisodeFixture(encoder, new Prototypical(distance, 3, Learners.outer(0.01, 1)));
        EpisodeProblem problem = world.problem(0);
        LearnerState at = world.weights();
        checkSlope(
                world.direction(problem, at),
                at,
                learned -> world.contribution(problem, learned).lossAfter());
    }

    @Test
    void thePretrainingDirectionIsTheSlopeOfTheBatchLoss() {
        Pretrain learner =
                new Pretrain(
                        new InnerLoopSettings(STEPS, 0.3, HeadStart.ZERO),
                        Pretrain.Probe.FINE_TUNE,
                        Learners.outer(0.01, 1));
        EpisodeFixture world = new EpisodeFixture(SMALL, learner);
        EpisodeProblem batch = world.batch(0);
        LearnerState at = world.weights();
        checkSlope(
                world.direction(batch, at),
                at,
                learned -> world.contribution(batch, learned).lossAfter());
    }

    @Test
    void firstOrderDiffersFromSecondOrder() {
        assertThat(orderGap(0.3)).isGreaterThan(0.01);
    }

    @Test
    void firstOrderBecomesSecondOrderAsTheInnerRateVanishes() {
        assertThat(orderGap(1e-8)).isLessThan(1e-6);
        assertThat(orderGap(1e-4) / orderGap(1e-5)).isCloseTo(10, within(0.1));
    }

    private static double orderGap(double innerRate) {
        Maml second = Learners.maml(Order.SECOND, STEPS, innerRate, 0.01, 1);
        EpisodeFixture exact = new EpisodeFixture(SMALL, second);
        EpisodeFixture shortcut = new EpisodeFixture(SMALL, second.withOrder(Order.FIRST));
        EpisodeProblem problem = exact.problem(0);
        LearnerState at = exact.weights();
        return gap(shortcut.direction(problem, at), exact.direction(problem, at));
    }

    @Test
    void anilLeavesTheEncoderAloneInTheInnerLoop() {
        EpisodeFixture world =
                new EpisodeFixture(SMALL, maml(HeadStart.LEARNED).withVariant(Variant.ANIL));
        Network network = world.plan.network();
        assertThat(network.adaptedAmong(network.specs()))
                .extracting(s -> s.layer())
                .containsOnly(1);
    }
}
