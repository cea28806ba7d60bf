package innerloop.scene;

/// Layers that an embedding can show besides its nodes.
public enum EmbeddingLayer {
    /// A star at the mean of each class's support nodes.
    PROTOTYPES,
    /// A line around most nodes of each class.
    HULLS,
    /// The ground in the colour of the class that the nodes near each place are predicted to have.
    REGIONS,
    /// What a loss of edges does to the node whose calculus is shown ([VectorArrow]).
    FORCES;

    /// Whether it is meaningful for these nodes: class means and vectors of t-SNE positions are not, and a background cannot be shown in 3D.
    public boolean isFor(EmbeddedNodes nodes) {
        return switch (this) {
            case PROTOTYPES, FORCES -> nodes.linear();
            case HULLS -> true;
            case REGIONS -> nodes.dimensions() == 2;
        };
    }
}
