package innerloop.app.shell;

import innerloop.app.Messages;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The bottom line: speed, state, memory, what is known of the meta-gradient; at the right protocol and score.
final class StatusLine extends HBox {

    private static final double LEAST_MESSAGE = 160;

    StatusLine(RunStatusModel status, Region badge) {
        setId("status-line");
        getStyleClass().add("status-line");
        Label speed = label("status-speed");
        speed.textProperty()
                .bind(
                        status.stepsPerSecond()
                                .map(rate ->
                                        rate.doubleValue() > 0
                                                ? Messages.get(
                                                        "status.speed",
                                                        speedText(rate.doubleValue()))
                                                : ""));
        speed.managedProperty().bind(speed.textProperty().isNotEmpty());
        Label state = label("status-state");
        state.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> {
                                    String text =
                                            Messages.get("status.state." + status.state().get());
                                    String message = status.message().get();
                                    return Messages.get(
                                            "status.trainer",
                                            message.isEmpty() ? text : text + ", " + message);
                                },
                                status.state(),
                                status.message()));
        // A message can be longer than the window is wide; a state alone never is.
        state.minWidthProperty()
                .bind(
                        Bindings.when(status.message().isEmpty())
                                .then(Region.USE_PREF_SIZE)
                                .otherwise(LEAST_MESSAGE));
        state.setTooltip(tip(state.textProperty()));
        Label heap = label("status-heap");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label score = label("status-score");
        score.setMinWidth(0);
        score.textProperty().bind(status.score());
        score.setTooltip(tip(status.score()));
        getChildren().addAll(speed, state, heap, badge, gap, score);
        Runnable measure = () -> heap.setText(heapText());
        measure.run();
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> measure.run()));
        clock.setCycleCount(Animation.INDEFINITE);
        // The clock runs only while the line is in a window, or it would keep a closed window
        // alive.
        sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        clock.stop();
                    } else {
                        clock.play();
                    }
                });
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// The whole text of a label that may be cut off.
    private static Tooltip tip(ReadOnlyStringProperty text) {
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(500);
        tip.textProperty().bind(text);
        return tip;
    }

    private static String speedText(double rate) {
        return rate >= 10 ? Long.toString(Math.round(rate)) : "%.1f".formatted(rate);
    }

    private static String heapText() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return Messages.get("status.heap", used >> 20);
    }
}
