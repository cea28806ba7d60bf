package innerloop.app.work;

import innerloop.app.Messages;
import innerloop.app.curves.ChartFiles;
import innerloop.app.curves.SingleChart;
import innerloop.app.run.LongWork;
import innerloop.colour.Theme;
import innerloop.plot.Chart;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
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

/// The chart of what long work came to, beside what it says in a sentence, and what starts and stops the work.
///
/// @param <R> what comes out
public final class WorkPanel<R> extends HBox {

    private static final double WORDS = 370;

    private final WorkViewModel<R> model;
    private final String name;
    private final Function<R, String> csv;
    private final Supplier<Chart> drawing;
    private final SingleChart chart;
    private final Button go = new Button();
    private final Label plan;
    private final ProgressBar bar = new ProgressBar();
    private final Label sentence;
    private final Label why;

    /// @param name of the ids, the texts, and the files of the chart
    /// @param csv a result as text to take away
    /// @param drawing makes the chart of the present result
    /// @param choices what can be chosen beforehand
    public WorkPanel(
            String name,
            WorkViewModel<R> model,
            Function<R, String> csv,
            Supplier<Chart> drawing,
            Node... choices) {
        super(18);
        this.name = name;
        this.model = model;
        this.csv = csv;
        this.drawing = drawing;
        this.chart = new SingleChart(name, this::numbers);
        this.plan = wrapped("plan");
        this.sentence = wrapped("sentence");
        this.why = wrapped("why");
        setId(name + "-panel");
        setMinHeight(0);
        setPadding(new Insets(10, 12, 10, 12));
        ScrollPane words = new ScrollPane(words(choices));
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
    }

    private VBox words(Node... choices) {
        Label title = new Label(Messages.get(name + ".title"));
        title.getStyleClass().add("title");
        why.setText(Messages.get(name + ".why"));
        why.getStyleClass().add("dim");
        go.setId(name + "-go");
        go.setOnAction(_ -> {
            if (model.work().state().get() == LongWork.State.READY) {
                model.start();
            } else {
                model.work().stop();
            }
        });
        Button copy = new Button(Messages.get("folds.copy"));
        copy.setId(name + "-copy");
        copy.setTooltip(new Tooltip(Messages.get(name + ".copy.why")));
        copy.disableProperty().bind(model.result().isNull());
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(numbers());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox buttons = new HBox(8, go);
        buttons.getChildren().addAll(choices);
        buttons.getChildren().add(copy);
        buttons.setAlignment(Pos.CENTER_LEFT);
        plan.textProperty().bind(model.work().plan());
        bar.getStyleClass().add("thin-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.work().progress());
        return new VBox(8, title, buttons, plan, bar, sentence, why);
    }

    private String numbers() {
        R came = model.result().get();
        return came == null ? "" : csv.apply(came);
    }

    private void offer(LongWork.State state) {
        boolean idle = state == LongWork.State.READY || state == LongWork.State.IMPOSSIBLE;
        go.setText(Messages.get(idle ? "folds.start" : "folds.stop"));
        go.setDisable(state == LongWork.State.IMPOSSIBLE || state == LongWork.State.STOPPING);
        show(bar, !idle);
        makeRoom();
    }

    private void tell() {
        R came = model.result().get();
        sentence.setText(came == null ? "" : old() + model.sentence(came));
        String protocol = came == null ? "" : model.protocol(came);
        sentence.setTooltip(protocol.isEmpty() ? null : new Tooltip(protocol));
        sentence.setManaged(came != null);
        show(why, came == null);
        makeRoom();
        draw();
    }

    private String old() {
        return model.present().get() ? "" : Messages.get("race.old") + " ";
    }

    /// Where there is a result, what it says comes first, and what could be done is not said until it would be another.
    private void makeRoom() {
        boolean said =
                model.result().get() != null
                        && model.present().get()
                        && model.work().state().get() == LongWork.State.READY;
        show(plan, !said);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// Draws the chart anew: it may be of something else.
    public void draw() {
        chart.show(drawing.get());
    }

    /// Light or dark.
    public void setTheme(Theme look) {
        chart.setTheme(look);
    }

    /// Where the chart is saved.
    public void setFiles(ChartFiles files) {
        chart.setFiles(files);
    }

    private Label wrapped(String part) {
        Label label = new Label();
        label.setId(name + "-" + part);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
