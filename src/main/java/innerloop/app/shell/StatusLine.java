package innerloop.app.shell;

import innerloop.app.Fonts;
import innerloop.app.Messages;
import innerloop.app.run.RunStatusModel;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Window;
import javafx.util.Duration;

/// The bottom line: state, speed, memory, what is known of the meta-gradient, what the trainer has to say.
final class StatusLine extends HBox {

    private static final double FONT = 12;

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
        reserve(speed, Messages.get("status.speed", "0000"));
        Label state = label("status-state");
        state.textProperty()
                .bind(
                        status.state()
                                .map(now ->
                                        Messages.get(
                                                "status.trainer",
                                                Messages.get("status.state." + now))));
        Label message = label("status-message");
        giveWay(message, status.message());
        Label heap = label("status-heap");
        reserve(heap, Messages.get("status.heap", 10_000));
        getChildren().addAll(state, speed, heap, badge, message);
        Runnable measure = () -> heap.setText(heapText());
        measure.run();
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> measure.run()));
        clock.setCycleCount(Animation.INDEFINITE);
        // The clock runs only while the line is in an open window, or it would keep a closed one
        // alive.
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(showing -> {
                    if (showing) {
                        clock.play();
                    } else {
                        clock.stop();
                    }
                });
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Gives a number that changes the room of a long one, so that what follows does not move.
    private static void reserve(Label label, String longest) {
        Text measured = new Text(longest);
        measured.setFont(Font.font(Fonts.text(), FONT));
        label.setMinWidth(Math.ceil(measured.getLayoutBounds().getWidth()));
    }

    /// A long text must not make the window wider: it is cut off, and pointing at it shows all of it.
    private static void giveWay(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        label.setMinWidth(0);
        label.visibleProperty().bind(text.map(t -> !t.isEmpty()));
        label.managedProperty().bind(label.visibleProperty());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(text);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        label.setTooltip(tip);
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
