package innerloop.app.graphview;

import innerloop.app.Messages;

/// What the darkness of an edge says.
public enum EdgeMode {
    /// Nothing.
    SAME,
    /// Its weight, where weights differ.
    WEIGHT,
    /// How much its nodes listen to each other in the first layer of an attention network.
    ATTENTION;

    /// What the menu calls it.
    String title() {
        return Messages.get("canvas.edges." + name());
    }
}
