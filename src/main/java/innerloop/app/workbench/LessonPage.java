package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.Segments;
import innerloop.app.document.BackgroundWriter;
import innerloop.app.lesson.LessonHost;
import innerloop.app.lesson.LessonPanel;
import innerloop.app.lesson.LessonViewModel;
import innerloop.app.race.RaceViewModel;
import innerloop.app.run.RunStatusModel;
import innerloop.app.selection.SelectionMode;
import innerloop.app.start.RecentFiles;
import innerloop.app.start.StartActions;
import innerloop.app.start.StartView;
import innerloop.calculus.Explainer;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeSet;
import innerloop.lesson.Answer;
import innerloop.lesson.AnswerSheet;
import innerloop.lesson.Lesson;
import innerloop.lesson.LessonFiles;
import innerloop.lesson.LessonReader;
import innerloop.lesson.Part;
import innerloop.lesson.Workings;
import innerloop.training.RaceResult;
import innerloop.training.RunRecord;
import innerloop.training.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The lesson at the left, in the place of the recipe, and what it does with the rest of the window.
final class LessonPage implements LessonHost {

    /// What the left side shows while a lesson is open.
    private enum Side {
        LESSON,
        RECIPE
    }

    private final Workbench workbench;
    private final RaceViewModel race;
    private final Path state;
    private final Samples samples;
    private final FileChoices choices;
    private final LessonShelf shelf = new LessonShelf();
    private final BackgroundWriter work = new BackgroundWriter("lesson");
    private final LessonViewModel model = new LessonViewModel(work::write, Platform::runLater);
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.LESSON);
    private @Nullable Workings workings;
    private @Nullable Opened opened;
    private Part.@Nullable Run going;

    /// What is open.
    ///
    /// @param file the lesson's
    /// @param experiment the file of its experiment
    private record Opened(Path file, Path experiment) {}

    /// @param state the folder of what the program keeps
    LessonPage(
            Workbench workbench,
            RaceViewModel race,
            Path state,
            Samples samples,
            FileChoices choices) {
        this.workbench = workbench;
        this.race = race;
        this.state = state;
        this.samples = samples;
        this.choices = choices;
        shelf.register(workbench.commands(), () -> workbench.window().sheets(), this::open);
        workbench.runModel().record().addListener((_, _, record) -> ended(record));
        workbench.runModel().status().state().addListener((_, _, now) -> ended(now));
        race.result().addListener((_, _, result) -> ended(result));
        race.work().state().addListener((_, _, _) -> raceStopped());
    }

    /// The page of an empty window, with its lessons.
    StartView start(RecentFiles recent, StartActions actions) {
        return new StartView(samples.list(), shelf.cards(), recent, actions);
    }

    /// The left side: the recipe, and the lesson while one is open. A recipe that is locked says so.
    Region over(Region recipe) {
        Label note = new Label(Messages.get("lesson.locked"));
        note.setId("lesson-locked");
        note.getStyleClass().add("lesson-locked");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.managedProperty().bind(note.visibleProperty());
        BorderPane below = new BorderPane(recipe);
        below.setTop(note);
        LessonPanel panel = new LessonPanel(model, this, this::export);
        HBox choice =
                new HBox(
                        new Segments<>("lesson-side", "lesson.side", side, List.of(Side.values())));
        choice.getStyleClass().add("lesson-side");
        BorderPane pane = new BorderPane();
        Runnable show =
                () -> {
                    Lesson open = model.lesson().get();
                    boolean locked = open != null && open.head().locked();
                    note.setVisible(locked);
                    recipe.setDisable(locked);
                    pane.setTop(open == null ? null : new VBox(choice));
                    pane.setCenter(open != null && side.get() == Side.LESSON ? panel : below);
                };
        model.lesson().subscribe(_ -> show.run());
        side.subscribe(_ -> show.run());
        return pane;
    }

    /// Opens a lesson and its experiment.
    void open(Path file) {
        Path own = LessonFiles.in(file, Messages.language().locale());
        try {
            LessonReader.Reading reading = LessonReader.read(own);
            if (!reading.complaints().isEmpty()) {
                error(Messages.of(reading.complaints().getFirst().phrase(own.toString())));
                return;
            }
            Lesson lesson = reading.lesson().orElseThrow();
            Path experiment = Workings.experimentFile(lesson, own, samples.path());
            workbench
                    .files()
                    .openCopy(
                            experiment,
                            lesson.head().settings(),
                            () -> begin(lesson, own, experiment));
        } catch (InputException e) {
            error(Messages.of(e));
        }
    }

    private void error(String line) {
        workbench.window().notices().error(line);
    }

    private void begin(Lesson lesson, Path file, Path experiment) {
        Path kept = AnswerSheet.kept(state, file);
        model.open(
                lesson,
                work(lesson, file, experiment),
                AnswerSheet.read(kept),
                answers -> keep(kept, answers));
        side.set(Side.LESSON);
        workbench.window().showRecipe();
    }

    /// What computes the values of a lesson from now on.
    private Workings work(Lesson lesson, Path file, Path experiment) {
        Workings values =
                new Workings(lesson, experiment, Runtime.getRuntime().availableProcessors());
        workings = values;
        opened = new Opened(file, experiment);
        going = null;
        return values;
    }

    /// Goes on with the lesson that is open in the window before, in the language of this one if it lies beside it.
    void takeOver(LessonPage before) {
        Lesson shown = before.model.lesson().get();
        Opened open = before.opened;
        if (shown == null || open == null) {
            return;
        }
        Path own = LessonFiles.in(open.file(), Messages.language().locale());
        Optional<Lesson> translated = inThisLanguage(own).filter(other -> other.fits(shown));
        Lesson same = translated.orElse(shown);
        Path file = translated.isPresent() ? own : open.file();
        Path kept = AnswerSheet.kept(state, file);
        model.takeOver(
                before.model,
                same,
                work(same, file, open.experiment()),
                answers -> keep(kept, answers));
        side.set(before.side.get());
        Part.Run run = before.going;
        if (run != null) {
            going = same.run(run.name()).orElseThrow();
            model.begun(going);
        }
    }

    private static Optional<Lesson> inThisLanguage(Path file) {
        try {
            LessonReader.Reading reading = LessonReader.read(file);
            return reading.complaints().isEmpty() ? reading.lesson() : Optional.empty();
        } catch (InputException _) {
            // The lesson stays in the language that it is open in.
            return Optional.empty();
        }
    }

    private void keep(Path file, List<Answer> answers) {
        work.write(() -> {
            try {
                AnswerSheet.write(file, answers);
            } catch (IOException e) {
                Platform.runLater(() -> error(SaveFailure.line(file, e)));
            }
        });
    }

    private void export() {
        choices.fileToSave("answers.csv").ifPresent(to -> keep(to, model.answers()));
    }

    @Override
    public void run(Part.Run wanted) {
        Workings values = workings;
        if (values == null || workbench.isMachineTaken()) {
            return;
        }
        try {
            Experiment experiment = values.experiment(wanted);
            workbench
                    .document()
                    .edit(
                            Messages.later("lesson.one"),
                            "",
                            present -> experiment.withGraph(present.graph()));
            going = wanted;
            model.begun(wanted);
            switch (wanted.kind()) {
                case TRAIN -> {
                    workbench.commands().get("run.start").perform();
                    if (!workbench.runModel().status().state().get().active()) {
                        stopped();
                    }
                }
                case RACE -> {
                    workbench.window().showPage("race");
                    race.start();
                    raceStopped();
                }
            }
        } catch (InputException e) {
            model.failed(wanted, Messages.of(e));
        }
    }

    private void stopped() {
        Part.Run wanted = going;
        if (wanted != null) {
            going = null;
            model.failed(wanted, Messages.get("lesson.stopped"));
        }
    }

    private void ended(@Nullable RunRecord record) {
        Part.Run wanted = going;
        if (wanted == null || record == null || wanted.kind() != Part.RunKind.TRAIN) {
            return;
        }
        if (record.status() == RunStatus.FINISHED) {
            going = null;
            model.ended(wanted, record);
        } else {
            stopped();
        }
    }

    private void ended(RunStatusModel.State now) {
        Part.Run wanted = going;
        if (wanted != null
                && wanted.kind() == Part.RunKind.TRAIN
                && now == RunStatusModel.State.FAILED) {
            stopped();
        }
    }

    private void ended(@Nullable RaceResult result) {
        Part.Run wanted = going;
        if (wanted != null && result != null && wanted.kind() == Part.RunKind.RACE) {
            going = null;
            model.ended(wanted, result);
        }
    }

    /// A race that does not go any more and has no result was stopped, or could not begin.
    private void raceStopped() {
        Part.Run wanted = going;
        if (wanted != null && wanted.kind() == Part.RunKind.RACE && !race.work().isActive()) {
            Platform.runLater(() -> {
                if (wanted.equals(going)) {
                    stopped();
                }
            });
        }
    }

    @Override
    public void look(Part.Look look) {
        look.tab().ifPresent(workbench.window()::showPage);
        look.step().ifPresent(step -> workbench.runModel().timeline().choose(step));
        look.inner().ifPresent(inner -> workbench.runModel().timeline().chooseInner(inner));
        AttributedGraph graph = workbench.document().graph().get();
        if (look.node().isPresent() && graph != null) {
            try {
                int node = Explainer.node(graph, look.node().get());
                workbench.selection().take(NodeSet.of(graph.nodes(), node), SelectionMode.REPLACE);
            } catch (InputException e) {
                error(Messages.of(e));
            }
        }
    }

    void dispose() {
        model.close();
        work.close();
    }
}
