package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.experiment.InputException;
import innerloop.math.VectorBackend;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pause, step, resume and stop. The time limit only ends a test that hangs.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RunControlTest {

    private final RunControl control = new RunControl();
    private final BlockingQueue<Integer> steps = new LinkedBlockingQueue<>();

    private CompletableFuture<RunRecord> start(int threads, int length) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new ExperimentRunner(new VectorBackend(), threads)
                        .run(
                                SmallExperiments.easy(length),
                                BlockModel.easy().graph(),
                                control,
                                this::note);
            } catch (InputException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void note(TrainingEvent event) {
        if (event instanceof TrainingEvent.StepFinished step) {
            steps.add(step.step());
        }
    }

    /// Returns when the trainer has come to wait at a checkpoint once more.
    private void awaitWaiting(int waitsBefore) throws InterruptedException {
        while (control.waits() == waitsBefore) {
            Thread.sleep(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aPausedRunMakesExactlyOneStepPerPress(int threads) throws Exception {
        control.pause();
        CompletableFuture<RunRecord> run = start(threads, 50);
        awaitWaiting(0);
        for (int press = 1; press <= 3; press++) {
            int waits = control.waits();
            control.step();
            assertThat(steps.take()).isEqualTo(press);
            awaitWaiting(waits);
            assertThat(steps).isEmpty();
        }
        control.stop();
        assertThat(run.get().steps()).isEqualTo(3);
    }

    @Test
    void aResumedRunGoesOnToItsEnd() throws Exception {
        control.pause();
        CompletableFuture<RunRecord> run = start(2, 8);
        awaitWaiting(0);
        control.resume();
        assertThat(run.get().status()).isEqualTo(RunStatus.FINISHED);
        assertThat(steps).hasSize(8);
    }

    @Test
    void pausingAndSteppingDoesNotChangeTheResult() throws Exception {
        control.pause();
        CompletableFuture<RunRecord> run = start(2, 8);
        control.step();
        steps.take();
        control.resume();
        String paused = run.get().parameters().sha256();
        assertThat(start(1, 8).get().parameters().sha256()).isEqualTo(paused);
    }

    @Test
    void stoppingWakesAPausedRun() throws Exception {
        control.pause();
        CompletableFuture<RunRecord> run = start(1, 50);
        awaitWaiting(0);
        control.stop();
        assertThat(run.get().status()).isEqualTo(RunStatus.STOPPED);
    }

    @Test
    void steppingARunningRunPausesIt() throws Exception {
        CompletableFuture<RunRecord> run = start(1, 100_000);
        steps.take();
        int waits = control.waits();
        control.step();
        awaitWaiting(waits);
        assertThat(control.isPaused()).isTrue();
        control.stop();
        assertThat(run.get().steps()).isLessThan(100_000);
    }
}
