package innerloop.app.run;

import innerloop.app.Messages;
import innerloop.app.StepSlider;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One clock of the time line: its name, a button that plays it, a slider, where it stands, and the way back to its end.
final class ClockBar extends HBox {

    /// Slow enough to see what changes from step to step.
    private static final Duration BEAT = Duration.millis(400);

    private final String id;
    private final StepSlider slider;
    private final Label text = new Label();
    private final Button play = button(Feather.PLAY);
    private final Button end = button(Feather.SKIP_FORWARD);
    private final Timeline beats = new Timeline();

    /// @param id begins the ids of its parts and the keys of its texts
    /// @param chosen takes a value of the slider
    /// @param moved takes a number of steps, back if negative
    /// @param follow goes to the end and stays there
    /// @param next goes one step on and says whether there are more
    ClockBar(
            String id,
            DoubleConsumer chosen,
            IntConsumer moved,
            Runnable follow,
            BooleanSupplier next) {
        super(8);
        this.id = id;
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(this, Priority.ALWAYS);
        slider = new StepSlider(id + "-step", Messages.get(id + ".why"), chosen, moved);
        slider.setMinWidth(40);
        slider.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.END) {
                        follow.run();
                        event.consume();
                    }
                });
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pause());
        Label name = new Label(Messages.get(id + ".label"));
        name.getStyleClass().add("dim");
        name.setLabelFor(slider);
        name.setMinWidth(Region.USE_PREF_SIZE);
        text.setId(id + "-text");
        text.getStyleClass().addAll("dim", "numbers");
        text.setMinWidth(Region.USE_PREF_SIZE);
        play.setId(id + "-play");
        play.setOnAction(_ -> playOrPause());
        end.setId(id + "-newest");
        describe(end, ".newest");
        end.setOnAction(_ -> {
            pause();
            follow.run();
        });
        beats.setCycleCount(Animation.INDEFINITE);
        beats.getKeyFrames()
                .setAll(
                        new KeyFrame(
                                BEAT,
                                _ -> {
                                    if (!next.getAsBoolean()) {
                                        pause();
                                    }
                                }));
        beats.statusProperty().subscribe(this::showPlaying);
        getChildren().addAll(name, play, slider, text, end);
        managedProperty().bind(visibleProperty());
    }

    private static Button button(Feather icon) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().add("flat");
        return button;
    }

    private void describe(Button button, String key) {
        button.setTooltip(new Tooltip(Messages.get(id + key)));
        button.setAccessibleText(Messages.get(id + key));
    }

    private void playOrPause() {
        if (beats.getStatus() == Animation.Status.RUNNING) {
            pause();
        } else {
            beats.playFromStart();
        }
    }

    private void pause() {
        beats.stop();
    }

    private void showPlaying() {
        boolean on = beats.getStatus() == Animation.Status.RUNNING;
        play.setGraphic(new FontIcon(on ? Feather.PAUSE : Feather.PLAY));
        describe(play, on ? ".pause" : ".play");
    }

    /// Puts the slider where the picture is.
    ///
    /// @param last its highest step; 0 if there is nowhere to go
    /// @param back whether it stands elsewhere than at its end
    void place(int step, int last, boolean back) {
        setVisible(last > 0);
        if (last == 0) {
            pause();
        }
        slider.place(step, Math.max(1, last));
        end.setDisable(!back);
    }

    /// Says where it stands.
    void say(String where) {
        text.setText(where);
    }

    /// The highest step of the slider.
    double last() {
        return slider.getMax();
    }
}
