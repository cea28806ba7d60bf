package innerloop.app.keptruns;

import innerloop.app.ExperimentName;
import innerloop.app.Messages;
import innerloop.app.ScoreTexts;
import innerloop.app.keptruns.RunsContext.Purpose;
import innerloop.io.RunComparison;
import innerloop.io.RunNotes;
import innerloop.io.RunStore.Kept;
import innerloop.task.Gain;
import innerloop.training.RunDifference;
import innerloop.training.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Details of the selected runs: protocol and notes of one, differences between several.
final class RunDetails extends ScrollPane {

    private static final double WIDTH = 300;
    private static final int LONGEST_VALUE = 40;

    private final RunsViewModel model;
    private final BiConsumer<Kept, RunNotes> note;
    private final VBox content = new VBox(8);

    /// @param note takes what is written about a run
    RunDetails(RunsViewModel model, BiConsumer<Kept, RunNotes> note) {
        this.model = model;
        this.note = note;
        setId("run-details");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        content.setPadding(new Insets(8, 12, 10, 0));
        setContent(content);
    }

    void show(List<Kept> runs) {
        content.getChildren()
                .setAll(
                        switch (runs.size()) {
                            case 0 -> List.of(text("run-hint", Messages.get("runs.hint"), "dim"));
                            case 1 -> one(runs.getFirst());
                            default -> several(runs);
                        });
    }

    private List<Node> one(Kept run) {
        RunSummary summary = run.summary();
        List<Node> nodes = new ArrayList<>();
        nodes.add(text("run-name", ExperimentName.shown(summary.experiment().name()), "title"));
        nodes.add(buttons(List.of(run)));
        nodes.add(
                text(
                        "run-protocol",
                        Messages.get("runs.status." + summary.status())
                                + " · "
                                + Messages.of(summary.protocol()),
                        "small-text"));
        summary.leaks()
                .forEach(leak -> nodes.add(text("run-leak", Messages.of(leak), "field-note")));
        nodes.add(field("tags", String.join(", ", run.notes().tags()), run));
        nodes.add(field("note", run.notes().note(), run));
        return nodes;
    }

    /// A note is taken over when it is left or confirmed.
    private Node field(String name, String value, Kept run) {
        TextField field = new TextField(value);
        field.setId("run-" + name);
        field.setPromptText(Messages.get("runs." + name + ".prompt"));
        field.setAccessibleText(Messages.get("runs." + name + ".prompt"));
        Runnable take =
                () ->
                        note.accept(
                                run,
                                name.equals("tags")
                                        ? new RunNotes(
                                                List.of(field.getText().split(",")),
                                                model.notes(run).note())
                                        : new RunNotes(model.notes(run).tags(), field.getText()));
        field.setOnAction(_ -> take.run());
        field.focusedProperty()
                .addListener((_, was, is) -> {
                    if (was && !is) {
                        take.run();
                    }
                });
        return field;
    }

    private FlowPane buttons(List<Kept> runs) {
        FlowPane buttons = new FlowPane(6, 6);
        if (runs.size() == 1) {
            Kept run = runs.getFirst();
            buttons.getChildren()
                    .addAll(
                            button("open", () -> model.open(run, Purpose.LOOK)),
                            button("again", () -> model.open(run, Purpose.AGAIN)),
                            button("branch", () -> model.open(run, Purpose.BRANCH)));
        }
        ToggleButton pin = new ToggleButton(Messages.get("runs.pin"));
        pin.setId("run-pin");
        pin.setTooltip(new Tooltip(Messages.get("runs.pin.why")));
        pin.setSelected(runs.stream().allMatch(model::isPinned));
        pin.setOnAction(_ -> model.setPinned(runs, pin.isSelected()));
        buttons.getChildren().addAll(pin, button("delete", () -> model.delete(runs)));
        return buttons;
    }

    private static Button button(String name, Runnable action) {
        Button button = new Button(Messages.get("runs." + name));
        button.setId("run-" + name);
        button.setTooltip(new Tooltip(Messages.get("runs." + name + ".why")));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Each of the others against the first.
    private List<Node> several(List<Kept> runs) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(text("run-name", Messages.get("runs.compared", runs.size()), "title"));
        nodes.add(buttons(runs));
        for (int i = 0; i < runs.size(); i++) {
            RunSummary summary = runs.get(i).summary();
            nodes.add(
                    text(
                            "run-letter-" + i,
                            Messages.get(
                                    "runs.letter",
                                    RunComparison.letter(i),
                                    legend(runs.get(i)),
                                    summary.test().text()),
                            "small-text"));
        }
        for (int i = 1; i < runs.size(); i++) {
            String sentence =
                    difference(
                            runs.get(i).summary(),
                            runs.getFirst().summary(),
                            RunComparison.letter(i));
            nodes.add(text("run-difference-" + i, sentence, "title"));
        }
        RunsViewModel.differences(runs)
                .forEach((key, values) ->
                        nodes.add(text("run-setting", setting(key, values), "dim")));
        return nodes;
    }

    /// How much better a run is than the first.
    private static String difference(RunSummary run, RunSummary first, String letter) {
        if (!RunDifference.isOf(run, first)) {
            return Messages.get("runs.otherMeasure", letter);
        }
        RunDifference difference = RunDifference.of(run, first);
        Gain gain = difference.gain();
        return Messages.get(
                difference.paired() ? "runs.paired" : "runs.unpaired",
                gain.measure().difference(letter, RunComparison.letter(0)),
                ScoreTexts.gain(gain),
                gain.tasks(),
                switch (gain.verdict()) {
                    case ABOVE_FLOOR, BELOW_FLOOR -> Messages.get("runs.clear");
                    case AT_FLOOR -> Messages.get("runs.unclear");
                    case UNKNOWN -> Messages.get("runs.one");
                });
    }

    /// The differences from the other runs, which often have the same name.
    private String legend(Kept run) {
        String differing = model.differing(run);
        return differing.isEmpty()
                ? ExperimentName.shown(run.summary().experiment().name())
                : differing;
    }

    private static String setting(String key, List<String> values) {
        List<String> each = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i).isEmpty() ? "–" : SettingTexts.value(key, values.get(i));
            each.add(
                    RunComparison.letter(i)
                            + ' '
                            + (value.length() > LONGEST_VALUE
                                    ? value.substring(0, LONGEST_VALUE) + "…"
                                    : value));
        }
        return Messages.get("runs.setting", SettingTexts.name(key), String.join(" · ", each));
    }

    private static Label text(String id, String text, String style) {
        Label label = new Label(text);
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
