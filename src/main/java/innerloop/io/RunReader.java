package innerloop.io;

import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.leakage.Leakage;
import innerloop.math.Backend;
import innerloop.meta.LearnerState;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.training.Checkpoint;
import innerloop.training.ExperimentSetup;
import innerloop.training.MetricKey;
import innerloop.training.Metrics;
import innerloop.training.RunRecord;
import innerloop.training.RunRecord.Metric;
import innerloop.training.RunRecord.Provenance;
import innerloop.training.RunStatus;
import innerloop.training.RunSummary;
import innerloop.training.TestEpisode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads what a [RunFolder] holds.
public final class RunReader {

    /// The first column of the episodes that holds a baseline beside the floor.
    private static final int OTHERS = 4;

    private static final Map<String, RunStatus> STATUS = JsonFields.words(RunStatus.values());

    private static final Map<String, Phase> PHASES = JsonFields.words(Phase.values());

    private RunReader() {}

    /// Settings, scores and provenance of a run; its experiment names the graph as seen from the folder.
    ///
    /// @throws InputException if this is no whole run folder
    public static RunSummary summary(Path folder) throws InputException {
        Path file = folder.resolve(RunFolder.SUMMARY);
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    Trouble.of("run.noFolder", RunFolder.SUMMARY), folder.toString());
        }
        Experiment experiment =
                ExperimentJson.read(folder.resolve(RunFolder.EXPERIMENT), List.of());
        JsonNode top = parsed(file);
        Measure measure = ScoreJson.measure(top, file);
        int tasks = top.path("test").path("tasks").asInt(0);
        JsonNode phrases = top.path(RunFolder.PHRASES);
        List<Phrase> leaks = new ArrayList<>();
        for (JsonNode leak : top.path(RunFolder.LEAKAGE)) {
            if (!leak.isString()) {
                throw ScoreJson.wrong(file, RunFolder.LEAKAGE);
            }
            JsonNode said = phrases.path(RunFolder.LEAKAGE).path(leaks.size());
            leaks.add(PhraseJson.read(said, leak.asString()));
        }
        RunStatus status = STATUS.get(top.path("status").asString(""));
        if (status == null) {
            throw ScoreJson.wrong(file, "status");
        }
        try {
            return new RunSummary(
                    experiment,
                    status,
                    top.path("steps").asInt(0),
                    ScoreJson.read(top, "test", measure, tasks, file),
                    Gain.of(ScoreJson.read(top, "gain", measure, tasks, file)),
                    ScoreJson.read(top, Metrics.ZERO_STEPS, measure, tasks, file),
                    ScoreJson.baselines(top, measure, tasks, file),
                    episodes(folder),
                    PhraseJson.read(
                            phrases.path(RunFolder.PROTOCOL),
                            top.path(RunFolder.PROTOCOL).asString("")),
                    leaks,
                    JsonText.JSON.treeToValue(
                            parsed(folder.resolve(RunFolder.PROVENANCE)), Provenance.class));
        } catch (JacksonException e) {
            throw new InputException(
                    Trouble.of("file.unreadable"), folder.resolve(RunFolder.PROVENANCE).toString());
        }
    }

    private static JsonNode parsed(Path file) throws InputException {
        return JsonText.parse(JsonText.read(file, JsonText.Content.RUN), JsonText.source(file));
    }

    /// A run as it was when it ended. What leaks is looked for again.
    ///
    /// @param graph that of its experiment
    /// @throws InputException if the folder is not whole, or its parameters are not of its model
    public static RunRecord record(Path folder, AttributedGraph graph, Backend backend)
            throws InputException {
        RunSummary summary = summary(folder);
        JsonNode top = parsed(folder.resolve(RunFolder.SUMMARY));
        LearnerState model = ExperimentSetup.of(summary.experiment(), graph, backend).initial();
        LearnerState end =
                new LearnerState(
                        tensors(
                                folder.resolve(RunFolder.PARAMETERS),
                                model.theta().specs(),
                                backend),
                        rates(folder, model.rates().specs(), backend),
                        Adam.State.start());
        return new RunRecord(
                summary.experiment(),
                summary.status(),
                summary.steps(),
                summary.test(),
                summary.gain(),
                summary.zeroSteps(),
                summary.baselines(),
                summary.episodes(),
                summary.protocol(),
                Leakage.of(summary.experiment(), graph),
                top.path("stepsPerSecond").asDouble(0),
                top.path("engineBytes").asLong(0),
                metrics(folder),
                speed(folder),
                checkpoints(folder, model, new Checkpoint(summary.steps(), end), backend),
                end.theta(),
                end.rates(),
                summary.provenance());
    }

    /// Every number on the way that follows from the settings.
    public static List<Metric> metrics(Path folder) throws InputException {
        return numbers(folder.resolve(RunFolder.METRICS));
    }

    /// Steps per second on the way; empty for runs of versions that did not keep them.
    public static List<Metric> speed(Path folder) throws InputException {
        Path file = folder.resolve(RunFolder.SPEED);
        return Files.exists(file) ? numbers(file) : List.of();
    }

    private static List<Metric> numbers(Path file) throws InputException {
        List<Metric> numbers = numbersInAnyOrder(file);
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i).step() < numbers.get(i - 1).step()) {
                throw new InputException(
                        Trouble.of(
                                "run.goesBack",
                                Integer.toString(numbers.get(i - 1).step()),
                                Integer.toString(numbers.get(i).step())),
                        file + ":" + (i + 2));
            }
        }
        return numbers;
    }

    private static List<Metric> numbersInAnyOrder(Path file) throws InputException {
        return numbersIn(JsonText.read(file, JsonText.Content.TABLE), file);
    }

    /// The numbers of a table with its header.
    ///
    /// @param file where it is from, for complaints
    static List<Metric> numbersIn(String text, Path file) throws InputException {
        return rows(
                text,
                file,
                4,
                cells ->
                        new Metric(
                                Integer.parseInt(cells[0]),
                                key(cells[1], cells[2]),
                                Double.parseDouble(cells[3])));
    }

    private static MetricKey key(String phase, String name) {
        Phase known = PHASES.get(phase);
        if (known == null) {
            throw new NumberFormatException();
        }
        return new MetricKey(known, name);
    }

    private static List<TestEpisode> episodes(Path folder) throws InputException {
        Path file = folder.resolve(RunFolder.EPISODES);
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = JsonText.read(file, JsonText.Content.TABLE);
        String[] titles = text.lines().findFirst().orElse("").split(",", -1);
        return rows(
                text,
                file,
                Math.max(titles.length, OTHERS),
                cells -> {
                    Map<String, Double> others = new HashMap<>();
                    for (int k = OTHERS; k < titles.length; k++) {
                        others.put(titles[k], Double.parseDouble(cells[k]));
                    }
                    return new TestEpisode(
                            Double.parseDouble(cells[1]),
                            Double.parseDouble(cells[2]),
                            Double.parseDouble(cells[3]),
                            others);
                });
    }

    /// The rows of a table that a run wrote: no cell is quoted.
    private static <T> List<T> rows(String text, Path file, int columns, Function<String[], T> row)
            throws InputException {
        List<T> rows = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isEmpty()) {
                continue;
            }
            String[] cells = lines[i].split(",", -1);
            try {
                if (cells.length != columns) {
                    throw new NumberFormatException();
                }
                rows.add(row.apply(cells));
            } catch (NumberFormatException e) {
                throw new InputException(Trouble.of("run.noRow"), file + ":" + (i + 1));
            }
        }
        return rows;
    }

    private static Parameters rates(Path folder, List<ParameterSpec> specs, Backend backend)
            throws InputException {
        return specs.isEmpty()
                ? Parameters.none()
                : tensors(folder.resolve(RunFolder.RATES), specs, backend);
    }

    private static Parameters tensors(Path file, List<ParameterSpec> specs, Backend backend)
            throws InputException {
        return ParameterFiles.read(ParameterFiles.byName(file), "", specs, file, backend);
    }

    /// Earlier versions kept the end only; the beginning follows from the seed.
    private static List<Checkpoint> checkpoints(
            Path folder, LearnerState model, Checkpoint end, Backend backend)
            throws InputException {
        Path file = folder.resolve(RunFolder.CHECKPOINTS);
        if (Files.exists(file)) {
            try {
                return CheckpointFiles.read(file, model, backend);
            } catch (InputException e) {
                // All else of the run is as good as it was: only the way back is shorter.
                return List.of(new Checkpoint(0, model), end);
            }
        }
        return end.step() == 0 ? List.of(end) : List.of(new Checkpoint(0, model), end);
    }
}
