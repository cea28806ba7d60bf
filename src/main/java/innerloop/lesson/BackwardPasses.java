package innerloop.lesson;

import innerloop.calculus.AdaptedTo;
import innerloop.calculus.Explainer;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import innerloop.experiment.InputException;
import innerloop.meta.LearnerState;
import innerloop.phrase.Trouble;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Values of the derivative of the query loss that goes back through an inner loop.
final class BackwardPasses {

    private final Explanations explanations;
    private final Workings workings;
    private final Map<String, Explanation> known = new HashMap<>();

    BackwardPasses(Explanations explanations, Workings workings) {
        this.explanations = explanations;
        this.workings = workings;
    }

    double value(Quantity.Named named, Part.@Nullable Run run) throws InputException {
        Explanation pass = pass(named, run);
        int step = Keys.whole(named, "step").orElse(0);
        return switch (named.word()) {
            case "length" ->
                    Math.sqrt(
                            Arrays.stream(term(pass, "v", step).numbers())
                                    .map(part -> part * part)
                                    .sum());
            case "curved" -> entry(pass, step, "|α H v|");
            case "bend" -> entry(pass, step, "cos(v, H v)");
            case "cosine" -> entry(pass, step, "cos(v, first order)");
            default -> throw new IllegalArgumentException(named.word());
        };
    }

    private static double entry(Explanation pass, int step, String column) throws InputException {
        Values values = term(pass, "α H(", step);
        return values.get(0, values.columns().names().indexOf(column));
    }

    private static Values term(Explanation pass, String name, int step) throws InputException {
        List<Term> named =
                pass.terms().stream().filter(term -> term.name().startsWith(name)).toList();
        return named.stream()
                .filter(term -> term.layer() == step)
                .findFirst()
                .map(Term::value)
                .orElseThrow(() ->
                        new InputException(
                                Trouble.of(
                                        "lesson.noStepBack",
                                        Integer.toString(step),
                                        Integer.toString(named.size() - 1)),
                                "step"));
    }

    private Explanation pass(Quantity.Named named, Part.@Nullable Run run) throws InputException {
        Explainer explainer = explanations.explainer(run);
        LearnerState state =
                workings.state(named, explainer.setup().initial(), explainer.setup().backend());
        AdaptedTo adapted = Explanations.adapted(explainer, named, OptionalInt.empty());
        String theta = named.key("theta").orElse("end");
        String called =
                String.join("/", run == null ? "" : run.name(), theta, adapted.episode().text());
        Explanation made = known.get(called);
        if (made == null) {
            made = explainer.explainInnerLoop(state, adapted, theta);
            known.put(called, made);
        }
        return made;
    }
}
