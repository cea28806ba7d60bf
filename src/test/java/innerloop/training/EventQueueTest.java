package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// However much a trainer says, what waits for the window stays small and keeps its shape.
class EventQueueTest {

    private static TrainingEvent step(int number) {
        return new TrainingEvent.StepFinished(
                number,
                1,
                1,
                1,
                List.of(0.001),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                1e5,
                1);
    }

    @Test
    void aMillionStepsLeaveAFewThousandEvenlySpread() {
        EventQueue queue = new EventQueue();
        for (int k = 1; k <= 1_000_000; k++) {
            queue.add(step(k));
            if (k % 100_000 == 0) {
                queue.add(
                        new TrainingEvent.Evaluated(k, new Score(Measure.ACCURACY, 0.5, 0.1, 10)));
            }
        }
        List<TrainingEvent> waiting = queue.drain();
        assertThat(waiting).hasSizeBetween(2_000, 8_300);
        assertThat(waiting).filteredOn(TrainingEvent.Evaluated.class::isInstance).hasSize(10);
        int last = 0;
        for (TrainingEvent event : waiting) {
            if (event instanceof TrainingEvent.StepFinished done) {
                assertThat(done.step()).isGreaterThan(last);
                assertThat(done.step() - last).isLessThanOrEqualTo(256);
                last = done.step();
            }
        }
        assertThat(last).isEqualTo(1_000_000);
        assertThat(queue.drain()).isEmpty();
    }

    @Test
    void aWindowThatKeepsUpHearsEverything() {
        EventQueue queue = new EventQueue();
        for (int k = 1; k <= 20_000; k++) {
            queue.add(step(k));
            if (k % 5_000 == 0) {
                assertThat(queue.drain()).hasSize(5_000).last().isEqualTo(step(k));
            }
        }
    }

    @Test
    void ofTestedEpisodesTheNewestCountIsEnough() {
        EventQueue queue = new EventQueue();
        queue.add(new TrainingEvent.Testing(100));
        for (int k = 1; k <= 100; k++) {
            queue.add(new TrainingEvent.Tested(k));
        }
        assertThat(queue.drain())
                .containsExactly(new TrainingEvent.Testing(100), new TrainingEvent.Tested(100));
    }

    @Test
    void frequentValidationsAndCheckpointsAreBoundedToo() {
        EventQueue queue = new EventQueue();
        for (int k = 1; k <= 50_000; k++) {
            queue.add(step(k));
            queue.add(new TrainingEvent.Evaluated(k, new Score(Measure.ACCURACY, 0.5, 0.1, 10)));
            queue.add(new TrainingEvent.Paced(k, 1e5));
        }
        List<TrainingEvent> waiting = queue.drain();
        assertThat(waiting).hasSizeLessThan(13_000);
        assertThat(waiting)
                .contains(
                        step(50_000),
                        new TrainingEvent.Evaluated(
                                50_000, new Score(Measure.ACCURACY, 0.5, 0.1, 10)),
                        new TrainingEvent.Paced(50_000, 1e5));
    }

    @Test
    void theNewestStepStaysWhateverCameBefore() {
        for (int more = 8190; more < 8196; more++) {
            EventQueue queue = new EventQueue();
            queue.add(new TrainingEvent.Testing(1));
            for (int k = 1; k <= more; k++) {
                queue.add(step(k));
            }
            assertThat(queue.drain()).last().isEqualTo(step(more));
        }
    }
}
