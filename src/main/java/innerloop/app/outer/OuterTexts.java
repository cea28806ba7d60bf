package innerloop.app.outer;

import innerloop.app.Messages;
import innerloop.microscope.EpisodeTrace;
import innerloop.microscope.OuterTrace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// The sentences in which the page tells an outer step.
final class OuterTexts {

    private static final int DIGITS = 2;

    private OuterTexts() {}

    static String title(OuterTrace trace) {
        return Messages.get(
                "outer.title",
                Integer.toString(trace.step() + 1),
                trace.drawn(),
                trace.episodes().size());
    }

    /// How much the plane shows.
    static String plane(OuterTrace trace) {
        return Messages.get(
                "outer.plane." + trace.plane().through(),
                trace.plane().share(),
                trace.mean().share());
    }

    /// How much the episodes agree, and what becomes of their mean.
    static String sentence(OuterTrace trace) {
        String agree = Messages.get("outer.agree." + pull(trace), trace.agreement());
        String move =
                trace.move()
                        .map(arrow ->
                                arrow.length() == 0
                                        ? Messages.get("outer.move.none")
                                        : Messages.get(
                                                "outer.move",
                                                cosine(trace.moveWithMean()),
                                                arrow.share()))
                        .orElseGet(() -> Messages.get("outer.move.unknown"));
        return agree + " " + move;
    }

    /// Displacement or gradient, the only difference that the words make.
    private static String pull(OuterTrace trace) {
        return switch (trace.kind()) {
            case DISPLACEMENT -> "displacement";
            case META_GRADIENT, GRADIENT, NONE -> "gradient";
        };
    }

    static String losses(EpisodeTrace each, boolean adapts) {
        return adapts
                ? Messages.get("outer.losses", loss(each.lossBefore()), loss(each.lossAfter()))
                : Messages.get("outer.loss", loss(each.lossBefore()));
    }

    static String angles(EpisodeTrace each) {
        String mean = Messages.get("outer.withMean", cosine(each.withMean()));
        return each.orders()
                .map(orders -> Messages.get("outer.orders", cosine(orders.cosine())) + " · " + mean)
                .orElse(mean);
    }

    private static String loss(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.3f", value)
                : Messages.get("outer.notFinite");
    }

    private static String cosine(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /// A number with two digits, without an exponent.
    static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(DIGITS)).toPlainString()
                : "?";
    }
}
