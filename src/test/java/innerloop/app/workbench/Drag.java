package innerloop.app.workbench;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/// The drag events that the headless platform hands out to nobody.
final class Drag {

    private Drag() {}

    static void fire(EventType<DragEvent> type, Node source, Node target) {
        PickResult pick = new PickResult(target, 0, 0);
        target.fireEvent(
                new DragEvent(
                        source,
                        target,
                        type,
                        null,
                        0,
                        0,
                        0,
                        0,
                        TransferMode.MOVE,
                        source,
                        target,
                        pick));
    }
}
