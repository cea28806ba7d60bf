package innerloop.app.bench;

import javafx.scene.layout.Region;

/// A picture of a graph that a hand can move. Used on the JavaFX thread.
interface Picture {

    /// The node that is shown in the window.
    Region view();

    /// Back to where the gesture begins.
    void reset();

    /// Moves to the position of the gesture at this time, in seconds; called once per frame.
    ///
    /// @return the number of the drawing that will show it
    long move(double seconds);

    /// How many drawings were made so far.
    long drawn();
}
