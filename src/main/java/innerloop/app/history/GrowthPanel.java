package innerloop.app.history;

import innerloop.app.Messages;
import innerloop.app.curves.ChartFiles;
import innerloop.app.curves.SingleChart;
import innerloop.app.run.LongWork;
import innerloop.colour.Theme;
import innerloop.training.Growth;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
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

/// The curves of a test over time beside what they say in a sentence, and what starts and stops it. The step that is seen on
/// the canvas is marked in the chart.
public final class GrowthPanel extends HBox {

    private static final double WORDS = 370;

    private final GrowthViewModel model;
    private final HistoryPlayer player;
    private final Function<Growth, String> csv;
    private final SingleChart chart;
    private final Button go = new Button();
    private final Label plan = wrapped("growth-plan");
    private final ProgressBar bar = new ProgressBar();
    private final Label sentence = wrapped("growth-sentence");
    private final Label why = wrapped("growth-why");

    /// @param csv a result as text to take away
    public GrowthPanel(GrowthViewModel model, HistoryPlayer player, Function<Growth, String> csv) {
        super(18);
        this.model = model;
        this.player = player;
        this.csv = csv;
        this.chart = new SingleChart("growth", this::numbers);
        setId("growth-panel");
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
        model.work().state().subscribe(this::offer);
        model.result().subscribe(_ -> tell());
        model.present().subscribe(_ -> tell());
        player.step().subscribe(_ -> draw());
    }

    private VBox words() {
        Label title = new Label(Messages.get("growth.title"));
        title.getStyleClass().add("title");
        why.setText(Messages.get("growth.why"));
        why.getStyleClass().add("dim");
        go.setId("growth-go");
        go.setOnAction(_ -> {
            if (model.work().state().get() == LongWork.State.READY) {
                model.start();
            } else {
                model.work().stop();
            }
        });
        Button copy = new Button(Messages.get("folds.copy"));
        copy.setId("growth-copy");
        copy.setTooltip(new Tooltip(Messages.get("growth.copy.why")));
        copy.disableProperty().bind(model.result().isNull());
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(numbers());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox buttons = new HBox(8, go, copy);
        buttons.setAlignment(Pos.CENTER_LEFT);
        plan.textProperty().bind(model.work().plan());
        bar.getStyleClass().add("thin-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.work().progress());
        return new VBox(8, title, buttons, plan, bar, sentence, why);
    }

    private String numbers() {
        Growth tested = model.result().get();
        return tested == null ? "" : csv.apply(tested);
    }

    private void offer(LongWork.State state) {
        boolean idle = state == LongWork.State.READY || state == LongWork.State.IMPOSSIBLE;
        go.setText(Messages.get(idle ? "folds.start" : "folds.stop"));
        go.setDisable(state == LongWork.State.IMPOSSIBLE || state == LongWork.State.STOPPING);
        bar.setVisible(!idle);
        bar.setManaged(!idle);
        makeRoom();
    }

    /// Where there is a result, what could be done is not said until it would be another.
    private void makeRoom() {
        boolean said =
                model.result().get() != null
                        && model.present().get()
                        && model.work().state().get() == LongWork.State.READY;
        plan.setVisible(!said);
        plan.setManaged(!said);
    }

    private void tell() {
        Growth tested = model.result().get();
        sentence.setText(
                tested == null
                        ? ""
                        : (model.present().get() ? "" : Messages.get("race.old") + " ")
                                + GrowthTexts.sentence(tested));
        sentence.setManaged(tested != null);
        why.setVisible(tested == null);
        why.setManaged(tested == null);
        makeRoom();
        draw();
    }

    private void draw() {
        chart.show(GrowthCharts.of(model.result().get(), player.step().get()));
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
}
