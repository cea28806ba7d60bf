package innerloop.calculus;

import innerloop.autodiff.Branches;
import innerloop.episode.Phase;
import innerloop.experiment.InputException;
import innerloop.experiment.kinds.Kinds;
import innerloop.math.Backend;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.InnerLoopSettings;
import innerloop.meta.LearnerState;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.training.ExperimentSetup;
import innerloop.training.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Explains the backward pass through the inner loop of an episode: `v = ∇L_query(θ_K)`, then `v ← v − α H_support(θ_k) v` for
/// k = K − 1 … 0, which is the derivative of the query loss after all inner steps with respect to θ_k. What moves in the inner loop
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
        InnerLoopSettings inner =
                setup.experiment()
                        .learner()
                        .plainDescent()
                        .orElseThrow(InnerLoopExplainer::notExplained);
        Subject subject = adaptedTo.subject();
        EpisodeProblem problem = setup.wholeProblem(subject.phase(), subject.episode());
        Backend backend = setup.backend();
        Loop loop =
                new Loop(
                        new NetworkEvaluator(backend, setup.plan().network()),
                        problem,
                        new ParameterSpace(backend, problem.specs()),
                        inner.rate());
        List<Parameters> path = new ArrayList<>();
        worker.follow(problem, learned, () -> {}, (_, _, at) -> path.add(copy(loop.space(), at)));
        List<Term> terms = new ArrayList<>();
        for (int k = 0; k < path.size(); k++) {
            terms.add(forward(loop, path, k));
        }
        backward(terms, loop, path);
        setup.experiment()
                .learner()
                .towardsAdapted()
                .ifPresent(epsilon -> displacements(terms, learned, epsilon));
        int last = path.size() - 1;
        double gap =
                Math.abs(
                        loop.after(path.getFirst(), last, new Branches())
                                - loop.queryLoss(path.getLast()));
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
                "the query loss after %d inner steps at rate %s".formatted(last, inner.rate()),
                -1,
                Explanation.Unit.INNER_STEP);
    }

    private static InputException notExplained() {
        return new InputException(
                "this learner has no inner loop of plain descent at rates that are not learned",
                "learner.kind",
                "choose maml, anil, fine-tune, or reptile with the optimiser sgd");
    }

    private static Parameters copy(ParameterSpace space, Parameters of) {
        return new ParameterSpace(space.backend(), of.specs()).copy(of);
    }

    private static Term forward(Loop loop, List<Parameters> path, int k) {
        Parameters theta = path.get(k);
        ParameterSpace space = loop.space();
        return Term.value(
                k,
                "at θ" + Symbols.lowered(k),
                k == 0
                        ? "where the inner loop begins"
                        : "θ%s − α ∇L_support(θ%s), α = %s"
                                .formatted(
                                        Symbols.lowered(k - 1),
                                        Symbols.lowered(k - 1),
                                        loop.rate()),
                Values.row(
                        Axis.of(List.of("L_support", "L_query", "|∇L_support|", "|θ − θ₀|")),
                        new double[] {
                            loop.supportLoss(theta),
                            loop.queryLoss(theta),
                            loop.lengthOfGradient(theta),
                            space.norm(space.minus(theta, path.getFirst()))
                        }));
    }

    private static void backward(List<Term> terms, Loop loop, List<Parameters> path) {
        ParameterSpace space = loop.space();
        int last = path.size() - 1;
        Parameters first = copy(space, loop.queryGradient(path.getLast()));
        Parameters v = first;
        parts(terms, space, v, last, "∇L_query(θ" + Symbols.lowered(last) + ")");
        check(terms, loop, path, last, v, first);
        for (int k = last - 1; k >= 0; k--) {
            Parameters curved = copy(space, loop.hessianVector(path.get(k), v));
            Parameters moved = copy(space, v);
            space.add(moved, -loop.rate(), curved);
            terms.add(
                    Term.value(
                            k,
                            "α H v at θ" + Symbols.lowered(k),
                            "what this inner step adds to the derivative",
                            Values.row(
                                    Axis.of(
                                            List.of(
                                                    "|v| before",
                                                    "|α H v|",
                                                    "cos(v, H v)",
                                                    "cos(v, first order)")),
                                    new double[] {
                                        space.norm(v),
                                        loop.rate() * space.norm(curved),
                                        space.cosine(v, curved),
                                        space.cosine(moved, first)
                                    })));
            v = moved;
            parts(terms, space, v, k, "v − α H_support(θ" + Symbols.lowered(k) + ") v");
            if (k * CHECKED / Math.max(1, last) != (k + 1) * CHECKED / Math.max(1, last)
                    || last <= CHECKED) {
                check(terms, loop, path, k, v, first);
            }
        }
    }

    /// How long v is in each parameter.
    private static void parts(
            List<Term> terms, ParameterSpace space, Parameters v, int k, String formula) {
        double[] lengths =
                v.values().stream()
                        .mapToDouble(part -> Math.sqrt(space.backend().dot(part, part)))
                        .toArray();
        terms.add(
                Term.value(
                        k,
                        "|v| at θ" + Symbols.lowered(k),
                        "the length of " + formula + " in each parameter",
                        Values.row(
                                Axis.of(v.specs().stream().map(ParameterSpec::name).toList()),
                                lengths)));
    }

    /// Along v itself: the derivative there is |v|.
    private static void check(
            List<Term> terms,
            Loop loop,
            List<Parameters> path,
            int k,
            Parameters v,
            Parameters first) {
        ParameterSpace space = loop.space();
        double length = space.norm(v);
        Branches branches = new Branches();
        int left = path.size() - 1 - k;
        loop.after(path.get(k), left, branches);
        double difference =
                CentralDifference.at0(t -> {
                    Parameters moved = copy(space, path.get(k));
                    space.add(moved, t / length, v);
                    return loop.after(moved, left, branches);
                });
        String name =
                "∂L_query(θ%s)/∂θ%s along v"
                        .formatted(Symbols.lowered(path.size() - 1), Symbols.lowered(k));
        terms.add(
                Term.derivative(
                        k,
                        name,
                        "v·v / |v|",
                        Values.of(length),
                        List.of(new Check("", "along v", length, difference))));
        double printed = space.dot(first, v) / length;
        if (left > 0 && !new Check("", "", printed, length).agrees()) {
            terms.add(
                    Term.usual(
                            k,
                            name,
                            "∇L_query(θ%s)·v / |v|".formatted(Symbols.lowered(path.size() - 1)),
                            Values.of(printed),
                            List.of(new Check("", "along v", printed, difference)),
                            "first order: the inner steps are left out of the derivative"));
        }
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

    /// What is computed of an episode, over and over.
    ///
    /// @param rate α
    private record Loop(
            NetworkEvaluator evaluator, EpisodeProblem problem, ParameterSpace space, double rate) {

        private Passes support() {
            return Passes.of(problem.support());
        }

        private Passes query() {
            return Passes.of(problem.query());
        }

        double supportLoss(Parameters theta) {
            return evaluator.judge(theta, support()).loss();
        }

        double queryLoss(Parameters theta) {
            return evaluator.judge(theta, query()).loss();
        }

        double lengthOfGradient(Parameters theta) {
            Parameters gradient = evaluator.adaptedGradient(theta, support(), 0);
            return new ParameterSpace(space.backend(), gradient.specs()).norm(gradient);
        }

        Parameters queryGradient(Parameters theta) {
            return evaluator.gradient(theta, query(), 0);
        }

        Parameters hessianVector(Parameters theta, Parameters v) {
            List<ParameterSpec> adapted = evaluator.network().adaptedAmong(theta.specs());
            return evaluator.hessianVector(theta, v.only(adapted), support(), 0);
        }

        /// The query loss after some inner steps, on the sides of kinks that it was on the first time.
        double after(Parameters start, int steps, Branches branches) {
            branches.begin();
            evaluator.setBranches(branches);
            try {
                Parameters theta = copy(space, start);
                for (int k = 0; k < steps; k++) {
                    space.add(theta, -rate, evaluator.adaptedGradient(theta, support(), 0));
                }
                return queryLoss(theta);
            } finally {
                evaluator.setBranches(null);
            }
        }
    }
}
