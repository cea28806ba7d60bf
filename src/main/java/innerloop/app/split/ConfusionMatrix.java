package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.colour.Colour;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/// A confusion matrix: a row for each true class, a column for each predicted one, darker the larger its share of the row is;
/// right answers, on the diagonal, in another colour than wrong ones.
final class ConfusionMatrix extends GridPane {

    private static final double WIDTH = 28;
    private static final double HEIGHT = 20;
    private static final double FAINTEST = 0.08;

    ConfusionMatrix() {
        setId("confusion-matrix");
        setHgap(2);
        setVgap(2);
    }

    void show(Optional<WatchedClasses> watched) {
        getChildren().clear();
        watched.filter(classes -> classes.step() >= 0).ifPresent(this::fill);
    }

    private void fill(WatchedClasses watched) {
        List<String> classes = watched.classes();
        for (int c = 0; c < classes.size(); c++) {
            Label row = new Label(classes.get(c));
            row.setMinWidth(Region.USE_PREF_SIZE);
            setHalignment(row, HPos.RIGHT);
            add(row, 0, c + 1);
            Label column = new Label(Integer.toString(c + 1));
            column.setTooltip(new Tooltip(classes.get(c)));
            column.getStyleClass().addAll("dim", "small-text");
            setHalignment(column, HPos.CENTER);
            add(column, c + 2, 0);
            Label number = new Label(Integer.toString(c + 1));
            number.getStyleClass().addAll("dim", "small-text");
            number.setMinWidth(Region.USE_PREF_SIZE);
            add(number, 1, c + 1);
            row(watched, c);
        }
    }

    private void row(WatchedClasses watched, int truth) {
        List<Integer> counts = watched.counts().get(truth);
        int all = counts.stream().mapToInt(Integer::intValue).sum();
        for (int said = 0; said < counts.size(); said++) {
            add(cell(watched.classes(), truth, said, counts.get(said), all), said + 2, truth + 1);
        }
    }

    private static Node cell(List<String> classes, int truth, int said, int count, int all) {
        Rectangle ground = new Rectangle(WIDTH, HEIGHT);
        Colour colour = truth == said ? Colour.RIGHT : Colour.WRONG;
        ground.setStyle("-fx-fill: " + colour.variable());
        double share = all == 0 ? 0 : (double) count / all;
        ground.setOpacity(count == 0 ? 0.03 : FAINTEST + (0.5 - FAINTEST) * share);
        Label number = new Label(count == 0 ? "" : Integer.toString(count));
        number.getStyleClass().add("small-text");
        StackPane cell = new StackPane(ground, number);
        Tooltip.install(
                cell,
                new Tooltip(
                        Messages.get(
                                "episode.confusion.cell",
                                classes.get(truth),
                                classes.get(said),
                                count,
                                String.format(Locale.ROOT, "%.0f", 100 * share))));
        return cell;
    }
}
