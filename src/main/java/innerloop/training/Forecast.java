package innerloop.training;

import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import innerloop.phrase.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Predicts the time and memory of a run from a short part of it.
///
/// The experiment is run with fewer test episodes and stopped when `patience` has passed. Time is then
/// scaled up: preparation once, the steps at the pace of the quicker ones among the last (the first ones still warm
/// up the virtual machine), every validation and every test episode.
///
/// @param seconds wall-clock time of the whole run
/// @param engineBytes memory of everything computed with
/// @param steps how many outer steps it was measured on
public record Forecast(double seconds, long engineBytes, int steps) {

    private static final int TEST_TASKS = 16;
    private static final int FEWEST_STEPS = 20;
    private static final int EPOCHS = 5;

    /// Measures for about `patience` of training, and at least some steps, then tests shortly.
    ///
    /// @param control stop it to give up early; the forecast is then worth little
    /// @throws InputException if the experiment does not fit the graph, or diverges
    public static Forecast of(
            Experiment experiment,
            AttributedGraph graph,
            Backend backend,
            int threads,
            Duration patience,
            RunControl control)
            throws InputException {
        Budget budget = experiment.budget();
        Budget shorter =
                new Budget(
                        budget.steps(),
                        budget.steps(),
                        Math.max(2, Math.min(TEST_TASKS, budget.testTasks())));
        Stopwatch watch = new Stopwatch(control, patience);
        RunRecord record =
                new ExperimentRunner(backend, threads)
                        .run(
                                experiment
                                        .withBudget(shorter)
                                        .withPretraining(experiment.pretraining().atMost(EPOCHS)),
                                graph,
                                control,
                                watch::hear);
        if (record.status() == RunStatus.DIVERGED) {
            throw new InputException(Trouble.of("forecast.diverges"), "learner");
        }
        return watch.scaled(record, experiment);
    }

    /// Looks at the clock at every event.
    private static final class Stopwatch {
        private final RunControl control;
        private final long patience;
        private final long begin = System.nanoTime();
        private final List<Long> steps = new ArrayList<>();
        private long started;
        private long last;
        private long testing;
        private long firstEpoch;
        private long lastEpoch;

        Stopwatch(RunControl control, Duration patience) {
            this.control = control;
            this.patience = patience.toNanos();
        }

        void hear(TrainingEvent event) {
            long now = System.nanoTime();
            switch (event) {
                case TrainingEvent.Pretrained done -> {
                    if (done.epoch() == 1) {
                        firstEpoch = now;
                    }
                    lastEpoch = now;
                }
                case TrainingEvent.Started _ -> {
                    started = now;
                    last = now;
                }
                case TrainingEvent.StepFinished _ -> {
                    steps.add(now - last);
                    last = now;
                    if (now - started > patience && steps.size() >= FEWEST_STEPS) {
                        control.stop();
                    }
                }
                case TrainingEvent.Testing _ -> testing = now;
                case TrainingEvent.Resumed _,
                        TrainingEvent.Abandoned _,
                        TrainingEvent.Evaluated _,
                        TrainingEvent.Moved _,
                        TrainingEvent.Paced _,
                        TrainingEvent.Saved _,
                        TrainingEvent.Tested _,
                        TrainingEvent.Diverged _,
                        TrainingEvent.Finished _,
                        TrainingEvent.Failed _ -> {}
            }
        }

        Forecast scaled(RunRecord record, Experiment wanted) {
            Experiment measured = record.experiment();
            Budget budget = wanted.budget();
            double prepared = (Math.max(started, begin) - begin) / 1e9;
            double test = (System.nanoTime() - testing) / 1e9 / measured.testEpisodes();
            // A test episode is adapted to twice, once without training; validation does it once.
            double validation = test / 2 * wanted.validationEpisodes();
            double extra = Math.max(0, wanted.validationEpisodes() - measured.validationEpisodes());
            double preparedTest = (testing - last) / 1e9;
            double seconds =
                    prepared + preparedTest + test / 2 * extra + test * wanted.testEpisodes();
            int epochs = measured.pretraining().epochs();
            if (epochs > 1) {
                double epoch = (lastEpoch - firstEpoch) / 1e9 / (epochs - 1);
                seconds += epoch * (wanted.pretraining().epochs() - epochs);
            }
            if (wanted.learner().trains()) {
                int evaluations = (budget.steps() - 1) / budget.evaluateEvery() + 1;
                seconds += budget.steps() * pace() + evaluations * validation;
            }
            return new Forecast(seconds, record.engineBytes(), record.steps());
        }

        /// Seconds of a step: the lower quartile of the last half.
        private double pace() {
            List<Long> late = new ArrayList<>(steps.subList(steps.size() / 2, steps.size()));
            Collections.sort(late);
            return late.isEmpty() ? 0 : late.get(late.size() / 4) / 1e9;
        }
    }
}
