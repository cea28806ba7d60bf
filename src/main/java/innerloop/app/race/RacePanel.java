package innerloop.app.race;

import innerloop.app.Messages;
import innerloop.app.ShownAs;
import innerloop.app.ToolRow;
import innerloop.app.work.WorkPanel;
import innerloop.training.RaceResult;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// The page of the race: its curves over steps, time or bytes.
public final class RacePanel {

    private static final List<Integer> TIMES = List.of(2, 5, 10, 20);

    private final ComboBox<RaceAxis> axis = new ComboBox<>();
    private final CheckBox log = new CheckBox(Messages.get("curves.logX"));
    private final WorkPanel<RaceResult> panel;

    /// @param csv a result as text to take away
    public RacePanel(RaceViewModel model, Function<RaceResult, String> csv) {
        axis.setId("race-axis");
        axis.getItems().setAll(RaceAxis.values());
        axis.setValue(RaceAxis.STEPS);
        axis.setConverter(new ShownAs<>(RaceAxis::title));
        log.setId("race-log-x");
        panel =
                new WorkPanel<>(
                        "race",
                        model,
                        csv,
                        () ->
                                RaceCharts.of(
                                        model.result().get(), axis.getValue(), log.isSelected()),
                        times(model));
        axis.valueProperty().addListener((_, _, _) -> panel.draw());
        log.selectedProperty().addListener((_, _, _) -> panel.draw());
    }

    private static ComboBox<Integer> times(RaceViewModel model) {
        ComboBox<Integer> times = new ComboBox<>();
        times.setId("race-times");
        times.getItems().setAll(TIMES);
        times.setConverter(new ShownAs<>(many -> Messages.get("race.times", many)));
        times.setTooltip(new Tooltip(Messages.get("race.times.why")));
        times.setValue(model.times().get());
        times.valueProperty().addListener((_, _, value) -> model.times().set(value));
        return times;
    }

    /// Chart and words.
    public WorkPanel<RaceResult> panel() {
        return panel;
    }

    /// What the curves are drawn over, for the card's header.
    public Region tools() {
        return new ToolRow(axis, log);
    }
}
