package innerloop.lesson;

import innerloop.calculus.AdaptedTo;
import innerloop.calculus.Check;
import innerloop.calculus.Explainer;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import innerloop.checks.Nearest;
import innerloop.episode.Phase;
import innerloop.experiment.InputException;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.LearnerState;
import innerloop.phrase.Trouble;
import innerloop.training.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Values of the arithmetic of single nodes.
final class Explanations {

    /// Signs that are hard to type, and what is typed instead of them.
    private static final String RAISED_OR_LOWERED = "⁰¹²³⁴₀ᵢⱼₖₗₛ∂";

    private static final String TYPED = "012340ijklsd";

    private final Workings workings;
    private final Nd4jBackend backend = new Nd4jBackend();
    private final Map<String, Explainer> explainers = new HashMap<>();
    private final Map<String, Explanation> known = new HashMap<>();

    Explanations(Workings workings) {
        this.workings = workings;
    }

    double value(Quantity.Named named, Part.@Nullable Run run) throws InputException {
        Term term = term(named, run);
        Values values = term.value();
        return switch (named.word()) {
            case "value" ->
                    values.numbers()[
                            row(values, named) * values.columns().size() + column(values, named)];
            case "sum" -> sum(values, named);
            case "rows" -> values.rows().size();
            case "columns" -> values.columns().size();
            case "difference" -> check(term, named).difference();
            case "error" -> check(term, named).relativeError();
            default -> throw new IllegalArgumentException(named.word());
        };
    }

    /// The name as it can be typed: `z1`, `cij`, `alpha1ij`, `dW2`.
    static String typed(String name) {
        StringBuilder typed = new StringBuilder();
        name.chars()
                .forEach(c -> {
                    int at = RAISED_OR_LOWERED.indexOf(c);
                    typed.append(at < 0 ? (char) c : TYPED.charAt(at));
                });
        return typed.toString()
                .replace("α", "alpha")
                .replace("λ", "lambda")
                .replace("τ", "tau")
                .replace(" ", "");
    }

    private Term term(Quantity.Named named, Part.@Nullable Run run) throws InputException {
        Optional<Term> forward = find(explanation(named, run, false), named);
        if (forward.isPresent()) {
            return forward.get();
        }
        Explanation whole = explanation(named, run, true);
        String name = Keys.required(named, "name");
        return find(whole, named).orElseThrow(() -> nothingCalled(name, whole));
    }

    private static InputException nothingCalled(String name, Explanation whole) {
        List<String> known =
                whole.terms().stream().map(term -> typed(term.name())).distinct().toList();
        return known.contains(typed(name))
                ? new InputException(Trouble.of("lesson.notThisOne", name), "layer or kind")
                : new InputException(
                        Trouble.of("lesson.nothingCalled", name)
                                .withFix(Nearest.didYouMean(name, known)),
                        "name");
    }

    private static Optional<Term> find(Explanation explanation, Quantity.Named named)
            throws InputException {
        String name = typed(Keys.required(named, "name"));
        OptionalInt layer = Keys.whole(named, "layer");
        Optional<String> kind = named.key("kind");
        if (kind.isPresent()) {
            Keys.word(
                    named,
                    "kind",
                    List.of("given", "value", "backward", "derivative", "usually-printed"));
        }
        return explanation.terms().stream()
                .filter(term -> typed(term.name()).equals(name))
                .filter(term -> layer.isEmpty() || term.layer() == layer.getAsInt())
                .filter(term -> kind.isEmpty() || word(term.kind()).equals(kind.get()))
                .findFirst();
    }

    private static String word(Term.Kind kind) {
        return switch (kind) {
            case GIVEN -> "given";
            case VALUE -> "value";
            case BACKWARD -> "backward";
            case DERIVATIVE -> "derivative";
            case USUALLY_PRINTED -> "usually-printed";
        };
    }

    private Explanation explanation(Quantity.Named named, Part.@Nullable Run run, boolean backward)
            throws InputException {
        Explainer explainer = explainer(run);
        LearnerState state = workings.state(named, explainer.setup().initial(), backend);
        int node = explainer.node(Keys.required(named, "node"));
        AdaptedTo adapted = adapted(explainer, named, Keys.whole(named, "step"));
        String theta = named.key("theta").orElse("end");
        String called =
                String.join(
                        "/",
                        run == null ? "" : run.name(),
                        theta,
                        Integer.toString(node),
                        adapted.episode() + adapted.extent(),
                        Boolean.toString(backward));
        Explanation made = known.get(called);
        if (made == null) {
            made = explainer.explain(state, new Explainer.Question(node, adapted, backward, theta));
            known.put(called, made);
        }
        return made;
    }

    /// Explains what the network of a run's experiment computes, or that of the lesson's own.
    Explainer explainer(Part.@Nullable Run run) throws InputException {
        String experiment = run == null ? "" : run.name();
        Explainer explainer = explainers.get(experiment);
        if (explainer == null) {
            explainer = Explainer.of(workings.experiment(run), workings.graph(run), backend);
            explainers.put(experiment, explainer);
        }
        return explainer;
    }

    /// The episode that a value is about.
    ///
    /// @param inner how many inner steps θ is adapted by; empty for all
    static AdaptedTo adapted(Explainer explainer, Quantity.Named named, OptionalInt inner)
            throws InputException {
        Phase phase = Traces.phase(named);
        int episode = Keys.whole(named, "episode").orElse(0);
        if (!explainer.setup().canDraw(phase)) {
            throw new InputException(Trouble.of("lesson.noEpisode"), "phase");
        }
        return new AdaptedTo(
                new Subject(phase, explainer.setup().episode(phase, episode)),
                OptionalLong.of(episode),
                inner);
    }

    private static int row(Values values, Quantity.Named named) throws InputException {
        return at(values.rows().names(), named, "row");
    }

    private static int column(Values values, Quantity.Named named) throws InputException {
        return at(values.columns().names(), named, "column");
    }

    /// The only one, or the one that is named; an id in brackets may be left out.
    private static int at(List<String> names, Quantity.Named named, String key)
            throws InputException {
        if (named.key(key).isEmpty() && names.size() == 1) {
            return 0;
        }
        String wanted = Keys.required(named, key);
        List<Integer> found =
                IntStream.range(0, names.size())
                        .filter(i ->
                                names.get(i).equals(wanted)
                                        || names.get(i).startsWith(wanted + " ("))
                        .boxed()
                        .toList();
        if (found.size() != 1) {
            throw new InputException(
                    Trouble.of("lesson.notOneCalled", found.size(), wanted)
                            .withFix(Nearest.didYouMean(wanted, names)),
                    key);
        }
        return found.getFirst();
    }

    private static double sum(Values values, Quantity.Named named) throws InputException {
        boolean everyRow = named.key("row").isEmpty();
        boolean everyColumn = named.key("column").isEmpty();
        int row = everyRow ? -1 : row(values, named);
        int column = everyColumn ? -1 : column(values, named);
        double sum = 0;
        for (int r = 0; r < values.rows().size(); r++) {
            for (int c = 0; c < values.columns().size(); c++) {
                if ((everyRow || r == row) && (everyColumn || c == column)) {
                    sum += values.get(r, c);
                }
            }
        }
        return sum;
    }

    private static Check check(Term term, Quantity.Named named) throws InputException {
        String row = named.key("row").orElse("");
        String column = named.key("column").orElse("");
        return term.checks().stream()
                .filter(check -> fits(check.row(), row) && fits(check.column(), column))
                .findFirst()
                .orElseThrow(() ->
                        new InputException(
                                Trouble.of("lesson.noDifference", term.name()), "row and column"));
    }

    private static boolean fits(String name, String wanted) {
        return wanted.isEmpty() || name.equals(wanted) || name.startsWith(wanted + " (");
    }
}
