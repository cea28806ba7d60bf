package innerloop.app.bench;

import innerloop.app.drive.FrameMeter;
import innerloop.app.drive.FxThread;
import innerloop.app.drive.Mouse;
import innerloop.app.selection.Selection;
import innerloop.app.table.TablePanel;
import innerloop.app.table.TableViewModel;
import innerloop.bench.Measured;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeAttributes;
import innerloop.graph.select.NodeSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.event.ActionEvent;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/// How smoothly the table of a graph's nodes is scrolled, sorted and filtered, by events as a hand makes them.
final class TableBenchmark {

    private static final long PATIENCE_SECONDS = 60;
    private static final long REST_MILLISECONDS = 300;

    /// Scrolls down for this long, then up again.
    private static final double TURN_SECONDS = 2;

    /// Three notches in every frame: five rows.
    private static final double WHEEL = 120;

    private final Duration duration;
    private final BorderPane view = new BorderPane();
    private final TableView<?> table;
    private final TextField filter;
    private final Work wheel = new Work();
    private final Work bar = new Work();
    private final Work sorting = new Work();
    private final Work filtering = new Work();

    /// A benchmark that scrolls for this long each time.
    TableBenchmark(AttributedGraph graph, Duration duration) {
        this.duration = duration;
        Selection selection = new Selection();
        TableViewModel model = new TableViewModel(selection, new Nobody());
        TablePanel panel = new TablePanel(model, selection);
        table = (TableView<?>) panel.lookup("#table");
        filter = (TextField) panel.tools().lookup("#table-filter");
        view.setTop(panel.tools());
        view.setCenter(panel);
        selection.reset(graph);
        model.show(graph, NodeAttributes.of(graph));
    }

    /// The node that is shown in the window.
    Region view() {
        return view;
    }

    /// Measured of one kind of work: medians over the rounds, but for the longest frame.
    static final class Work {
        private final List<Double> numbers = new ArrayList<>();
        private double longestFrame;
        private double mostWork;

        private void add(double number, FrameMeter meter) {
            numbers.add(number);
            longestFrame = Math.max(longestFrame, meter.longest());
            mostWork = Math.max(mostWork, meter.mostWork());
        }

        /// Frames in a second while scrolling, else milliseconds from the wish to the rows.
        double number() {
            return Measured.median(numbers);
        }

        /// Milliseconds from one frame to the next.
        double longestFrame() {
            return longestFrame;
        }

        /// Milliseconds of processor time on the JavaFX thread from one frame to the next: what a busy machine does not add to.
        double mostWork() {
            return mostWork;
        }

        private void forget() {
            numbers.clear();
            longestFrame = 0;
            mostWork = 0;
        }
    }

    /// Whom no class is changed for.
    private static final class Nobody implements TableViewModel.Labeller {
        @Override
        public void label(NodeSet nodes, String className) {}

        @Override
        public void ask(NodeSet nodes) {}
    }

    /// Measures, after a round that does not count.
    void measure(int rounds) throws InterruptedException {
        if (!FxThread.await(() -> !table.getItems().isEmpty(), 1_000 * PATIENCE_SECONDS)) {
            throw new IllegalStateException("there are no rows");
        }
        for (int round = 0; round <= rounds; round++) {
            Node flow = FxThread.call(() -> table.lookup(".virtual-flow"));
            FxThread.run(() -> table.scrollTo(table.getItems().size() / 2));
            scroll(wheel, seconds -> Mouse.turn(flow, flow.localToScene(50, 50), turn(seconds)));
            FxThread.run(() -> table.scrollTo(0));
            Thread.sleep(REST_MILLISECONDS);
            Node thumb = FxThread.call(() -> vertical().lookup(".thumb"));
            FxThread.run(() -> drag(thumb, MouseEvent.MOUSE_PRESSED, 0));
            scroll(bar, seconds -> drag(thumb, MouseEvent.MOUSE_DRAGGED, way(seconds)));
            FxThread.run(() -> drag(thumb, MouseEvent.MOUSE_RELEASED, 0));
            rearrange(sorting, () -> sortBy("degree"));
            rearrange(filtering, () -> filter("degree > 5"));
            Work back = new Work();
            rearrange(back, () -> filter(""));
            rearrange(back, () -> table.getSortOrder().clear());
            if (round == 0) {
                List.of(wheel, bar, sorting, filtering).forEach(Work::forget);
            }
        }
    }

    Work wheel() {
        return wheel;
    }

    Work bar() {
        return bar;
    }

    Work sorting() {
        return sorting;
    }

    Work filtering() {
        return filtering;
    }

    /// Moves in every frame, as time goes; a frame counts when the rows have moved.
    private void scroll(Work work, DoubleConsumer move) throws InterruptedException {
        Thread.sleep(REST_MILLISECONDS);
        FrameMeter meter = new FrameMeter();
        Scrolling hand = FxThread.call(() -> new Scrolling(vertical(), move));
        FxThread.run(() -> {
            hand.start();
            meter.start();
        });
        Thread.sleep(duration);
        FxThread.run(() -> {
            hand.stop();
            meter.stop();
        });
        work.add(hand.perSecond(), meter);
    }

    private static final class Scrolling extends AnimationTimer {

        private final ScrollBar bar;
        private final DoubleConsumer move;
        private final long begin = System.nanoTime();
        private double last;
        private int moved;

        Scrolling(ScrollBar bar, DoubleConsumer move) {
            this.bar = bar;
            this.move = move;
            this.last = bar.getValue();
        }

        @Override
        public void handle(long now) {
            moved += bar.getValue() == last ? 0 : 1;
            last = bar.getValue();
            move.accept(seconds());
        }

        private double seconds() {
            return (System.nanoTime() - begin) / 1e9;
        }

        double perSecond() {
            return moved / seconds();
        }
    }

    private static double way(double seconds) {
        double phase = seconds % (2 * TURN_SECONDS) / TURN_SECONDS;
        return phase < 1 ? phase : 2 - phase;
    }

    private static double turn(double seconds) {
        return seconds % (2 * TURN_SECONDS) < TURN_SECONDS ? -WHEEL : WHEEL;
    }

    private ScrollBar vertical() {
        return table.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(each -> each.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow();
    }

    /// Has the thumb of the scroll bar at this share of its way.
    private static void drag(Node thumb, EventType<MouseEvent> type, double share) {
        Bounds track = thumb.getParent().localToScene(thumb.getParent().getLayoutBounds());
        double length = thumb.getLayoutBounds().getHeight();
        Point2D at =
                new Point2D(
                        track.getCenterX(),
                        track.getMinY() + length / 2 + share * (track.getHeight() - length));
        Mouse.fire(thumb, type, thumb.sceneToLocal(at), KeyCode.UNDEFINED);
    }

    private void sortBy(String id) {
        sort(table, id);
    }

    private static <T> void sort(TableView<T> table, String id) {
        for (TableColumn<T, ?> column : table.getColumns()) {
            if (column.getId().equals(id)) {
                table.getSortOrder().add(column);
            }
        }
    }

    private void filter(String text) {
        filter.setText(text);
        filter.fireEvent(new ActionEvent());
    }

    /// Asks for other rows, or another order, and waits for them.
    private void rearrange(Work work, Runnable wish) throws InterruptedException {
        CompletableFuture<Long> made = new CompletableFuture<>();
        ChangeListener<Object> listener = (_, _, _) -> made.complete(System.nanoTime());
        FrameMeter meter = new FrameMeter();
        FxThread.run(() -> {
            meter.start();
            table.itemsProperty().addListener(listener);
        });
        Thread.sleep(REST_MILLISECONDS);
        long begin = System.nanoTime();
        FxThread.run(wish);
        try {
            long end = made.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            // The rows are still to be shown.
            Thread.sleep(REST_MILLISECONDS);
            work.add((end - begin) / 1e6, meter);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the rows stay as they are", e);
        } finally {
            FxThread.run(() -> {
                table.itemsProperty().removeListener(listener);
                meter.stop();
            });
        }
    }
}
