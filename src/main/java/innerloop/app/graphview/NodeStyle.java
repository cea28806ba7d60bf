package innerloop.app.graphview;

/// The meaning of colour, size and darkness on the graph canvas.
///
/// @param colour what the colour of a node says
/// @param colourBy the attribute it says, for [ColourMode#ATTRIBUTE]
/// @param sizeBy the attribute the size of a node says; empty for one size
/// @param edges what the darkness of an edge says
public record NodeStyle(ColourMode colour, String colourBy, String sizeBy, EdgeMode edges) {

    /// Classes, one size.
    public static final NodeStyle PLAIN =
            new NodeStyle(ColourMode.CLASS, "degree", "", EdgeMode.WEIGHT);

    /// Colours and sizes by these attributes.
    public NodeStyle attributes(String newColourBy, String newSizeBy) {
        return new NodeStyle(ColourMode.ATTRIBUTE, newColourBy, newSizeBy, edges);
    }

    /// Whether anything of it says what a learner says.
    boolean ofLearner() {
        return colour.ofLearner() || colour == ColourMode.ATTENTION || edges == EdgeMode.ATTENTION;
    }

    NodeStyle withColour(ColourMode mode) {
        return new NodeStyle(mode, colourBy, sizeBy, edges);
    }

    NodeStyle withColourBy(String attribute) {
        return new NodeStyle(ColourMode.ATTRIBUTE, attribute, sizeBy, edges);
    }

    NodeStyle withSizeBy(String attribute) {
        return new NodeStyle(colour, colourBy, attribute, edges);
    }

    NodeStyle withEdges(EdgeMode shown) {
        return new NodeStyle(colour, colourBy, sizeBy, shown);
    }
}
