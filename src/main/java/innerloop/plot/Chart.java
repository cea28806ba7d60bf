package innerloop.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture of curves over steps, described but not yet drawn.
///
/// It is a value: the `with…` methods give changed copies. Only the series it refers to may grow;
/// every [#layout] reads them anew.
///
/// @param title a short name of what is shown
/// @param x how the steps are laid out
/// @param yRange which values the y axis shows
/// @param logY whether the y axis is logarithmic; values of zero and less are then left out
/// @param curves what is shown, later ones over earlier ones
/// @param guides lines that are not curves
/// @param emptySentence what is said as long as nothing was measured
/// @param note a sentence to be read with the curves, blank for none
public record Chart(
        String title,
        StepAxis x,
        YRange yRange,
        boolean logY,
        List<Curve> curves,
        List<Guide> guides,
        String emptySentence,
        String note) {
    /// Keeps copies of the lists.
    public Chart {
        curves = List.copyOf(curves);
        guides = List.copyOf(guides);
    }

    /// A chart over steps, without curves.
    public static Chart of(String title) {
        return new Chart(title, StepAxis.PLAIN, YRange.auto(), false, List.of(), List.of(), "", "");
    }

    /// The same chart over another unit.
    public Chart over(String unit) {
        return with(x.withLabel(unit));
    }

    /// The same chart with an x axis that reaches at least this step.
    public Chart until(double step) {
        return with(x.until(step));
    }

    /// The same chart with a logarithmic (or linear) x axis.
    public Chart withLogX(boolean log) {
        return with(x.withLog(log));
    }

    /// The same chart over these steps only; null for all.
    public Chart within(@Nullable StepWindow window) {
        return with(x.within(window));
    }

    private Chart with(StepAxis axis) {
        return new Chart(title, axis, yRange, logY, curves, guides, emptySentence, note);
    }

    /// The same chart with another rule for its y axis.
    public Chart withRange(YRange range) {
        return new Chart(title, x, range, logY, curves, guides, emptySentence, note);
    }

    /// The same chart with a logarithmic (or linear) y axis.
    public Chart withLogY(boolean log) {
        return new Chart(title, x, yRange, log, curves, guides, emptySentence, note);
    }

    /// The same chart with one more curve.
    public Chart with(Curve curve) {
        List<Curve> more = new ArrayList<>(curves);
        more.add(curve);
        return withCurves(more);
    }

    /// The same chart with other curves.
    public Chart withCurves(List<Curve> others) {
        return new Chart(title, x, yRange, logY, others, guides, emptySentence, note);
    }

    /// The same chart with one more guide. A cursor takes the place of an earlier cursor.
    public Chart with(Guide guide) {
        List<Guide> more = new ArrayList<>(guides);
        if (guide instanceof Guide.Cursor) {
            more.removeIf(Guide.Cursor.class::isInstance);
        }
        more.add(guide);
        return withGuides(more);
    }

    /// The same chart with other guides.
    public Chart withGuides(List<Guide> others) {
        return new Chart(title, x, yRange, logY, curves, others, emptySentence, note);
    }

    /// The same chart with a sentence for the time before the first measurement.
    public Chart whenEmpty(String sentence) {
        return new Chart(title, x, yRange, logY, curves, guides, sentence, note);
    }

    /// The same chart with a sentence that is to be read with the curves.
    public Chart noting(String sentence) {
        return new Chart(title, x, yRange, logY, curves, guides, emptySentence, sentence);
    }

    /// Draws the series as they are now.
    ///
    /// @param width px
    /// @param height px
    /// @param measure of the font the marks will be painted in
    public Plot layout(double width, double height, TextMeasure measure) {
        return Plot.of(this, width, height, measure, true);
    }

    /// The same without names at the ends of its curves, for a chart beside a legend.
    public Plot layoutUnnamed(double width, double height, TextMeasure measure) {
        return Plot.of(this, width, height, measure, false);
    }

    /// The marks of a layout with approximate text widths.
    ///
    /// @param width px
    /// @param height px
    public List<Mark> marks(double width, double height) {
        return layout(width, height, TextMeasure.approximate()).marks();
    }
}
