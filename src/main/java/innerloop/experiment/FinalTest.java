package innerloop.experiment;

import innerloop.episode.Phase;
import innerloop.episode.Task;
import innerloop.experiment.RunRecord.Baselines;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.LabelPropagation;
import innerloop.meta.Learned;
import innerloop.meta.NearestClassMean;

/// The scores at the end of a run, all on the same test episodes.
///
/// @param score of what was learned
/// @param floor nearest class mean
/// @param gain score minus floor, episode by episode
/// @param zeroSteps of the same learner, untrained
/// @param baselines what needs no features or no thought
record FinalTest(Score score, Score floor, Score gain, Score zeroSteps, Baselines baselines) {

    static FinalTest of(
            ExperimentSetup setup,
            EpisodePool pool,
            Learned learned,
            Learned untrained,
            NearestClassMean floor) {
        int tasks = setup.experiment().budget().testTasks();
        LabelPropagation propagation = new LabelPropagation(setup.graph());
        boolean trains = setup.experiment().learner().trains();
        double[] score = new double[tasks];
        double[] zeroSteps = new double[tasks];
        double[] floorScore = new double[tasks];
        double[] gain = new double[tasks];
        double[] propagated = new double[tasks];
        pool.forEach(
                tasks,
                (worker, i) -> {
                    var episode = setup.episode(Phase.TEST, i);
                    EpisodeProblem problem = setup.problem(episode);
                    score[i] = worker.performance(problem, learned, () -> {}).accuracy();
                    zeroSteps[i] =
                            trains
                                    ? worker.performance(problem, untrained, () -> {}).accuracy()
                                    : score[i];
                    floorScore[i] = floor.accuracy(episode);
                    gain[i] = score[i] - floorScore[i];
                    propagated[i] = propagation.accuracy(episode);
                });
        return new FinalTest(
                Score.of(score),
                Score.of(floorScore),
                Score.of(gain),
                Score.of(zeroSteps),
                baselines(setup.experiment().task(), propagated));
    }

    /// Every slot has as many query nodes, so saying always the same is right once in `ways`.
    static Baselines baselines(Task task, double[] propagated) {
        return new Baselines(1.0 / task.ways(), Score.of(propagated));
    }
}
