package innerloop.app.work;

import innerloop.app.Messages;
import innerloop.app.run.LongWork;
import java.util.function.Function;
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
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What starts and stops long work, how far it has come, and what it says in a sentence.
///
/// @param <R> what comes out
public final class WorkWords<R> extends ScrollPane {

    private static final double WIDTH = 370;

    private final WorkViewModel<R> model;
    private final String name;
    private final Function<R, String> csv;
    private final Button go = new Button();
    private final Label plan;
    private final ProgressBar bar = new ProgressBar();
    private final Label sentence;
    private final Label why;

    /// @param name of the ids and the texts
    /// @param csv a result as text to take away
    /// @param choices what can be chosen beforehand
    public WorkWords(
            String name, WorkViewModel<R> model, Function<R, String> csv, Node... choices) {
        this.name = name;
        this.model = model;
        this.csv = csv;
        this.plan = wrapped("plan");
        this.sentence = wrapped("sentence");
        this.why = wrapped("why");
        setContent(words(choices));
        setFitToWidth(true);
        setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
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

    /// The result as text; empty if there is none.
    String numbers() {
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

    private Label wrapped(String part) {
        Label label = new Label();
        label.setId(name + "-" + part);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
