package innerloop.app.graphview;

/// What colour, size and darkness mean on the graph canvas.
///
/// @param colour what the colour of a node says
/// @param colourBy the attribute it says, for [ColourMode#ATTRIBUTE]
/// @param sizeBy the attribute the size of a node says; empty for one size
/// @param weights whether edges with more weight are darker
public record NodeStyle(ColourMode colour, String colourBy, String sizeBy, boolean weights) {

    /// Classes, one size.
    public static final NodeStyle PLAIN = new NodeStyle(ColourMode.CLASS, "degree", "", true);

    /// Colours and sizes by these attributes.
    public NodeStyle attributes(String newColourBy, String newSizeBy) {
        return new NodeStyle(ColourMode.ATTRIBUTE, newColourBy, newSizeBy, weights);
    }

    NodeStyle withColour(ColourMode mode) {
        return new NodeStyle(mode, colourBy, sizeBy, weights);
    }

    NodeStyle withColourBy(String attribute) {
        return new NodeStyle(ColourMode.ATTRIBUTE, attribute, sizeBy, weights);
    }

    NodeStyle withSizeBy(String attribute) {
        return new NodeStyle(colour, colourBy, attribute, weights);
    }

    NodeStyle withWeights(boolean shown) {
        return new NodeStyle(colour, colourBy, sizeBy, shown);
    }
}
