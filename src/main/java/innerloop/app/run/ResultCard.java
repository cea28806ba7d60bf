package innerloop.app.run;

import innerloop.app.Messages;
import innerloop.app.ScoreTexts;
import innerloop.episode.Unit;
import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.Metrics;
import innerloop.training.OtherScores;
import innerloop.training.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The result of a run at a glance: its score with the interval, the floor, the gain over it and one sentence about that.
/// Other scores to compare it with, and how it was measured, unfold.
public final class ResultCard extends VBox {

    /// What a person can do with a result. What takes time tells how much of it is done, 1 at the end.
    public interface Uses {

        /// Keeps it elsewhere.
        void export();

        /// Writes what it says of everything there is.
        void predict(DoubleConsumer share);

        /// The same, after learning the labels of a file.
        void predictFromFile(DoubleConsumer share);
    }

    /// @param outdated whether the recipe is another by now
    public ResultCard(RunRecord record, ObservableValue<Boolean> outdated, Uses uses) {
        super(6);
        setId("result");
        getStyleClass().add("result");
        Gain gain = record.gain();
        FlowPane numbers =
                new FlowPane(
                        10,
                        2,
                        number(
                                "score",
                                title(gain.measure()),
                                record.test().text(),
                                "result-score"),
                        number(
                                "floor",
                                Messages.get("result.floor"),
                                record.baselines().getFirst().score().meanText(),
                                ""),
                        number(
                                "gain",
                                Messages.get("result.gain"),
                                ScoreTexts.gain(gain),
                                style(gain)));
        Label sentence = wrapped("result-sentence", sentence(record));
        Label old = wrapped("result-outdated", Messages.get("result.outdated"));
        old.getStyleClass().add("dim");
        old.visibleProperty().bind(outdated);
        old.managedProperty().bind(outdated);
        Label details = wrapped("result-details", details(record));
        details.getStyleClass().add("dim");
        ToggleButton unfold = new ToggleButton(Messages.get("result.details"));
        unfold.setId("result-unfold");
        unfold.getStyleClass().add("flat");
        details.visibleProperty().bind(unfold.selectedProperty());
        details.managedProperty().bind(unfold.selectedProperty());
        Button keep = new Button(Messages.get("run.done.export"));
        keep.setId("result-export");
        keep.getStyleClass().add("flat");
        keep.setOnAction(_ -> uses.export());
        FlowPane buttons = new FlowPane(4, 0, unfold, keep);
        buttons.setAlignment(Pos.CENTER_LEFT);
        if (record.experiment().task().hasClasses()) {
            buttons.getChildren().addAll(predicting(record, uses));
        }
        getChildren().addAll(numbers, sentence, old, buttons, details);
    }

    /// A task that is one whole episode knows its classes and learns no others.
    private static List<Button> predicting(RunRecord record, Uses uses) {
        boolean ofGraphs = record.experiment().task().drawing().unit() == Unit.MEMBER_GRAPH;
        Button own =
                predicting(
                        "result-predict",
                        ofGraphs ? "predict.graphs" : "predict.nodes",
                        uses::predict);
        return record.experiment().task().isWhole()
                ? List.of(own)
                : List.of(
                        own,
                        predicting("result-predict-file", "predict.file", uses::predictFromFile));
    }

    private static Button predicting(String id, String key, Consumer<DoubleConsumer> predict) {
        String title = Messages.get(key);
        Button button = new Button(title);
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setOnAction(_ ->
                predict.accept(share -> {
                    button.setDisable(share < 1);
                    button.setText(share < 1 ? Messages.get("predict.share", share) : title);
                }));
        return button;
    }

    private static String sentence(RunRecord record) {
        String verdict = ScoreTexts.verdict(record);
        return verdict.substring(0, 1).toUpperCase(Messages.language().locale())
                + verdict.substring(1)
                + ".";
    }

    /// Accuracy is what everybody expects.
    private static String title(Measure measure) {
        return measure == Measure.ACCURACY
                ? Messages.get("result.score")
                : Messages.get("result.score.measured", ScoreTexts.name(measure));
    }

    private static Node number(String what, String title, String value, String style) {
        Label name = new Label(title);
        name.getStyleClass().addAll("dim", "small-text");
        Label label = new Label(value);
        label.setId("result-" + what);
        label.getStyleClass().add("result-number");
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        for (Label part : List.of(name, label)) {
            part.setMinWidth(Region.USE_PREF_SIZE);
        }
        return new VBox(name, label);
    }

    private static String style(Gain gain) {
        return switch (gain.verdict()) {
            case ABOVE_FLOOR -> "good";
            case AT_FLOOR, UNKNOWN -> "";
            case BELOW_FLOOR -> "bad";
        };
    }

    private static Label wrapped(String id, String text) {
        Label label = new Label(text);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static String details(RunRecord record) {
        List<BaselineScore> others =
                new ArrayList<>(record.baselines().subList(1, record.baselines().size()));
        // A learner that does not train has the same score without training.
        if (record.experiment().learner().trains()) {
            others.add(new BaselineScore(Metrics.ZERO_STEPS, record.zeroSteps()));
        }
        return Messages.get(
                "result.compared",
                ScoreTexts.enumerated(others, Score::meanText),
                OtherScores.of(record).stream()
                                .map(other ->
                                        Messages.get(
                                                "result.other",
                                                ScoreTexts.name(other.score().measure()),
                                                other.score().meanText(),
                                                other.floor().meanText()))
                                .collect(Collectors.joining())
                        + record.learned().map(added -> learned(record, added)).orElse("")
                        + Messages.of(record.protocol()));
    }

    private static String learned(RunRecord record, Gain added) {
        return Messages.get(
                record.startsLabelFree() ? "result.learned.labels" : "result.learned.training",
                ScoreTexts.gain(added));
    }
}
