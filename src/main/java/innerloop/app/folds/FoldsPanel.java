package innerloop.app.folds;

import innerloop.app.ColumnWidths;
import innerloop.app.Messages;
import innerloop.app.ScoreTexts;
import innerloop.app.WordCell;
import innerloop.app.run.LongWork;
import innerloop.task.Gain;
import innerloop.task.Score;
import innerloop.training.ClassFolds;
import innerloop.training.ClassFolds.Fold;
import innerloop.training.RunRecord;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The folds in a table, with their means, and what starts and stops them.
public final class FoldsPanel extends HBox {

    private static final double WORDS = 330;

    /// How many folds there may be at the most.
    private static final List<Integer> CHOICES = List.of(5, 10, 20, 50, 100, ClassFolds.MOST);

    private final FoldsViewModel model;
    private final Function<List<Fold>, String> csv;
    private final Button go = new Button();
    private final Label mean = wrapped("folds-mean");
    private final Label why = wrapped("folds-why");
    private final TableView<Fold> table = new TableView<>();

    /// @param csv the folds as text to take away
    public FoldsPanel(FoldsViewModel model, Function<List<Fold>, String> csv) {
        super(18);
        this.model = model;
        this.csv = csv;
        setId("folds-panel");
        setMinHeight(0);
        setPadding(new Insets(10, 12, 10, 12));
        ScrollPane words = new ScrollPane(words());
        words.setFitToWidth(true);
        words.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        words.setFocusTraversable(false);
        words.setMinWidth(WORDS);
        words.setPrefWidth(WORDS);
        words.setMaxWidth(WORDS);
        fillTable();
        HBox.setHgrow(table, Priority.ALWAYS);
        getChildren().setAll(words, table);
        model.work().state().subscribe(this::offer);
        model.folds().addListener((ListChangeListener<Fold>) _ -> tell());
        model.experiment().subscribe(_ -> tell());
    }

    private VBox words() {
        Label title = new Label(Messages.get("folds.title"));
        title.getStyleClass().add("title");
        why.setText(Messages.get("folds.why"));
        why.getStyleClass().add("dim");
        ComboBox<Integer> most = new ComboBox<>();
        most.setId("folds-most");
        most.getItems().setAll(CHOICES);
        most.setValue(model.most().get());
        most.valueProperty().addListener((_, _, value) -> model.most().set(value));
        Label atMost = new Label(Messages.get("folds.most"));
        go.setId("folds-go");
        go.setOnAction(_ -> {
            if (model.work().state().get() == LongWork.State.READY) {
                model.start();
            } else {
                model.work().stop();
            }
        });
        Button copy = new Button(Messages.get("folds.copy"));
        copy.setId("folds-copy");
        copy.setTooltip(new Tooltip(Messages.get("folds.copy.why")));
        copy.disableProperty().bind(Bindings.isEmpty(model.folds()));
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(csv.apply(model.folds()));
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox buttons = new HBox(8, go, atMost, most, copy);
        buttons.setAlignment(Pos.CENTER_LEFT);
        Label plan = wrapped("folds-plan");
        plan.textProperty().bind(model.work().plan());
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("thin-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.work().progress());
        bar.visibleProperty().bind(model.work().progress().greaterThan(0));
        return new VBox(8, title, buttons, plan, bar, mean, why);
    }

    private void offer(LongWork.State state) {
        boolean idle = state == LongWork.State.READY || state == LongWork.State.IMPOSSIBLE;
        go.setText(Messages.get(idle ? "folds.start" : "folds.stop"));
        go.setDisable(state == LongWork.State.IMPOSSIBLE || state == LongWork.State.STOPPING);
    }

    private void tell() {
        List<Fold> folds = model.folds();
        int counted = ClassFolds.counted(folds).size();
        String diverged =
                counted == folds.size()
                        ? ""
                        : " " + Messages.get("folds.diverged", folds.size() - counted);
        mean.setText(
                counted == 0
                        ? diverged.strip()
                        : Messages.get(
                                        model.isPresent() ? "folds.mean" : "folds.mean.old",
                                        counted,
                                        ClassFolds.mean(folds, RunRecord::test).text(),
                                        ClassFolds.mean(folds, RunRecord::floor).text(),
                                        ScoreTexts.gain(ClassFolds.gain(folds)))
                                + diverged);
        mean.setTooltip(
                folds.isEmpty() ? null : new Tooltip(Messages.of(ClassFolds.protocol(folds))));
        mean.setManaged(!folds.isEmpty());
        why.setVisible(folds.isEmpty());
        why.setManaged(folds.isEmpty());
    }

    private void fillTable() {
        table.setId("folds-table");
        table.getStyleClass().add("row-table");
        table.setItems(model.folds());
        table.setPlaceholder(wrapped("folds-none"));
        if (table.getPlaceholder() instanceof Label none) {
            none.setText(Messages.get("folds.none"));
            none.getStyleClass().add("dim");
        }
        ColumnWidths<Fold> widths = new ColumnWidths<>(table);
        TableColumn<Fold, String> novel = new TableColumn<>(Messages.get("folds.novel"));
        novel.setCellValueFactory(row -> new SimpleObjectProperty<>(novel(row.getValue())));
        novel.setCellFactory(_ -> new WordCell<>());
        widths.add(novel, FoldsPanel::novel);
        score(widths, "test", RunRecord::test);
        score(widths, "floor", RunRecord::floor);
        score(widths, "zeroSteps", RunRecord::zeroSteps);
        column(
                widths,
                "gain",
                RunRecord::gain,
                Comparator.comparingDouble(Gain::mean),
                gain -> gain.measure().signed(gain.mean()));
        table.setRowFactory(_ -> {
            TableRow<Fold> row = new TableRow<>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && row.getItem() != null) {
                    model.use(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(key -> {
            Fold chosen = table.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && chosen != null) {
                key.consume();
                model.use(chosen);
            }
        });
    }

    private static String novel(Fold fold) {
        return String.join(", ", fold.novel());
    }

    private static void score(
            ColumnWidths<Fold> widths, String name, Function<RunRecord, Score> score) {
        column(
                widths,
                name,
                score,
                Score.WORST_FIRST,
                value -> ScoreTexts.cell(value.measure(), value.meanNumber()));
    }

    private static <T> void column(
            ColumnWidths<Fold> widths,
            String name,
            Function<RunRecord, T> value,
            Comparator<T> worstFirst,
            Function<T, String> text) {
        TableColumn<Fold, T> column = new TableColumn<>(Messages.get("folds." + name));
        column.getStyleClass().add("number");
        column.setCellValueFactory(
                row -> new SimpleObjectProperty<>(value.apply(row.getValue().record())));
        column.setComparator(worstFirst);
        column.setCellFactory(_ -> new NumberCell<>(text));
        widths.add(column, fold -> NumberCell.text(fold, text.apply(value.apply(fold.record()))));
    }

    private static Label wrapped(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A score or gain without its interval.
    private static final class NumberCell<T> extends TableCell<Fold, T> {

        private final Function<T, String> text;

        NumberCell(Function<T, String> text) {
            this.text = text;
            getStyleClass().add("number");
        }

        /// There is no score where training diverged.
        static String text(Fold fold, String score) {
            return fold.hasDiverged() ? Messages.get("runs.diverged") : score;
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            Fold fold = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty || fold == null ? "" : text(fold, text.apply(value)));
        }
    }
}
