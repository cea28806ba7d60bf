package innerloop.app.keptruns;

import innerloop.app.ColumnWidths;
import innerloop.app.ExperimentName;
import innerloop.app.Messages;
import innerloop.app.ScoreTexts;
import innerloop.app.WordCell;
import innerloop.io.RunNotes;
import innerloop.io.RunStore.Kept;
import innerloop.task.Gain;
import innerloop.task.Score;
import innerloop.training.RunStatus;
import innerloop.training.RunSummary;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The kept runs in a table, and beside it what is said of the selected ones.
public final class RunsPanel extends HBox {

    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
    private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

    private static final int DAY = 10;
    private static final int MINUTE = 16;

    private final RunsViewModel model;
    private final TableView<Kept> table = new TableView<>();
    private final ColumnWidths<Kept> widths;
    private final RunDetails details;
    private final HBox tools = new HBox(10);
    private boolean noting;

    public RunsPanel(RunsViewModel model) {
        super(18);
        this.model = model;
        this.details = new RunDetails(model, this::note);
        table.setItems(model.shown());
        this.widths = new ColumnWidths<>(table);
        setId("runs-panel");
        setPadding(new Insets(0, 0, 0, 12));
        setMinHeight(0);
        fillTable();
        fillTools();
        HBox.setHgrow(table, Priority.ALWAYS);
        getChildren().setAll(table, details);
        table.getSelectionModel()
                .getSelectedItems()
                .addListener(
                        (ListChangeListener<Kept>)
                                _ -> {
                                    if (!noting) {
                                        details.show(selected());
                                    }
                                });
        model.pins()
                .subscribe(_ -> {
                    table.refresh();
                    details.show(selected());
                });
    }

    /// A run with a changed note is a new row, so the selection and the caret are restored.
    private void note(Kept run, RunNotes notes) {
        Set<Path> before = selected().stream().map(Kept::folder).collect(Collectors.toSet());
        noting = true;
        model.note(run, notes);
        table.getSelectionModel().clearSelection();
        for (int row = 0; row < table.getItems().size(); row++) {
            if (before.contains(table.getItems().get(row).folder())) {
                table.getSelectionModel().select(row);
            }
        }
        noting = false;
    }

    private List<Kept> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(run -> run != null)
                .toList();
    }

    /// The search field, for the card's header.
    public Region tools() {
        return tools;
    }

    private void fillTools() {
        TextField field = new TextField();
        field.setId("runs-filter");
        field.setPromptText(Messages.get("runs.filter"));
        field.setAccessibleText(Messages.get("runs.filter"));
        field.setPrefWidth(220);
        field.textProperty().bindBidirectional(model.filter());
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                        field.clear();
                        key.consume();
                    } else if (key.getCode() == KeyCode.DOWN) {
                        table.requestFocus();
                        key.consume();
                    }
                });
        Label count = new Label();
        count.setId("runs-count");
        count.getStyleClass().add("dim");
        model.shown()
                .addListener(
                        (ListChangeListener<Kept>)
                                _ ->
                                        count.setText(
                                                Messages.get(
                                                        "runs.count",
                                                        model.shown().size(),
                                                        model.size())));
        tools.getStyleClass().add("table-tools");
        tools.setAlignment(Pos.CENTER_RIGHT);
        Button restore = new Button();
        restore.setId("runs-restore");
        restore.getStyleClass().add("flat");
        restore.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> Messages.get("runs.restoreAll", model.deleted().size()),
                                model.deleted()));
        restore.visibleProperty().bind(Bindings.isNotEmpty(model.deleted()));
        restore.managedProperty().bind(restore.visibleProperty());
        restore.setOnAction(_ -> model.restoreDeleted());
        tools.getChildren().setAll(restore, field, count);
    }

    private void fillTable() {
        table.setId("runs-table");
        table.getStyleClass().add("row-table");
        model.shown().comparatorProperty().bind(table.comparatorProperty());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Label none = new Label(Messages.get("runs.none"));
        none.getStyleClass().add("dim");
        table.setPlaceholder(none);
        words("name", run -> ExperimentName.shown(run.summary().experiment().name()));
        words("differing", model::differing);
        score("test", RunSummary::test);
        scores(
                "gain",
                RunSummary::gain,
                Comparator.comparing(Gain::measure).thenComparingDouble(Gain::mean),
                Gain::number,
                gain -> gain.verdict() == Gain.Verdict.BELOW_FLOOR);
        words("tags", run -> String.join(", ", run.notes().tags()));
        words("started", RunsPanel::started);
        score("floor", RunSummary::floor);
        number("steps", run -> run.summary().steps());
        number("took", run -> run.summary().provenance().seconds());
        table.setRowFactory(_ -> new Row());
        table.setOnKeyPressed(this::key);
    }

    private void key(KeyEvent key) {
        List<Kept> runs = selected();
        switch (key.getCode()) {
            case ENTER -> {
                if (runs.size() == 1) {
                    model.open(runs.getFirst(), RunsContext.Purpose.LOOK);
                }
                key.consume();
            }
            case DELETE -> {
                model.delete(runs);
                key.consume();
            }
            case P -> {
                model.setPinned(runs, !runs.stream().allMatch(model::isPinned));
                key.consume();
            }
            default -> {}
        }
    }

    private static String started(Kept run) {
        String at = run.summary().provenance().started();
        return at.length() < MINUTE
                ? at
                : at.substring(0, DAY) + " " + at.substring(DAY + 1, MINUTE);
    }

    private void words(String name, Function<Kept, String> value) {
        TableColumn<Kept, String> column = new TableColumn<>(Messages.get("runs." + name));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(value.apply(row.getValue())));
        column.setCellFactory(_ -> new WordCell<>());
        widths.add(column, value);
    }

    private void number(String name, ToDoubleFunction<Kept> value) {
        TableColumn<Kept, Double> column = new TableColumn<>(Messages.get("runs." + name));
        column.getStyleClass().add("number");
        column.setCellValueFactory(
                row -> new SimpleObjectProperty<>(value.applyAsDouble(row.getValue())));
        column.setCellFactory(_ -> new NumberCell());
        widths.add(column, run -> NumberCell.text(value.applyAsDouble(run)));
    }

    private void score(String name, Function<RunSummary, Score> score) {
        scores(
                name,
                score,
                Score.WORST_FIRST,
                value -> ScoreTexts.cell(value.measure(), value.number()),
                _ -> false);
    }

    /// Sorted from the worst to the best, shown with its interval.
    private <T> void scores(
            String name,
            Function<RunSummary, T> value,
            Comparator<T> worstFirst,
            Function<T, String> text,
            Predicate<T> below) {
        TableColumn<Kept, T> column = new TableColumn<>(Messages.get("runs." + name));
        column.getStyleClass().add("number");
        column.setCellValueFactory(
                row -> new SimpleObjectProperty<>(value.apply(row.getValue().summary())));
        column.setComparator(worstFirst);
        column.setCellFactory(_ -> new ScoreCell<>(text, below));
        widths.add(column, run -> ScoreCell.text(run, text.apply(value.apply(run.summary()))));
    }

    /// A row that says whether it is pinned, and opens its run.
    private final class Row extends TableRow<Kept> {

        Row() {
            setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && getItem() != null) {
                    model.open(getItem(), RunsContext.Purpose.LOOK);
                }
            });
        }

        @Override
        protected void updateItem(Kept run, boolean empty) {
            super.updateItem(run, empty);
            pseudoClassStateChanged(PINNED, !empty && model.isPinned(run));
        }
    }

    /// A plain number.
    private static final class NumberCell extends TableCell<Kept, Double> {

        NumberCell() {
            getStyleClass().add("number");
        }

        static String text(double number) {
            return String.format(Locale.ROOT, "%.0f", number);
        }

        @Override
        protected void updateItem(Double number, boolean empty) {
            super.updateItem(number, empty);
            setText(empty ? "" : text(number));
        }
    }

    /// Mean and interval; a gain that is clearly below 0 stands out.
    private static final class ScoreCell<T> extends TableCell<Kept, T> {

        private final Function<T, String> text;
        private final Predicate<T> below;

        ScoreCell(Function<T, String> text, Predicate<T> below) {
            this.text = text;
            this.below = below;
            getStyleClass().add("number");
        }

        /// There is no score of a run that diverged.
        static String text(Kept run, String score) {
            return run.summary().status() == RunStatus.DIVERGED
                    ? Messages.get("runs.diverged")
                    : score;
        }

        @Override
        protected void updateItem(T score, boolean empty) {
            super.updateItem(score, empty);
            Kept run = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty || run == null ? "" : text(run, text.apply(score)));
            pseudoClassStateChanged(BELOW, !empty && below.test(score));
        }
    }
}
