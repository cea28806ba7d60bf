package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.math.Backend;
import innerloop.meta.LearnerState;
import innerloop.meta.OuterState;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.phrase.Trouble;
import innerloop.training.Checkpoint;
import innerloop.training.Checkpoints;
import innerloop.training.ExperimentSetup;
import innerloop.training.MetricLog;
import innerloop.training.Metrics;
import innerloop.training.Pace;
import innerloop.training.Progress;
import innerloop.training.RunRecord.Metric;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The progress of a run in the folder `progress` of its own, so that it can go on after an interruption at any moment.
///
/// | file | holds |
/// |---|---|
/// | `state.safetensors` | the state of the outer loop; its metadata names the valid part of the other files |
/// | `numbers-1.csv` | the numbers on the way, to which new ones are added; with 2 of every second step, and so on |
/// | `step-25.safetensors` | the checkpoint of step 25 |
///
/// The first file is replaced last and in one step, and what it names is not changed before. So whatever moment the program
/// ends at, the folder holds one whole progress.
final class ProgressFiles {

    /// The name of the folder in that of the run.
    static final String FOLDER = "progress";

    private static final String STATE = "state.safetensors";

    /// The metadata's key of the check sum over everything else.
    private static final String CHECK = "sha256";

    private static final String THETA = "theta/";
    private static final String RATES = "rates/";
    private static final String CARRIED = "carried.";
    private static final String ADAM = "adam.";
    private static final String RATES_ADAM = "ratesAdam.";

    private final Path folder;

    /// The valid bytes of the table that holds the numbers.
    private long tableBytes;

    /// Rows that could not be written yet.
    private String owed = "";

    /// @param run the folder of the run
    ProgressFiles(Path run) {
        this.folder = run.resolve(FOLDER);
    }

    /// Whether there is progress of a run in its folder.
    static boolean isIn(Path run) {
        return Files.isRegularFile(state(run));
    }

    private static Path state(Path run) {
        return run.resolve(FOLDER).resolve(STATE);
    }

    /// The outer steps that are done; 0 if that cannot be read.
    static int steps(Path run) {
        try {
            return (int) number(contents(state(run)).metadata(), "steps", run);
        } catch (InputException e) {
            return 0;
        }
    }

    /// The name of the backend the run computes with, if there is progress.
    static @Nullable String backend(Path run) throws InputException {
        return isIn(run) ? contents(state(run)).metadata().get("backend") : null;
    }

    /// Takes the numbers that are new. They are written with this progress or, if that fails, with the next one.
    void owe(Progress progress) {
        MetricLog.Part part = progress.metrics();
        if (part.isWhole()) {
            tableBytes = 0;
            owed = RunFolder.METRICS_HEADER;
        }
        owed += RunFolder.rows(part.metrics()) + RunFolder.rows(progress.speed());
    }

    /// Replaces the progress in the folder by one whose numbers are owed.
    void write(Progress progress, ExperimentSetup setup) throws IOException {
        Map<String, String> metadata = new TreeMap<>();
        OuterState outer = progress.outer();
        metadata.put("steps", Integer.toString(outer.steps()));
        metadata.put("started", progress.started().toString());
        metadata.put("seconds", Double.toString(progress.seconds()));
        metadata.put("paceSteps", Integer.toString(progress.pace().steps()));
        metadata.put("paceNanos", Long.toString(progress.pace().nanos()));
        metadata.put("checkpointsEvery", Integer.toString(progress.checkpoints().every()));
        metadata.put("checkpointsOffered", Integer.toString(progress.checkpoints().offered()));
        metadata.put("backend", setup.backend().name());
        metadata.put("graphHash", setup.graph().contentHash());
        metadata.put("experiment", settings(setup));
        List<Path> named = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        for (Checkpoint checkpoint : progress.checkpoints().list()) {
            Path file = checkpoint(checkpoint.step());
            if (!Files.exists(file)) {
                Safetensors.write(file, learned(checkpoint.learned()), Map.of());
            }
            named.add(file);
            steps.add(Integer.toString(checkpoint.step()));
        }
        metadata.put("checkpoints", String.join(" ", steps));
        Path table = table(progress.metrics().every());
        append(table);
        named.add(table);
        metadata.put("metricsEvery", Integer.toString(progress.metrics().every()));
        metadata.put("tableBytes", Long.toString(tableBytes));
        List<Tensor> state = state(outer, metadata);
        metadata.put(CHECK, TensorBytes.sha256(state, metadata));
        Safetensors.write(folder.resolve(STATE), state, metadata);
        named.add(folder.resolve(STATE));
        deleteOthers(named);
    }

    /// The settings that a run cannot change on the way; where its graph lies is none.
    private static String settings(ExperimentSetup setup) {
        return ExperimentJson.write(setup.experiment().withGraph("graph"));
    }

    private void deleteOthers(List<Path> named) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!named.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path checkpoint(int step) {
        return folder.resolve("step-" + step + ".safetensors");
    }

    private Path table(int every) {
        return folder.resolve("numbers-" + every + ".csv");
    }

    /// Adds the rows behind those that are valid.
    private void append(Path table) throws IOException {
        try (FileChannel channel =
                FileChannel.open(table, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long at = tableBytes;
            channel.truncate(at);
            ByteBuffer bytes = ByteBuffer.wrap(owed.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            channel.force(true);
            tableBytes = at;
            owed = "";
        }
    }

    private static List<Tensor> learned(LearnerState learned) {
        List<Tensor> tensors = new ArrayList<>();
        tensors.addAll(ParameterFiles.exact(learned.theta(), THETA));
        tensors.addAll(ParameterFiles.exact(learned.rates(), RATES));
        return tensors;
    }

    private static List<Tensor> state(OuterState outer, Map<String, String> metadata) {
        List<Tensor> tensors = learned(outer.learned());
        add(tensors, metadata, ADAM, outer.adam());
        add(tensors, metadata, RATES_ADAM, outer.ratesAdam());
        add(tensors, metadata, CARRIED, outer.learned().carried());
        return tensors;
    }

    private static void add(
            List<Tensor> tensors, Map<String, String> metadata, String prefix, Adam.State adam) {
        metadata.put(prefix + "steps", Integer.toString(adam.steps()));
        tensors.addAll(ParameterFiles.exact(adam.mean(), prefix + "mean/"));
        tensors.addAll(ParameterFiles.exact(adam.square(), prefix + "square/"));
    }

    /// The progress in the folder, whole.
    ///
    /// @throws InputException if it is not of this experiment and graph, or cannot be read
    Progress read(ExperimentSetup setup) throws InputException {
        Path file = folder.resolve(STATE);
        Safetensors.Contents contents = contents(file);
        Map<String, String> metadata = contents.metadata();
        String graphHash = setup.graph().contentHash();
        if (!graphHash.equals(metadata.get("graphHash"))) {
            throw new InputException(Trouble.of("run.otherGraph"), file.toString());
        }
        if (!settings(setup).equals(metadata.get("experiment"))) {
            throw new InputException(
                    Trouble.of("run.otherSettings", RunFolder.EXPERIMENT), file.toString());
        }
        LearnerState model = setup.initial();
        requireWhole(contents, file);
        Map<String, Tensor> byName =
                contents.tensors().stream()
                        .collect(Collectors.toMap(Tensor::name, tensor -> tensor));
        List<Checkpoint> checkpoints = checkpoints(metadata, model, setup.backend());
        Parameters start = checkpoints.getFirst().learned().theta();
        OuterState outer =
                new StateReader(byName, metadata, file, model, setup.backend()).read(start);
        int every = (int) number(metadata, "metricsEvery", file);
        Path table = table(every);
        tableBytes = number(metadata, "tableBytes", file);
        List<Metric> all = RunReader.numbersIn(prefix(table), table);
        return new Progress(
                outer,
                new MetricLog.Part(true, every, all.stream().filter(m -> !isSpeed(m)).toList()),
                all.stream().filter(ProgressFiles::isSpeed).toList(),
                new Checkpoints.Kept(
                        checkpoints,
                        (int) number(metadata, "checkpointsEvery", file),
                        (int) number(metadata, "checkpointsOffered", file)),
                new Pace.Total(
                        (int) number(metadata, "paceSteps", file),
                        number(metadata, "paceNanos", file)),
                started(metadata, file),
                seconds(metadata, file));
    }

    /// Refuses tensors and metadata that are not as they were written.
    private static void requireWhole(Safetensors.Contents contents, Path file)
            throws InputException {
        Map<String, String> metadata = new TreeMap<>(contents.metadata());
        String sum = metadata.remove(CHECK);
        if (!TensorBytes.sha256(contents.tensors(), metadata).equals(sum)) {
            throw damaged(file);
        }
    }

    private static boolean isSpeed(Metric metric) {
        return metric.key().equals(Metrics.STEPS_PER_SECOND);
    }

    private String prefix(Path table) throws InputException {
        try {
            byte[] bytes = Files.readAllBytes(table);
            if (tableBytes < 0 || tableBytes > bytes.length) {
                throw damaged(table);
            }
            return new String(bytes, 0, (int) tableBytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw damaged(table);
        }
    }

    private List<Checkpoint> checkpoints(
            Map<String, String> metadata, LearnerState model, Backend backend)
            throws InputException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (String step : metadata.getOrDefault("checkpoints", "").split(" ", -1)) {
            if (!step.matches("\\d{1,9}")) {
                throw damaged(folder.resolve(STATE));
            }
            Path file = checkpoint(Integer.parseInt(step));
            Map<String, Tensor> byName = ParameterFiles.byName(file);
            checkpoints.add(
                    new Checkpoint(
                            Integer.parseInt(step),
                            new LearnerState(
                                    ParameterFiles.read(
                                            byName, THETA, model.theta().specs(), file, backend),
                                    ParameterFiles.read(
                                            byName, RATES, model.rates().specs(), file, backend),
                                    Adam.State.start())));
        }
        return checkpoints;
    }

    /// Reads the state of the outer loop.
    private record StateReader(
            Map<String, Tensor> byName,
            Map<String, String> metadata,
            Path file,
            LearnerState model,
            Backend backend) {

        /// @param start θ₀, which is the first checkpoint's
        OuterState read(Parameters start) throws InputException {
            LearnerState learned =
                    new LearnerState(
                            parameters(THETA, model.theta().specs()),
                            parameters(RATES, model.rates().specs()),
                            adam(CARRIED, model.theta().specs()));
            return new OuterState(
                    learned,
                    start,
                    adam(ADAM, model.theta().specs()),
                    adam(RATES_ADAM, model.rates().specs()),
                    (int) number(metadata, "steps", file));
        }

        private Parameters parameters(String prefix, List<ParameterSpec> specs)
                throws InputException {
            return ParameterFiles.read(byName, prefix, specs, file, backend);
        }

        /// Moments are of some of the parameters, or of none before the first step.
        private Adam.State adam(String prefix, List<ParameterSpec> specs) throws InputException {
            String mean = prefix + "mean/";
            List<ParameterSpec> moved =
                    specs.stream().filter(s -> byName.containsKey(mean + s.name())).toList();
            return new Adam.State(
                    (int) number(metadata, prefix + "steps", file),
                    parameters(mean, moved),
                    parameters(prefix + "square/", moved));
        }
    }

    private static Safetensors.Contents contents(Path file) throws InputException {
        try {
            return Safetensors.read(file);
        } catch (NoSuchFileException e) {
            throw damaged(file);
        } catch (IOException e) {
            throw new InputException(
                    Trouble.of("run.disk", String.valueOf(e.getMessage())), file.toString());
        }
    }

    private static long number(Map<String, String> metadata, String key, Path file)
            throws InputException {
        try {
            return Long.parseLong(metadata.getOrDefault(key, ""));
        } catch (NumberFormatException e) {
            throw damaged(file);
        }
    }

    private static Instant started(Map<String, String> metadata, Path file) throws InputException {
        try {
            return Instant.parse(metadata.getOrDefault("started", ""));
        } catch (DateTimeException e) {
            throw damaged(file);
        }
    }

    private static double seconds(Map<String, String> metadata, Path file) throws InputException {
        try {
            return Double.parseDouble(Objects.requireNonNullElse(metadata.get("seconds"), ""));
        } catch (NumberFormatException e) {
            throw damaged(file);
        }
    }

    private static InputException damaged(Path file) {
        return new InputException(Trouble.of("run.damaged"), file.toString());
    }
}
