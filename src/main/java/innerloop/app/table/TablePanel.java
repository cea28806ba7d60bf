package innerloop.app.table;

import innerloop.app.Messages;
import innerloop.app.selection.Selection;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The table of nodes or edges with what chooses its rows.
public final class TablePanel extends BorderPane {

    private static final Duration PATIENCE = Duration.millis(150);
    private static final double LEAST_ANSWER = 60;

    private final TableViewModel model;
    private final RowTable table;
    private final TextField field = new TextField();
    private final Label answer = new Label();
    private final PauseTransition typing = new PauseTransition(PATIENCE);
    private final HBox tools = new HBox(10);

    /// Shows this; rows follow the selection.
    public TablePanel(TableViewModel model, Selection selection) {
        this.model = model;
        this.table = new RowTable(model);
        setId("table-panel");
        setCenter(table);
        setBottom(stale());
        setMinSize(0, 0);
        fillTools();
        selection.nodesProperty().addListener((_, _, _) -> table.restyle());
        selection.focusProperty().addListener((_, _, _) -> table.reveal());
        model.shown().subscribe(this::answer);
        sceneProperty().subscribe(scene -> model.setWatched(scene != null));
    }

    /// The choice of rows, for the card's header.
    public Region tools() {
        return tools;
    }

    private Label stale() {
        Label stale = new Label(Messages.get("canvas.stale"));
        stale.setId("table-stale");
        stale.getStyleClass().add("dim");
        stale.setPadding(new Insets(6, 12, 6, 12));
        stale.setWrapText(true);
        stale.visibleProperty().bind(model.predictedByOther());
        stale.managedProperty().bind(stale.visibleProperty());
        return stale;
    }

    private void fillTools() {
        ToggleGroup kinds = new ToggleGroup();
        HBox switches = new HBox(2);
        switches.setAlignment(Pos.CENTER);
        for (TableViewModel.Kind kind : TableViewModel.Kind.values()) {
            switches.getChildren().add(choice(kind, kinds));
        }
        field.setId("table-filter");
        field.setPromptText(Messages.get("find.prompt.short"));
        field.setAccessibleText(Messages.get("table.filter"));
        field.setTooltip(new Tooltip(Messages.get("table.filter")));
        field.setPrefWidth(250);
        field.setMinWidth(90);
        field.textProperty().subscribe(_ -> typing.playFromStart());
        field.setOnAction(_ -> {
            filter();
            table.requestFocus();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        typing.setOnFinished(_ -> filter());
        model.filter()
                .subscribe(text -> {
                    if (!text.equals(field.getText())) {
                        field.setText(text);
                    }
                });
        CheckBox selectedOnly = new CheckBox(Messages.get("table.selectedOnly"));
        selectedOnly.setId("table-selected-only");
        selectedOnly.selectedProperty().bindBidirectional(model.selectedOnly());
        selectedOnly.setMinWidth(Region.USE_PREF_SIZE);
        answer.setId("table-answer");
        answer.setMaxWidth(420);
        answer.setTooltip(new Tooltip());
        tools.getStyleClass().add("table-tools");
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.getChildren().setAll(switches, field, answer, selectedOnly);
    }

    private ToggleButton choice(TableViewModel.Kind kind, ToggleGroup kinds) {
        String id = kind.name().toLowerCase(Locale.ROOT);
        ToggleButton choice = new ToggleButton(Messages.get("table." + id));
        choice.setId("table-" + id);
        choice.getStyleClass().addAll("quiet", "flat");
        choice.setToggleGroup(kinds);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setOnAction(_ -> {
            model.kind().set(kind);
            // One of the two always holds.
            choice.setSelected(true);
        });
        model.kind().subscribe(now -> choice.setSelected(now == kind));
        return choice;
    }

    private void filter() {
        typing.stop();
        model.filter().set(field.getText());
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.DOWN) {
            filter();
            table.requestFocus();
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            filter();
            e.consume();
        }
    }

    private void answer(Shown now) {
        boolean bad = !now.problem().isEmpty();
        String text =
                bad
                        ? now.problem()
                        : Messages.get("table.count", now.order().length, now.rows().there());
        answer.setText(text);
        // A sentence may be shortened, two numbers may not.
        answer.setMinWidth(bad ? LEAST_ANSWER : Region.USE_PREF_SIZE);
        answer.getTooltip().setText(text);
        answer.getStyleClass().removeAll("dim", "error-text");
        answer.getStyleClass().add(bad ? "error-text" : "dim");
    }
}
