package innerloop.app.tour;

import innerloop.app.Png;
import innerloop.app.drive.FxThread;
import innerloop.app.drive.SizedRoot;
import innerloop.app.drive.WindowSize;
import innerloop.app.graphview.ColourMode;
import innerloop.app.run.RunStatusModel.State;
import innerloop.app.workbench.Workbench;
import innerloop.colour.Theme;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// The actions of a tour through the window: opens, presses, types, waits, and takes pictures.
final class Hand {

    private static final String GRAPH = "graph-graph";
    private static final String EMBEDDING = "graph-embedding";

    private static final long LAYOUT_MILLISECONDS = 12_000;
    private static final long RUN_MILLISECONDS = 120_000;

    /// The shortest run there is something to see of.
    private static final Budget SHORT = new Budget(3, 1, 4);

    private final Route route;
    private final PrintWriter report;
    private final Workbench workbench;
    private final Stage stage;
    private final SizedRoot window;
    private int pictures;
    private String topCard = "";

    /// The page of the graph's panel that is looked at; a wide window shows both side by side and has no tabs for them.
    private String graphPage = GRAPH;

    /// On the JavaFX thread.
    Hand(Route route, PrintWriter report, Stage stage, Workbench workbench) {
        this.route = route;
        this.report = report;
        this.stage = stage;
        this.workbench = workbench;
        workbench.appearance().scale().set(route.scale());
        this.window = SizedRoot.within(stage.getScene(), route.sizes().getLast());
    }

    /// Whether nothing is waited for that only makes pictures better.
    boolean isBrief() {
        return route.brief();
    }

    /// Gives the window time to show what was asked for.
    void pause(long milliseconds) throws InterruptedException {
        if (!route.brief()) {
            Thread.sleep(milliseconds);
        }
        FxThread.frames(2);
    }

    /// Sets the budget of the runs to come.
    void budget(Budget budget) throws InterruptedException {
        edit(e -> e.withBudget(route.brief() ? SHORT : budget));
    }

    /// Starts a run.
    void start() throws InterruptedException {
        if (route.brief()) {
            budget(SHORT);
        }
        perform("run.start");
    }

    Workbench workbench() {
        return workbench;
    }

    PrintWriter report() {
        return report;
    }

    /// Scrolls the recipe so that it begins here.
    void top(String card) throws InterruptedException {
        topCard = card;
        FxThread.run(this::scroll);
        pause(300);
    }

    private void scroll() {
        if (find("recipe").orElse(null) instanceof ScrollPane recipe) {
            find(topCard).ifPresent(node -> reveal(recipe, node, 0));
        }
    }

    void openSample(String id) throws InterruptedException {
        long begin = System.nanoTime();
        click("sample-" + id);
        if (!FxThread.await(() -> workbench.document().graph().get() != null, RUN_MILLISECONDS)) {
            throw new IllegalStateException("sample " + id + " does not open");
        }
        report.printf(Locale.ROOT, "%s opened in %.2f s%n", id, (System.nanoTime() - begin) / 1e9);
        if (route.brief()) {
            FxThread.await(workbench.graphView()::isPlaced, LAYOUT_MILLISECONDS);
            FxThread.run(workbench.graphView()::stopLayout);
        }
        FxThread.await(() -> !workbench.graphView().layingOutProperty().get(), LAYOUT_MILLISECONDS);
        pause(400);
    }

    /// Back to the start page, dropping changes.
    void home() throws InterruptedException {
        topCard = "";
        perform("file.new");
        Optional<Node> discard = FxThread.call(() -> find("answer-discard"));
        if (discard.isPresent()) {
            click("answer-discard");
        }
    }

    /// Goes to a step of the graph's history, the last one if there are fewer.
    void seeStep(int step) throws InterruptedException {
        FxThread.run(() -> workbench.player().go(step));
        pause(400);
    }

    void selectHub() throws InterruptedException {
        FxThread.run(() -> {
            var graph = workbench.document().graph().get();
            if (graph == null) {
                return;
            }
            int hub = 0;
            for (int i = 0; i < graph.nodes(); i++) {
                hub = graph.degree(i) > graph.degree(hub) ? i : hub;
            }
            workbench.graphView().selectedProperty().set(hub);
        });
        pause(1_200);
    }

    void awaitEnd() throws InterruptedException {
        FxThread.await(
                () -> {
                    State state = workbench.runModel().status().state().get();
                    return !state.active() && !workbench.runModel().isLive();
                },
                RUN_MILLISECONDS);
        pause(400);
    }

    void awaitFile(String name) throws InterruptedException {
        FxThread.await(() -> Files.exists(route.out().resolve(name)), 5_000);
    }

    void edit(UnaryOperator<Experiment> change) throws InterruptedException {
        FxThread.run(() -> workbench.document().edit("tour", "", change));
    }

    void colour(ColourMode mode) throws InterruptedException {
        FxThread.run(() -> workbench.graphView().setColour(mode));
    }

    void dark() throws InterruptedException {
        FxThread.run(() -> workbench.appearance().theme().set(Theme.DARK));
    }

    void light() throws InterruptedException {
        FxThread.run(() -> workbench.appearance().theme().set(Theme.LIGHT));
    }

    void perform(String command) throws InterruptedException {
        FxThread.run(() -> workbench.commands().get(command).perform());
        pause(300);
    }

    /// Looks at the embedding from now on, however small the window is.
    void showEmbedding() throws InterruptedException {
        graphPage = EMBEDDING;
        showPage(EMBEDDING);
    }

    /// Looks at the graph again.
    void showGraph() throws InterruptedException {
        graphPage = GRAPH;
        showPage(GRAPH);
    }

    /// Brings a page to the front, if it is behind another one.
    void showPage(String id) throws InterruptedException {
        if (FxThread.call(() -> find("tab-" + id).filter(Hand::isBehind).isPresent())) {
            click("tab-" + id);
            pause(400);
        }
    }

    private static boolean isBehind(Node tab) {
        return !(tab instanceof ToggleButton button && button.isSelected());
    }

    Optional<Node> find(String id) {
        return Optional.ofNullable(stage.getScene().lookup("#" + id));
    }

    void click(String id) throws InterruptedException {
        FxThread.run(() -> {
            switch (find(id).orElse(null)) {
                case ButtonBase button -> button.fire();
                case null, default -> throw new IllegalStateException("no button #" + id + " here");
            }
        });
        pause(200);
    }

    /// Picks a value of a drop-down list.
    void chooseValue(String id, Object value) throws InterruptedException {
        FxThread.run(() -> {
            if (find(id).orElse(null) instanceof ComboBox<?> box) {
                box.getSelectionModel().select(box.getItems().indexOf(value));
            }
        });
        pause(400);
    }

    void chooseRow(String id, int row) throws InterruptedException {
        FxThread.run(() -> {
            if (find(id).orElse(null) instanceof TableView<?> table) {
                table.getSelectionModel().select(row);
            }
        });
        pause(400);
    }

    /// Gives the focus to a node.
    void focus(String id) throws InterruptedException {
        FxThread.run(() -> find(id).orElseThrow().requestFocus());
    }

    void type(String id, String text) throws InterruptedException {
        FxThread.run(() -> {
            if (find(id).orElse(null) instanceof TextField field) {
                field.requestFocus();
                field.setText(text);
                find("recipe")
                        .filter(ScrollPane.class::isInstance)
                        .map(ScrollPane.class::cast)
                        .ifPresent(recipe -> reveal(recipe, field, 0.5));
            }
        });
        pause(200);
    }

    /// Scrolls so that a node stands at this share of the height.
    private static void reveal(ScrollPane pane, Node node, double share) {
        pane.applyCss();
        pane.layout();
        double content = pane.getContent().getLayoutBounds().getHeight();
        double view = pane.getViewportBounds().getHeight();
        double y =
                pane.getContent()
                        .sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                        .getMinY();
        pane.setVvalue(Math.clamp((y - share * view) / Math.max(1, content - view), 0, 1));
    }

    void escape() throws InterruptedException {
        press(KeyCode.ESCAPE, false);
    }

    /// Presses a key where the focus is.
    void press(KeyCode code, boolean shift) throws InterruptedException {
        FxThread.run(() -> {
            Node target = stage.getScene().getFocusOwner();
            Node at = target == null ? stage.getScene().getRoot() : target;
            at.fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
        });
        pause(200);
    }

    /// Looks at the window at every size: takes pictures, or only reads its texts, and says which are cut off.
    void picture(String name) throws IOException, InterruptedException {
        pictures++;
        String numbered = String.format(Locale.ROOT, "%02d-%s", pictures, name);
        for (WindowSize size : route.sizes()) {
            FxThread.run(() -> window.setSize(size));
            // Dividers find their places one after the other.
            FxThread.frames(3);
            showPage(graphPage);
            FxThread.run(this::scroll);
            if (!route.brief()) {
                settle();
            }
            if (!route.texts()) {
                FxThread.await(workbench::isPainted, 5_000);
                Path file = route.out().resolve(size.toString()).resolve(numbered + ".png");
                Files.createDirectories(file.getParent());
                Files.write(file, FxThread.call(() -> Png.of(window.content())));
                report.println(file);
            }
            for (String text : FxThread.call(() -> CutTexts.in(window.content()))) {
                report.println(numbered + ", " + size + ": cut off: " + text);
            }
            report.flush();
        }
    }

    /// Waits until the window says all it has to.
    private void settle() throws InterruptedException {
        pause(200);
        FxThread.await(workbench::isAppraised, 30_000);
        pause(100);
    }
}
