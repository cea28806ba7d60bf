package innerloop.meta;

import static innerloop.meta.EpisodeFixture.BACKEND;
import static innerloop.meta.EpisodeFixture.flat;
import static innerloop.meta.EpisodeFixture.gap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.Encoders;
import innerloop.EpisodeParts;
import innerloop.Learners;
import innerloop.episode.Episode;
import innerloop.math.Seed;
import innerloop.meta.EpisodeProblem.Rows;
import innerloop.nn.Activation;
import innerloop.nn.Adam;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import innerloop.nn.Objective.Distance;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.nn.RandomParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Adaptation and outer steps in float64 against what defines them.
class MetaLearningTest {

    private static final double INNER_RATE = 0.3;
    private static final Encoder SMALL = new Gcn(Layers.of(List.of(4), Activation.TANH));

    static Stream<Encoder> encoders() {
        return Encoders.all();
    }

    private static Maml maml() {
        return Learners.maml(Maml.Order.SECOND, 3, INNER_RATE, 0.01, 1);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void learningOnTheRowsThatMatterIsLearningOnAll(Encoder encoder) {
        EpisodeFixture world = new EpisodeFixture(encoder, maml());
        LearnerState at = world.weights();
        Episode episode = world.episode(1);
        EpisodeProblem all = world.problem(episode, Rows.EVERY);
        double[] expected = world.direction(all, at);
        double loss = world.contribution(all, at).lossAfter();
        for (Rows rows : List.of(Rows.ACTIVE, Rows.SEPARATE, Rows.PRODUCTS)) {
            EpisodeProblem some = world.problem(episode, rows);
            assertThat(gap(world.direction(some, at), expected)).isLessThan(1e-12);
            assertThat(world.contribution(some, at).lossAfter()).isCloseTo(loss, within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void whatIsLearnedOnTheRowsThatMatterIsKnownOfEveryRow(Encoder encoder) {
        EpisodeFixture world = new EpisodeFixture(encoder, maml());
        LearnerState at = world.weights();
        Episode episode = world.episode(1);
        double[] expected =
                EpisodeFixture.flat(
                        world.worker.adapted(world.problem(episode, Rows.EVERY), at).parameters());
        for (Rows rows : List.of(Rows.ACTIVE, Rows.SEPARATE, Rows.PRODUCTS)) {
            EpisodeProblem some = world.everywhere(episode, rows);
            double[] reached = EpisodeFixture.flat(world.worker.adapted(some, at).parameters());
            assertThat(gap(reached, expected)).isLessThan(1e-12);
        }
    }

    @Test
    void dropoutOfFeaturesIsTheSameOnTheRowsThatMatter() {
        Layers layers = Layers.of(List.of(4), Activation.TANH).withInputDropout(0.3);
        EpisodeFixture world = new EpisodeFixture(new Gcn(layers), maml());
        LearnerState at = world.weights();
        Episode episode = world.episode(1);
        double[] expected = world.direction(world.dropping(episode, Rows.EVERY), at);
        assertThat(gap(world.direction(world.problem(episode, Rows.EVERY), at), expected))
                .isGreaterThan(0.01);
        for (Rows rows : List.of(Rows.ACTIVE, Rows.SEPARATE, Rows.PRODUCTS)) {
            assertThat(gap(world.direction(world.dropping(episode, rows), at), expected))
                    .isLessThan(1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void adaptingToSupportNodesLowersTheirLoss(Encoder encoder) {
        EpisodeFixture world =
                new EpisodeFixture(encoder, maml().withInner(Learners.inner(3, 0.05)));
        Episode e = world.episode(3);
        Episode askedForItsSupport =
                EpisodeParts.episode(
                        EpisodeParts.classes(e),
                        e.supportNodes(),
                        e.supportNodes(),
                        EpisodeParts.supportSlots(e),
                        EpisodeParts.supportSlots(e));
        var given =
                world.contribution(
                        world.problem(askedForItsSupport, Rows.PRODUCTS), world.weights());
        assertThat(given.lossAfter()).isLessThan(given.lossBefore());
    }

    static Stream<MetaLearner> slotFree() {
        InnerLoopSettings inner = Learners.inner(3, INNER_RATE);
        return Stream.of(
                maml(),
                maml().withInner(inner.withHead(HeadStart.ZERO)),
                maml().withInner(inner.withHead(HeadStart.PROTOTYPES)),
                new FineTune(inner),
                new Pretrain(
                        inner.withHead(HeadStart.ZERO),
                        Pretrain.Probe.LINEAR_PROBE,
                        Learners.outer(0.01, 1)),
                new Prototypical(Distance.EUCLIDEAN, 3, Learners.outer(0.01, 1)));
    }

    @ParameterizedTest
    @MethodSource("slotFree")
    void anUntrainedThetaTreatsAllSlotsAlike(MetaLearner learner) {
        Encoder gat = new Gat(Layers.of(List.of(3), Activation.TANH), 2, 0, 0.2, 0);
        for (Encoder encoder : List.of(SMALL, gat)) {
            EpisodeFixture world = new EpisodeFixture(encoder, learner);
            checkSlots(world, world.plan.initial(BACKEND, new Seed(12)));
        }
    }

    @Test
    void aHeadAtZeroOrAtClassMeansTreatsSlotsAlikeWhateverWasLearned() {
        for (HeadStart head : List.of(HeadStart.ZERO, HeadStart.PROTOTYPES)) {
            InnerLoopSettings inner = Learners.inner(3, INNER_RATE).withHead(head);
            EpisodeFixture world = new EpisodeFixture(SMALL, maml().withInner(inner));
            checkSlots(world, world.weights());
        }
    }

    @Test
    void aPrototypicalNetworkShowsTheAttentionOfItsFirstLayer() {
        Layers one = Layers.of(List.of(4), Activation.TANH);
        for (Encoder encoder : List.of(new Gat(one, 2, 0, 0.2, 0), new Gcn(one))) {
            EpisodeFixture world =
                    new EpisodeFixture(
                            encoder,
                            new Prototypical(Distance.EUCLIDEAN, 3, Learners.outer(0.01, 1)));
            var problem = world.problem(world.episode(0), Rows.EVERY);
            var attention =
                    world.worker
                            .predict(problem, world.weights(), problem.query(), OptionalInt.empty())
                            .attention();
            assertThat(attention.isPresent()).isEqualTo(encoder instanceof Gat);
            attention.ifPresent(alpha -> {
                for (int i = 0; i < alpha.rows(); i++) {
                    double sum = 0;
                    for (int e = alpha.rowStart()[i]; e < alpha.rowStart()[i + 1]; e++) {
                        sum += alpha.value()[e];
                    }
                    assertThat(sum).isCloseTo(1, within(1e-12));
                }
            });
        }
    }

    private static void checkSlots(EpisodeFixture world, LearnerState learned) {
        Episode episode = world.episode(0);
        int[] newSlot = {2, 0, 1};
        Episode relabelled =
                EpisodeParts.episode(
                        EpisodeParts.classes(episode),
                        episode.supportNodes(),
                        episode.queryNodes(),
                        Arrays.stream(EpisodeParts.supportSlots(episode))
                                .map(s -> newSlot[s])
                                .toArray(),
                        Arrays.stream(EpisodeParts.querySlots(episode))
                                .map(s -> newSlot[s])
                                .toArray());
        var before = world.problem(episode, Rows.EVERY);
        var after = world.problem(relabelled, Rows.EVERY);
        var scores =
                world.worker.predict(before, learned, before.query(), OptionalInt.empty()).scores();
        double[] copy = scores.toArray();
        var others =
                world.worker.predict(after, learned, after.query(), OptionalInt.empty()).scores();
        for (int i = 0; i < others.rows(); i++) {
            for (int slot = 0; slot < newSlot.length; slot++) {
                assertThat(others.get(i, newSlot[slot]))
                        .isCloseTo(copy[i * newSlot.length + slot], within(1e-12));
            }
        }
    }

    @Test
    void theHeadOfClassMeansRanksLikeAPrototypicalNetwork() {
        InnerLoopSettings still = new InnerLoopSettings(1, 1e-300, HeadStart.PROTOTYPES);
        Layers one = Layers.of(List.of(), Activation.TANH);
        EpisodeFixture world = new EpisodeFixture(new Gcn(one), maml().withInner(still));
        Episode episode = world.episode(0);
        var problem = world.problem(episode, Rows.EVERY);
        double[] scores =
                world.worker
                        .predict(problem, world.weights(), problem.query(), OptionalInt.empty())
                        .scores()
                        .toArray();
        var x = Objects.requireNonNull(world.view.features().get(Encoder.AGGREGATED));
        for (int q = 0; q < episode.queryNodes().length; q++) {
            for (int slot = 0; slot < 3; slot++) {
                double score = 0;
                for (int c = 0; c < x.columns(); c++) {
                    double mean = 0;
                    for (int s = 0; s < episode.supportNodes().length; s++) {
                        mean +=
                                EpisodeParts.supportSlots(episode)[s] == slot
                                        ? x.get(episode.supportNodes()[s], c) / 2
                                        : 0;
                    }
                    score += 2 * mean * x.get(episode.queryNodes()[q], c) - mean * mean;
                }
                assertThat(scores[q * 3 + slot]).isCloseTo(score, within(1e-12));
            }
        }
    }

    @Test
    void reptileWithEpsilonOneIsPlainAveraging() {
        Reptile learner = Learners.reptile(3, INNER_RATE, 1, false, 3);
        EpisodeFixture world = new EpisodeFixture(SMALL, learner);
        LearnerState at = world.weights();
        ParameterSpace space = new ParameterSpace(BACKEND, at.theta().specs());
        Parameters direction = space.zero();
        double[] start = flat(at.theta());
        double[] mean = new double[start.length];
        List<Adam.State> states = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            EpisodeProblem problem = world.problem(i);
            var given = world.contribution(problem, at);
            double[] moved = world.direction(problem, at);
            states.add(given.carried());
            problem.extend(
                    world.contribution(problem, at).direction(), 1.0 / 3, direction, BACKEND);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += (start[k] + moved[k]) / 3;
            }
        }
        OuterState after =
                learner.step(
                        OuterState.start(at),
                        new Direction(direction, Parameters.none(), states),
                        10,
                        BACKEND);
        assertThat(gap(flat(after.learned().theta()), mean)).isLessThan(1e-12);
    }

    @Test
    void annealedReptileGoesLessFarWithEveryStep() {
        Reptile learner = Learners.reptile(1, INNER_RATE, 0.8, true, 1);
        EpisodeFixture world = new EpisodeFixture(SMALL, learner);
        Parameters direction = world.weights().theta();
        LearnerState start =
                new LearnerState(
                        new ParameterSpace(BACKEND, direction.specs()).zero(),
                        Parameters.none(),
                        world.weights().carried());
        OuterState outer = OuterState.start(start);
        double[] unit = flat(direction);
        double expected = 0;
        for (int step = 0; step < 4; step++) {
            outer =
                    learner.step(
                            outer,
                            new Direction(direction, Parameters.none(), List.of(start.carried())),
                            4,
                            BACKEND);
            expected += 0.8 * (1 - step / 4.0);
            assertThat(flat(outer.learned().theta())[0])
                    .isCloseTo(expected * unit[0], within(1e-12));
        }
    }

    @Test
    void theFirstStepOfAFreshAdamHasTheLengthOfItsRateAtEveryEntry() {
        Reptile learner =
                Learners.reptile(1, INNER_RATE, 1, false, 1)
                        .withOptimiser(Reptile.Optimiser.ADAM_RESET);
        EpisodeFixture world = new EpisodeFixture(SMALL, learner);
        double[] moved = world.direction(world.problem(0), world.weights());
        assertThat(Arrays.stream(moved).filter(d -> Math.abs(d) > 1e-4).boxed().toList())
                .isNotEmpty()
                .allSatisfy(d -> assertThat(Math.abs(d)).isCloseTo(0.01, within(1e-4)));
    }

    @Test
    void carriedMeanSquaresMakeTheNextEpisodeDifferent() {
        Reptile learner =
                Learners.reptile(2, INNER_RATE, 1, false, 1)
                        .withOptimiser(Reptile.Optimiser.ADAM_CARRIED);
        EpisodeFixture world = new EpisodeFixture(SMALL, learner);
        LearnerState at = world.weights();
        var first = world.contribution(world.problem(0), at);
        assertThat(first.carried().steps()).isEqualTo(2);
        LearnerState later = new LearnerState(at.theta(), at.rates(), first.carried());
        assertThat(
                        gap(
                                world.direction(world.problem(1), later),
                                world.direction(world.problem(1), at)))
                .isGreaterThan(1e-3);
    }

    @Test
    void aHeadThatStartsAtZeroIsNeverMovedByTheOuterLoop() {
        InnerLoopSettings inner = Learners.inner(2, INNER_RATE).withHead(HeadStart.ZERO);
        EpisodeFixture world = new EpisodeFixture(SMALL, maml().withInner(inner));
        Parameters direction = world.contribution(world.problem(0), world.weights()).direction();
        for (ParameterSpec spec : direction.specs()) {
            double length = BACKEND.dot(direction.get(spec.name()), direction.get(spec.name()));
            assertThat(length > 0).as(spec.name()).isEqualTo(!spec.perOutput());
        }
    }

    @Test
    void theCosineScheduleFallsToAHundredth() {
        OuterLoopSettings outer = new OuterLoopSettings(0.5, OuterLoopSettings.Schedule.COSINE, 1);
        assertThat(outer.rateAt(0, 101)).isCloseTo(0.5, within(1e-12));
        assertThat(outer.rateAt(50, 101)).isCloseTo(0.2525, within(1e-12));
        assertThat(outer.rateAt(100, 101)).isCloseTo(0.005, within(1e-12));
    }

    @Test
    void theHessianIsSymmetric() {
        EpisodeFixture world =
                new EpisodeFixture(
                        new Gat(Layers.of(List.of(3), Activation.ELU), 2, 0, 0.2, 0), maml());
        var problem = world.problem(world.episode(0), Rows.EVERY);
        Parameters at = world.weights().theta();
        Parameters u = RandomParameters.of(BACKEND, problem.specs(), 21);
        Parameters v = RandomParameters.of(BACKEND, problem.specs(), 22);
        double uHv = dot(u, world.evaluator.hessianVector(at, v, Passes.of(problem.support()), 0));
        double vHu = dot(v, world.evaluator.hessianVector(at, u, Passes.of(problem.support()), 0));
        assertThat(uHv).isCloseTo(vHu, within(1e-12));
    }

    private static double dot(Parameters a, Parameters b) {
        double sum = 0;
        for (int p = 0; p < a.values().size(); p++) {
            sum += BACKEND.dot(a.values().get(p), b.values().get(p));
        }
        return sum;
    }

    @Test
    void aNumberThatIsNotFiniteIsTracedToPrimitiveLayerAndStep() {
        Maml huge = maml().withInner(Learners.inner(3, 1e308));
        EpisodeFixture world = new EpisodeFixture(SMALL, huge);
        assertThat(
                        world.worker.firstNonFinite(
                                world.problem(0),
                                world.weights(),
                                0,
                                new Contribution.Buffer(BACKEND)))
                .hasValueSatisfying(line ->
                        assertThat(line.text())
                                .contains("inner step")
                                .contains(" in layer ")
                                .containsPattern("gave (NaN|-?Infinity)")
                                .containsPattern("\\[\\d+ × \\d+\\]"));
    }

    @Test
    void learnersNameWhatTheyRefuse() {
        assertThatThrownBy(() -> Learners.inner(0, 1)).hasMessageStartingWith("learner.innerSteps");
        assertThatThrownBy(() -> Learners.inner(1, -1)).hasMessageStartingWith("learner.innerRate");
        assertThatThrownBy(() -> maml().withMultiStepLoss(-1))
                .hasMessageStartingWith("learner.multiStepLoss");
        assertThatThrownBy(() -> maml().withVariant(Maml.Variant.META_SGD).withLearnRates(true))
                .hasMessageStartingWith("learner.learnRates");
        assertThatThrownBy(() -> Pretrain.defaults().withInner(Learners.inner(1, 1)))
                .hasMessageStartingWith("learner.head");
    }
}
