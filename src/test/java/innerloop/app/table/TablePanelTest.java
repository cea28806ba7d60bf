package innerloop.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Ladder;
import innerloop.app.WithWindow;
import innerloop.app.drive.Mouse;
import innerloop.app.selection.Selection;
import innerloop.app.selection.SelectionMode;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.select.NodeAttribute;
import innerloop.graph.select.NodeAttributes;
import innerloop.graph.select.NodeSet;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The table under mouse and keys, not at the window's origin.
@WithWindow
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before every test
class TablePanelTest {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Selection selection = new Selection();
    private final Edits edits = new Edits();
    private TableViewModel model;
    private RowTable table;

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
        model = new TableViewModel(selection, edits);
        TablePanel panel = new TablePanel(model, selection);
        Region beside = new Region();
        beside.setMinSize(90, 40);
        BorderPane inner = new BorderPane(panel, panel.tools(), null, null, null);
        BorderPane root = new BorderPane(inner, new Region(), null, null, beside);
        root.setPadding(new Insets(50, 20, 20, 20));
        stage.setScene(new Scene(root, 960, 420));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        table = (RowTable) panel.lookup("#table");
    }

    /// Six nodes in two classes, joined as two paths.
    private static AttributedGraph ladder() {
        return Ladder.builder().build();
    }

    private void open(FxRobot robot, AttributedGraph graph) throws Exception {
        robot.interact(() -> {
            selection.reset(graph);
            model.show(graph, NodeAttributes.of(graph));
        });
        await(() -> model.shown().get().rows().graph().equals(graph));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void await(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void awaitRows(Integer... rows) throws Exception {
        await(() ->
                Arrays.equals(
                        model.shown().get().order(),
                        Arrays.stream(rows).mapToInt(i -> i).toArray()));
    }

    private TableCell<?, ?> cell(FxRobot robot, String text) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.from(table)
                .lookup((Node node) ->
                        node instanceof TableCell<?, ?> cell
                                && text.equals(cell.getText())
                                && !cell.isEmpty())
                .query();
    }

    private Label header(FxRobot robot, String title) {
        return robot.from(table)
                .lookup((Node node) -> node instanceof Label label && title.equals(label.getText()))
                .query();
    }

    /// The headless robot leaves the modifier keys out of its mouse events.
    private void press(FxRobot robot, String text, KeyCode modifier) {
        Node cell = cell(robot, text);
        robot.interact(() -> fire(MouseEvent.MOUSE_PRESSED, cell, modifier));
    }

    /// Every mouse event of the headless robot asks for a context menu, which a header takes at its word.
    private void clickHeader(FxRobot robot, String title) {
        Node header = header(robot, title);
        robot.interact(() -> {
            fire(MouseEvent.MOUSE_PRESSED, header, KeyCode.UNDEFINED);
            fire(MouseEvent.MOUSE_RELEASED, header, KeyCode.UNDEFINED);
        });
    }

    private static void fire(EventType<MouseEvent> type, Node target, KeyCode modifier) {
        Bounds bounds = target.getBoundsInLocal();
        Mouse.fire(target, type, new Point2D(bounds.getCenterX(), bounds.getCenterY()), modifier);
    }

    private void assertSelected(int... nodes) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(selection.nodes()).isEqualTo(NodeSet.of(selection.graph().nodes(), nodes));
    }

    private List<String> marked(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot
                .from(table)
                .lookup((Node node) ->
                        node instanceof TableRow<?> row
                                && !row.isEmpty()
                                && row.getPseudoClassStates().contains(CHOSEN))
                .queryAll()
                .stream()
                .map(node ->
                        selection.graph().names().get((Integer) ((TableRow<?>) node).getItem()))
                .sorted()
                .toList();
    }

    @Test
    void clicksSelectNodes(FxRobot robot) throws Exception {
        open(robot, ladder());
        robot.clickOn(cell(robot, "Bob"));
        assertSelected(1);
        assertThat(selection.focusProperty().get()).isEqualTo(1);
        press(robot, "Eve", KeyCode.SHIFT);
        assertSelected(1, 2, 3, 4);
        assertThat(selection.focusProperty().get()).isEqualTo(4);
        press(robot, "Cy", KeyCode.CONTROL);
        assertSelected(1, 3, 4);
        press(robot, "Ann", KeyCode.CONTROL);
        assertSelected(0, 1, 3, 4);
        assertThat(marked(robot)).containsExactly("Ann", "Bob", "Di", "Eve");
    }

    @Test
    void keysSelectTheShownRowsInTheirOrder(FxRobot robot) throws Exception {
        open(robot, ladder());
        robot.clickOn("#table-filter").write("class = tools");
        awaitRows(2, 3, 4);
        assertThat(robot.lookup("#table-answer").queryAs(Label.class).getText())
                .isEqualTo("3 of 6");
        robot.type(KeyCode.DOWN).type(KeyCode.O);
        awaitRows(2, 3, 4);
        robot.type(KeyCode.O);
        awaitRows(4, 3, 2);
        robot.type(KeyCode.DOWN);
        assertSelected(4);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        assertSelected(3, 4);
        robot.type(KeyCode.END);
        assertSelected(2);
        robot.push(KeyCode.CONTROL, KeyCode.UP);
        assertSelected(2);
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        assertSelected(2, 3);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertSelected(2, 3, 4);
    }

    @Test
    void whatOthersSelectIsMarkedAndScrolledTo(FxRobot robot) throws Exception {
        open(robot, new GraphBuilder("large", 200_000, false).build());
        robot.interact(() -> selection.focusProperty().set(150_000));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(cell(robot, "150000").isVisible()).isTrue();
        assertThat(marked(robot)).containsExactly("150000");
        robot.interact(selection::all);
        assertThat(marked(robot).size()).isBetween(5, 30);
    }

    @Test
    void aLargeTableKeepsNoMoreRowsThanItShows(FxRobot robot) throws Exception {
        open(robot, new GraphBuilder("large", 200_000, false).build());
        for (int step = 0; step < 40; step++) {
            int row = step * 4_999;
            robot.interact(() -> {
                table.scrollTo(row);
                table.layout();
            });
        }
        assertThat(robot.from(table).lookup((Node node) -> node instanceof TableRow<?>).queryAll())
                .hasSizeBetween(5, 50);
        clickHeader(robot, "name");
        clickHeader(robot, "name");
        await(() -> model.shown().get().order()[0] == 199_999);
        robot.clickOn(cell(robot, "199999"));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(selection.nodes().size()).isEqualTo(200_000);
    }

    @Test
    void anEdgeSelectsBothEnds(FxRobot robot) throws Exception {
        open(robot, ladder());
        robot.clickOn("#table-edges");
        await(() -> model.shown().get().rows() instanceof EdgeRows);
        press(robot, "Di", KeyCode.UNDEFINED);
        assertSelected(3, 4);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        assertSelected(3, 4, 5);
        robot.interact(() -> selection.take(NodeSet.of(6, 0, 1, 5), SelectionMode.REPLACE));
        robot.clickOn("#table-selected-only");
        awaitRows(0);
        robot.clickOn("#table-nodes");
        awaitRows(0, 1, 5);
    }

    @Test
    void edgesOfTheFocusAreScrolledTo(FxRobot robot) throws Exception {
        int n = 50_000;
        GraphBuilder path = new GraphBuilder("path", n, false);
        for (int i = 1; i < n; i++) {
            path.edge(i - 1, i);
        }
        open(robot, path.build());
        robot.clickOn("#table-edges");
        await(() -> model.shown().get().rows() instanceof EdgeRows);
        robot.interact(() -> selection.focusProperty().set(40_000));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(cell(robot, "39999").isVisible()).isTrue();
        assertThat(model.cursor().get()).isEqualTo(39_999);
        robot.interact(() -> selection.focusProperty().set(39_999));
        assertThat(model.cursor().get()).isEqualTo(39_999);
        robot.interact(() -> model.sort().set(List.of(new SortKey("from", true))));
        await(() -> model.shown().get().order()[0] == n - 2);
        robot.interact(() -> selection.focusProperty().set(7));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(cell(robot, "7").isVisible()).isTrue();
        assertThat(model.cursor().get()).isEqualTo(7);
    }

    @Test
    void inATableOfTheSelectedAClickMovesTheFocus(FxRobot robot) throws Exception {
        open(robot, ladder());
        robot.interact(() -> selection.take(NodeSet.of(6, 0, 3, 5), SelectionMode.REPLACE));
        robot.clickOn("#table-selected-only");
        awaitRows(0, 3, 5);
        robot.clickOn(cell(robot, "Di"));
        assertSelected(0, 3, 5);
        assertThat(selection.focusProperty().get()).isEqualTo(3);
    }

    @Test
    void aQueryThatIsNotUnderstoodIsExplained(FxRobot robot) throws Exception {
        open(robot, ladder());
        // At once: a pause in the middle of it would be a filter, too.
        robot.interact(() ->
                robot.lookup("#table-filter").queryAs(TextField.class).setText("colour = red"));
        await(() -> !model.shown().get().problem().isEmpty());
        assertThat(robot.lookup("#table-answer").queryAs(Label.class).getText())
                .contains("\"colour\" is no attribute");
        assertThat(model.shown().get().order()).hasSize(6);
        robot.clickOn("#table-filter").type(KeyCode.ESCAPE);
        await(() -> model.shown().get().problem().isEmpty());
    }

    @Test
    void newsOfTheLearnerReachTheCells(FxRobot robot) throws Exception {
        AttributedGraph graph = ladder();
        open(robot, graph);
        NodeAttributes more =
                NodeAttributes.of(graph)
                        .with("confidence", new NodeAttribute.Numeric(i -> 0.123 + 0.1 * i));
        robot.interact(() -> model.show(graph, more));
        await(() ->
                model.shown()
                        .get()
                        .rows()
                        .column("confidence")
                        .orElseThrow()
                        .text(2)
                        .equals("0.323"));
        assertThat(cell(robot, "0.323").getTableRow().getItem()).isEqualTo(2);
    }

    @Test
    void predictionsOfAnotherRecipeAreMarkedWhereTheyAreSeen(FxRobot robot) throws Exception {
        open(robot, ladder());
        robot.interact(() -> model.setStale(true));
        assertThat(model.predictedByOther().get()).as("nothing is predicted yet").isFalse();
        robot.interact(() ->
                model.show(
                        ladder(),
                        NodeAttributes.of(ladder())
                                .with("predicted", new NodeAttribute.Text(_ -> "games"))));
        await(() -> model.predictedByOther().get());
        assertThat(robot.lookup("#table-stale").query().isVisible()).isTrue();
        robot.interact(() -> model.setStale(false));
        assertThat(robot.lookup("#table-stale").query().isVisible()).isFalse();
    }

    @Test
    void aClassIsChosenWithKeysAlone(FxRobot robot) throws Exception {
        open(robot, ladder());
        robot.clickOn(cell(robot, "Bob"));
        robot.type(KeyCode.F2);
        assertThat(robot.lookup("#class-choice").tryQuery()).isEmpty();
        robot.type(KeyCode.RIGHT).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(edits.asked()).containsExactly("1=tools");
        assertThat(table.isFocused()).isTrue();
        robot.type(KeyCode.F2);
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(edits.asked()).hasSize(1);
        robot.type(KeyCode.F2);
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.T).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(edits.asked()).containsExactly("1=tools", "1=tools");
        assertSelected(1);
    }

    @Test
    void allSelectedNodesGetTheClass(FxRobot robot) throws Exception {
        open(robot, ladder());
        robot.interact(() -> selection.take(NodeSet.of(6, 0, 1, 3), SelectionMode.REPLACE));
        robot.doubleClickOn(classCell(robot, "Bob"));
        WaitForAsyncUtils.waitForFxEvents();
        assertSelected(0, 1, 3);
        assertThat(robot.lookup("for all 3 selected nodes:").query().isDisabled()).isTrue();
        robot.clickOn("for all 3 selected nodes:");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(edits.asked()).isEmpty();
        robot.type(KeyCode.ENTER).type(KeyCode.UP).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(edits.asked()).isEmpty();
        robot.type(KeyCode.ENTER).type(KeyCode.T).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(edits.asked()).containsExactly("0 1 3=tools");
        robot.type(KeyCode.ENTER).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(edits.asked()).last().isEqualTo("0 1 3=games");
        robot.type(KeyCode.ENTER).type(KeyCode.END).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(edits.asked()).last().isEqualTo("0 1 3?");
        robot.doubleClickOn(classCell(robot, "Eve"));
        WaitForAsyncUtils.waitForFxEvents();
        assertSelected(4);
        robot.clickOn("New class…");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(edits.asked()).last().isEqualTo("4?");
    }

    private Node classCell(FxRobot robot, String name) {
        return cell(robot, name).getTableRow().getChildrenUnmodifiable().get(1);
    }

    @Test
    void aDoubleClickOffersTheClasses(FxRobot robot) throws Exception {
        open(robot, ladder());
        robot.doubleClickOn(classCell(robot, "Cy"));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("no class");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(edits.asked()).containsExactly("2=");
    }
}
