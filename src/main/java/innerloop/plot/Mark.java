package innerloop.plot;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.util.List;

/// One thing to paint. Coordinates are px from the top left corner, y down. A list of marks is
/// painted in its order, later ones over earlier ones.
public sealed interface Mark {
    /// A straight line.
    ///
    /// @param x1 start, px
    /// @param y1 start, px
    /// @param x2 end, px
    /// @param y2 end, px
    /// @param stroke how it is drawn
    record Line(double x1, double y1, double x2, double y2, Stroke stroke) implements Mark {}

    /// Straight lines from point to point, interrupted at breaks. A point alone between breaks is a
    /// dot as wide as the line.
    ///
    /// @param points where it goes
    /// @param stroke how it is drawn
    record Polyline(Points points, Stroke stroke) implements Mark {}

    /// The band between two polylines, closed at both ends; neither has breaks.
    ///
    /// @param upper one border
    /// @param lower the other border
    /// @param fill how it is filled
    record Area(Points upper, Points lower, Fill fill) implements Mark {}

    /// One line of text.
    ///
    /// @param text what it says
    /// @param x where the anchor is, px
    /// @param baseline y of the baseline, px
    /// @param anchor which part of the text is at x
    /// @param size font size, px
    /// @param weight how heavy
    /// @param colour its colour; see [Theme#textColour(Colour)]
    /// @param halo whether a rim of the panel's colour sets it off from what it covers
    record Text(
            String text,
            double x,
            double baseline,
            Anchor anchor,
            double size,
            Weight weight,
            Colour colour,
            boolean halo)
            implements Mark {}

    /// A small shape at a place.
    ///
    /// @param shape which
    /// @param x its centre, px
    /// @param y its centre, px
    /// @param radius of the circle it fits in, px
    /// @param fill how it is filled
    record Symbol(Shape shape, double x, double y, double radius, Fill fill) implements Mark {
        /// The corners of this symbol; none for a disc.
        public Points corners() {
            double half = radius * Math.sqrt(0.5);
            double wide = radius * Math.sqrt(0.75);
            return switch (shape) {
                case DISC -> Points.xy();
                case SQUARE ->
                        Points.xy(
                                x - half, y - half, x + half, y - half, x + half, y + half,
                                x - half, y + half);
                case TRIANGLE ->
                        Points.xy(
                                x, y - radius, x + wide, y + radius / 2, x - wide, y + radius / 2);
            };
        }
    }

    /// A filled rectangle.
    ///
    /// @param x left, px
    /// @param y top, px
    /// @param width in px
    /// @param height in px
    /// @param fill how it is filled
    record Rectangle(double x, double y, double width, double height, Fill fill) implements Mark {}

    /// A rectangle of cells of one size, each with the colour that the scale of numbers has at its share ([Theme#ramp]).
    ///
    /// @param x left, px
    /// @param y top, px
    /// @param width in px
    /// @param height in px
    /// @param columns cells in a row
    /// @param shares 0 to 1, row after row from the top; NaN if unknown; read only
    record Cells(double x, double y, double width, double height, int columns, double[] shares)
            implements Mark {
        /// How many rows there are.
        public int rows() {
            return shares.length / columns;
        }
    }

    /// Marks that are seen only inside a rectangle.
    ///
    /// @param x left, px
    /// @param y top, px
    /// @param width in px
    /// @param height in px
    /// @param marks what is painted
    record Clip(double x, double y, double width, double height, List<Mark> marks) implements Mark {
        /// Keeps a copy of the list.
        public Clip {
            marks = List.copyOf(marks);
        }
    }

    /// Marks moved together, so that charts can stand side by side.
    ///
    /// @param dx to the right, px
    /// @param dy down, px
    /// @param marks what is moved
    record Shift(double dx, double dy, List<Mark> marks) implements Mark {
        /// Keeps a copy of the list.
        public Shift {
            marks = List.copyOf(marks);
        }
    }

    /// Which part of a text is at its x.
    enum Anchor {
        /// The left end.
        START,
        /// The middle.
        MIDDLE,
        /// The right end.
        END
    }

    /// How heavy a text is.
    enum Weight {
        /// 400.
        REGULAR(400),
        /// 600, for titles.
        SEMIBOLD(600);

        private final int css;

        Weight(int css) {
            this.css = css;
        }

        /// The weight as CSS and OpenType count it.
        public int css() {
            return css;
        }
    }

    /// The form of a [Symbol].
    enum Shape {
        /// A filled circle.
        DISC,
        /// A square standing on a side.
        SQUARE,
        /// A triangle pointing up.
        TRIANGLE
    }
}
