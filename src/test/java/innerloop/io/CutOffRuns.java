package innerloop.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.BlockModel;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.math.Backend;
import innerloop.meta.MetaLearner;
import innerloop.training.ExperimentRunner;
import innerloop.training.ExperimentSetup;
import innerloop.training.Progress;
import innerloop.training.ProgressKeeper;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.SmallExperiments;
import innerloop.training.TrainingEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/// What tests of unfinished runs have in common: a folder, and runs that are cut off there.
abstract class CutOffRuns {

    @TempDir Path parent = Path.of("");

    Path folder() {
        return parent.resolve("run");
    }

    Path graph() {
        return parent.resolve("blocks");
    }

    static void fail(IOException problem) {
        throw new IllegalStateException(problem);
    }

    static Experiment experiment(MetaLearner learner) {
        return SmallExperiments.easy(7).withLearner(learner).withBudget(new Budget(7, 2, 6));
    }

    static RunRecord run(
            Experiment experiment,
            Backend backend,
            RunControl control,
            ProgressKeeper keeper,
            Consumer<TrainingEvent> events)
            throws InputException {
        return new ExperimentRunner(backend, 2)
                .run(experiment, BlockModel.easy().graph(), control, events, keeper);
    }

    /// The power fails at the first validation after so many steps.
    static final class PowerFails extends RuntimeException {
        static final long serialVersionUID = 1L;
    }

    record UntilStep(UnfinishedRun run, int step) implements ProgressKeeper {

        @Override
        public Optional<Progress> kept(ExperimentSetup setup) throws InputException {
            return run.kept(setup);
        }

        @Override
        public void keep(Progress progress) {
            run.keep(progress);
            if (progress.outer().steps() >= step) {
                throw new PowerFails();
            }
        }
    }

    void cutOff(Experiment experiment, Backend backend, int step)
            throws InputException, IOException {
        try (UnfinishedRun begun =
                UnfinishedRun.begin(folder(), experiment, graph(), UnfinishedRunTest::fail)) {
            assertThatThrownBy(() ->
                            run(
                                    experiment,
                                    backend,
                                    new RunControl(),
                                    new UntilStep(begun, step),
                                    _ -> {}))
                    .isInstanceOf(PowerFails.class);
        }
    }

    RunRecord goOn(Experiment experiment, Backend backend) throws InputException, IOException {
        try (UnfinishedRun again =
                UnfinishedRun.resume(folder(), graph(), UnfinishedRunTest::fail)) {
            RunRecord record = run(experiment, backend, new RunControl(), again, _ -> {});
            again.finish(record);
            return record;
        }
    }
}
