package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.shell.MainWindow;
import innerloop.app.shell.Notices;
import innerloop.app.shell.Sheets;
import innerloop.app.start.RecentFiles;
import innerloop.app.start.Sample;
import innerloop.experiment.Experiment;
import innerloop.experiment.GraphPaths;
import innerloop.experiment.GraphReading;
import innerloop.experiment.InputException;
import innerloop.graph.FeatureRecipe;
import innerloop.io.AtomicFiles;
import innerloop.io.ExperimentJson;
import innerloop.io.GraphFormat;
import innerloop.io.GraphImport;
import innerloop.io.GraphReaders;
import innerloop.io.GraphSummary;
import innerloop.io.doctor.Diagnosis;
import innerloop.lesson.LessonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Opening and saving. Files are read on virtual threads; what was open stays until the new one is whole.
final class DocumentFiles {

    private final WorkbenchDocument document;
    private final RecentFiles recent;
    private final FileChoices choices;
    private final MainWindow window;
    private final Leaving leaving;
    private Consumer<Path> lessons = _ -> {};
    private @Nullable Path graphPath;

    /// The text of the document's file as this window knows it; another window, or another program, may have changed it since.
    private @Nullable String known;

    DocumentFiles(
            WorkbenchDocument document,
            RecentFiles recent,
            FileChoices choices,
            MainWindow window,
            BooleanSupplier runActive) {
        this.document = document;
        this.recent = recent;
        this.choices = choices;
        this.window = window;
        this.leaving = new Leaving(window.sheets(), document, runActive, this::save);
    }

    /// Goes on with the files of another window.
    void takeOver(DocumentFiles before) {
        graphPath = before.graphPath;
        known = before.known;
    }

    /// Everything that was read of an experiment and its graph. While it is open an experiment names its graph by
    /// the absolute path; only the file names it relative to itself.
    ///
    /// @param saved the experiment as it is on disk
    /// @param summary what the graph is
    /// @param text that of the file
    private record Opened(
            Experiment experiment,
            Experiment saved,
            GraphImport graph,
            GraphSummary summary,
            Path graphPath,
            @Nullable Path file,
            @Nullable String text) {

        Opened(
                Experiment experiment,
                Experiment saved,
                GraphImport graph,
                Path graphPath,
                @Nullable Path file,
                @Nullable String text) {
            this(experiment, saved, graph, graph.summary(), graphPath, file, text);
        }
    }

    /// Reads on some thread.
    private interface Reading {
        Opened read() throws InputException;
    }

    /// @param open opens a lesson
    void setLessons(Consumer<Path> open) {
        lessons = open;
    }

    /// Opens an experiment (`*.json`), a lesson (`*.md`) or a graph (anything else), after asking about unsaved changes.
    void open(Path path) {
        if (LessonFiles.isNamedLikeOne(path)) {
            lessons.accept(path);
            return;
        }
        boolean isExperiment = path.toString().endsWith(".json") && !GraphFormat.isNodeLink(path);
        guarded(() -> {
            if (isExperiment) {
                start(() -> experiment(path, path, List.of()), () -> recent.add(path));
            } else {
                new GraphOpening(window, path, GraphReading.guessed(), found -> opened(path, found))
                        .begin();
            }
        });
    }

    /// Opens a graph with a new experiment.
    private void opened(Path path, Diagnosis found) {
        GraphImport read = found.graph().orElseThrow();
        String name = path.toAbsolutePath().normalize().toString();
        Experiment experiment =
                standardised(
                        NewExperiment.on(read.graph(), name, found.target())
                                .withReading(found.reading()),
                        found);
        show(
                new Opened(experiment, experiment, read, path, null, null),
                () -> {
                    recent.add(path);
                    sayWhatIsRead();
                });
    }

    private static Experiment standardised(Experiment experiment, Diagnosis found) {
        return found.standardised()
                ? experiment.withFeatures(
                        experiment.features().withScaling(FeatureRecipe.Scaling.STANDARDISE))
                : experiment;
    }

    /// Shows how the open graph was read; what is changed there reads it again.
    void askHowItIsRead() {
        Path graph = graphPath;
        if (graph != null) {
            GraphReading reading = document.experiment().get().reading();
            leaving.whenIdle(() -> new GraphOpening(window, graph, reading, this::reread).ask());
        }
    }

    private void reread(Diagnosis found) {
        Experiment present = document.experiment().get();
        if (present.reading().equals(found.reading()) && !found.standardised()) {
            return;
        }
        Experiment changed = standardised(present.withReading(found.reading()), found);
        GraphImport read = found.graph().orElseThrow();
        try {
            changed.labelled(read.graph());
        } catch (InputException e) {
            window.notices().error(Messages.of(e));
            return;
        }
        document.reread(changed, read.graph());
        document.setSummary(read.summary());
    }

    /// An experiment that was made for a graph may read other features than its columns.
    private void sayWhatIsRead() {
        if (document.experiment().get().features().kind() == FeatureRecipe.Kind.STRUCTURAL) {
            window.notices().post(Notices.Kind.INFO, Messages.get("open.structural"), null);
        }
    }

    /// Opens a sample as an experiment that has no file yet, so that saving asks where.
    void open(Sample sample, Samples samples) {
        openCopy(samples.experiment(sample), () -> {});
    }

    /// Opens an experiment file that is to stay as it is, so that saving asks where. `shown` is done once it is open.
    void openCopy(Path file, Runnable shown) {
        openCopy(file, List.of(), shown);
    }

    /// The same with some settings changed, `key.path=value`.
    void openCopy(Path file, List<String> settings, Runnable shown) {
        guarded(() -> start(() -> experiment(file, null, settings), shown));
    }

    private static Opened experiment(Path file, @Nullable Path saveTo, List<String> settings)
            throws InputException {
        String text = text(saveTo);
        Experiment experiment = located(file, settings);
        Path graph = Path.of(experiment.graph());
        return new Opened(experiment, experiment, read(graph, experiment), graph, saveTo, text);
    }

    /// The document puts the experiment's own labels on the graph; here it is certain that they fit.
    private static GraphImport read(Path graph, Experiment experiment) throws InputException {
        GraphImport read = GraphReaders.read(graph, experiment.reading());
        experiment.labelled(read.graph());
        return read;
    }

    private static Experiment located(Path file, List<String> settings) throws InputException {
        Experiment experiment = ExperimentJson.read(file, settings);
        return experiment.withGraph(GraphPaths.resolve(file, experiment).toString());
    }

    private void start(Reading reading, Runnable shown) {
        Thread.ofVirtual()
                .name("open")
                .start(() -> {
                    try {
                        Opened opened = reading.read();
                        Platform.runLater(() -> {
                            show(opened, shown);
                            sayProblems(opened.graph());
                        });
                    } catch (InputException e) {
                        String message = Messages.of(e);
                        Platform.runLater(() -> window.notices().error(message));
                    } catch (RuntimeException | OutOfMemoryError e) {
                        Platform.runLater(
                                () -> window.notices().error(Messages.get("open.failed", e)));
                    }
                });
    }

    private void show(Opened opened, Runnable shown) {
        graphPath = opened.graphPath().toAbsolutePath().normalize();
        known = opened.text();
        window.notices().clear();
        document.openUnsaved(
                opened.experiment(), opened.graph().graph(), opened.file(), opened.saved());
        document.setSummary(opened.summary());
        shown.run();
    }

    /// Of an experiment's graph nobody was asked.
    private void sayProblems(GraphImport read) {
        int problems = read.problems().size();
        if (problems > 0) {
            window.notices()
                    .post(
                            Notices.Kind.WARNING,
                            Messages.get(
                                    "open.problems",
                                    problems,
                                    Messages.of(read.problems().getFirst().phrase())),
                            null);
        }
    }

    /// Shows what a crashed program left; it stays unsaved. `shown` is done once it is open.
    void restore(Experiment experiment, @Nullable Path file, Runnable shown) {
        Path base = file == null ? Path.of("").toAbsolutePath().resolve("x") : file;
        Path graph = GraphPaths.resolve(base, experiment);
        start(
                () ->
                        new Opened(
                                experiment.withGraph(graph.toString()),
                                onDisk(file),
                                read(graph, experiment),
                                graph,
                                file,
                                text(file)),
                shown);
    }

    private static Experiment onDisk(@Nullable Path file) {
        try {
            return file == null ? NewExperiment.empty() : located(file, List.of());
        } catch (InputException e) {
            // The file is gone or broken, so what was restored is not in it.
            return NewExperiment.empty();
        }
    }

    /// An empty document.
    void newExperiment() {
        guarded(() -> {
            graphPath = null;
            document.open(NewExperiment.empty(), null, null);
        });
    }

    void chooseGraph() {
        choices.graphToOpen().ifPresent(this::open);
    }

    void chooseExperiment() {
        choices.experimentToOpen().ifPresent(this::open);
    }

    /// Does `action` now, or after the person has decided what becomes of the run that is going and of unsaved
    /// changes.
    void guarded(Runnable action) {
        leaving.guarded(action);
    }

    /// Saves to the experiment's file, asking where if it has none, and asking first if somebody else has changed it since it was
    /// opened. `saved` is done once it is saved.
    void save(Runnable saved) {
        Path file = document.file().get();
        if (file == null) {
            saveAs(saved);
            return;
        }
        String onDisk = text(file);
        if (onDisk == null || onDisk.equals(known)) {
            save(file, saved);
            return;
        }
        window.sheets()
                .ask(
                        Messages.get("changed.title"),
                        Messages.get("changed.text", file.getFileName()),
                        List.of(
                                new Sheets.Answer(
                                        "cancel", Messages.get("close.cancel"), false, () -> {}),
                                new Sheets.Answer(
                                        "overwrite",
                                        Messages.get("changed.overwrite"),
                                        false,
                                        () -> save(file, saved)),
                                new Sheets.Answer(
                                        "elsewhere",
                                        Messages.get("changed.elsewhere"),
                                        true,
                                        () -> saveAs(saved))));
    }

    /// Saves to a file the person chooses. `saved` is done once it is saved.
    void saveAs(Runnable saved) {
        choices.fileToSave(suggestion(document, ".experiment.json"))
                .ifPresent(file -> save(file, saved));
    }

    private static @Nullable String text(@Nullable Path file) {
        try {
            return file == null ? null : Files.readString(file);
        } catch (IOException e) {
            // It is gone, or no text any more: there is nothing to lose.
            return null;
        }
    }

    /// A name for a file of the open experiment.
    static String suggestion(WorkbenchDocument document, String ending) {
        String name = document.experiment().get().name();
        return name.replaceAll("[^\\p{L}\\p{N}]+", "-") + ending;
    }

    private void save(Path file, Runnable saved) {
        Experiment present = document.experiment().get();
        Path graph = graphPath;
        Experiment written =
                graph == null ? present : present.withGraph(GraphPaths.relative(file, graph));
        String text = ExperimentJson.write(written);
        try {
            AtomicFiles.write(file, text);
        } catch (IOException e) {
            window.notices().error(SaveFailure.line(file, e));
            return;
        }
        known = text;
        document.markSaved(file, present);
        recent.add(file);
        saved.run();
    }

    /// Where the open graph lies.
    Optional<Path> graphPath() {
        return Optional.ofNullable(graphPath);
    }
}
