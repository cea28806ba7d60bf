package innerloop.app.workbench;

import innerloop.app.run.RunStatusModel;
import innerloop.experiment.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
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
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// A person in front of a workbench: real mouse and keyboard events, on the headless platform or a real display. They
/// come as fast as the window takes them; TestFX's own robot sleeps 50 ms after each, and while the pointer moves.
///
/// All methods are called from the test's thread.
public final class WorkbenchRobot implements AutoCloseable {

    // The headless screen is 1000 x 1000, and a larger stage breaks whatever comes after it.
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 990;

    /// Against hanging only; nothing here is measured.
    private static final long PATIENCE_SECONDS = 60;

    /// Between two points, since what is dragged has to be seen moving.
    private static final int MOVES_OF_A_DRAG = 4;

    private final FxRobot robot = new FxRobot();
    private final Robot hand = new Robot();
    private final ConcurrentLinkedQueue<Throwable> accidents = new ConcurrentLinkedQueue<>();
    private final ScriptedChoices choices = new ScriptedChoices();
    private final Stage stage;
    private final Workbench workbench;

    private WorkbenchRobot(Path state) {
        Thread.currentThread().setUncaughtExceptionHandler((_, e) -> accidents.add(e));
        stage = new Stage();
        workbench = new Workbench(stage, state, _ -> choices, SmallSamples.samples());
        workbench.show(WIDTH, HEIGHT);
    }

    /// Opens a workbench that keeps its state in this folder.
    public static WorkbenchRobot open(Path state) {
        startToolkit();
        WorkbenchRobot opened = onFx(() -> new WorkbenchRobot(state));
        opened.await("the window has the focus", opened.stage::isFocused);
        return opened;
    }

    private static void startToolkit() {
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(true));
        } catch (IllegalStateException e) {
            // Another test class started it.
            started.complete(true);
        }
        started.join();
        Platform.setImplicitExit(false);
    }

    private static <T> T onFx(Callable<T> look) {
        CompletableFuture<T> seen = new CompletableFuture<>();
        Runnable task =
                () -> {
                    try {
                        seen.complete(look.call());
                    } catch (Exception | AssertionError e) {
                        seen.completeExceptionally(e);
                    }
                };
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        return seen.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /// What `look` sees on the JavaFX thread.
    public <T> T see(Callable<T> look) {
        return onFx(look);
    }

    /// Waits until it holds on the JavaFX thread; fails when nothing else would ever end.
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onFx(condition::getAsBoolean)) {
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
        CountDownLatch passed = new CountDownLatch(count);
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        passed.countDown();
                    }
                };
        act(timer::start);
        try {
            if (!passed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no frame passes");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        act(timer::stop);
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

    /// The experiment as it is now.
    public Experiment experiment() {
        return onFx(() -> workbench.document().experiment().get());
    }

    /// Whether there is something to save.
    public boolean unsaved() {
        return onFx(() -> workbench.document().dirty().get());
    }

    /// Where the run stands.
    public RunStatusModel.State state() {
        return onFx(() -> workbench.runModel().status().state().get());
    }

    /// Outer steps made.
    public int step() {
        return onFx(() -> workbench.runModel().status().step().get());
    }

    /// The visible node with this id.
    public Optional<Node> find(String id) {
        return onFx(() -> search(id));
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
        return onFx(() ->
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
        return onFx(() ->
                switch (search(id).orElse(null)) {
                    case Labeled label -> String.valueOf(label.getText());
                    case TextInputControl field -> field.getText();
                    case null, default -> "";
                });
    }

    /// The notices, oldest first.
    public List<String> notices() {
        return onFx(() -> {
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
        if (onFx(() -> search(id).map(this::reveal).orElse(false))) {
            frames(2);
        }
    }

    /// Where the middle of a node is on the screen.
    private Point2D middle(String id) {
        return onFx(() -> middle(search(id).orElseThrow()));
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

    /// Does something on the JavaFX thread, and waits for what that asked to be done there.
    private static void act(Runnable action) {
        onFx(() -> {
            action.run();
            return true;
        });
        for (int round = 0; round < 2; round++) {
            onFx(() -> true);
        }
    }

    private void clickAt(Point2D place) {
        act(() -> hand.mouseMove(place));
        act(() -> hand.mousePress(MouseButton.PRIMARY));
        act(() -> hand.mouseRelease(MouseButton.PRIMARY));
    }

    /// Clicks the node with this id.
    public void click(String id) {
        reveal(id);
        clickAt(middle(id));
    }

    /// Picks an option of a drop-down by its text, with two clicks.
    public void choose(String id, String option) {
        click(id);
        await(option + " is offered", () -> option(option).isPresent());
        frames(2);
        clickAt(onFx(() -> middle(option(option).orElseThrow())));
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
        for (KeyCode key : keys) {
            act(() -> hand.keyPress(key));
        }
        for (KeyCode key : List.of(keys).reversed()) {
            act(() -> hand.keyRelease(key));
        }
        // What a shortcut opens takes the focus when it has been laid out.
        frames(2);
    }

    /// Types into whatever has the focus.
    public void write(String text) {
        for (String character : text.split("")) {
            act(() ->
                    Event.fireEvent(
                            Objects.requireNonNullElse(
                                    stage.getScene().getFocusOwner(), stage.getScene()),
                            new KeyEvent(
                                    KeyEvent.KEY_TYPED,
                                    character,
                                    "",
                                    KeyCode.UNDEFINED,
                                    false,
                                    false,
                                    false,
                                    false)));
        }
    }

    /// Clicks the node with this id and requires that it took the focus.
    public void focus(String id) {
        click(id);
        await(id + " has the focus", () -> focused().equals(id));
    }

    /// The id of whatever has the focus; empty if nothing has.
    public String focused() {
        return onFx(() -> {
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
        Point2D begin = middle(from);
        Point2D end = middle(to);
        act(() -> hand.mouseMove(begin));
        act(() -> hand.mousePress(MouseButton.PRIMARY));
        for (int move = 1; move <= MOVES_OF_A_DRAG; move++) {
            Point2D at = begin.interpolate(end, (double) move / MOVES_OF_A_DRAG);
            act(() -> hand.mouseMove(at));
        }
        act(() -> hand.mouseRelease(MouseButton.PRIMARY));
        drop(source, to);
    }

    /// Drops what is dragged out of a node onto another.
    public void drop(Node source, String to) {
        reveal(to);
        for (EventType<DragEvent> type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
            act(() -> search(to).ifPresent(target -> Drag.fire(type, source, target)));
        }
    }

    /// Keeps what the window shows for whoever looks into the failure.
    private Path picture() {
        Path file = Path.of("target", "workbench-robot.png").toAbsolutePath();
        return onFx(() -> {
            Exports.picture(stage.getScene().getRoot(), file);
            return file;
        });
    }

    /// How many different colours a node shows.
    public long colours(String id) {
        return onFx(() -> {
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
        onFx(() -> {
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
