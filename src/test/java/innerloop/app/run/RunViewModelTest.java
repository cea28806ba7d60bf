package innerloop.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.BlockModel;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.math.nd4j.Nd4jEigen;
import innerloop.training.Checkpoint;
import innerloop.training.Observation;
import innerloop.training.ProgressKeeper;
import innerloop.training.RunCurves;
import innerloop.training.RunRecord;
import innerloop.training.SmallExperiments;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A run without a window: the test asks for news as frames would. The time limit only ends a test that hangs.
@Timeout(120)
class RunViewModelTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    private final RunViewModel model = new RunViewModel(Nd4jEigen::new);

    @AfterEach
    void stop() {
        model.clear();
    }

    private void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            model.drain();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private State state() {
        return model.status().state().get();
    }

    private RunRecord finished(Experiment experiment) {
        model.start(experiment, GRAPH, ProgressKeeper.NONE, false);
        await(() -> state() == State.FINISHED);
        return Objects.requireNonNull(model.record().get());
    }

    private int pictureStep() {
        Observation picture = model.observation().get();
        return picture == null ? -1 : picture.step();
    }

    @Test
    void aRunFillsItsCurvesAndLeavesItsRecord() {
        RunRecord record = finished(SmallExperiments.easy(10));
        assertThat(record.steps()).isEqualTo(10);
        RunCurves curves = Objects.requireNonNull(model.curves().get());
        assertThat(curves.lossAfter().size()).isEqualTo(10);
        assertThat(curves.score().size()).isEqualTo(3);
        assertThat(model.status().step().get()).isEqualTo(10);
        assertThat(model.record().get()).isSameAs(record);
        assertThat(model.revision().get()).isPositive();
    }

    @Test
    void aRunIsSteppedAndStopped() {
        model.start(SmallExperiments.easy(500), GRAPH, ProgressKeeper.NONE, true);
        assertThat(state()).isEqualTo(State.PAUSED);
        await(() -> model.status().step().get() == 1);
        model.step();
        await(() -> model.status().step().get() == 2);
        model.stop();
        assertThat(state()).isEqualTo(State.STOPPING);
        await(() -> state() == State.STOPPED);
        assertThat(Objects.requireNonNull(model.record().get()).steps()).isEqualTo(2);
    }

    @Test
    void onlyOneRunGoesAtATime() {
        Experiment experiment = SmallExperiments.easy(500);
        model.start(experiment, GRAPH, ProgressKeeper.NONE, true);
        assertThatThrownBy(() -> model.start(experiment, GRAPH, ProgressKeeper.NONE, false))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEngineThatBreaksLeavesAMessage() {
        model.setEngine((_, _, _, _, _) -> {
            throw new IllegalStateException("it broke");
        });
        model.start(SmallExperiments.easy(5), GRAPH, ProgressKeeper.NONE, false);
        await(() -> state() == State.FAILED);
        assertThat(model.status().message().get()).contains("it broke");
        assertThat(model.record().get()).isNull();
    }

    @Test
    void forgettingARunLeavesNothingOfIt() {
        finished(SmallExperiments.easy(3));
        model.clear();
        assertThat(state()).isEqualTo(State.IDLE);
        assertThat(model.curves().get()).isNull();
        assertThat(model.record().get()).isNull();
        assertThat(model.observation().get()).isNull();
        assertThat(model.isLive()).isFalse();
    }

    @Test
    void beforeTheFirstRunThereIsAPictureOfTheUntrainedNetwork() {
        model.preview(SmallExperiments.easy(5), GRAPH);
        await(() -> pictureStep() == 0);
        assertThat(model.isLive()).isFalse();
        model.forgetPreview();
        assertThat(model.observation().get()).isNull();
    }

    @Test
    void theRunOfWhatIsPreviewedBeginsWithItsPicture() {
        Experiment experiment = SmallExperiments.easy(500);
        model.preview(experiment, GRAPH);
        await(() -> pictureStep() == 0);
        model.start(experiment, GRAPH, ProgressKeeper.NONE, true);
        assertThat(pictureStep()).isZero();
        assertThat(model.observed()).isEqualTo(experiment);
        assertThat(model.isLive()).isTrue();
    }

    @Test
    void noPictureOutlivesItsNetworkItsGraphOrItsStep() {
        Experiment experiment = SmallExperiments.easy(3);
        model.preview(experiment, GRAPH);
        await(() -> pictureStep() == 0);
        model.start(experiment.withSeed(experiment.seed() + 1), GRAPH, ProgressKeeper.NONE, false);
        assertThat(model.observation().get()).as("another seed").isNull();
        assertThat(model.watched().get()).isNull();
        await(() -> state() == State.FINISHED && pictureStep() == 3);
        model.start(experiment.withSeed(experiment.seed() + 1), GRAPH, ProgressKeeper.NONE, false);
        assertThat(model.observation().get()).as("trained, not begun").isNull();
        await(() -> state() == State.FINISHED);
        model.clear();
        model.preview(experiment, GRAPH);
        await(() -> pictureStep() == 0);
        model.preview(experiment, new BlockModel(6, 25, 4, 0.5, 2, 1, 2).graph());
        assertThat(model.observation().get()).as("another graph").isNull();
    }

    @Test
    void thePictureGoesBackToACheckpointAndForthToTheNewest() {
        RunRecord record = finished(SmallExperiments.easy(10));
        await(() -> pictureStep() == 10);
        assertThat(model.timeline().checkpoints().get())
                .extracting(Checkpoint::step)
                .startsWith(0)
                .endsWith(10);
        model.timeline().choose(1);
        int chosen = model.timeline().step().orElseThrow();
        assertThat(chosen).isLessThan(10);
        assertThat(model.isLive()).as("a picture is on its way").isTrue();
        await(() -> pictureStep() == chosen);
        model.timeline().follow();
        await(() -> pictureStep() == 10);
        assertThat(record.steps()).isEqualTo(10);
    }

    @Test
    void aKeptRunIsShownAsItWas() {
        RunRecord record = finished(SmallExperiments.easy(6));
        model.clear();
        model.reopen(record, RunCurves.of(record), GRAPH);
        assertThat(model.isReopened()).isTrue();
        assertThat(state()).isEqualTo(State.FINISHED);
        assertThat(model.record().get()).isSameAs(record);
        assertThat(Objects.requireNonNull(model.curves().get()).lossAfter().size()).isEqualTo(6);
        await(() -> pictureStep() == 6);
    }
}
