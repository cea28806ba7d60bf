package innerloop.app.calculus;

/// What the page is about.
public enum About {
    /// The node in focus.
    NODE,
    /// The inner loop of the watched episode, and its derivative.
    INNER_LOOP
}
