package innerloop.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.Learners;
import innerloop.math.Backend;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What pulls θ back, against steps computed by hand.
class ShrinkageTest {

    private static final Backend BACKEND = new Nd4jBackend();
    private static final ParameterSpec BODY = ParameterSpec.row("b", 0, 2);
    private static final ParameterSpec HEAD = ParameterSpec.row("head.lambda", 1, 1);
    private static final double RATE = 0.1;
    private static final double LAMBDA = 0.3;
    private static final double MU = 0.2;

    private static Parameters parameters(double x, double y, double head) {
        return new Parameters(
                List.of(BODY, HEAD),
                List.of(
                        BACKEND.matrix(1, 2, new double[] {x, y}),
                        BACKEND.matrix(1, 1, new double[] {head})));
    }

    private static OuterState at(Parameters theta, Parameters start) {
        return new OuterState(
                LearnerState.of(theta), start, Adam.State.start(), Adam.State.start(), 0);
    }

    private static OuterLoopSettings loop(OuterLoopSettings.Decay decay) {
        return Learners.outer(RATE, 1).withDecay(decay).withShrinkage(new Shrinkage(LAMBDA, MU));
    }

    private static Parameters step(MetaLearner learner, OuterState from, Parameters direction) {
        Direction mean = new Direction(direction, Parameters.none(), List.of(Adam.State.start()));
        return learner.step(from, mean, 10, BACKEND).learned().theta();
    }

    @Test
    void decoupledTheyAreSubtractedBesideAdam() {
        MetaLearner learner =
                Prototypical.defaults().withOuter(loop(OuterLoopSettings.Decay.DECOUPLED));
        OuterState from = at(parameters(1, -2, 0), parameters(0.5, -2, 0));
        Parameters after = step(learner, from, parameters(0.5, -4, 0));
        double adam = 1 - RATE * 0.5 / (0.5 + 1e-8);
        assertThat(after.get("b").get(0, 0))
                .isCloseTo(adam - RATE * (LAMBDA * 1 + MU * 0.5), within(1e-15));
        double other = -2 + RATE * 4 / (4 + 1e-8);
        assertThat(after.get("b").get(0, 1)).isCloseTo(other + RATE * LAMBDA * 2, within(1e-15));
    }

    @Test
    void asAPenaltyTheyAreInTheGradient() {
        MetaLearner learner =
                Prototypical.defaults().withOuter(loop(OuterLoopSettings.Decay.PENALTY));
        OuterState from = at(parameters(1, -2, 0), parameters(0.5, -2, 0));
        Parameters after = step(learner, from, parameters(-0.5, 0, 0));
        // The pull of 0.3 + 0.1 does not outweigh a slope of −0.5; beside a slope of 0 it is all
        // there is.
        double slope = -0.5 + LAMBDA * 1 + MU * 0.5;
        assertThat(after.get("b").get(0, 0))
                .isCloseTo(1 - RATE * slope / (Math.abs(slope) + 1e-8), within(1e-15));
        double only = -2 * LAMBDA;
        assertThat(after.get("b").get(0, 1))
                .isCloseTo(-2 - RATE * only / (Math.abs(only) + 1e-8), within(1e-15));
    }

    @Test
    void reptileGoesAsMuchLessFar() {
        Reptile learner =
                Learners.reptile(1, 0.1, 0.5, false, 1).withShrinkage(new Shrinkage(LAMBDA, MU));
        OuterState from = at(parameters(1, -2, 0), parameters(0.5, -2, 0));
        Parameters after = step(learner, from, parameters(0.4, 0, 0));
        assertThat(after.get("b").get(0, 0))
                .isCloseTo(1 + 0.5 * (0.4 - LAMBDA * 1 - MU * 0.5), within(1e-15));
    }

    @Test
    void anEncoderThatDoesNotMoveIsNotPulled() {
        Ridge learner = Ridge.defaults().withOuter(loop(OuterLoopSettings.Decay.DECOUPLED));
        OuterState from = at(parameters(1, -2, 1), parameters(0.5, -2, 0));
        Parameters still = step(learner, from, parameters(0, 0, 0));
        assertThat(still.get("b").toArray()).containsExactly(1, -2);
        assertThat(still.get("head.lambda").get(0, 0))
                .isCloseTo(1 - RATE * (LAMBDA + MU), within(1e-15));
        Parameters moved =
                step(learner.withLearns(Ridge.Learns.EVERYTHING), from, parameters(0, 0, 0));
        assertThat(moved.get("b").get(0, 0)).isLessThan(1);
    }

    @ParameterizedTest
    @EnumSource(OuterLoopSettings.Decay.class)
    void withoutAnyTheStepIsThatOfAdamToTheBit(OuterLoopSettings.Decay decay) {
        Parameters theta = parameters(1.1, -2.3, 0.7);
        Parameters direction = parameters(0.5, -4, 0.01);
        Parameters after =
                step(
                        Prototypical.defaults().withOuter(Learners.outer(RATE, 1).withDecay(decay)),
                        at(theta, parameters(0, 0, 0)),
                        direction);
        Parameters adam =
                Adam.withRate(RATE)
                        .step(BACKEND, Adam.State.start(), theta, direction)
                        .parameters();
        assertThat(after.sha256()).isEqualTo(adam.sha256());
    }

    @Test
    void whatPushesAwayIsRefused() {
        assertThatThrownBy(() -> new Shrinkage(0, Double.NaN))
                .hasMessage("learner.towardsStart must be at least 0, not NaN");
        assertThatThrownBy(() -> new Shrinkage(-0.1, 0))
                .hasMessage("learner.weightDecay must be at least 0, not -0.1");
    }
}
