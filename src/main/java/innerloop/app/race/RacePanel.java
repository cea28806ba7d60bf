package innerloop.app.race;

import innerloop.app.Messages;
import innerloop.app.ToolRow;
import innerloop.app.curves.ChartFiles;
import innerloop.app.curves.SingleChart;
import innerloop.app.run.LongWork;
import innerloop.colour.Theme;
import innerloop.training.RaceResult;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The curves of a race beside what they say in a sentence, and what starts and stops it.
public final class RacePanel extends HBox {

    private static final double WORDS = 370;
    private static final List<Integer> TIMES = List.of(2, 5, 10, 20);

    private final RaceViewModel model;
    private final Function<RaceResult, String> csv;
    private final SingleChart chart;
    private final ComboBox<RaceAxis> axis = new ComboBox<>();
    private final CheckBox log = new CheckBox(Messages.get("curves.logX"));
    private final Button go = new Button();
    private final Label plan = wrapped("race-plan");
    private final ProgressBar bar = new ProgressBar();
    private final Label sentence = wrapped("race-sentence");
    private final Label why = wrapped("race-why");

    /// @param csv a result as text to take away
    public RacePanel(RaceViewModel model, Function<RaceResult, String> csv) {
        super(18);
        this.model = model;
        this.csv = csv;
        this.chart = new SingleChart("race", this::numbers);
        setId("race-panel");
        setMinHeight(0);
        setPadding(new Insets(10, 12, 10, 12));
        ScrollPane words = new ScrollPane(words());
        words.setFitToWidth(true);
        words.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        words.setFocusTraversable(false);
        words.setMinWidth(WORDS);
        words.setPrefWidth(WORDS);
        words.setMaxWidth(WORDS);
        HBox.setHgrow(chart, Priority.ALWAYS);
        getChildren().setAll(words, chart);
        axis.setId("race-axis");
        axis.getItems().setAll(RaceAxis.values());
        axis.setValue(RaceAxis.STEPS);
        axis.setConverter(shown(RaceAxis::title));
        log.setId("race-log-x");
        axis.valueProperty().subscribe(_ -> draw());
        log.selectedProperty().subscribe(_ -> draw());
        model.work().state().subscribe(this::offer);
        model.result().subscribe(_ -> tell());
        model.present().subscribe(_ -> tell());
    }

    private VBox words() {
        Label title = new Label(Messages.get("race.title"));
        title.getStyleClass().add("title");
        why.setText(Messages.get("race.why"));
        why.getStyleClass().add("dim");
        ComboBox<Integer> times = new ComboBox<>();
        times.setId("race-times");
        times.getItems().setAll(TIMES);
        times.setConverter(shown(many -> Messages.get("race.times", many)));
        times.setTooltip(new Tooltip(Messages.get("race.times.why")));
        times.setValue(model.times().get());
        times.valueProperty().addListener((_, _, value) -> model.times().set(value));
        go.setId("race-go");
        go.setOnAction(_ -> {
            if (model.work().state().get() == LongWork.State.READY) {
                model.start();
            } else {
                model.work().stop();
            }
        });
        Button copy = new Button(Messages.get("folds.copy"));
        copy.setId("race-copy");
        copy.setTooltip(new Tooltip(Messages.get("race.copy.why")));
        copy.disableProperty().bind(model.result().isNull());
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(numbers());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox buttons = new HBox(8, go, times, copy);
        buttons.setAlignment(Pos.CENTER_LEFT);
        plan.textProperty().bind(model.work().plan());
        bar.getStyleClass().add("thin-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.work().progress());
        return new VBox(8, title, buttons, plan, bar, sentence, why);
    }

    private String numbers() {
        RaceResult raced = model.result().get();
        return raced == null ? "" : csv.apply(raced);
    }

    private void offer(LongWork.State state) {
        boolean idle = state == LongWork.State.READY || state == LongWork.State.IMPOSSIBLE;
        go.setText(Messages.get(idle ? "folds.start" : "folds.stop"));
        go.setDisable(state == LongWork.State.IMPOSSIBLE || state == LongWork.State.STOPPING);
        bar.setVisible(!idle);
        bar.setManaged(!idle);
        makeRoom();
    }

    private void tell() {
        RaceResult raced = model.result().get();
        sentence.setText(
                raced == null
                        ? ""
                        : (model.present().get() ? "" : Messages.get("race.old") + " ")
                                + RaceTexts.sentence(raced));
        sentence.setTooltip(raced == null ? null : new Tooltip(raced.protocol()));
        sentence.setManaged(raced != null);
        why.setVisible(raced == null);
        why.setManaged(raced == null);
        makeRoom();
        draw();
    }

    /// Where there is a result, what it says comes first, and what could be done is not said until it would be another.
    private void makeRoom() {
        boolean said =
                model.result().get() != null
                        && model.present().get()
                        && model.work().state().get() == LongWork.State.READY;
        plan.setVisible(!said);
        plan.setManaged(!said);
    }

    private void draw() {
        chart.show(RaceCharts.of(model.result().get(), axis.getValue(), log.isSelected()));
    }

    /// What the curves are drawn over, for the card's header.
    public Region tools() {
        return new ToolRow(axis, log);
    }

    /// Light or dark.
    public void setTheme(Theme look) {
        chart.setTheme(look);
    }

    /// Where the chart is saved.
    public void setFiles(ChartFiles files) {
        chart.setFiles(files);
    }

    private static Label wrapped(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static <T> StringConverter<T> shown(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String written) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }
}
