package innerloop.scene;

import innerloop.colour.Colour;

/// A vector of the embedding's space, drawn from a node.
///
/// @param node where it begins
/// @param vector read only
/// @param kind what it is
public record VectorArrow(int node, double[] vector, Kind kind) {

    /// What a vector is.
    public enum Kind {
        /// What a neighbour pulls by.
        PULL(Colour.RIGHT, 1.6, false),
        /// What another node pushes by.
        PUSH(Colour.WRONG, 1.6, false),
        /// All pulls and pushes together.
        BOTH(Colour.TEXT, 2.8, false),
        /// From the mean to the sample; as long as it is.
        SAMPLE(Colour.ACCENT, 2.8, true);

        private final Colour colour;
        private final double width;
        private final boolean isAsLong;

        Kind(Colour colour, double width, boolean isAsLong) {
            this.colour = colour;
            this.width = width;
            this.isAsLong = isAsLong;
        }

        /// Its colour.
        public Colour colour() {
            return colour;
        }

        /// Of its line, in pixels.
        double width() {
            return width;
        }

        /// Whether it is drawn as long as it is; otherwise by a factor that it has with others.
        public boolean isAsLong() {
            return isAsLong;
        }
    }
}
