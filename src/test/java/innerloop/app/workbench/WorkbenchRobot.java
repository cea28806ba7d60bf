package innerloop.app.workbench;

import innerloop.app.run.RunStatusModel;
import innerloop.experiment.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// A person in front of a workbench: real mouse and keyboard events, on the headless platform or a real display.
///
/// All methods are called from the test's thread.
public final class WorkbenchRobot implements AutoCloseable {

    // The headless screen is 1000 x 1000, and a larger stage breaks whatever comes after it.
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 990;

    private final FxRobot robot = new FxRobot();
    private final Hand hand = new Hand();
    private final ConcurrentLinkedQueue<Throwable> accidents = new ConcurrentLinkedQueue<>();
    private final ScriptedChoices choices = new ScriptedChoices();
    private final Stage stage;
    private Workbench workbench;

    private WorkbenchRobot(Path state) {
        Thread.currentThread().setUncaughtExceptionHandler((_, e) -> accidents.add(e));
        stage = new Stage();
        workbench = new Workbench(stage, state, _ -> choices, SmallSamples.samples());
        workbench.setSuccessors(next -> workbench = next);
        workbench.show(WIDTH, HEIGHT);
    }

    /// Opens a workbench that keeps its state in this folder.
    public static WorkbenchRobot open(Path state) {
        Fx.start();
        WorkbenchRobot opened = Fx.see(() -> new WorkbenchRobot(state));
        opened.await("the window has the focus", opened.stage::isFocused);
        return opened;
    }

    /// What `look` sees on the JavaFX thread.
    public <T> T see(Callable<T> look) {
        return Fx.see(look);
    }

    /// Waits until it holds on the JavaFX thread; fails when nothing else would ever end.
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Fx.PATIENCE_SECONDS);
        while (!Fx.see(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "waited in vain until %s; focus: %s, notices: %s, thrown: %s, picture: %s"
                                .formatted(what, focused(), notices(), accidents, picture()));
            }
            robot.sleep(10);
        }
    }

    /// Lets this many frames pass.
    public void frames(int count) {
        Fx.frames(count);
    }

    /// Puts a path into the queue of answers to the questions for files.
    public void willChoose(Path path) {
        choices.willAnswer(path);
    }

    /// The workbench, to look at on the JavaFX thread.
    public Workbench workbench() {
        return workbench;
    }

    /// Opens a sample from the start page with a click.
    public void openSample(String id) {
        click("sample-" + id);
        await("the graph is open", () -> workbench.document().graph().get() != null);
    }

    /// Opens a workbench with this sample, changed so that a run is short.
    public static WorkbenchRobot open(
            Path state, String sample, UnaryOperator<Experiment> shorter) {
        WorkbenchRobot opened = open(state);
        opened.openSample(sample);
        Fx.act(() -> opened.workbench.document().edit("short", "", shorter));
        return opened;
    }

    /// The experiment as it is now.
    public Experiment experiment() {
        return Fx.see(() -> workbench.document().experiment().get());
    }

    /// Whether there is something to save.
    public boolean unsaved() {
        return Fx.see(() -> workbench.document().dirty().get());
    }

    /// Where the run stands.
    public RunStatusModel.State state() {
        return Fx.see(() -> workbench.runModel().status().state().get());
    }

    /// Outer steps made.
    public int step() {
        return Fx.see(() -> workbench.runModel().status().step().get());
    }

    /// The visible node with this id.
    public Optional<Node> find(String id) {
        return Fx.see(() -> search(id));
    }

    private Optional<Node> search(String id) {
        return visible().stream().filter(node -> id.equals(node.getId())).findFirst();
    }

    private List<Node> visible() {
        List<Node> seen = new ArrayList<>(List.of(stage.getScene().getRoot()));
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i) instanceof Parent parent) {
                parent.getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .forEach(seen::add);
            }
        }
        return seen;
    }

    /// The ids of all visible nodes that begin like this.
    public Set<String> shown(String prefix) {
        return Fx.see(() ->
                visible().stream()
                        .map(node -> String.valueOf(node.getId()))
                        .filter(id -> id.startsWith(prefix))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /// Whether a node with this id is visible.
    public boolean shows(String id) {
        return find(id).isPresent();
    }

    /// The text of a label, button or field; empty if it is not visible.
    public String text(String id) {
        return Fx.see(() ->
                switch (search(id).orElse(null)) {
                    case Labeled label -> String.valueOf(label.getText());
                    case TextInputControl field -> field.getText();
                    case null, default -> "";
                });
    }

    /// The notices, oldest first.
    public List<String> notices() {
        return Fx.see(() -> {
            List<String> texts = new ArrayList<>();
            for (Node line : workbench.window().notices().getChildren()) {
                texts.add(String.valueOf(line.getUserData()));
            }
            return texts;
        });
    }

    /// Scrolls a node into view once it is there.
    private void reveal(String id) {
        await(id + " is there", () -> search(id).isPresent());
        // What was just shown is laid out with the next frames; scrolling, too.
        frames(2);
        if (Fx.see(() -> search(id).map(this::reveal).orElse(false))) {
            frames(2);
        }
    }

    /// Where the middle of a node is on the screen.
    private Point2D middle(String id) {
        return Fx.see(() -> middle(search(id).orElseThrow()));
    }

    /// The middle of a node once it has come to rest: what appears beside it may push it from under the pointer.
    private Point2D rest(String id) {
        Point2D before;
        Point2D now = middle(id);
        do {
            before = now;
            frames(1);
            now = middle(id);
        } while (!now.equals(before));
        return now;
    }

    private static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /// Whether anything had to be scrolled.
    private boolean reveal(Node node) {
        boolean scrolled = false;
        for (Parent p = node.getParent(); p != null; p = p.getParent()) {
            if (p instanceof ScrollPane pane && pane.getContent() != null) {
                Node content = pane.getContent();
                double all = content.getLayoutBounds().getHeight();
                double seen = pane.getViewportBounds().getHeight();
                Bounds at = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                if (all > seen) {
                    double before = pane.getVvalue();
                    pane.setVvalue(Math.clamp((at.getCenterY() - seen / 2) / (all - seen), 0, 1));
                    scrolled |= pane.getVvalue() != before;
                }
            }
        }
        return scrolled;
    }

    /// Clicks the node with this id.
    public void click(String id) {
        reveal(id);
        hand.click(rest(id));
        // What a click opens can be seen when it has been laid out.
        frames(2);
    }

    /// Picks an option of a drop-down by its text, with two clicks.
    public void choose(String id, String option) {
        click(id);
        await(option + " is offered", () -> option(option).isPresent());
        frames(2);
        hand.click(Fx.see(() -> middle(option(option).orElseThrow())));
    }

    private Optional<Node> option(String text) {
        return robot.lookup((Node node) ->
                        node instanceof ListCell<?> cell
                                && text.equals(cell.getText())
                                && cell.getScene().getWindow() instanceof PopupWindow)
                .tryQuery();
    }

    /// Presses these keys together and lets go.
    public void press(KeyCode... keys) {
        hand.press(keys);
        // What a shortcut opens takes the focus when it has been laid out.
        frames(2);
    }

    /// Types into whatever has the focus.
    public void write(String text) {
        hand.type(text, stage);
    }

    /// Clicks the node with this id and requires that it took the focus.
    public void focus(String id) {
        click(id);
        await(id + " has the focus", () -> focused().equals(id));
    }

    /// The id of whatever has the focus; empty if nothing has.
    public String focused() {
        return Fx.see(() -> {
            Node owner = stage.getScene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    /// Replaces the text of a field, key by key, and leaves it with Enter.
    public void type(String id, String text) {
        focus(id);
        press(KeyCode.CONTROL, KeyCode.A);
        write(text);
        press(KeyCode.ENTER);
    }

    /// Drags one node onto another; both fit into the window at once.
    ///
    /// Pressing, moving and releasing are real, but the headless platform hands out no drag events for
    /// them, so those two come from here.
    public void drag(String from, String to) {
        reveal(from);
        Node source = find(from).orElseThrow();
        hand.drag(middle(from), middle(to));
        drop(source, to);
    }

    /// Drops what is dragged out of a node onto another.
    public void drop(Node source, String to) {
        reveal(to);
        for (EventType<DragEvent> type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
            Fx.act(() -> search(to).ifPresent(target -> Drag.fire(type, source, target)));
        }
    }

    /// Keeps what the window shows for whoever looks into the failure.
    private Path picture() {
        Path file = Path.of("target", "workbench-robot.png").toAbsolutePath();
        return Fx.see(() -> {
            Exports.picture(stage.getScene().getRoot(), file);
            return file;
        });
    }

    /// How many different colours a node shows.
    public long colours(String id) {
        return Fx.see(() -> {
            WritableImage picture = search(id).orElseThrow().snapshot(null, null);
            int width = (int) picture.getWidth();
            int height = (int) picture.getHeight();
            int[] pixels = new int[width * height];
            picture.getPixelReader()
                    .getPixels(
                            0,
                            0,
                            width,
                            height,
                            PixelFormat.getIntArgbInstance(),
                            pixels,
                            0,
                            width);
            return Arrays.stream(pixels).distinct().count();
        });
    }

    /// Closes the window as a crash would leave it: nobody is asked. Fails if anything was thrown
    /// on the JavaFX thread.
    @Override
    public void close() {
        Fx.see(() -> {
            workbench.dispose();
            stage.hide();
            // The headless platform keeps every window for ever, but not what was in it.
            stage.setScene(null);
            stage.titleProperty().unbind();
            stage.setOnCloseRequest(null);
            return true;
        });
        if (!accidents.isEmpty()) {
            throw new AssertionError("thrown on the JavaFX thread", accidents.peek());
        }
    }
}
