package innerloop.training;

import innerloop.experiment.Experiment;
import innerloop.leakage.Leakage;
import innerloop.phrase.Phrase;
import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Score;
import innerloop.training.RunRecord.Provenance;
import java.util.List;

/// A run without its curves and parameters, for lists and comparisons.
///
/// @param experiment the settings
/// @param status how it ended
/// @param steps outer steps done
/// @param test score on the test episodes after adaptation
/// @param gain of the test score over the floor, episode by episode
/// @param zeroSteps the same adaptation from the untrained θ
/// @param baselines what can be had without the learner on the same episodes, the floor first
/// @param episodes values on every test episode; empty for runs of versions that did not keep them
/// @param protocol what the score means, in one line
/// @param leaks what the split lets training know, or features give away, in words
/// @param provenance what it was made with
public record RunSummary(
        Experiment experiment,
        RunStatus status,
        int steps,
        Score test,
        Gain gain,
        Score zeroSteps,
        List<BaselineScore> baselines,
        List<TestEpisode> episodes,
        Phrase protocol,
        List<Phrase> leaks,
        Provenance provenance) {

    public RunSummary {
        baselines = List.copyOf(baselines);
        episodes = List.copyOf(episodes);
        leaks = List.copyOf(leaks);
    }

    /// That of a run which has just ended.
    public static RunSummary of(RunRecord record) {
        return new RunSummary(
                record.experiment(),
                record.status(),
                record.steps(),
                record.test(),
                record.gain(),
                record.zeroSteps(),
                record.baselines(),
                record.episodes(),
                record.protocol(),
                record.leaks().stream().map(Leakage.Leak::what).toList(),
                record.provenance());
    }

    /// The floor, a score without any training.
    public Score floor() {
        return baselines.getFirst().score();
    }

    /// Whether episode i of this run is episode i of that one: episodes follow from graph, split, task and seed.
    public boolean hasEpisodesOf(RunSummary that) {
        return provenance.graphHash().equals(that.provenance.graphHash())
                && provenance.splitHash().equals(that.provenance.splitHash())
                && experiment.task().equals(that.experiment.task())
                && experiment.seed() == that.experiment.seed();
    }
}
