package innerloop.graph.layout;

/// A layout that gets better with every step. Used by one thread.
public interface IncrementalLayout {

    /// Moves every node once.
    ///
    /// @return whether another step is worth while
    boolean step();

    /// How far the layout is, from 0 (start) to 1 (settled or out of steps).
    double progress();

    /// A copy of the positions, x and y of each node in turn, in arbitrary units with y downwards.
    float[] positions();
}
