package innerloop.app;

import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A slider over steps. It is placed where the picture is, and tells apart from that what a person chooses: a value by mouse,
/// or a step back or on by an arrow key.
public final class StepSlider extends Slider {

    private final IntConsumer moved;
    private boolean placing;

    /// @param why what is chosen
    /// @param chosen takes a value
    /// @param moved takes a number of steps, back if negative
    public StepSlider(String id, String why, DoubleConsumer chosen, IntConsumer moved) {
        this.moved = moved;
        setId(id);
        setTooltip(new Tooltip(why));
        setAccessibleText(why);
        HBox.setHgrow(this, Priority.ALWAYS);
        valueProperty()
                .addListener((_, _, value) -> {
                    if (!placing) {
                        chosen.accept(value.doubleValue());
                    }
                });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Sets its position and its number of steps.
    public void place(int step, int last) {
        placing = true;
        setMax(last);
        setValue(step);
        placing = false;
    }

    private void pressed(KeyEvent event) {
        int by =
                switch (event.getCode()) {
                    case LEFT, DOWN -> -1;
                    case RIGHT, UP -> 1;
                    default -> 0;
                };
        if (by != 0) {
            moved.accept(by);
            event.consume();
        }
    }
}
