package innerloop.training;

import innerloop.experiment.Experiment;
import innerloop.leakage.Leakage;
import innerloop.meta.LearnerState;
import innerloop.nn.Adam;
import innerloop.nn.Parameters;
import innerloop.phrase.Phrase;
import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// One run of an experiment with all its results.
///
/// @param experiment the settings, normalised
/// @param status how it ended
/// @param steps outer steps done
/// @param test score on the test episodes after adaptation
/// @param gain of the test score over the floor, episode by episode, with the interval of these differences
/// @param zeroSteps the same adaptation from the untrained θ, on the same episodes
/// @param baselines scores of methods without meta-learning, on the same episodes; the floor first
/// @param episodes values on every test episode; [#test], [#floor] and [#zeroSteps] are their means
/// @param protocol one line of text: ways, shots, queries, tasks, tested phase, split hash, whether it is transductive, kinds
///     of leaks
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
        Gain gain,
        Score zeroSteps,
        List<BaselineScore> baselines,
        List<TestEpisode> episodes,
        Phrase protocol,
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
        baselines = List.copyOf(baselines);
        episodes = List.copyOf(episodes);
        leaks = List.copyOf(leaks);
        metrics = List.copyOf(metrics);
        speed = List.copyOf(speed);
        checkpoints = List.copyOf(checkpoints);
    }

    /// The same without checkpoints.
    public RunRecord withoutCheckpoints() {
        return new RunRecord(
                experiment,
                status,
                steps,
                test,
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

    /// The state of the learner that was tested: that of the end, or of the best validation.
    public LearnerState tested() {
        String hash = parameters.sha256();
        return checkpoints.reversed().stream()
                .map(Checkpoint::learned)
                .filter(state -> state.theta().sha256().equals(hash))
                .findFirst()
                .orElseGet(() -> new LearnerState(parameters, rates, Adam.State.start()));
    }

    /// The floor, a score without any training.
    public Score floor() {
        return baselines.getFirst().score();
    }

    /// What training added to the same learner untrained, episode by episode; empty if it does not train, or its episodes are
    /// not known.
    public Optional<Gain> learned() {
        Measure measure = test.measure();
        return experiment.learner().trains() && !episodes.isEmpty()
                ? Optional.of(
                        Gain.of(
                                measure,
                                episodes.stream()
                                        .mapToDouble(e -> measure.gain(e.score(), e.zeroSteps()))
                                        .toArray()))
                : Optional.empty();
    }

    /// Whether the learner started from an encoder that was trained without labels, in a task that asks for classes: then what it
    /// learned is what the labels of the base classes added.
    public boolean startsLabelFree() {
        return experiment.task().hasClasses()
                && experiment.pretraining().epochs() > 0
                && !experiment.pretraining().readsLabels();
    }

    /// The best of the other baselines, if it is better than the floor and the test score is not clearly better than it.
    public Optional<BaselineScore> unbeaten() {
        return baselines.stream()
                .max(Comparator.comparing(BaselineScore::score, Score.WORST_FIRST))
                .filter(best -> !best.word().equals(BaselineScore.FLOOR))
                .filter(best -> {
                    Gain ahead = over(best);
                    return switch (ahead.verdict()) {
                        case ABOVE_FLOOR -> false;
                        case AT_FLOOR, BELOW_FLOOR -> true;
                        case UNKNOWN -> ahead.mean() <= 0;
                    };
                });
    }

    /// The advantage over one of the baselines, episode by episode where its single episodes are known.
    public Gain over(BaselineScore baseline) {
        return RunDifference.over(test, episodes, baseline).gain();
    }

    /// Whether the score is clearly worse than this baseline's.
    public boolean isClearlyBelow(BaselineScore baseline) {
        return over(baseline).verdict() == Gain.Verdict.BELOW_FLOOR;
    }

    /// One number of a run, a line of `metrics.csv`.
    ///
    /// @param step outer step, 0 before training
    /// @param key what it is
    /// @param value may be NaN
    public record Metric(int step, MetricKey key, double value) {}

    /// The versions and the machine a run was made with, which decide whether a rerun gives the same bits.
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
            double seconds) {

        /// The version of this program, as in the build file.
        public static final String VERSION = "0.1.0";

        /// Files may leave texts out, programs may not.
        public Provenance {
            Stream.of(
                            version,
                            backend,
                            java,
                            machine,
                            graphHash,
                            splitHash,
                            parametersSha256,
                            started)
                    .forEach(Objects::requireNonNull);
        }
    }
}
