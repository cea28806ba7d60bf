package innerloop.app.glossary;

import java.io.Serial;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;

/// Somebody asks what a setting is.
public final class Asked extends Event {

    /// The only kind.
    public static final EventType<Asked> ASKED = new EventType<>(Event.ANY, "ASKED");

    @Serial private static final long serialVersionUID = 1;

    private final String field;

    /// @param field the key of the setting
    public Asked(String field) {
        super(ASKED);
        this.field = field;
    }

    /// The key of the setting.
    public String field() {
        return field;
    }

    /// The control it was asked at.
    public Node at() {
        return (Node) getTarget();
    }
}
