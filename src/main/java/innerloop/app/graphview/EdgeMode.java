package innerloop.app.graphview;

import innerloop.app.Messages;

/// The meaning of an edge's darkness.
public enum EdgeMode {
    /// Nothing.
    SAME,
    /// Its weight, where weights differ.
    WEIGHT,
    /// How much its nodes listen to each other in the first layer of an attention network.
    ATTENTION;

    /// Its name in the menu.
    String title() {
        return Messages.get("canvas.edges." + name());
    }
}
