package innerloop.app.shell;

import innerloop.app.Durations;
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
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Brand, what is open, the run, undo, seed, and the way to everything else.
final class TopBar extends HBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final RunStatusModel status;
    private final CommandButton undo;
    private final CommandButton step;
    private final ProgressBar progress = new ProgressBar(0);
    private final Button find;
    private final Label findText = new Label();

    TopBar(ShellModel model) {
        this.status = model.status();
        Commands commands = model.commands();
        setId("top-bar");
        getStyleClass().add("top-bar");
        CommandButton run = new CommandButton(commands.get("run.start"), true);
        run.getStyleClass().add("accent");
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
                        run,
                        new CommandButton(commands.get("run.pause"), false),
                        step,
                        new CommandButton(commands.get("run.stop"), false),
                        progressBox(),
                        right);
    }

    /// Undo with what opens the list of all edits.
    private Node undoBox(Command history) {
        CommandButton list = new CommandButton(history, false);
        list.getStyleClass().add("drop-down");
        HBox box = new HBox(1, undo, list);
        box.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
                        event.consume();
                        history.perform();
                    }
                });
        return box;
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

    private Node progressBox() {
        progress.setId("run-progress");
        progress.setPrefWidth(170);
        progress.setPrefHeight(4);
        progress.setMaxHeight(4);
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
        Label text = new Label();
        text.setId("run-text");
        text.getStyleClass().add("dim");
        text.setMinWidth(Region.USE_PREF_SIZE);
        text.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::progressText,
                                status.step(),
                                status.steps(),
                                status.secondsLeft(),
                                status.state()));
        HBox box = new HBox(10, progress, text);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.visibleProperty().bind(status.steps().greaterThan(0));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private String progressText() {
        String steps =
                Messages.get(
                        "run.progress",
                        Integer.toString(status.step().get()),
                        Integer.toString(status.steps().get()));
        double left = status.secondsLeft().get();
        RunStatusModel.State state = status.state().get();
        boolean known =
                left >= 0
                        && (state == RunStatusModel.State.RUNNING
                                || state == RunStatusModel.State.TESTING);
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
        text.setText(Messages.get("palette.prompt"));
        Label keys = new Label(palette.shortcut() == null ? "" : Commands.keys(palette.shortcut()));
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
        step.showText(!narrow);
        progress.setPrefWidth(narrow ? 72 : 170);
        findText.setManaged(!narrow);
        findText.setVisible(!narrow);
        find.setMinWidth(narrow ? 72 : 172);
        find.setPrefWidth(narrow ? 72 : 172);
    }
}
