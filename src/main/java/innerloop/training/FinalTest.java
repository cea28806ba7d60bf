package innerloop.training;

import innerloop.episode.Phase;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.LearnerState;
import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.List;
import java.util.stream.IntStream;

/// The scores at the end of a run, all on the same test episodes.
///
/// @param score of what was learned
/// @param gain of the score over the floor, episode by episode
/// @param zeroSteps of the same learner, untrained
/// @param baselines of what can be had without the learner, the floor first
/// @param episodes the single values, by the numbers of the episodes
/// @param notFinite the first episode in which learning led to a loss that is no number; −1 = none
record FinalTest(
        Score score,
        Gain gain,
        Score zeroSteps,
        List<BaselineScore> baselines,
        List<TestEpisode> episodes,
        int notFinite) {

    /// @param done called after every episode, on whichever thread did it
    static FinalTest of(
            ExperimentSetup setup,
            EpisodePool pool,
            LearnerState learned,
            LearnerState untrained,
            Runnable done) {
        int tasks = setup.experiment().budget().testTasks();
        Measure measure = setup.experiment().measure();
        BaselineValues baselines = new BaselineValues(setup.seen(Phase.TEST).baselines(), tasks);
        boolean trains = setup.experiment().learner().trains();
        boolean[] finite = new boolean[tasks];
        double[] score = new double[tasks];
        double[] zeroSteps = new double[tasks];
        double[] gain = new double[tasks];
        pool.forEach(
                tasks,
                (worker, i) -> {
                    var episode = setup.episode(Phase.TEST, i);
                    EpisodeProblem problem = setup.problem(Phase.TEST, episode);
                    var judged = worker.judge(problem, learned, () -> {});
                    score[i] = setup.score(problem, judged);
                    finite[i] = Double.isFinite(judged.loss());
                    zeroSteps[i] =
                            trains
                                    ? setup.score(
                                            problem, worker.judge(problem, untrained, () -> {}))
                                    : score[i];
                    baselines.ask(i, episode);
                    gain[i] = measure.gain(score[i], baselines.floor(i));
                    done.run();
                });
        return new FinalTest(
                Score.of(measure, score),
                Gain.of(measure, gain),
                Score.of(measure, zeroSteps),
                baselines.scores(measure),
                IntStream.range(0, tasks)
                        .mapToObj(i -> new TestEpisode(score[i], baselines.floor(i), zeroSteps[i]))
                        .toList(),
                firstFalse(finite));
    }

    private static int firstFalse(boolean[] finite) {
        for (int i = 0; i < finite.length; i++) {
            if (!finite[i]) {
                return i;
            }
        }
        return -1;
    }
}
