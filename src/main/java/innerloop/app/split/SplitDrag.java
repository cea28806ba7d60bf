package innerloop.app.split;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Dragging the name of a class, region or member graph onto a lane.
public final class SplitDrag {

    private static final String CARRIED = SplitDrag.class.getName();

    private SplitDrag() {}

    /// Says what a control carries when it is dragged.
    public static void carry(Node source, String name) {
        source.getProperties().put(CARRIED, name);
    }

    /// Begins to drag what a control carries; call in its drag-detected handler.
    ///
    /// @param picture under the pointer
    public static void begin(Node source, Image picture) {
        ClipboardContent content = new ClipboardContent();
        content.putString(String.valueOf(source.getProperties().get(CARRIED)));
        Dragboard board = source.startDragAndDrop(TransferMode.MOVE);
        board.setContent(content);
        board.setDragView(picture);
    }

    /// What is being dragged; empty if it is nothing for a lane.
    static Optional<String> carried(DragEvent event) {
        return event.getGestureSource() instanceof Node source
                        && source.getProperties().get(CARRIED) instanceof String name
                ? Optional.of(name)
                : Optional.empty();
    }
}
