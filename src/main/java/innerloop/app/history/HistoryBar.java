package innerloop.app.history;

import innerloop.app.Messages;
import innerloop.app.ShownAs;
import innerloop.app.StepSlider;
import innerloop.graph.AttributedGraph;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The history of the open graph as a slider over its steps, with buttons that play it and go step by step. It is hidden while
/// there is none.
public final class HistoryBar extends HBox {

    private final HistoryPlayer player;
    private final StepSlider slider;
    private final Label text = new Label();
    private final Label name = new Label(Messages.get("history.label"));
    private final ComboBox<Integer> speeds;
    private final Button play;
    private final Timeline clock = new Timeline();

    /// For this player.
    public HistoryBar(HistoryPlayer player) {
        super(4);
        this.player = player;
        setId("history");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("timeline");
        slider =
                new StepSlider(
                        "history-step", Messages.get("history.why"), this::choose, player::move);
        name.getStyleClass().add("dim");
        name.setLabelFor(slider);
        name.setMinWidth(Region.USE_PREF_SIZE);
        play = button("play", Feather.PLAY, player::playOrPause);
        slider.setMin(1);
        slider.setMinWidth(60);
        slider.setPrefWidth(200);
        slider.setBlockIncrement(1);
        text.setId("history-text");
        text.getStyleClass().addAll("dim", "numbers");
        text.setMinWidth(Region.USE_PREF_SIZE);
        speeds = speeds();
        setMinWidth(0);
        getChildren()
                .addAll(
                        name,
                        button("back", Feather.SKIP_BACK, () -> player.move(-1)),
                        play,
                        button("on", Feather.SKIP_FORWARD, () -> player.move(1)),
                        slider,
                        text,
                        speeds);
        player.steps().subscribe(this::place);
        player.step().subscribe(this::place);
        player.seen().subscribe(_ -> place());
        player.playing().subscribe(this::follow);
        player.speed().subscribe(_ -> follow());
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /// In a narrow card the name gives way first, then the speed.
    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        show(speeds, needed(speeds) <= room);
        show(name, speeds.isVisible() && needed(speeds, name) <= room);
        super.layoutChildren();
    }

    private static void show(Node part, boolean on) {
        part.setVisible(on);
        part.setManaged(on);
    }

    /// The width of what always stays and of some parts.
    private double needed(Node... parts) {
        List<Node> some = List.of(parts);
        List<Node> dispensable = List.of(name, speeds);
        return getChildren().stream()
                .filter(each -> some.contains(each) || !dispensable.contains(each))
                .mapToDouble(each -> each.minWidth(-1) + getSpacing())
                .sum();
    }

    private static Button button(String id, Feather icon, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId("history-" + id);
        button.getStyleClass().add("flat");
        describe(button, id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void describe(Button button, String id) {
        button.setTooltip(new Tooltip(Messages.get("history." + id)));
        button.setAccessibleText(Messages.get("history." + id));
    }

    private ComboBox<Integer> speeds() {
        ComboBox<Integer> speeds = new ComboBox<>();
        speeds.setId("history-speed");
        speeds.getStyleClass().add("quiet");
        speeds.setMinWidth(Region.USE_PREF_SIZE);
        speeds.getItems().setAll(HistoryPlayer.SPEEDS);
        speeds.setConverter(new ShownAs<>(speed -> Messages.get("history.speed", speed)));
        speeds.setTooltip(new Tooltip(Messages.get("history.speed.why")));
        speeds.setAccessibleText(Messages.get("history.speed.why"));
        player.speed().subscribe(speed -> speeds.setValue(speed.intValue()));
        speeds.valueProperty().addListener((_, _, chosen) -> player.speed().set(chosen));
        return speeds;
    }

    /// The clock ticks only while something plays.
    private void follow() {
        boolean on = player.playing().get();
        play.setGraphic(new FontIcon(on ? Feather.PAUSE : Feather.PLAY));
        describe(play, on ? "pause" : "play");
        clock.stop();
        clock.getKeyFrames()
                .setAll(
                        new KeyFrame(
                                Duration.seconds(1.0 / player.speed().get()), _ -> player.tick()));
        if (on) {
            clock.playFromStart();
        }
    }

    /// The slider is where the picture is.
    private void place() {
        int all = player.steps().get();
        setVisible(all > 0);
        setManaged(isVisible());
        if (all == 0) {
            return;
        }
        slider.place(player.step().get(), all);
        text.setText(said(player.seen().get()));
    }

    private String said(@Nullable AttributedGraph seen) {
        int at = player.step().get();
        int all = player.steps().get();
        return at == player.until().get()
                ? Messages.get("history.trained", at, all)
                : Messages.get("history.at", at, all, seen == null ? 0 : seen.nodesPresent());
    }

    private void choose(double value) {
        player.pause();
        player.go((int) Math.round(value));
        // A value between two steps stands for the nearer one.
        place();
    }
}
