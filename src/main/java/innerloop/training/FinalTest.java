package innerloop.training;

import innerloop.episode.Phase;
import innerloop.episode.Task;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.LabelPropagation;
import innerloop.meta.Learned;
import innerloop.meta.NearestClassMean;
import innerloop.training.RunRecord.Baselines;
import java.util.List;
import java.util.stream.IntStream;

/// The scores at the end of a run, all on the same test episodes.
///
/// @param score of what was learned
/// @param floor nearest class mean
/// @param gain score minus floor, episode by episode
/// @param zeroSteps of the same learner, untrained
/// @param baselines what needs no features or no thought
/// @param episodes the single accuracies, by the numbers of the episodes
/// @param notFinite the first episode in which learning led to a loss that is no number; −1 = none
record FinalTest(
        Score score,
        Score floor,
        Score gain,
        Score zeroSteps,
        Baselines baselines,
        List<TestEpisode> episodes,
        int notFinite) {

    /// @param done called after every episode, on whichever thread did it
    static FinalTest of(
            ExperimentSetup setup,
            EpisodePool pool,
            Learned learned,
            Learned untrained,
            Runnable done) {
        int tasks = setup.experiment().budget().testTasks();
        NearestClassMean floor = setup.seen(Phase.TEST).floor();
        LabelPropagation propagation = setup.seen(Phase.TEST).labelPropagation();
        boolean trains = setup.experiment().learner().trains();
        boolean[] finite = new boolean[tasks];
        double[] score = new double[tasks];
        double[] zeroSteps = new double[tasks];
        double[] floorScore = new double[tasks];
        double[] gain = new double[tasks];
        double[] propagated = new double[tasks];
        pool.forEach(
                tasks,
                (worker, i) -> {
                    var episode = setup.episode(Phase.TEST, i);
                    EpisodeProblem problem = setup.problem(Phase.TEST, episode);
                    var performance = worker.performance(problem, learned, () -> {});
                    score[i] = performance.accuracy();
                    finite[i] = Double.isFinite(performance.loss());
                    zeroSteps[i] =
                            trains
                                    ? worker.performance(problem, untrained, () -> {}).accuracy()
                                    : score[i];
                    floorScore[i] = floor.accuracy(episode);
                    gain[i] = score[i] - floorScore[i];
                    propagated[i] = propagation.accuracy(episode);
                    done.run();
                });
        return new FinalTest(
                Score.of(score),
                Score.of(floorScore),
                Score.of(gain),
                Score.of(zeroSteps),
                baselines(setup.experiment().task(), propagated),
                IntStream.range(0, tasks)
                        .mapToObj(i -> new TestEpisode(score[i], floorScore[i], zeroSteps[i]))
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

    /// Every slot has as many query nodes, so saying always the same is right once in `ways`.
    static Baselines baselines(Task task, double[] propagated) {
        return new Baselines(1.0 / task.ways(), Score.of(propagated));
    }
}
