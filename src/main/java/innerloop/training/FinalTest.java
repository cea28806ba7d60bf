package innerloop.training;

import innerloop.episode.Phase;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.LearnerState;
import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// The scores at the end of a run, all on the same test episodes.
///
/// @param score of what was learned
/// @param gain of the score over the floor, episode by episode
/// @param zeroSteps of the same learner, untrained
/// @param baselines of what can be had without the learner, the floor first
/// @param episodes the single values, by the numbers of the episodes
/// @param others the means of the task's other measures
/// @param notFinite the first episode in which learning led to a loss that is no number; −1 = none
record FinalTest(
        Score score,
        Gain gain,
        Score zeroSteps,
        List<BaselineScore> baselines,
        List<TestEpisode> episodes,
        SequencedMap<MetricKey, Double> others,
        int notFinite) {

    /// Tests on all episodes, or until `control` says stop: then what comes out are the scores on the first episodes, up to
    /// the first that is not done.
    ///
    /// @param done called after every episode, on whichever thread did it
    /// @throws RunControl.StoppedException if not even the first episode was done
    static FinalTest of(
            ExperimentSetup setup,
            EpisodePool pool,
            LearnerState learned,
            LearnerState untrained,
            RunControl control,
            Runnable done) {
        int tasks = setup.experiment().testEpisodes();
        Measure measure = setup.experiment().measure();
        BaselineValues baselines = new BaselineValues(setup.seen(Phase.TEST).baselines(), tasks);
        OtherScores others = new OtherScores(setup, tasks);
        boolean trains = setup.experiment().learner().trains();
        boolean[] finite = new boolean[tasks];
        double[] score = new double[tasks];
        double[] zeroSteps = new double[tasks];
        double[] gain = new double[tasks];
        boolean[] tested = new boolean[tasks];
        EpisodePool.EpisodeWork work =
                (worker, i) -> {
                    control.testPoint();
                    var episode = setup.episode(Phase.TEST, i);
                    EpisodeProblem problem = setup.problem(Phase.TEST, episode);
                    var judged = worker.judge(problem, learned, control::testPoint);
                    score[i] = setup.score(problem, judged);
                    finite[i] = Double.isFinite(judged.loss());
                    others.ask(i, episode, problem.answers(), judged.scores());
                    zeroSteps[i] =
                            trains
                                    ? setup.score(
                                            problem,
                                            worker.judge(problem, untrained, control::testPoint))
                                    : score[i];
                    baselines.ask(i, episode);
                    gain[i] = measure.gain(score[i], baselines.floor(i));
                    tested[i] = true;
                    done.run();
                };
        int whole = tasks;
        try {
            pool.forEach(tasks, work);
        } catch (RunControl.StoppedException stopped) {
            whole = firstFalse(tested);
            if (whole == 0) {
                throw stopped;
            }
        }
        int firstRuined = firstFalse(Arrays.copyOf(finite, whole));
        return new FinalTest(
                Score.of(measure, Arrays.copyOf(score, whole)),
                Gain.of(measure, Arrays.copyOf(gain, whole)),
                Score.of(measure, Arrays.copyOf(zeroSteps, whole)),
                baselines.scores(measure, whole),
                IntStream.range(0, whole)
                        .mapToObj(i ->
                                new TestEpisode(
                                        score[i],
                                        baselines.floor(i),
                                        zeroSteps[i],
                                        baselines.others(i)))
                        .toList(),
                others.means(whole),
                firstRuined == whole ? -1 : firstRuined);
    }

    /// The number of the first that is false; their count if all are true.
    private static int firstFalse(boolean[] flags) {
        int i = 0;
        while (i < flags.length && flags[i]) {
            i++;
        }
        return i;
    }
}
