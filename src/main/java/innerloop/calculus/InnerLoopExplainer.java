package innerloop.calculus;

import innerloop.episode.Phase;
import innerloop.experiment.InputException;
import innerloop.experiment.kinds.Kinds;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.LearnerState;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.training.ExperimentSetup;
import innerloop.training.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Explains the backward pass through the inner loop of an episode: `v_K = ∇L_query(θ_K)`, then `v_k = v_k+1 − α H_support(θ_k) v_k+1`
/// for k = K − 1 … 0, which is the derivative of the query loss after all inner steps with respect to θ_k. What moves in the inner loop
/// are the adapted parameters; H v has all rows.
///
/// Each line is checked along its own direction: the central difference of the query loss after the inner loop that begins at
/// `θ_k + t v/|v|`. Beside it stands first order, which leaves v as it was at θ_K.
///
/// @param setup the experiment on its graph
/// @param worker adapts θ
record InnerLoopExplainer(ExperimentSetup setup, EpisodeWorker worker) {

    /// Lines that are checked: each takes inner loops of its own.
    private static final int CHECKED = 6;

    /// The numbers and the backward pass of an episode.
    Explanation explain(LearnerState learned, AdaptedTo adaptedTo, String theta)
            throws InputException {
        Subject subject = adaptedTo.subject();
        InnerLosses losses = InnerLosses.of(setup, subject);
        List<Parameters> path = losses.path(worker, learned);
        List<Term> terms = new ArrayList<>();
        for (int k = 0; k < path.size(); k++) {
            terms.add(forward(losses, path, k));
        }
        backward(terms, losses, path);
        setup.experiment()
                .learner()
                .towardsAdapted()
                .ifPresent(epsilon -> displacements(terms, learned, epsilon));
        int last = path.size() - 1;
        double gap =
                Math.abs(losses.after(path.getFirst(), last) - losses.queryLoss(path.getLast()));
        return new Explanation(
                setup.experiment().name(),
                Kinds.of(setup.experiment().encoder()).word(),
                "",
                "",
                "",
                theta,
                adaptedTo,
                Explanation.Role.QUERY,
                subject.classes(setup.graph()),
                setup.experiment().encoder().layers().count(),
                true,
                gap,
                terms,
                "the query loss after %d inner steps at rate %s".formatted(last, losses.rate()),
                -1,
                Explanation.Unit.INNER_STEP);
    }

    private static Term forward(InnerLosses losses, List<Parameters> path, int k) {
        Parameters theta = path.get(k);
        ParameterSpace space = losses.space();
        String before = theta(k - 1);
        return Term.value(
                k,
                theta(k),
                k == 0
                        ? "where the inner loop begins"
                        : "%s − α ∇L_support(%s), α = %s".formatted(before, before, losses.rate()),
                Values.row(
                        Axis.of(List.of("L_support", "L_query", "|∇L_support|", "|θ − θ₀|")),
                        new double[] {
                            losses.supportLoss(theta),
                            losses.queryLoss(theta),
                            losses.lengthOfGradient(theta),
                            space.norm(space.minus(theta, path.getFirst()))
                        }));
    }

    private static String theta(int k) {
        return "θ" + Symbols.lowered(k);
    }

    private static String v(int k) {
        return "v" + Symbols.lowered(k);
    }

    private static void backward(List<Term> terms, InnerLosses losses, List<Parameters> path) {
        List<Parameters> lines = losses.backward(path);
        int last = path.size() - 1;
        terms.add(line(losses.space(), lines, last, "∇L_query(%s)".formatted(theta(last))));
        check(terms, losses, path, lines, last);
        for (int k = last - 1; k >= 0; k--) {
            String curved = "α H(%s) %s".formatted(theta(k), v(k + 1));
            terms.add(bend(losses.space(), lines, k, curved));
            terms.add(line(losses.space(), lines, k, v(k + 1) + " − " + curved));
            if (k * CHECKED / Math.max(1, last) != (k + 1) * CHECKED / Math.max(1, last)
                    || last <= CHECKED) {
                check(terms, losses, path, lines, k);
            }
        }
    }

    /// `α H v`, which is what one line has less than the next.
    private static Term bend(ParameterSpace space, List<Parameters> lines, int k, String curved) {
        Parameters before = lines.get(k + 1);
        Parameters v = lines.get(k);
        int mark = space.mark();
        Parameters bend = space.minus(before, v);
        Term term =
                Term.backward(
                        k,
                        curved,
                        "what this inner step takes from the derivative",
                        Values.row(
                                Axis.of(
                                        List.of(
                                                "|v| before",
                                                "|α H v|",
                                                "cos(v, H v)",
                                                "cos(v, first order)")),
                                new double[] {
                                    space.norm(before),
                                    space.norm(bend),
                                    space.cosine(before, bend),
                                    space.cosine(v, lines.getLast())
                                }));
        space.release(mark);
        return term;
    }

    /// One line, as the length of v in each parameter.
    private static Term line(ParameterSpace space, List<Parameters> lines, int k, String formula) {
        Parameters v = lines.get(k);
        return Term.backward(
                k,
                v(k),
                formula + ", its length in each parameter",
                Values.row(
                        Axis.of(v.specs().stream().map(ParameterSpec::name).toList()),
                        v.values().stream()
                                .mapToDouble(part -> Math.sqrt(space.backend().dot(part, part)))
                                .toArray()));
    }

    /// Along v itself: the derivative there is |v|.
    private static void check(
            List<Term> terms,
            InnerLosses losses,
            List<Parameters> path,
            List<Parameters> lines,
            int k) {
        ParameterSpace space = losses.space();
        Parameters v = lines.get(k);
        double length = space.norm(v);
        int last = path.size() - 1;
        Parameters unit = losses.copy(v);
        space.add(unit, 1 / length - 1, v);
        double difference = losses.slope(theta -> losses.after(theta, last - k), path.get(k), unit);
        String along = "%s / |%s|".formatted(v(k), v(k));
        String name = "(∂L_query(%s)/∂%s) · %s".formatted(theta(last), theta(k), along);
        terms.add(
                Term.derivative(
                        k,
                        name,
                        v(k) + "·" + along,
                        Values.of(length),
                        List.of(new Check("", along, length, difference))));
        double printed = space.dot(lines.getLast(), unit);
        if (last > k && !new Check("", "", printed, length).agrees()) {
            terms.add(
                    Term.usual(
                            k,
                            name,
                            v(last) + "·" + along,
                            Values.of(printed),
                            List.of(new Check("", along, printed, difference)),
                            "first order: the inner steps are left out of the derivative"));
        }
    }

    private static Parameters copy(ParameterSpace space, Parameters of) {
        return new ParameterSpace(space.backend(), of.specs()).copy(of);
    }

    /// What Reptile moves θ by.
    private void displacements(List<Term> terms, LearnerState learned, double epsilon) {
        List<Parameters> moved = new ArrayList<>();
        ParameterSpace space = new ParameterSpace(setup.backend(), learned.theta().specs());
        for (int i = 0; i < setup.experiment().learner().tasksPerStep(); i++) {
            EpisodeProblem problem = setup.wholeProblem(Phase.TRAIN, setup.episode(Phase.TRAIN, i));
            List<Parameters> ends = new ArrayList<>();
            worker.follow(
                    problem,
                    learned,
                    () -> {},
                    (k, last, at) -> {
                        if (k == 0 || k == last) {
                            ends.add(copy(space, at));
                        }
                    });
            moved.add(copy(space, space.minus(ends.getLast(), ends.getFirst())));
        }
        Parameters mean = new ParameterSpace(setup.backend(), space.specs()).zero();
        moved.forEach(each -> space.add(mean, 1.0 / moved.size(), each));
        double[] numbers = new double[2 * moved.size()];
        Arrays.setAll(
                numbers,
                n ->
                        n % 2 == 0
                                ? space.norm(moved.get(n / 2))
                                : space.cosine(moved.get(n / 2), mean));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < moved.size(); i++) {
            names.add("training episode " + i);
        }
        terms.add(
                Term.value(
                        0,
                        "θ′ᵢ − θ",
                        "how far the inner loop of each episode of an outer step moves θ",
                        new Values(
                                Axis.of(names),
                                Axis.of(List.of("length", "cosine with the mean")),
                                numbers)));
        terms.add(
                Term.value(
                        0,
                        "|Δθ|",
                        "ε |mean of θ′ᵢ − θ|, ε = " + epsilon,
                        Values.of(epsilon * space.norm(mean))));
    }
}
