package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.graph.Targets;
import innerloop.projection.Directions;
import innerloop.projection.PlaneAndSpace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservationTest {

    private static final Observation MADE =
            new Observation(
                    Moment.after(1),
                    0,
                    0,
                    new PlaneAndSpace.Picture(
                            new float[8], new float[12], 1, 1, Directions.NONE, Directions.NONE),
                    Optional.empty(),
                    2,
                    List.of(3, 1),
                    List.of("games", "tools", "new", "newer"),
                    new Outcome.NodeClasses(
                            new Targets.Nodes(new int[] {0, 1, 2, 3}),
                            new ClassPredictions(
                                    new int[] {3, 1, -1, 2}, new float[4], new float[4])),
                    Optional.empty(),
                    0.5);

    private static int[] predicted(Observation seen) {
        return seen.outcome().nodes().predicted();
    }

    @Test
    void predictionsFollowTheirClasses() {
        assertThat(predicted(MADE.in(List.of("games", "tools", "mine", "newer"))))
                .containsExactly(3, 1, -1, -1);
        assertThat(predicted(MADE.in(List.of("games", "tools", "newer"))))
                .containsExactly(2, 1, -1, -1);
        assertThat(MADE.in(List.of("games", "tools", "newer")).ways()).containsExactly(2, 1);
        assertThat(MADE.in(List.of("games", "newer")).ways()).containsExactly(1, -1);
        assertThat(MADE.in(MADE.classes())).isSameAs(MADE);
    }
}
