package innerloop.io;

import innerloop.experiment.Experiment;
import innerloop.experiment.GraphPaths;
import innerloop.task.BaselineScore;
import innerloop.training.Metrics;
import innerloop.training.OtherScores;
import innerloop.training.RunRecord;
import innerloop.training.RunRecord.Metric;
import innerloop.training.RunRecord.Provenance;
import innerloop.training.TestEpisode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The files of a run.
///
/// | file | holds |
/// |---|---|
/// | `experiment.json` | the settings, in normal form |
/// | `metrics.csv` | every number on the way: step, phase, metric, value; the same for the same settings |
/// | `speed.csv` | steps per second on the way, in the same form |
/// | `episodes.csv` | every test episode: its number, score, floor, score of the untrained learner, of each baseline |
/// | `summary.json` | scores, protocol line, leaks, speed, hash, status |
/// | `parameters.safetensors` | θ, PyTorch Geometric's names |
/// | `rates.safetensors` | learned inner rates, if there are any |
/// | `checkpoints.safetensors` | θ (and rates) on the way, evenly spread, if any were kept: `25/convs.0.lin.weight` is of step 25 |
/// | `provenance.json` | version, backend, machine, hashes |
public final class RunFolder {

    /// The file that is written last: a folder with it holds a whole run.
    public static final String SUMMARY = "summary.json";

    /// Of the summary: the protocol line.
    static final String PROTOCOL = "protocol";

    /// Of the summary: what the split lets training know.
    static final String LEAKAGE = "leakage";

    /// Of the summary: these lines as values, which can be said in other languages.
    static final String PHRASES = "phrases";

    /// The settings; they can be run again from there.
    public static final String EXPERIMENT = "experiment.json";

    static final String METRICS = "metrics.csv";
    static final String SPEED = "speed.csv";
    static final String CHECKPOINTS = "checkpoints.safetensors";
    static final String EPISODES = "episodes.csv";
    static final String PARAMETERS = "parameters.safetensors";
    static final String RATES = "rates.safetensors";
    static final String PROVENANCE = "provenance.json";

    private RunFolder() {}

    static final String METRICS_HEADER = "step,phase,metric,value\r\n";

    private static final Set<String> ALL =
            Set.of(
                    EXPERIMENT,
                    METRICS,
                    SPEED,
                    CHECKPOINTS,
                    EPISODES,
                    PARAMETERS,
                    RATES,
                    PROVENANCE,
                    SUMMARY,
                    RunNotes.FILE,
                    ProgressFiles.FOLDER);

    /// Something in a folder that no run leaves there.
    static Optional<Path> stranger(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> {
                                String name = file.getFileName().toString();
                                return !ALL.contains(name) && !StaleFiles.isOne(name);
                            })
                    .min(Comparator.naturalOrder());
        }
    }

    /// Writes all files, θ first; each appears whole or not at all, `summary.json` last.
    ///
    /// @param graph where the graph lies; the written experiment names it relative to the folder, so that it
    ///     can be run again from there
    public static void write(Path folder, RunRecord record, Path graph) throws IOException {
        Path file = folder.resolve(EXPERIMENT);
        Experiment here = record.experiment().withGraph(GraphPaths.relative(file, graph));
        ParameterFiles.write(folder.resolve(PARAMETERS), ParameterFiles.Format.SAFETENSORS, record);
        if (!record.rates().specs().isEmpty()) {
            ParameterFiles.writeRates(folder.resolve(RATES), record);
        }
        AtomicFiles.write(file, ExperimentJson.write(here));
        AtomicFiles.write(folder.resolve(PROVENANCE), provenance(record.provenance()));
        AtomicFiles.write(folder.resolve(METRICS), metrics(record.metrics()));
        AtomicFiles.write(folder.resolve(SPEED), metrics(record.speed()));
        AtomicFiles.write(folder.resolve(EPISODES), episodes(record));
        if (!record.checkpoints().isEmpty()) {
            CheckpointFiles.write(folder.resolve(CHECKPOINTS), record.checkpoints());
        }
        AtomicFiles.write(folder.resolve(SUMMARY), summary(record));
    }

    /// The same to a folder that does not exist yet, and appears whole or not at all.
    public static void writeNew(Path folder, RunRecord record, Path graph) throws IOException {
        Path fresh = AtomicFiles.temporaryName(folder);
        try {
            write(fresh, record, graph);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FolderTree.delete(fresh);
        }
    }

    /// A folder for a run in `parent` that does not exist yet: date, time and the experiment's name, and a number if
    /// that is taken.
    public static Path in(Path parent, RunRecord record) {
        return in(parent, record.provenance().started(), record.experiment().name());
    }

    /// The same for a run that began at this time, ISO-8601.
    static Path in(Path parent, String started, String experiment) {
        String time = started.substring(0, 19).replace(":", "");
        String name = experiment.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String base = time + "-" + name.substring(0, Math.min(40, name.length()));
        Path folder = parent.resolve(base);
        for (int number = 2; UnfinishedRun.isTaken(folder); number++) {
            folder = parent.resolve(base + "-" + number);
        }
        return folder;
    }

    /// RFC 4180 with `.` as decimal point in every locale and `NaN` for NaN.
    public static String metrics(List<Metric> metrics) {
        return METRICS_HEADER + rows(metrics);
    }

    /// The same without the header.
    static String rows(List<Metric> metrics) {
        StringBuilder csv = new StringBuilder();
        for (Metric m : metrics) {
            csv.append(m.step())
                    .append(',')
                    .append(m.key().phaseWord())
                    .append(',')
                    .append(m.key().name())
                    .append(',')
                    .append(m.value())
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String episodes(RunRecord record) {
        String score = record.test().measure().word();
        List<String> others =
                record.episodes().stream()
                        .flatMap(episode -> episode.others().keySet().stream())
                        .distinct()
                        .sorted()
                        .toList();
        StringBuilder csv = new StringBuilder("episode," + score + ",floor,zeroSteps");
        others.forEach(word -> csv.append(',').append(word));
        csv.append("\r\n");
        for (int i = 0; i < record.episodes().size(); i++) {
            TestEpisode episode = record.episodes().get(i);
            csv.append(i)
                    .append(',')
                    .append(episode.score())
                    .append(',')
                    .append(episode.floor())
                    .append(',')
                    .append(episode.zeroSteps());
            others.forEach(word -> csv.append(',').append(episode.others().get(word)));
            csv.append("\r\n");
        }
        return csv.toString();
    }

    /// The content of `summary.json`.
    public static String summary(RunRecord record) {
        ObjectNode top = JsonText.JSON.createObjectNode();
        top.put("name", record.experiment().name());
        top.put("status", record.status().name().toLowerCase(Locale.ROOT));
        top.put("steps", record.steps());
        ScoreJson.measure(top, record.test().measure());
        ScoreJson.put(top, "test", record.test()).put("tasks", record.test().tasks());
        ScoreJson.put(top, BaselineScore.FLOOR, record.floor());
        ScoreJson.put(top, "gain", record.gain())
                .put("verdict", JsonFields.word(record.gain().verdict()));
        ScoreJson.put(top, Metrics.ZERO_STEPS, record.zeroSteps());
        Map<String, Double> settings =
                record.experiment().learner().learnedSettings(record.parameters());
        if (!settings.isEmpty()) {
            ObjectNode into = top.putObject("learnedSettings");
            settings.forEach(into::put);
        }
        record.learned().ifPresent(added -> ScoreJson.put(top, "learned", added));
        ScoreJson.putOthers(top.putObject("baselines"), record.baselines());
        List<OtherScores.Other> others = OtherScores.of(record);
        if (!others.isEmpty()) {
            ObjectNode into = top.putObject("otherMeasures");
            for (OtherScores.Other other : others) {
                ObjectNode one = into.putObject(other.score().measure().word());
                ScoreJson.put(one, "test", other.score().mean());
                ScoreJson.put(one, BaselineScore.FLOOR, other.floor().mean());
            }
        }
        top.put(PROTOCOL, record.protocol().text());
        leakage(top, record);
        ObjectNode phrases = top.putObject(PHRASES);
        phrases.set(PROTOCOL, PhraseJson.write(record.protocol()));
        ArrayNode leaks = phrases.putArray(LEAKAGE);
        record.leaks().forEach(leak -> leaks.add(PhraseJson.write(leak.what())));
        top.put("stepsPerSecond", record.stepsPerSecond());
        top.put("engineBytes", record.engineBytes());
        top.put("parametersSha256", record.provenance().parametersSha256());
        return JsonText.write(top);
    }

    /// The protocol line beside every score.
    static void leakage(ObjectNode into, RunRecord record) {
        ArrayNode messages = into.putArray(LEAKAGE);
        record.leaks().forEach(leak -> messages.add(leak.message()));
    }

    private static String provenance(Provenance p) {
        return JsonText.write(JsonText.JSON.valueToTree(p));
    }
}
