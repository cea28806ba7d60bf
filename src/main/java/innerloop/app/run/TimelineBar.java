package innerloop.app.run;

import innerloop.app.Messages;
import innerloop.app.StepSlider;
import innerloop.training.Checkpoint;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The [Timeline] as a slider that stops at the checkpoints, with a button back to the newest. It is hidden while there is
/// nothing to choose from.
public final class TimelineBar extends HBox {

    private final Timeline timeline;
    private final StepSlider slider;
    private final Label step = new Label();

    /// For the steps of this run.
    public TimelineBar(Timeline timeline) {
        super(8);
        this.timeline = timeline;
        setId("timeline");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("timeline");
        // An arrow goes to the next step that was kept, wherever it is.
        slider =
                new StepSlider(
                        "timeline-step",
                        Messages.get("timeline.why"),
                        this::choose,
                        timeline::move);
        Label name = new Label(Messages.get("timeline.label"));
        name.getStyleClass().add("dim");
        name.setLabelFor(slider);
        name.setMinWidth(Region.USE_PREF_SIZE);
        slider.setMinWidth(40);
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        step.setId("timeline-text");
        step.getStyleClass().addAll("dim", "numbers");
        step.setMinWidth(Region.USE_PREF_SIZE);
        Button newest = new Button("", new FontIcon(Feather.SKIP_FORWARD));
        newest.setId("timeline-newest");
        newest.getStyleClass().add("flat");
        newest.setTooltip(new Tooltip(Messages.get("timeline.newest")));
        newest.setAccessibleText(Messages.get("timeline.newest"));
        newest.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> timeline.step().isEmpty(), timeline.chosen()));
        newest.setOnAction(_ -> timeline.follow());
        getChildren().addAll(name, slider, step, newest);
        timeline.checkpoints().subscribe(this::place);
        timeline.chosen().subscribe(this::place);
        place();
    }

    /// The slider is where the picture is.
    private void place() {
        List<Checkpoint> all = timeline.checkpoints().get();
        setVisible(all.size() > 1);
        setManaged(isVisible());
        if (all.isEmpty()) {
            return;
        }
        int last = all.getLast().step();
        slider.place(timeline.step().orElse(last), last);
        step.setText(
                Messages.get(
                        timeline.step().isPresent() ? "timeline.back" : "timeline.follows",
                        Integer.toString(timeline.step().orElse(last)),
                        Integer.toString(last)));
    }

    private void choose(double value) {
        if (value >= slider.getMax()) {
            timeline.follow();
        } else {
            timeline.choose(value);
        }
        // A value between two steps stands for the nearer one.
        place();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.END) {
            timeline.follow();
            event.consume();
        }
    }
}
