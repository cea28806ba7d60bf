package innerloop.app.outer;

import innerloop.app.Messages;
import innerloop.app.theme.WayDot;
import innerloop.graph.AttributedGraph;
import innerloop.microscope.EpisodeTrace;
import innerloop.microscope.OuterTrace;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// An episode of an outer step. In a low window it says its losses and shows the dots of its classes; all else is in its tip.
final class EpisodeCard extends VBox {

    /// Four beside each other, in a low window.
    private static final double NARROW = 104;

    private static final double DOT = 5;
    private static final double MOST_TIP = 360;

    private final Label name;
    private final Label losses;
    private final Label numbers;
    private final Label angles;
    private final Label solution;
    private final List<String> classes;

    /// @param number counted from 0
    /// @param graph names its classes
    EpisodeCard(int number, OuterTrace trace, AttributedGraph graph) {
        super(2);
        EpisodeTrace each = trace.episodes().get(number);
        Circle dot = new Circle(DOT);
        dot.setStyle("-fx-fill: " + OuterPicture.colour(number).variable());
        name = new Label(Messages.get("outer.episode", number + 1), dot);
        name.getStyleClass().add("small-text");
        name.setMinWidth(Region.USE_PREF_SIZE);
        boolean adapts = trace.plane().through() == OuterTrace.Through.MOVEMENT;
        losses = new Label(OuterTexts.losses(each, adapts));
        losses.getStyleClass().add("small-text");
        numbers = quiet(OuterTexts.numbers(each, adapts));
        angles = quiet(OuterTexts.angles(each));
        solution = quiet(OuterTexts.solution(each));
        classes = each.subject().classes(graph);
        setId("outer-card-" + (number + 1));
        getStyleClass().add("outer-card");
        setFocusTraversable(true);
        setAccessibleText(
                String.join(
                        ", ",
                        name.getText(),
                        losses.getText(),
                        angles.getText(),
                        solution.getText()));
        String why = Messages.get("outer.episode.why");
        Tooltip tip =
                new Tooltip(
                        Messages.get(
                                        "outer.card.why",
                                        why,
                                        String.join(", ", classes),
                                        getAccessibleText())
                                .strip());
        tip.setWrapText(true);
        tip.setMaxWidth(MOST_TIP);
        Tooltip.install(this, tip);
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("small-text", "dim");
        return label;
    }

    /// Lays it out.
    ///
    /// @param low whether the window is low
    /// @param width of a card in a high one
    void lay(boolean low, double width) {
        FlowPane ways = new FlowPane(low ? 4 : 10, 2);
        for (int way = 0; way < classes.size(); way++) {
            ways.getChildren().add(way(way, low));
        }
        if (low) {
            getChildren().setAll(name, numbers, ways);
            setPrefWidth(NARROW);
        } else {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            getChildren().setAll(new HBox(6, name, gap, losses), ways, angles);
            if (!solution.getText().isEmpty()) {
                getChildren().add(solution);
            }
            setPrefWidth(width);
        }
    }

    private Node way(int way, boolean dotAlone) {
        return dotAlone ? new WayDot(way) : named(way);
    }

    private Label named(int way) {
        Label one = quiet(classes.get(way));
        one.setGraphic(new WayDot(way));
        return one;
    }
}
