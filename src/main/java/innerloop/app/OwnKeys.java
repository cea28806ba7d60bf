package innerloop.app;

import java.util.Set;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Commands whose keys a control means for itself while it has the focus, such as Ctrl+A in a table.
public final class OwnKeys {

    private static final String KEY = "innerloop.own-keys";

    private OwnKeys() {}

    /// Leaves the keys of these commands, and of no others, to this control.
    public static void leave(Node control, Set<String> commands) {
        control.getProperties().put(KEY, commands);
    }

    /// Whether the keys of a command are left to the control with the focus.
    public static boolean areLeft(@Nullable Node focus, String command) {
        return focus != null
                && focus.getProperties().get(KEY) instanceof Set<?> commands
                && commands.contains(command);
    }
}
