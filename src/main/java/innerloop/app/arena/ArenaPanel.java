package innerloop.app.arena;

import innerloop.app.ColumnWidths;
import innerloop.app.Messages;
import innerloop.app.ScoreTexts;
import innerloop.app.ShownAs;
import innerloop.app.WordCell;
import innerloop.app.work.WorkWords;
import innerloop.task.Gain;
import innerloop.training.ArenaResult;
import innerloop.training.ArenaRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The learners in a table that fills in while they are compared, the best on top, beside what follows from it.
public final class ArenaPanel extends HBox {

    private static final List<Integer> FOLDS = List.of(ArenaViewModel.NO_FOLDS, 5, 10, 20, 50);

    private final ArenaViewModel model;
    private final TableView<Line> table = new TableView<>();
    private final Button use = new Button();

    /// A row with what it is compared with.
    private record Line(ArenaRow row, ArenaResult result) {}

    /// @param csv a comparison as text to take away
    public ArenaPanel(ArenaViewModel model, Function<ArenaResult, String> csv) {
        super(18);
        this.model = model;
        setId("arena-panel");
        setMinHeight(0);
        setPadding(new Insets(10, 12, 10, 12));
        use.setText(Messages.get("arena.use"));
        use.setId("arena-use");
        use.setTooltip(new Tooltip(Messages.get("arena.use.why")));
        use.setOnAction(_ -> suggested().ifPresent(model::use));
        fillTable();
        HBox.setHgrow(table, Priority.ALWAYS);
        getChildren().setAll(new WorkWords<>("arena", model, csv, folds(), use), table);
        model.result().subscribe(_ -> show());
    }

    private ComboBox<Integer> folds() {
        ComboBox<Integer> folds = new ComboBox<>();
        folds.setId("arena-folds");
        folds.getItems().setAll(FOLDS);
        folds.setConverter(
                new ShownAs<>(many ->
                        many == ArenaViewModel.NO_FOLDS
                                ? Messages.get("arena.own")
                                : Messages.get("arena.folds", many)));
        folds.setTooltip(new Tooltip(Messages.get("arena.folds.why")));
        folds.setValue(model.folds().get());
        folds.valueProperty().addListener((_, _, value) -> model.folds().set(value));
        return folds;
    }

    private Optional<ArenaRow> suggested() {
        ArenaResult came = model.result().get();
        return came == null ? Optional.empty() : came.choice().suggested();
    }

    private void show() {
        ArenaResult came = model.result().get();
        use.setDisable(suggested().isEmpty());
        table.getItems()
                .setAll(
                        came == null
                                ? List.of()
                                : came.ranked().stream().map(row -> new Line(row, came)).toList());
    }

    private void fillTable() {
        table.setId("arena-table");
        table.getStyleClass().add("row-table");
        Label none = new Label(Messages.get("arena.none"));
        none.getStyleClass().add("dim");
        none.setWrapText(true);
        table.setPlaceholder(none);
        ColumnWidths<Line> widths = new ColumnWidths<>(table);
        TableColumn<Line, String> learner =
                column("arena.learner", line -> ArenaTexts.learner(line.row));
        learner.setCellFactory(_ -> new WordCell<>());
        widths.add(learner, line -> ArenaTexts.learner(line.row));
        number(widths, "test", ArenaPanel::score);
        number(widths, "gain", line -> gain(line.row.gain()));
        number(
                widths,
                "other",
                line -> gain(line.result.bestBeside(line.row).flatMap(line.row::over)));
        number(
                widths,
                "baseline",
                line -> gain(line.result.rival().flatMap(r -> line.row.over(r.word()))));
        number(
                widths,
                "seconds",
                line ->
                        line.row.runs().isEmpty()
                                ? ""
                                : String.format(Locale.ROOT, "%.1f", line.row.seconds()));
        table.setRowFactory(_ -> {
            TableRow<Line> row = new TableRow<>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && row.getItem() != null) {
                    model.use(row.getItem().row);
                }
            });
            return row;
        });
        table.setOnKeyPressed(key -> {
            Line chosen = table.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && chosen != null) {
                key.consume();
                model.use(chosen.row);
            }
        });
    }

    private static String score(Line line) {
        String score =
                line.row
                        .score()
                        .map(known -> ScoreTexts.cell(known.measure(), known.number()))
                        .orElse("");
        return line.row.diverged() == 0
                ? score
                : (score + " " + Messages.get("runs.diverged")).strip();
    }

    private static String gain(Optional<Gain> gain) {
        return gain.map(Gain::number).orElse("");
    }

    private static void number(
            ColumnWidths<Line> widths, String name, Function<Line, String> text) {
        TableColumn<Line, String> column = column("arena." + name, text);
        column.getStyleClass().add("number");
        widths.add(column, text);
    }

    /// The best are on top, whatever the column.
    private static TableColumn<Line, String> column(String title, Function<Line, String> text) {
        TableColumn<Line, String> column = new TableColumn<>(Messages.get(title));
        column.setCellValueFactory(cell -> new SimpleStringProperty(text.apply(cell.getValue())));
        column.setSortable(false);
        return column;
    }
}
