package innerloop.app.run;

import innerloop.app.Messages;
import innerloop.training.Checkpoint;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Goes back and forth through the steps of a run: a slider that stops where something was kept, and a button back to
/// the newest. Not there as long as there is nowhere to go.
public final class RewindBar extends HBox {

    private final Rewind rewind;
    private final Slider slider = new Slider();
    private final Label step = new Label();
    private boolean placing;

    /// For the steps of this run.
    public RewindBar(Rewind rewind) {
        super(8);
        this.rewind = rewind;
        setId("rewind");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("rewind");
        Label name = new Label(Messages.get("rewind.label"));
        name.getStyleClass().add("dim");
        name.setLabelFor(slider);
        name.setMinWidth(Region.USE_PREF_SIZE);
        slider.setId("rewind-step");
        slider.setMin(0);
        slider.setMinWidth(40);
        slider.setTooltip(new Tooltip(Messages.get("rewind.why")));
        slider.setAccessibleText(Messages.get("rewind.why"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().subscribe(value -> choose(value.doubleValue()));
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        step.setId("rewind-text");
        step.getStyleClass().addAll("dim", "numbers");
        step.setMinWidth(Region.USE_PREF_SIZE);
        Button newest = new Button("", new FontIcon(Feather.SKIP_FORWARD));
        newest.setId("rewind-newest");
        newest.getStyleClass().add("flat");
        newest.setTooltip(new Tooltip(Messages.get("rewind.newest")));
        newest.setAccessibleText(Messages.get("rewind.newest"));
        newest.disableProperty().bind(rewind.chosen().isNull());
        newest.setOnAction(_ -> rewind.follow());
        getChildren().addAll(name, slider, step, newest);
        rewind.checkpoints().subscribe(this::place);
        rewind.chosen().subscribe(this::place);
    }

    /// The slider is where the picture is.
    private void place() {
        List<Checkpoint> all = rewind.checkpoints().get();
        setVisible(all.size() > 1);
        setManaged(isVisible());
        if (all.isEmpty()) {
            return;
        }
        int last = all.getLast().step();
        placing = true;
        slider.setMax(last);
        slider.setValue(rewind.step().orElse(last));
        placing = false;
        step.setText(
                Messages.get(
                        rewind.step().isPresent() ? "rewind.back" : "rewind.follows",
                        Integer.toString(rewind.step().orElse(last)),
                        Integer.toString(last)));
    }

    private void choose(double value) {
        if (placing) {
            return;
        }
        if (value >= slider.getMax()) {
            rewind.follow();
        } else {
            rewind.choose(value);
        }
        // A value between two steps stands for the nearer one.
        place();
    }

    /// A press of an arrow is a step to the next that was kept, wherever it is.
    private void pressed(KeyEvent event) {
        int by =
                switch (event.getCode()) {
                    case LEFT, DOWN -> -1;
                    case RIGHT, UP -> 1;
                    default -> 0;
                };
        if (by != 0) {
            rewind.move(by);
            event.consume();
        } else if (event.getCode() == KeyCode.END) {
            rewind.follow();
            event.consume();
        }
    }
}
