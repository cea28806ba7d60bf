package innerloop.app.calculus;

/// What the page is about.
public enum About {
    /// The node in focus.
    NODE,
    /// The edge from another node to the node in focus; where pairs are asked about, the pair of both.
    EDGE,
    /// The member graph of the node in focus.
    GRAPH,
    /// The inner loop of the watched episode, and its derivative.
    INNER_LOOP
}
