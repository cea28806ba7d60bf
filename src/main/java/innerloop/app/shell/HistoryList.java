package innerloop.app.shell;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.search.Chooser;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All edits by name, the newest first, to go back or forward to any of them. What is undone stands dimmed above the present.
final class HistoryList {

    private final WorkbenchDocument document;
    private final Chooser<Point> chooser;

    /// Where the document was, is or can be again.
    ///
    /// @param edits how many edits are done there
    /// @param name the last of them
    private record Point(int edits, String name) {}

    HistoryList(WorkbenchDocument document) {
        this.document = document;
        chooser = new Chooser<>("history", Messages.get("history.prompt"), Point::name, this::line);
        // The list is out of date.
        document.experiment().subscribe(_ -> chooser.close());
        document.openings().subscribe(_ -> chooser.close());
    }

    /// Opens it below this node.
    void open(Node beside) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, Messages.get("history.start")));
        document.editNames().forEach(name -> points.add(new Point(points.size(), name)));
        Point present = points.get(document.editsDone());
        chooser.open(beside, points.reversed(), present, chosen -> document.goTo(chosen.edits()));
    }

    private Node line(Point point) {
        StackPane mark = new StackPane();
        mark.setMinWidth(20);
        if (point.edits() == document.editsDone()) {
            mark.getChildren().add(new FontIcon(Feather.CHECK));
        }
        Label name = new Label(point.name());
        if (point.edits() > document.editsDone()) {
            name.getStyleClass().add("dim");
        }
        HBox line = new HBox(8, mark, name);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
