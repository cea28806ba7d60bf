package innerloop.app.outer;

import innerloop.app.Messages;
import innerloop.microscope.EpisodeTrace;
import innerloop.microscope.OuterTrace;
import innerloop.microscope.Solution;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.Collectors;

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
    ///
    /// @param goesOn whether the move is still being found out
    static String sentence(OuterTrace trace, boolean goesOn) {
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
                        .orElseGet(() ->
                                Messages.get(goesOn ? "outer.move.wait" : "outer.move.unknown"));
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
        return Messages.get("outer.losses", numbers(each, adapts));
    }

    /// The query loss, and what it becomes.
    static String numbers(EpisodeTrace each, boolean adapts) {
        return adapts
                ? loss(each.lossBefore()) + " → " + loss(each.lossAfter())
                : loss(each.lossBefore());
    }

    static String angles(EpisodeTrace each) {
        String mean = Messages.get("outer.withMean", cosine(each.withMean()));
        return each.orders()
                .map(orders -> Messages.get("outer.orders", cosine(orders.cosine())) + " · " + mean)
                .orElse(mean);
    }

    /// What the head that is computed is; empty for a learner that has none.
    static String solution(EpisodeTrace each) {
        return each.solution().map(OuterTexts::said).orElse("");
    }

    private static String said(Solution solution) {
        return switch (solution) {
            case Solution.Means means -> {
                int asked = means.query().size();
                int right = 0;
                double own = 0;
                for (int i = 0; i < asked; i++) {
                    int slot = means.query().get(i).slot();
                    right += means.nearest(i) == slot ? 1 : 0;
                    own += means.distances()[i][slot] / asked;
                }
                yield Messages.get("outer.solution." + means.distance(), right, asked, cosine(own));
            }
            case Solution.Equations equations ->
                    equations.numbers().entrySet().stream()
                            .map(each ->
                                    Messages.get(
                                            "outer.solution." + each.getKey(),
                                            number(each.getValue())))
                            .collect(Collectors.joining(" · "));
        };
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
