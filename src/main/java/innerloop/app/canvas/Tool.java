package innerloop.app.canvas;

import innerloop.app.Messages;
import javafx.scene.input.KeyCode;

/// The effect of dragging on a canvas.
public enum Tool {
    /// Moves the picture. With Shift or Alt it is [#RECTANGLE].
    PAN(KeyCode.V),
    /// Selects the nodes in a rectangle.
    RECTANGLE(KeyCode.R),
    /// Selects the nodes inside a line drawn around them.
    LASSO(KeyCode.L),
    /// Adds the nodes the pointer passes over.
    BRUSH(KeyCode.B),
    /// Paints nodes of an episode's support set.
    SUPPORT(KeyCode.S),
    /// Paints nodes of its query set.
    QUERY(KeyCode.Q),
    /// Takes nodes out of the painted episode.
    ERASER(KeyCode.E);

    private final KeyCode key;

    Tool(KeyCode key) {
        this.key = key;
    }

    /// The key that chooses it while a canvas has the focus.
    public KeyCode key() {
        return key;
    }

    /// Whether it paints an episode instead of selecting.
    public boolean paints() {
        return this == SUPPORT || this == QUERY || this == ERASER;
    }

    /// Its name for people.
    public String title() {
        return Messages.get("canvas.tool." + name());
    }
}
