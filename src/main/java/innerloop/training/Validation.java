package innerloop.training;

import innerloop.episode.Phase;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.LearnerState;
import innerloop.task.BaselineScore;
import innerloop.task.Score;
import java.util.ArrayList;
import java.util.List;

/// The validation episodes of a run, and the scores on them.
final class Validation {

    /// The most episodes that are kept prepared for the whole run; further ones are prepared anew each time, so that memory
    /// does not grow with their number.
    private static final int KEPT_PROBLEMS = 64;

    private final ExperimentSetup setup;
    private final EpisodePool pool;
    private final RunControl control;
    private final Phase phase;
    private final int tasks;
    private final List<EpisodeProblem> kept = new ArrayList<>();
    private double seconds;

    Validation(ExperimentSetup setup, EpisodePool pool, RunControl control) {
        this.setup = setup;
        this.pool = pool;
        this.control = control;
        this.phase = setup.validationPhase();
        this.tasks = setup.experiment().validationEpisodes();
    }

    /// Prepares the episodes.
    ///
    /// @return what the baselines reach on them
    List<BaselineScore> begin() {
        for (int i = 0; i < Math.min(tasks, KEPT_PROBLEMS); i++) {
            control.pausePoint();
            kept.add(setup.problem(phase, setup.episode(phase, i)));
        }
        BaselineValues reached = new BaselineValues(setup.seen(phase).baselines(), tasks);
        setup.seen(Phase.TRAIN);
        pool.forEach(
                tasks,
                (_, i) -> {
                    control.pausePoint();
                    reached.ask(i, setup.episode(phase, i));
                });
        return reached.scores(setup.experiment().measure());
    }

    /// The score of what was learned.
    Score score(LearnerState learned) {
        int waits = control.waits();
        long begin = System.nanoTime();
        double[] values = new double[tasks];
        pool.forEach(
                tasks,
                (worker, i) -> {
                    EpisodeProblem problem =
                            i < kept.size()
                                    ? kept.get(i)
                                    : setup.problem(phase, setup.episode(phase, i));
                    values[i] =
                            setup.score(
                                    problem, worker.judge(problem, learned, control::pausePoint));
                });
        if (control.waits() == waits) {
            seconds = (System.nanoTime() - begin) / 1e9;
        }
        return Score.of(setup.experiment().measure(), values);
    }

    /// How long the last score took; 0 before the first.
    double seconds() {
        return seconds;
    }

    /// Bytes of the episodes kept.
    long bytes() {
        return kept.stream().mapToLong(EpisodeProblem::bytes).sum();
    }
}
