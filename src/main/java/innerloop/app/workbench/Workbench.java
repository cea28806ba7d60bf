package innerloop.app.workbench;

import innerloop.app.Language;
import innerloop.app.Messages;
import innerloop.app.ToolRow;
import innerloop.app.background.Latest;
import innerloop.app.checks.CertificateBadge;
import innerloop.app.curves.CurvesView;
import innerloop.app.document.Settings;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.embedding.EmbeddingView;
import innerloop.app.embedding.ProjectionTools;
import innerloop.app.embedding.Projections;
import innerloop.app.graphview.GraphView;
import innerloop.app.history.HistoryBar;
import innerloop.app.history.HistoryPlayer;
import innerloop.app.inspect.NodeInspector;
import innerloop.app.keptruns.RunsViewModel;
import innerloop.app.recipe.RecipeView;
import innerloop.app.recipe.RecipeViewModel;
import innerloop.app.run.RunViewModel;
import innerloop.app.run.TimelineBar;
import innerloop.app.selection.PointSelection;
import innerloop.app.selection.Selection;
import innerloop.app.shell.Commands;
import innerloop.app.shell.MainWindow;
import innerloop.app.shell.Page;
import innerloop.app.shell.ShellModel;
import innerloop.app.shell.Slots;
import innerloop.app.shell.StandardCommands;
import innerloop.app.table.TablePanel;
import innerloop.app.table.TableViewModel;
import innerloop.app.theme.Appearance;
import innerloop.graph.select.NodeSet;
import innerloop.math.nd4j.Nd4jEigen;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/// The composition root: makes the document, the run and the views, and connects them. One per window.
public final class Workbench {

    private final Stage stage;
    private final Path stateFolder;
    private final Function<Stage, FileChoices> choices;
    private final Samples samples;
    private final Actions actions;
    private Consumer<Workbench> successors = _ -> {};
    private final WorkbenchDocument document = new WorkbenchDocument(NewExperiment.empty());
    private final RunViewModel run = new RunViewModel(Nd4jEigen::new);
    private final Appearance appearance = new Appearance();
    private final Commands commands = new Commands();
    private final Selection selection = new Selection();
    private final GraphView graph = new GraphView(selection);
    private final PointSelection points = new PointSelection(selection);
    private final EmbeddingView embedding = new EmbeddingView(points.points());
    private final Projections projections = new Projections(Nd4jEigen::new);
    private final CurvesView curves = new CurvesView(run.timeline(), document.experiment());
    private final NodeClasses classes = new NodeClasses(document, () -> window().overlay());
    private final TableViewModel rows = new TableViewModel(selection, classes);
    private final TablePanel table = new TablePanel(rows, selection);
    private final HistoryPlayer player =
            new HistoryPlayer(
                    Latest.virtual("history"), Platform::runLater, seen -> live().play(seen));
    private final LongWorks works = new LongWorks(document, run, player, graph, selection);
    private final CloseUps closeUps =
            new CloseUps(run, selection, graph, embedding, commands, () -> window().overlay());
    private final KeptRuns kept;
    private final LessonPage lessons;
    private final GlossaryPage glossary = new GlossaryPage(() -> window().overlay());
    private final BackgroundChecks checks = new BackgroundChecks(document, run);
    private final NodeInspector inspector;
    private final SplitDrawing drawing;
    private final LiveViews live;
    private final MainWindow window;
    private final DocumentFiles files;
    private final SplitFiles splitFiles;
    private final Exports exports;
    private final StateFiles state;
    private final GuidedTour tour;
    private final RunOutcome outcome;
    private final StringBinding refusal;

    /// A workbench on this stage, not shown yet.
    ///
    /// @param stateFolder where recovery files, recent files and runs are kept
    /// @param choices answers questions for files
    public Workbench(
            Stage stage, Path stateFolder, Function<Stage, FileChoices> choices, Samples samples) {
        this.stage = stage;
        this.stateFolder = stateFolder;
        this.choices = choices;
        this.samples = samples;
        this.actions = new Actions(this, stage);
        this.inspector = new NodeInspector(selection.focusProperty()::set);
        RecipeViewModel recipe = new RecipeViewModel(document, BackgroundChecks::findings);
        this.refusal = RunRefusal.of(recipe, run.status(), works.machine());
        StandardCommands.register(commands, actions, document, run.status(), refusal);
        SelectionCommands.register(commands, document, selection, graph, classes);
        HistoryCommands.register(commands, player);
        LanguageCommands.register(commands, works, this::speak);
        this.drawing = new SplitDrawing(document, recipe.split(), selection, graph, checks.leaks());
        this.state =
                StateFiles.in(
                        stateFolder,
                        e -> Platform.runLater(() -> window().notices().error(e.toString())));
        this.tour = new GuidedTour(document, state.settings(), this::window, this::openFirstSample);
        tour.register(commands);
        FileChoices chosen = choices.apply(stage);
        this.kept =
                new KeptRuns(
                        document,
                        run,
                        curves,
                        state.runs(),
                        this::window,
                        () -> files(),
                        chosen::show,
                        actions::run,
                        () -> live().runStarted());
        SplitCommands.register(
                commands, document.graph().isNotNull(), recipe.split(), drawing, this::splitFiles);
        this.lessons = new LessonPage(this, works.race(), stateFolder, samples, chosen);
        glossary.register(commands);
        this.window =
                new MainWindow(
                        new ShellModel(
                                document,
                                run.status(),
                                recipe.field("seed"),
                                commands,
                                appearance,
                                state.settings()),
                        slots(recipe),
                        this::open);
        this.files =
                new DocumentFiles(document, state.recent(), chosen, window, this::isMachineTaken);
        files.setLessons(lessons::open);
        this.splitFiles = new SplitFiles(document, chosen, window);
        this.exports =
                new Exports(document, run, curves, rows, graph, embedding, files, chosen, window);
        this.live =
                new LiveViews(
                        document,
                        run,
                        selection,
                        graph,
                        embedding,
                        points,
                        rows,
                        inspector,
                        curves,
                        projections,
                        drawing.result(),
                        drawing.watched());
        HistoryCommands.follow(document, player);
        player.suspended().bind(window.overlay().visibleProperty());
        appearance.theme().subscribe(live::setTheme);
        appearance.theme().subscribe(drawing::setTheme);
        appearance.theme().subscribe(works::setTheme);
        appearance.theme().subscribe(closeUps::setTheme);
        drawing.setReveal(window::showGraph);
        this.outcome = new RunOutcome(run, window, state.runs(), exports, kept::add);
        works.setFiles(exports.chartFiles(), exports::saveGraph);
        closeUps.setFiles(exports.chartFiles());
        works.setEpisode(live.episode());
        closeUps.setRuns(kept);
        Attention.follow(stage, run, works);
    }

    private void openFirstSample() {
        samples.list().stream().findFirst().ifPresent(first -> files.open(first, samples));
    }

    private Slots slots(RecipeViewModel recipe) {
        return new Slots(
                lessons.over(
                        glossary.answering(new RecipeView(recipe, drawing, checks.forecast()))),
                new Page(
                        "graph",
                        Messages.get("panel.graph"),
                        new BorderPane(graph, null, null, new HistoryBar(player), null),
                        new ToolRow(graph.headerControls().toArray(Node[]::new))),
                new Page(
                        "embedding",
                        Messages.get("panel.embedding"),
                        embedding,
                        ProjectionTools.of(projections, embedding, () -> live().projectAgain())),
                closeUps.beside(Page.of("node", Messages.get("panel.node"), inspector)),
                works.among(
                        new Page("curves", Messages.get("panel.curves"), curves, curves.tools()),
                        closeUps.innerLoop(),
                        kept.page(),
                        drawing.page(run, () -> exports.chartFiles()),
                        new Page("table", Messages.get("panel.table"), table, table.tools())),
                new TimelineBar(run.timeline()),
                new CertificateBadge(checks.certificate()),
                lessons.start(state.recent(), new StartChoices(this::files, samples, tour)));
    }

    /// Shows the window and offers what a crash left.
    public void show(double width, double height) {
        showWindow(width, height);
        new Recovery(
                        state.journal(),
                        state.runs(),
                        window.sheets(),
                        files,
                        folder -> actions.start(false, folder))
                .offer();
        state.journal().follow(document);
    }

    private void showWindow(double width, double height) {
        window.show(stage, width, height);
        stage.setOnCloseRequest(event -> {
            event.consume();
            actions.quit();
        });
    }

    /// Lets the window speak a language from now on: its content is made anew, in the same window and with what is open, the
    /// run that goes on, its results, and what is selected.
    private void speak(Language language) {
        state.settings().set(Settings.Name.LANGUAGE, language.tag());
        window.endPresenting();
        state.close();
        Messages.speak(language);
        Workbench next = new Workbench(stage, stateFolder, choices, samples);
        next.takeOver(this);
        next.successors = successors;
        next.showWindow(stage.getScene().getWidth(), stage.getScene().getHeight());
        dispose();
        successors.accept(next);
    }

    private void takeOver(Workbench before) {
        appearance.theme().set(before.appearance.theme().get());
        state.journal().follow(document);
        files.takeOver(before.files);
        outcome.takeOver(before.outcome);
        document.takeOver(before.document);
        run.takeOver(before.run);
        works.takeOver(before.works);
        NodeSet selected = before.selection.nodes();
        selection.select(selected, before.selection.focusProperty().get());
        live.runStarted();
        lessons.takeOver(before.lessons);
        glossary.takeOver(before.glossary);
    }

    /// Tells of the workbench that takes the place of this one when another language is chosen.
    public void setSuccessors(Consumer<Workbench> taker) {
        successors = taker;
    }

    /// Opens a graph or an experiment.
    public void open(Path path) {
        files.open(path);
    }

    /// Ends threads; the window can be closed afterwards.
    public void dispose() {
        live.dispose();
        checks.dispose();
        lessons.dispose();
        works.dispose();
        closeUps.dispose();
        outcome.close();
        kept.close();
        state.close();
    }

    /// Opening and saving.
    DocumentFiles files() {
        return files;
    }

    /// What keeps the views in step.
    LiveViews live() {
        return live;
    }

    /// What becomes of runs.
    RunOutcome outcome() {
        return outcome;
    }

    /// What is written for others.
    Exports exports() {
        return exports;
    }

    /// Why no run can begin; empty if one can.
    String refusal() {
        return refusal.get();
    }

    private SplitFiles splitFiles() {
        return splitFiles;
    }

    /// Everything a person can do, for tests and the tour.
    public Commands commands() {
        return commands;
    }

    /// What is open.
    public WorkbenchDocument document() {
        return document;
    }

    /// The run.
    public RunViewModel runModel() {
        return run;
    }

    /// Whether a run, folds or a race are going.
    public boolean isMachineTaken() {
        return run.status().state().get().active() || works.isActive();
    }

    /// Folds and the race.
    LongWorks works() {
        return works;
    }

    /// How embeddings get into the plane.
    Projections projections() {
        return projections;
    }

    /// The embedding.
    public EmbeddingView embeddingView() {
        return embedding;
    }

    /// The kept runs.
    RunsViewModel keptRuns() {
        return kept.list();
    }

    /// The selected nodes.
    public Selection selection() {
        return selection;
    }

    /// The step of the graph's history that is seen.
    public HistoryPlayer player() {
        return player;
    }

    /// The graph view.
    public GraphView graphView() {
        return graph;
    }

    /// Whether the canvases show what they were told last.
    public boolean isPainted() {
        return graph.canvas().raster().upToDate()
                && embedding.canvas().raster().upToDate()
                && works.isPainted();
    }

    /// Whether badge and forecast say what they have to say.
    public boolean isAppraised() {
        return !checks.isPending();
    }

    /// Light or dark.
    public Appearance appearance() {
        return appearance;
    }

    /// The window.
    public MainWindow window() {
        return window;
    }
}
