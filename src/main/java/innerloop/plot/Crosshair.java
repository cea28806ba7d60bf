package innerloop.plot;

import innerloop.colour.Colour;
import java.util.ArrayList;
import java.util.List;

/// The measurements under a pixel of a [Plot]: the nearest step at which something was measured, and
/// what each curve says there.
///
/// @param step the step
/// @param x where it is, px
/// @param readings one for every curve that is not empty, in the chart's order
/// @param frame the frame of the plot
public record Crosshair(double step, double x, List<Reading> readings, Frame frame) {
    /// One curve near a step.
    ///
    /// @param label the curve's label
    /// @param colour the curve's colour
    /// @param step the curve's own nearest step; not every curve is measured at every step
    /// @param value what was measured there; may be NaN
    /// @param smoothed what the curve shows there
    /// @param half half the width of its band there; NaN without one
    /// @param x where that is, px
    /// @param y where that is, px; NaN if the value has no place on the axis
    public record Reading(
            String label,
            Colour colour,
            double step,
            double value,
            double smoothed,
            double half,
            double x,
            double y) {}

    /// Keeps a copy of the list.
    public Crosshair {
        readings = List.copyOf(readings);
    }

    /// A thin vertical line and a disc on every curve, to be painted over the plot.
    public List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        double at = Math.floor(x) + 0.5;
        marks.add(
                new Mark.Line(
                        at,
                        frame.top(),
                        at,
                        frame.bottom(),
                        Stroke.of(Colour.MUTED, 1).withOpacity(0.7)));
        for (Reading reading : readings) {
            if (frame.contains(reading.x(), reading.y())) {
                marks.addAll(disc(reading.x(), reading.y(), reading.colour()));
            }
        }
        return List.copyOf(marks);
    }

    /// A disc set off from the curve it lies on.
    static List<Mark> disc(double x, double y, Colour colour) {
        return List.of(
                new Mark.Symbol(Mark.Shape.DISC, x, y, 4.5, Fill.of(Colour.PANEL)),
                new Mark.Symbol(Mark.Shape.DISC, x, y, 3, Fill.of(colour)));
    }
}
