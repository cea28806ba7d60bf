package innerloop.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.meta.LearnerState;
import innerloop.nn.Adam;
import innerloop.nn.Parameters;
import innerloop.training.Checkpoint;
import innerloop.training.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Timeline timeline = new Timeline();
    private final List<Optional<Moment>> heard = new ArrayList<>();

    private static Checkpoint after(int step) {
        return new Checkpoint(
                step, new LearnerState(Parameters.none(), Parameters.none(), Adam.State.start()));
    }

    private void ran(int... steps) {
        timeline.show(IntStream.of(steps).mapToObj(TimelineTest::after).toList());
        timeline.chosen().subscribe(moment -> heard.add(moment));
        heard.clear();
    }

    @Test
    void theNearestCheckpointIsShownUntilTheNewestIsWantedAgain() {
        ran(0, 10, 20);
        timeline.choose(12);
        assertThat(timeline.step()).hasValue(10);
        assertThat(timeline.checkpoint()).isNotNull();
        timeline.follow();
        assertThat(timeline.step()).isEmpty();
        assertThat(timeline.checkpoint()).isNull();
        assertThat(heard).containsExactly(Optional.of(Moment.after(10)), Optional.empty());
    }

    @Test
    void theInnerClockGoesFromThetaToThetaAdaptedWholly() {
        timeline.clear(3);
        assertThat(timeline.inner().get()).isEmpty();
        timeline.moveInner(-1);
        assertThat(timeline.inner().get()).hasValue(2);
        timeline.moveInner(-9);
        assertThat(timeline.inner().get()).hasValue(0);
        timeline.moveInner(9);
        assertThat(timeline.inner().get()).isEmpty();
        for (int k = 0; k < 3; k++) {
            timeline.nextInner();
            assertThat(timeline.inner().get()).hasValue(k);
        }
        timeline.nextInner();
        assertThat(timeline.inner().get()).isEmpty();
        timeline.chooseInner(1.4);
        assertThat(timeline.inner().get()).hasValue(1);
        timeline.clear(0);
        timeline.nextInner();
        assertThat(timeline.inner().get()).isEmpty();
    }

    @Test
    void movesFromCheckpointToCheckpoint() {
        ran(0, 10, 20);
        timeline.move(-1);
        assertThat(timeline.step()).hasValue(10);
        timeline.move(-5);
        assertThat(timeline.step()).hasValue(0);
        timeline.move(2);
        assertThat(timeline.step()).hasValue(20);
        timeline.move(1);
        assertThat(timeline.step()).isEmpty();
    }

    @Test
    void aChosenMomentStaysWhileTheRunGoesOn() {
        timeline.add(after(0));
        timeline.add(after(1));
        timeline.choose(1);
        Checkpoint chosen = timeline.checkpoint();
        for (int step = 2; step < 500; step++) {
            timeline.add(after(step));
        }
        assertThat(timeline.step()).hasValue(1);
        assertThat(timeline.checkpoint()).isSameAs(chosen);
        assertThat(timeline.checkpoints().get()).hasSizeLessThan(100).doesNotContain(chosen);
        timeline.move(-1);
        assertThat(timeline.step()).hasValue(0);
    }

    @Test
    void thereIsNothingToChooseFromOneCheckpoint() {
        ran(0);
        timeline.choose(0);
        assertThat(timeline.step()).isEmpty();
        assertThat(timeline.nearestStep(0)).isEmpty();
    }

    @Test
    void anotherRunIsShownAtItsNewest() {
        ran(0, 10);
        timeline.choose(0);
        timeline.clear(0);
        assertThat(timeline.step()).isEmpty();
        assertThat(timeline.checkpoints().get()).isEmpty();
    }
}
