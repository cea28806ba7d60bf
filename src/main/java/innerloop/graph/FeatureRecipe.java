package innerloop.graph;

/// How the feature matrix is made from a graph.
///
/// @param kind where the columns come from
/// @param normalize how each row is scaled
public record FeatureRecipe(Kind kind, Normalize normalize) {

    /// Where the columns come from.
    public enum Kind {
        /// The features in the graph's file.
        ATTRIBUTES,
        /// One-hot of the node's degree: 0, 1, 2, … 15, then powers of two.
        DEGREE
    }

    /// How each row is scaled.
    public enum Normalize {
        /// As it is.
        NONE,
        /// Divided by the sum of its absolute values.
        SUM,
        /// Divided by its Euclidean length.
        L2
    }

    /// The file's features with rows of length 1.
    public static FeatureRecipe defaults() {
        return new FeatureRecipe(Kind.ATTRIBUTES, Normalize.L2);
    }
}
