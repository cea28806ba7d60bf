package innerloop.app.glossary;

import innerloop.app.Messages;
import innerloop.app.SharpCanvas;
import innerloop.lesson.GlossaryEntry;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import org.controlsfx.control.PopOver;

/// An entry in short beside the control that was asked about. It stays until a click elsewhere.
public final class EntryPopOver {

    private static final double WIDTH = 340;

    private EntryPopOver() {}

    /// Shows it.
    ///
    /// @param at the control
    /// @param field the key of the setting that is asked about
    /// @param more is told the id of the entry to open
    public static void show(Node at, GlossaryEntry entry, String field, Consumer<String> more) {
        PopOver popOver = new PopOver();
        popOver.getStyleClass().add("entry-pop-over");
        Consumer<String> open =
                id -> {
                    popOver.hide();
                    more.accept(id);
                };
        Hyperlink link = new Hyperlink(Messages.get("glossary.more"));
        link.setId("glossary-more");
        link.setOnAction(_ -> open.accept(entry.id()));
        VBox content = EntryView.brief(entry, field, open);
        content.setId("glossary-brief");
        content.getChildren().add(link);
        content.setPadding(new Insets(12, 14, 10, 14));
        content.setPrefWidth(WIDTH);
        content.setMaxWidth(WIDTH);
        double scale = SharpCanvas.enlargementOf(at).getValue();
        content.getTransforms().add(new Scale(scale, scale));
        popOver.setContentNode(new Group(content));
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        popOver.setAnimated(false);
        popOver.show(at, 2);
    }
}
