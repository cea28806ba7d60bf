package innerloop.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.Encoders;
import innerloop.Learners;
import innerloop.autodiff.Branches;
import innerloop.math.Seed;
import innerloop.math.VectorBackend;
import innerloop.meta.Maml.Order;
import innerloop.meta.Maml.Variant;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gcn;
import innerloop.nn.Gin;
import innerloop.nn.Layers;
import innerloop.nn.Objective.Distance;
import innerloop.nn.Parameters;
import innerloop.nn.Sage;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A certificate tells the exact meta-gradient from every other one.
class CertifierTest {

    private static final Encoder SMALL = new Gcn(Layers.of(List.of(4), Activation.TANH));
    private static final Maml MAML = Learners.maml(Order.SECOND, 3, 0.3, 0.01, 1);

    private static Certificate certificate(Encoder encoder, MetaLearner learner) {
        EpisodeFixture world = new EpisodeFixture(encoder, learner);
        return certificate(world, world.weights());
    }

    private static Certificate certificate(EpisodeFixture world, LearnerState at) {
        return new Certifier(EpisodeFixture.BACKEND, world.plan)
                .certify(world.problem(0), at, new SplittableRandom(3), () -> {});
    }

    static Stream<MetaLearner> learners() {
        return Learners.all();
    }

    static Stream<Encoder> encoders() {
        return Encoders.with(Layers.of(List.of(4), Activation.TANH));
    }

    static Stream<Maml> withMetaGradient() {
        return Stream.of(HeadStart.values())
                .flatMap(head ->
                        Stream.of(Variant.values())
                                .map(v ->
                                        MAML.withVariant(v)
                                                .withInner(MAML.inner().withHead(head))));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void everyLearnerGetsATrueCertificate(MetaLearner learner) {
        Certificate found = certificate(SMALL, learner);
        boolean exact =
                learner instanceof Prototypical
                        || learner instanceof Ridge
                        || (learner instanceof Maml maml && maml.order() == Order.SECOND);
        assertThat(found.allFinite()).isTrue();
        assertThat(found.finiteDifferenceError()).isLessThan(1e-6);
        assertThat(found.secondOrder()).isEqualTo(exact);
        if (learner instanceof MetaLearner.Adapting) {
            assertThat(found.relativeGap()).isGreaterThan(0.01);
            assertThat(found.cosine()).isBetween(-1.0, 0.9999);
        }
    }

    @ParameterizedTest
    @MethodSource("withMetaGradient")
    void everyVariantAndHeadStartIsConfirmedInSecondOrderOnly(Maml learner) {
        Certificate second = certificate(SMALL, learner);
        assertThat(second.finiteDifferenceError()).isLessThan(1e-6);
        assertThat(second.secondOrder()).isTrue();
        Certificate first = certificate(SMALL, learner.withOrder(Order.FIRST));
        assertThat(first.secondOrder()).isFalse();
        assertThat(first.relativeGap()).isEqualTo(second.relativeGap()).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void everyEncoderIsConfirmed(Encoder encoder) {
        Certificate found = certificate(encoder, MAML);
        assertThat(found.finiteDifferenceError()).isLessThan(1e-6);
        assertThat(found.secondOrder()).isTrue();
    }

    static Stream<Encoder> kinked() {
        Layers wide = Layers.of(List.of(24), Activation.RELU);
        return Stream.of(
                new Gcn(wide),
                new Gcn(wide.withActivation(Activation.LEAKY_RELU)),
                new Gin(wide, true),
                new Sage(wide, Sage.Aggregation.MAX));
    }

    /// So close to kinks that the differences reach beyond them. The meta-gradient of first order, and a gradient that is wrong in
    /// one parameter, stay wrong all the same.
    @ParameterizedTest
    @MethodSource("kinked")
    void kinksHideNeitherAnExactGradientNorAWrongOne(Encoder encoder) {
        EpisodeFixture world = new EpisodeFixture(encoder, MAML);
        LearnerState at = nearKinks(world);
        Certificate found = certificate(world, at);
        assertThat(found.acrossKinks()).isTrue();
        assertThat(found.finiteDifferenceError()).isLessThan(1e-6);
        assertThat(found.secondOrder()).isTrue();
        EpisodeFixture shortcut = new EpisodeFixture(encoder, MAML.withOrder(Order.FIRST));
        assertThat(certificate(shortcut, at).secondOrder()).isFalse();
        EpisodeProblem problem = world.problem(0);
        Parameters right = world.contribution(problem, at).direction();
        String name = right.specs().getLast().name();
        assertThat(disagreement(world, problem, at, copyWith(right, name, 1.05)))
                .isGreaterThan(Certificate.AGREES);
    }

    /// What the first layer gives is close to 0.
    private static LearnerState nearKinks(EpisodeFixture world) {
        LearnerState at = world.weights();
        Parameters theta = at.theta();
        for (var spec : theta.specs()) {
            if (spec.layer() == 0) {
                theta = copyWith(theta, spec.name(), 1e-5);
            }
        }
        return new LearnerState(theta, at.rates(), at.carried());
    }

    @Test
    void aSmoothActivationHasNoKinksToCross() {
        assertThat(certificate(SMALL, MAML).acrossKinks()).isFalse();
    }

    @Test
    void learnedRatesOfLayersAreCertifiedToo() {
        Maml learner = MAML.withLearnRates(true).withMultiStepLoss(5);
        assertThat(certificate(SMALL, learner).secondOrder()).isTrue();
    }

    @Test
    void theOrderThatFirstStepsTurnToCounts() {
        assertThat(certificate(SMALL, MAML.withFirstOrderSteps(10)).secondOrder()).isTrue();
    }

    @Test
    void theGapIsTheOneBetweenTheTwoDirections() {
        EpisodeFixture exact = new EpisodeFixture(SMALL, MAML);
        EpisodeFixture shortcut = new EpisodeFixture(SMALL, MAML.withOrder(Order.FIRST));
        LearnerState at = exact.weights();
        double[] v = exact.direction(exact.problem(0), at);
        double[] v1 = shortcut.direction(exact.problem(0), at);
        double[] gap = new double[v.length];
        double dot = 0;
        for (int i = 0; i < v.length; i++) {
            gap[i] = v[i] - v1[i];
            dot += v[i] * v1[i];
        }
        Certificate found = certificate(exact, at);
        assertThat(found.relativeGap()).isCloseTo(norm(gap) / norm(v), within(1e-12));
        assertThat(found.cosine()).isCloseTo(dot / (norm(v) * norm(v1)), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("withMetaGradient")
    void trainingMeasuresTheSameCosine(Maml learner) {
        EpisodeFixture exact = new EpisodeFixture(SMALL, learner);
        EpisodeFixture shortcut = new EpisodeFixture(SMALL, learner.withOrder(Order.FIRST));
        LearnerState at = exact.weights();
        double certified = certificate(exact, at).cosine();
        OptionalDouble trained = exact.contribution(exact.problem(0), at).cosine();
        assertThat(trained.orElseThrow()).isCloseTo(certified, within(1e-12)).isLessThan(0.9999);
        assertThat(shortcut.contribution(exact.problem(0), at).cosine()).isEmpty();
    }

    private static double norm(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(a -> a * a).sum());
    }

    @Test
    void theGapVanishesWithTheInnerRate() {
        assertThat(gap(1e-3) / gap(1e-4)).isCloseTo(10, within(0.1));
        assertThat(gap(1e-9)).isLessThan(1e-7);
    }

    private static double gap(double innerRate) {
        Maml learner = MAML.withInner(MAML.inner().withRate(innerRate));
        return certificate(SMALL, learner).relativeGap();
    }

    @ParameterizedTest
    @EnumSource(Distance.class)
    void aPrototypicalNetworkHasNoGap(Distance distance) {
        Certificate found =
                certificate(SMALL, new Prototypical(distance, 3, Learners.outer(0.01, 1)));
        assertThat(found.cosine()).isEqualTo(1);
        assertThat(found.relativeGap()).isZero();
        assertThat(found.finiteDifferenceError()).isLessThan(1e-6);
    }

    /// One parameter's gradient is wrong by a small share; every parameter in turn.
    @ParameterizedTest
    @ValueSource(doubles = {1.01, -1, 0})
    void aWrongGradientIsCaughtWhereverItIsWrong(double factor) {
        EpisodeFixture world = new EpisodeFixture(SMALL, MAML);
        EpisodeProblem problem = world.problem(0);
        LearnerState at = world.weights();
        Parameters right = world.contribution(problem, at).direction();
        assertThat(disagreement(world, problem, at, right)).isLessThan(1e-8);
        for (String name : right.specs().stream().map(s -> s.name()).toList()) {
            assertThat(disagreement(world, problem, at, copyWith(right, name, factor)))
                    .as(name)
                    .isGreaterThan(Certificate.AGREES);
        }
    }

    private static Parameters copyWith(Parameters from, String name, double factor) {
        return new Parameters(
                from.specs(),
                from.specs().stream()
                        .map(s -> {
                            double[] numbers = from.get(s.name()).toArray();
                            double scale = s.name().equals(name) ? factor : 1;
                            return EpisodeFixture.BACKEND.matrix(
                                    s.rows(),
                                    s.columns(),
                                    Arrays.stream(numbers).map(x -> scale * x).toArray());
                        })
                        .toList());
    }

    private static double disagreement(
            EpisodeFixture world, EpisodeProblem problem, LearnerState at, Parameters gradient) {
        Branches branches = new Branches();
        ToDoubleFunction<Parameters> loss =
                theta ->
                        world.worker.objective(
                                world.plan.learner().certified(),
                                problem,
                                theta,
                                at.rates(),
                                branches,
                                () -> {});
        // The first point says on which sides of the kinks the others are taken.
        assertThat(loss.applyAsDouble(at.theta())).isFinite();
        return new FiniteDifferences(
                        EpisodeFixture.BACKEND, loss, at.theta(), gradient, new SplittableRandom(3))
                .error(gradient);
    }

    @Test
    void slopesOfNothingFiniteAgreeWithNothing() {
        Parameters theta = new EpisodeFixture(SMALL, MAML).weights().theta();
        var differences =
                new FiniteDifferences(
                        EpisodeFixture.BACKEND,
                        _ -> Double.NaN,
                        theta,
                        theta,
                        new SplittableRandom(3));
        assertThat(differences.error(theta)).isInfinite();
    }

    @Test
    void absurdRatesGiveNumbersThatAreNotFinite() {
        Maml absurd = MAML.withInner(MAML.inner().withRate(1e300));
        Certificate found = certificate(SMALL, absurd);
        assertThat(found.allFinite()).isFalse();
        assertThat(found.secondOrder()).isFalse();
    }

    @Test
    void thetaIsNudgedWhereItStartsAtAConstantOnly() {
        EpisodeFixture world = new EpisodeFixture(SMALL, MAML);
        LearnerState start = world.plan.initial(EpisodeFixture.BACKEND, new Seed(1));
        LearnerState nearby =
                Certifier.nearby(start, EpisodeFixture.BACKEND, new SplittableRandom(3));
        for (var spec : start.theta().specs()) {
            double[] before = start.theta().get(spec.name()).toArray();
            double[] after = nearby.theta().get(spec.name()).toArray();
            if (Arrays.stream(before).allMatch(x -> x == 0)) {
                assertThat(after).as(spec.name()).doesNotContain(0).hasSameSizeAs(before);
                assertThat(Arrays.stream(after).map(Math::abs).max().orElse(1)).isLessThan(0.1);
            } else {
                assertThat(after).as(spec.name()).isEqualTo(before);
            }
        }
        assertThat(certificate(world, nearby).secondOrder()).isTrue();
    }

    @Test
    void onlyFloat64Certifies() {
        EpisodeFixture world = new EpisodeFixture(SMALL, MAML);
        assertThatThrownBy(() -> new Certifier(new VectorBackend(), world.plan))
                .hasMessageContaining("float64");
    }

    @Test
    void itGivesUpBetweenInnerSteps() {
        EpisodeFixture world = new EpisodeFixture(SMALL, MAML);
        int[] left = {20};
        Certifier certifier = new Certifier(EpisodeFixture.BACKEND, world.plan);
        assertThatThrownBy(() ->
                        certifier.certify(
                                world.problem(0),
                                world.weights(),
                                new SplittableRandom(3),
                                () -> {
                                    if (left[0]-- == 0) {
                                        throw new CancellationException();
                                    }
                                }))
                .isInstanceOf(CancellationException.class);
    }
}
