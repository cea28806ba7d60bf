package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.calculus.AdaptedTo;
import innerloop.calculus.Explanation;
import java.util.Locale;

/// The sentences of the page.
final class CalculusTexts {

    private CalculusTexts() {}

    /// The node, its class and its role in the episode.
    static String title(Explanation explanation) {
        if (explanation.unit() == Explanation.Unit.INNER_STEP) {
            return Messages.get("calculus.inner.title", episode(explanation.adaptedTo()));
        }
        return Messages.get(
                "calculus.title",
                explanation.node(),
                explanation.label().isEmpty()
                        ? Messages.get("canvas.card.unlabelled")
                        : explanation.label());
    }

    /// The title of the steps of a layer or of an inner step.
    static String part(Explanation explanation, int number) {
        return Messages.get(
                explanation.unit() == Explanation.Unit.INNER_STEP
                        ? "calculus.inner"
                        : "calculus.layer",
                number);
    }

    /// An edge, seen from the node that gets something along it.
    static String edge(Explanation explanation, String other) {
        return Messages.get("calculus.edge.title", explanation.node(), other);
    }

    /// A member graph and its class.
    static String member(Explanation explanation, int number) {
        return Messages.get(
                "calculus.title",
                Messages.get("calculus.member", Integer.toString(number)),
                explanation.label().isEmpty()
                        ? Messages.get("canvas.card.unlabelled")
                        : explanation.label());
    }

    private static String gap(double gap) {
        return gap == 0 ? "0" : String.format(Locale.ROOT, "%.0e", gap);
    }

    /// Which parameters these are, and how exact the numbers.
    static String facts(Explanation explanation, int outerStep, About about) {
        AdaptedTo to = explanation.adaptedTo();
        String theta =
                outerStep > 0
                        ? Messages.get("calculus.theta.step", Integer.toString(outerStep))
                        : Messages.get("calculus.theta.untrained");
        String extent =
                to.inner().isEmpty()
                        ? ""
                        : Messages.get("calculus.adapted.by", to.inner().getAsInt());
        if (explanation.unit() == Explanation.Unit.INNER_STEP) {
            return Messages.get(
                    "calculus.inner.facts",
                    theta,
                    String.join(", ", explanation.classes()),
                    gap(explanation.engineGap()));
        }
        return Messages.get(
                about == About.NODE ? "calculus.facts" : "calculus.example.facts",
                theta,
                extent,
                explanation.classes().isEmpty()
                        ? episode(to)
                        : Messages.get(
                                "calculus.ofClasses",
                                episode(to),
                                String.join(", ", explanation.classes())),
                Messages.get(
                        (about == About.NODE ? "calculus.role." : "calculus.example.role.")
                                + explanation.role()),
                gap(explanation.engineGap()));
    }

    private static String episode(AdaptedTo to) {
        return to.number().isEmpty()
                ? Messages.get("calculus.episode.painted")
                : Messages.get(
                        "calculus.episode." + to.subject().phase(),
                        Long.toString(to.number().getAsLong()));
    }
}
