package innerloop.app.glossary;

import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What a part of the window is about: the key of a setting, or the id of a page or of an entry.
public final class Topic {

    private static final String KEY = "innerloop.topic";

    private Topic() {}

    /// Says what this node and all in it is about.
    public static void set(Node node, String topic) {
        node.getProperties().put(KEY, topic);
    }

    /// What this node, or the innermost node around it, is about.
    public static Optional<String> of(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getProperties().get(KEY) instanceof String topic) {
                return Optional.of(topic);
            }
        }
        return Optional.empty();
    }
}
