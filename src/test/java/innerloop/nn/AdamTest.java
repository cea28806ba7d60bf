package innerloop.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.math.Backend;
import innerloop.math.nd4j.Nd4jBackend;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdamTest {

    private static final Backend BACKEND = new Nd4jBackend();
    private static final ParameterSpec SPEC = ParameterSpec.row("b", 0, 2);

    @Test
    void theFirstStepIsTheRateTimesTheSignAsComputedByHand() {
        Parameters start = parameters(1, -2);
        Adam.Step step =
                Adam.withRate(0.1).step(BACKEND, Adam.State.start(), start, parameters(0.5, -4));
        // Both moments' corrections cancel: g / (|g| + 1e-8).
        assertThat(step.parameters().get("b").get(0, 0))
                .isCloseTo(1 - 0.1 * 0.5 / (0.5 + 1e-8), within(1e-15));
        assertThat(step.parameters().get("b").get(0, 1))
                .isCloseTo(-2 + 0.1 * 4 / (4 + 1e-8), within(1e-15));
        assertThat(step.state().steps()).isEqualTo(1);
        assertThat(step.state().mean().get("b").get(0, 0)).isCloseTo(0.05, within(1e-15));
        assertThat(step.state().square().get("b").get(0, 0)).isCloseTo(0.00025, within(1e-15));
    }

    @Test
    void theSecondStepRemembersTheFirst() {
        Parameters start = parameters(0, 0);
        Adam adam = Adam.withRate(0.1);
        Adam.Step first = adam.step(BACKEND, Adam.State.start(), start, parameters(1, 1));
        Adam.Step second = adam.step(BACKEND, first.state(), first.parameters(), parameters(0, 2));
        double mean = 0.9 * 0.1 / (1 - 0.81);
        double square = 0.999 * 0.001 / (1 - 0.998001);
        double moved = 0.1 * mean / (Math.sqrt(square) + 1e-8);
        assertThat(second.parameters().get("b").get(0, 0))
                .isCloseTo(first.parameters().get("b").get(0, 0) - moved, within(1e-15));
    }

    @Test
    void aStepLeavesItsInputsAsTheyWere() {
        Parameters start = parameters(1, -2);
        Adam adam = Adam.withRate(0.1);
        Adam.State state = adam.step(BACKEND, Adam.State.start(), start, parameters(1, 1)).state();
        double[] mean = state.mean().get("b").toArray();
        double[] square = state.square().get("b").toArray();
        adam.step(BACKEND, state, start, parameters(0.5, -4));
        assertThat(start.get("b").toArray()).containsExactly(1, -2);
        assertThat(state.mean().get("b").toArray()).containsExactly(mean);
        assertThat(state.square().get("b").toArray()).containsExactly(square);
    }

    private static Parameters parameters(double... numbers) {
        return new Parameters(List.of(SPEC), List.of(BACKEND.matrix(1, 2, numbers)));
    }
}
