package innerloop.training;

import innerloop.experiment.Experiment;
import innerloop.leakage.Leakage;
import innerloop.nn.Parameters;
import java.util.List;

/// One execution of an experiment and all it left behind.
///
/// @param experiment the settings, normalised
/// @param status how it ended
/// @param steps outer steps done
/// @param test accuracy on the novel classes after adaptation
/// @param floor nearest class mean on the same episodes, no training at all
/// @param gain test minus floor, episode by episode, with the interval of these differences
/// @param zeroSteps the same adaptation from the untrained θ, on the same episodes
/// @param baselines what can be had without the learner, on the same episodes
/// @param episodes accuracies on every test episode; [#test], [#floor] and [#zeroSteps] are their means
/// @param protocol one human line: ways, shots, queries, tasks, what is tested, split hash, whether it is transductive, kinds of leaks
/// @param leaks what the split lets training know, or features give away
/// @param stepsPerSecond training speed, validation left out
/// @param engineBytes memory of everything computed with: evaluators, inner loops, prepared episodes
/// @param metrics every number on the way that follows from the settings
/// @param speed steps per second on the way, which do not
/// @param checkpoints what was learned on the way, evenly spread, the last at the end
/// @param parameters θ at the end
/// @param rates learned inner rates; empty if they were fixed
/// @param provenance what it was made with
public record RunRecord(
        Experiment experiment,
        RunStatus status,
        int steps,
        Score test,
        Score floor,
        Score gain,
        Score zeroSteps,
        Baselines baselines,
        List<TestEpisode> episodes,
        String protocol,
        List<Leakage.Leak> leaks,
        double stepsPerSecond,
        long engineBytes,
        List<Metric> metrics,
        List<Metric> speed,
        List<Checkpoint> checkpoints,
        Parameters parameters,
        Parameters rates,
        Provenance provenance) {

    public RunRecord {
        episodes = List.copyOf(episodes);
        leaks = List.copyOf(leaks);
        metrics = List.copyOf(metrics);
        speed = List.copyOf(speed);
        checkpoints = List.copyOf(checkpoints);
    }

    /// Scores of methods that do not learn from other classes.
    ///
    /// @param majority always the same slot; query sets are balanced, so this is one over the ways
    /// @param labelPropagation support labels spread over the edges, no features
    public record Baselines(double majority, Score labelPropagation) {}

    /// What the gain over the floor amounts to.
    public enum Verdict {
        /// Better than no training, by more than the interval.
        ABOVE_FLOOR,
        /// No clear difference.
        AT_FLOOR,
        /// Worse than no training: meta-training did not pay off.
        BELOW_FLOOR;

        /// Whether the whole interval of a gain lies on one side of 0.
        public static Verdict of(Score gain) {
            if (gain.accuracy() - gain.ci95() > 0) {
                return ABOVE_FLOOR;
            }
            return gain.accuracy() + gain.ci95() < 0 ? BELOW_FLOOR : AT_FLOOR;
        }
    }

    /// The same without what was learned on the way.
    public RunRecord withoutCheckpoints() {
        return new RunRecord(
                experiment,
                status,
                steps,
                test,
                floor,
                gain,
                zeroSteps,
                baselines,
                episodes,
                protocol,
                leaks,
                stepsPerSecond,
                engineBytes,
                metrics,
                speed,
                List.of(),
                parameters,
                rates,
                provenance);
    }

    /// Whether the whole interval of the gain lies on one side of 0.
    public Verdict verdict() {
        return Verdict.of(gain);
    }

    /// One number of a run, a line of `metrics.csv`.
    ///
    /// @param step outer step, 0 before training
    /// @param phase `train`, `validation` or `test`
    /// @param name for example `queryLossAfter`
    /// @param value may be NaN
    public record Metric(int step, String phase, String name, double value) {}

    /// What the run was made with; enough to tell whether a rerun must give the same bits.
    ///
    /// @param version Innerloop's version
    /// @param backend `vector` or `nd4j`
    /// @param threads worker threads; does not change the result
    /// @param java version of the JVM
    /// @param machine operating system and architecture
    /// @param graphHash content hash of the graph
    /// @param splitHash short hash of the split
    /// @param parametersSha256 hash of the final parameters
    /// @param started start, ISO-8601
    /// @param seconds wall-clock time
    public record Provenance(
            String version,
            String backend,
            int threads,
            String java,
            String machine,
            String graphHash,
            String splitHash,
            String parametersSha256,
            String started,
            double seconds) {}
}
