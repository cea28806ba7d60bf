package innerloop.app.shell;

import innerloop.app.Durations;
import innerloop.app.Fonts;
import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.recipe.FieldInput;
import innerloop.app.recipe.FieldViewModel;
import innerloop.app.run.RunStatusModel;
import java.util.concurrent.ThreadLocalRandom;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Brand, what is open, the run, undo, seed, and the way to everything else.
final class TopBar extends HBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    /// Its text is as wide as that of any run that somebody waits for.
    private static final double LONG_SECONDS = 600 * 60;

    private final RunStatusModel status;
    private final CommandButton undo;
    private final CommandButton inner;
    private final CommandButton step;
    private final ProgressBar progress = new ProgressBar(0);
    private final Button find;
    private final Label findText = new Label();
    private final Label findKeys = new Label();

    TopBar(ShellModel model) {
        this.status = model.status();
        Commands commands = model.commands();
        setId("top-bar");
        getStyleClass().add("top-bar");
        CommandButton run = new CommandButton(commands.get("run.start"), true);
        CommandButton pause = new CommandButton(commands.get("run.pause"), false);
        status.state()
                .map(state -> state == RunStatusModel.State.PAUSED)
                .subscribe(paused ->
                        pause.show(
                                paused ? Feather.PLAY : Feather.PAUSE,
                                Messages.get(paused ? "run.resume" : "run.pause")));
        run.getStyleClass().add("accent");
        inner = new CommandButton(commands.get("run.inner"), true);
        step = new CommandButton(commands.get("run.step"), true);
        find = findButton(commands.get("view.palette"));
        HBox left = new HBox(10, brand(), documentLine(model.document()), dot(model.document()));
        left.setAlignment(Pos.CENTER_LEFT);
        left.setMinWidth(80);
        undo = new CommandButton(commands.get("edit.undo"), false);
        HBox right =
                new HBox(
                        8,
                        undoBox(commands.get("edit.history")),
                        new CommandButton(commands.get("edit.redo"), false),
                        seedBox(model.seed()),
                        find);
        right.setAlignment(Pos.CENTER_RIGHT);
        // Only the line about the document gives way when the window gets narrow.
        left.setPrefWidth(0);
        right.setMinWidth(Region.USE_PREF_SIZE);
        right.setPadding(new Insets(0, 0, 0, 12));
        HBox.setHgrow(left, Priority.ALWAYS);
        getChildren()
                .addAll(
                        left,
                        run.withReason(),
                        pause,
                        inner,
                        step.withReason(),
                        new CommandButton(commands.get("run.stop"), false),
                        progressBox(),
                        right);
    }

    /// Undo with what opens the list of all edits.
    private Node undoBox(Command history) {
        CommandButton list = new CommandButton(history, false);
        list.getStyleClass().add("drop-down");
        return new HBox(1, undo, list);
    }

    /// The button that takes the last edit back.
    Node undo() {
        return undo;
    }

    private static Label brand() {
        Label brand = new Label(Messages.get("app.name"));
        brand.setId("brand");
        brand.getStyleClass().add("brand");
        brand.setMinWidth(Region.USE_PREF_SIZE);
        return brand;
    }

    private static Label documentLine(WorkbenchDocument document) {
        Label line = new Label();
        line.setId("document-line");
        line.getStyleClass().add("dim");
        line.setMinWidth(0);
        line.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        document.graph().get() == null
                                                ? ""
                                                : DocumentLine.of(
                                                        document.experiment().get(),
                                                        document.graph().get()),
                                document.experiment(),
                                document.graph()));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(line.textProperty());
        line.setTooltip(tip);
        return line;
    }

    private static Node dot(WorkbenchDocument document) {
        Circle dot = new Circle(4);
        dot.setId("unsaved-dot");
        dot.getStyleClass().add("unsaved-dot");
        dot.visibleProperty().bind(document.dirty());
        Tooltip.install(dot, new Tooltip(Messages.get("document.unsaved")));
        return dot;
    }

    /// How far the run is. Its room is always there and always the same, or the buttons beside it would move.
    private Node progressBox() {
        progress.setId("run-progress");
        progress.setPrefHeight(4);
        progress.setMaxSize(Double.MAX_VALUE, 4);
        progress.progressProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () ->
                                        status.steps().get() == 0
                                                ? 0
                                                : status.step().get()
                                                        / (double) status.steps().get(),
                                status.step(),
                                status.steps()));
        progress.visibleProperty().bind(status.steps().greaterThan(0));
        Label text = new Label();
        text.setId("run-text");
        text.getStyleClass().addAll("dim", "small-text");
        text.visibleProperty().bind(progress.visibleProperty());
        text.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::progressText,
                                status.step(),
                                status.steps(),
                                status.secondsLeft(),
                                status.state()));
        VBox box = new VBox(5, text, progress);
        box.setAlignment(Pos.CENTER_LEFT);
        box.minWidthProperty().bind(status.steps().map(TopBar::progressWidth));
        box.prefWidthProperty().bind(box.minWidthProperty());
        return box;
    }

    /// The room that the longest text about a run of so many steps takes.
    private static double progressWidth(Number steps) {
        String digits = "0".repeat(Math.max(4, steps.toString().length()));
        String longest =
                Messages.get("run.progress", digits, digits) + " · " + Durations.left(LONG_SECONDS);
        Text measured = new Text(longest);
        measured.setFont(Font.font(Fonts.text(), 12));
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }

    private String progressText() {
        double left = status.secondsLeft().get();
        RunStatusModel.State state = status.state().get();
        boolean known =
                left >= 0
                        && (state == RunStatusModel.State.RUNNING
                                || state == RunStatusModel.State.TESTING);
        String steps =
                Messages.get(
                        "run.progress",
                        Integer.toString(status.step().get()),
                        Integer.toString(status.steps().get()));
        return known ? steps + " · " + Durations.left(left) : steps;
    }

    private static Node seedBox(FieldViewModel<?> seed) {
        Label label = new Label(Messages.get("recipe.seed.label"));
        label.getStyleClass().add("dim");
        FieldInput input = new FieldInput(seed);
        input.setPrefWidth(58);
        label.setLabelFor(input);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(
                        seed.error()
                                .map(error ->
                                        error.isEmpty() ? Messages.get("recipe.seed.why") : error));
        tip.setWrapText(true);
        tip.setMaxWidth(300);
        input.setTooltip(tip);
        Button dice = new Button("", new FontIcon(Feather.REFRESH_CW));
        dice.setId("seed-dice");
        dice.getStyleClass().add("flat");
        dice.setAccessibleText(Messages.get("seed.dice"));
        dice.setTooltip(new Tooltip(Messages.get("seed.dice")));
        dice.setOnAction(_ -> {
            seed.text().set(Long.toString(ThreadLocalRandom.current().nextLong(1, 10_000)));
            seed.finish();
        });
        HBox box = new HBox(label, input, dice);
        box.setId("seed-box");
        box.getStyleClass().add("seed-box");
        seed.error().subscribe(error -> box.pseudoClassStateChanged(INVALID, !error.isEmpty()));
        return box;
    }

    private Button findButton(Command palette) {
        Button button = new Button();
        button.setId("button-find");
        button.getStyleClass().add("find-button");
        Label text = findText;
        Label keys = findKeys;
        keys.setText(palette.shortcut() == null ? "" : Commands.keys(palette.shortcut()));
        keys.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox inside = new HBox(8, text, gap, keys);
        inside.setAlignment(Pos.CENTER_LEFT);
        inside.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setGraphic(inside);
        button.setAccessibleText(palette.text());
        button.setOnAction(_ -> palette.perform());
        return button;
    }

    /// In a narrow window words go where pictures do.
    void setNarrow(boolean narrow) {
        inner.showText(!narrow);
        step.showText(!narrow);
        findText.setText(narrow ? "" : Messages.get("palette.prompt"));
        findText.setGraphic(narrow ? new FontIcon(Feather.SEARCH) : null);
        findWidth(narrow ? 92 : 172);
    }

    /// In a still narrower one the keys go, too.
    void setTight(boolean tight) {
        findKeys.setVisible(!tight);
        findKeys.setManaged(!tight);
        findWidth(tight ? 40 : 92);
    }

    private void findWidth(double width) {
        find.setMinWidth(width);
        find.setPrefWidth(width);
    }
}
