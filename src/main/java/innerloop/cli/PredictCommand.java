package innerloop.cli;

import innerloop.checks.Nearest;
import innerloop.episode.Support;
import innerloop.episode.Unit;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.Amount;
import innerloop.graph.AttributedGraph;
import innerloop.io.EmbeddingFiles;
import innerloop.io.ParameterFiles;
import innerloop.io.PredictionCsv;
import innerloop.io.RunReader;
import innerloop.io.SupportCsv;
import innerloop.math.Backend;
import innerloop.math.VectorBackend;
import innerloop.meta.Traits;
import innerloop.training.Hits;
import innerloop.training.OwnSupport;
import innerloop.training.Prediction;
import innerloop.training.Predictor;
import innerloop.training.RunRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `predict RUN --support FILE --out FILE`: the class of every node, told by what a run has learned and some labels.
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description =
                "Tell the class of every node of a run's graph, or of every member graph, with its"
                        + " probability, and say how right that will be.")
public final class PredictCommand implements Callable<Integer> {

    private static final int REPORTED = 20_000;

    @Parameters(paramLabel = "RUN", description = "a run folder")
    private Path run = Path.of("");

    @Option(
            names = "--support",
            paramLabel = "FILE",
            description =
                    "the labels to learn from, a row node,class for each; classes may be new"
                            + " (default: the painted episode, or some labels of each novel class)")
    private @Nullable Path supportFile;

    @Option(
            names = "--out",
            paramLabel = "FILE.csv",
            description = "write id, class, probability of each class, and margin")
    private @Nullable Path out;

    @Option(
            names = "--embeddings",
            paramLabel = "FILE.npz|FILE.csv|DIR",
            description =
                    "write where every node is in the learned space; into a folder as vectors.tsv"
                            + " and metadata.tsv for TensorBoard's projector")
    private @Nullable Path embeddings;

    @Option(
            names = "--adapted",
            paramLabel = "FILE.safetensors",
            description = "write the parameters after learning the labels")
    private @Nullable Path adapted;

    @Spec private @Nullable CommandSpec spec;

    /// What is learned before anything is told.
    ///
    /// @param support empty if the task has its classes already
    /// @param sentence where it comes from
    private record Labels(Optional<Support> support, String sentence) {}

    @Override
    public Integer call() throws InputException, IOException {
        EmbeddingFiles.Format format = requireOutputs();
        Experiment experiment = RunReader.summary(run).experiment();
        if (out != null || adapted != null || !experiment.task().isWhole()) {
            Predictor.requireClasses(experiment);
        }
        AttributedGraph graph = ExperimentOptions.graphOf(run);
        Backend backend = new VectorBackend(Counts.workers(null));
        RunRecord record = RunReader.record(run, graph, backend);
        Labels labels = labels(experiment, graph);
        Predictor predictor = predictor(record, graph, labels, backend);
        note(record, graph, labels);
        Prediction said = predictor.predict(format != null, this::report);
        say(record, labels, predictor.leaveOneOut(), predictor.unseen(said));
        write(said, graph, format, predictor, labels);
        return 0;
    }

    /// Says what was learned from, and how right that will be.
    private void say(
            RunRecord record, Labels labels, Optional<Hits> leaveOneOut, Optional<Hits> unseen) {
        PrintWriter result = Objects.requireNonNull(spec).commandLine().getOut();
        int ways = record.experiment().task().drawing().ways();
        Unit unit = record.experiment().task().drawing().unit();
        int classes = labels.support().map(Support::ways).orElse(ways);
        result.printf("learned from: %s%n", labels.sentence());
        result.printf(
                "the run's own test: %s %s (%s)%s%n",
                record.test().measure().word(),
                record.test().text(),
                record.protocol().text(),
                ways == classes
                        ? ""
                        : "; that is of %d classes at a time, and here are %d"
                                .formatted(ways, classes));
        leaveOneOut.ifPresent(hits ->
                result.printf(
                        "leave-one-out: %s of %d labels, one of each class left out at a time%n",
                        hits.text(), hits.asked()));
        unseen.ifPresent(hits ->
                result.printf(
                        "to expect: %s, as of the %s of these classes, whose labels training has not seen%n",
                        hits.text(),
                        Amount.of(hits.asked(), "other " + unit.word(), "other " + unit.words())));
    }

    private void write(
            Prediction said,
            AttributedGraph graph,
            EmbeddingFiles.@Nullable Format format,
            Predictor predictor,
            Labels labels)
            throws IOException {
        Path table = out;
        if (table != null) {
            PredictionCsv.write(table, said, graph);
            written(table);
        }
        Path space = embeddings;
        if (space != null && format != null) {
            EmbeddingFiles.write(space, format, said, graph);
            written(space);
        }
        Path parameters = adapted;
        if (parameters != null) {
            ParameterFiles.writeAdapted(
                    parameters,
                    predictor.adapted(),
                    predictor.experiment(),
                    predictor.classes(),
                    labels.sentence());
            written(parameters);
        }
    }

    /// The format of the embeddings; null if none are wanted.
    private EmbeddingFiles.@Nullable Format requireOutputs() throws InputException {
        List<Path> all = Stream.of(out, embeddings, adapted).flatMap(Stream::ofNullable).toList();
        if (all.isEmpty()) {
            throw new InputException(
                    "there is nothing to write",
                    "--out",
                    "give --out FILE.csv, --embeddings or --adapted");
        }
        List<Path> taken = new ArrayList<>();
        for (Path path : Stream.concat(Stream.ofNullable(supportFile), all.stream()).toList()) {
            Path whole = path.toAbsolutePath().normalize();
            if (taken.contains(whole)) {
                throw new InputException(
                        "two of the files have this name", path.toString(), "name another file");
            }
            taken.add(whole);
        }
        for (Path file : Stream.of(out, adapted).flatMap(Stream::ofNullable).toList()) {
            if (Files.isDirectory(file)) {
                throw new InputException("is a folder", file.toString(), "name a file");
            }
        }
        Path parameters = adapted;
        if (parameters != null
                && !parameters.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors")) {
            throw new InputException(
                    "parameters are written as safetensors",
                    parameters.toString(),
                    "name the file .safetensors");
        }
        Path space = embeddings;
        if (space == null) {
            return null;
        }
        EmbeddingFiles.Format format = EmbeddingFiles.Format.of(space);
        if (format == EmbeddingFiles.Format.PROJECTOR && Files.isRegularFile(space)) {
            throw new InputException("is a file", space.toString(), "name a folder");
        }
        return format;
    }

    private Labels labels(Experiment experiment, AttributedGraph graph) throws InputException {
        Unit unit = experiment.task().drawing().unit();
        if (supportFile != null) {
            Support read = SupportCsv.read(supportFile, graph, unit);
            return new Labels(
                    Optional.of(read),
                    OwnSupport.counted(read, unit) + " in " + supportFile.getFileName());
        }
        if (experiment.task().isWhole()) {
            return new Labels(Optional.empty(), experiment.task().line());
        }
        OwnSupport own = OwnSupport.of(experiment, graph);
        return new Labels(Optional.of(own.support()), own.sentence());
    }

    private static Predictor predictor(
            RunRecord record, AttributedGraph graph, Labels labels, Backend backend)
            throws InputException {
        return labels.support().isPresent()
                ? Predictor.of(
                        record.experiment(),
                        graph,
                        record.tested(),
                        labels.support().get(),
                        backend)
                : Predictor.ofWhole(record.experiment(), graph, record.tested(), backend);
    }

    /// Says what may surprise.
    private void note(RunRecord record, AttributedGraph graph, Labels labels) {
        PrintWriter progress = Objects.requireNonNull(spec).commandLine().getErr();
        if (!record.provenance().graphHash().equals(graph.contentHash())) {
            progress.println("note: the graph is not as it was when the run was made");
        }
        for (String name : labels.support().map(read -> read.newTo(graph)).orElse(List.of())) {
            progress.printf(
                    "note: \"%s\" is no class of the graph (the nearest is \"%s\"): a new one%n",
                    name, Nearest.of(name, graph.classes()));
        }
        if (adapted != null
                && record.experiment().learner().traits().gradient()
                        == Traits.Gradient.NO_INNER_LOOP) {
            progress.println(
                    "note: this learner has no inner loop: the adapted parameters are those of the run");
        }
    }

    /// Who has many nodes sees that it goes on.
    private void report(int done) {
        if (done % REPORTED == 0) {
            PrintWriter progress = Objects.requireNonNull(spec).commandLine().getErr();
            progress.printf("%d are told%n", done);
            progress.flush();
        }
    }

    private void written(Path file) {
        Objects.requireNonNull(spec).commandLine().getErr().printf("written to %s%n", file);
    }
}
