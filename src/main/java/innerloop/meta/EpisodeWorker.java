package innerloop.meta;

import innerloop.autodiff.Branches;
import innerloop.autodiff.NonFiniteException;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.nn.Block;
import innerloop.nn.NetworkEvaluator.Judged;
import innerloop.nn.NetworkEvaluator.Outputs;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.phrase.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Runs the learner of a [Plan] on episodes, on one thread, in a [Workspace] of its own.
public final class EpisodeWorker {

    private final MetaLearner learner;
    private final Workspace workspace;

    /// A worker with empty buffers.
    public EpisodeWorker(Backend backend, Plan plan) {
        this.learner = plan.learner();
        this.workspace = new Workspace(backend, plan);
    }

    /// Adapts to the episode and computes its contribution to outer step `outerStep` (0 for the first).
    ///
    /// @param buffer keeps the contribution until its next use
    /// @param pausePoint called between inner steps; may wait, may throw to end the run
    public Contribution contribute(
            EpisodeProblem problem,
            LearnerState learned,
            int outerStep,
            Contribution.Buffer buffer,
            Runnable pausePoint) {
        EpisodeProblem known = problem.at(learned.theta());
        Workspace w = workspace.begin(known, pausePoint);
        return buffer.keep(learner.contribute(known, learned, outerStep, w));
    }

    /// The function whose gradient [#contribute] gives, see [MetaLearner.WithMetaGradient#objective].
    ///
    /// @param branches the sides of its kinks that it is held to, from the second time on
    double objective(
            MetaLearner.WithMetaGradient certified,
            EpisodeProblem problem,
            Parameters theta,
            Parameters rates,
            Branches branches,
            Runnable pausePoint) {
        Workspace w = workspace.begin(problem, pausePoint);
        branches.begin();
        w.setBranches(branches);
        try {
            return certified.objective(problem, theta, rates, w);
        } finally {
            w.setBranches(null);
        }
    }

    /// Loss and scores of the query set after learning the support set; valid until the next call.
    public Judged judge(EpisodeProblem problem, LearnerState learned, Runnable pausePoint) {
        EpisodeProblem known = problem.at(learned.theta());
        Workspace w = workspace.begin(known, pausePoint);
        Parameters adapted = learner.adapt(known, learned, w).last();
        return w.evaluator().judge(adapted, known.scored(w.objective()));
    }

    /// Receives what is judged of one inner step.
    public interface Judging {
        /// Loss and scores of the query set at θ_k; valid during the call.
        void at(int k, Judged judged);
    }

    /// Learns the episode and judges its query set at θ₀ … θ_K.
    ///
    /// @param reached called when a θ_k is reached, K + 1 times in all, and not between judgements; may throw to end it
    public void judgeEach(
            EpisodeProblem problem, LearnerState learned, Runnable reached, Judging judging) {
        EpisodeProblem known = problem.at(learned.theta());
        Workspace w = workspace.begin(known, reached);
        Trajectory path = learner.adapt(known, learned, w);
        reached.run();
        Passes passes = known.scored(w.objective());
        int mark = w.space().mark();
        for (int k = 0; k <= path.steps(); k++) {
            judging.at(k, w.evaluator().judge(path.at(k), passes));
            w.space().release(mark);
        }
    }

    /// An episode at one inner step.
    ///
    /// @param step k
    /// @param parameters θ_k, in the episode's shapes
    /// @param support loss and scores of the support set at θ_k; of a learner without an inner loop, of the support set told by
    ///     itself
    /// @param query the same of the query set
    /// @param gradient `∇L_support(θ_k)` of the parameters that adapt, in the episode's shapes; empty without an inner loop
    public record Look(
            int step,
            Parameters parameters,
            Judged support,
            Judged query,
            Optional<Parameters> gradient) {}

    /// Learns the episode and looks at it at θ₀ … θ_K.
    ///
    /// @param reached called between inner steps; may throw to end it
    /// @param looking receives each look, which is valid during the call
    public void look(
            EpisodeProblem problem,
            LearnerState learned,
            Runnable reached,
            Consumer<Look> looking) {
        EpisodeProblem known = problem.at(learned.theta());
        Workspace w = workspace.begin(known, reached);
        Trajectory path = learner.adapt(known, learned, w);
        Passes query = known.scored(w.objective());
        Passes support = known.scored(w.objective(), known.support());
        int mark = w.space().mark();
        int supportMark = w.supportSpace().mark();
        for (int k = 0; k <= path.steps(); k++) {
            Parameters at = path.at(k);
            Parameters inside = known.toSupport(at, w.supportSpace());
            Judged told = w.evaluator().judge(inside, support);
            Judged kept = new Judged(told.loss(), copy(told.scores(), w.backend()));
            Optional<Parameters> gradient =
                    path.steps() == 0
                            ? Optional.empty()
                            : Optional.of(wholeGradient(known, inside, k, w));
            looking.accept(new Look(k, at, kept, w.evaluator().judge(at, query), gradient));
            w.space().release(mark);
            w.supportSpace().release(supportMark);
        }
    }

    /// Receives what is reached at one inner step.
    public interface Following {
        /// θ_k of K in the episode's shapes; valid during the call.
        void at(int k, int last, Parameters theta);
    }

    /// Learns the episode and hands over θ₀ … θ_K.
    ///
    /// @param reached called between inner steps; may throw to end it
    public void follow(
            EpisodeProblem problem, LearnerState learned, Runnable reached, Following following) {
        EpisodeProblem known = problem.at(learned.theta());
        Workspace w = workspace.begin(known, reached);
        Trajectory path = learner.adapt(known, learned, w);
        int mark = w.space().mark();
        for (int k = 0; k <= path.steps(); k++) {
            following.at(k, path.steps(), path.at(k));
            w.space().release(mark);
        }
    }

    /// What a head that is computed and not learned makes of an episode; valid until the worker is used for something else.
    ///
    /// @param fitted what it fits to the support set, see [innerloop.nn.Objective#fitted]
    /// @param support the network's output for the support set
    /// @param query the same for the query set
    public record Fit(List<Matrix> fitted, Matrix support, Matrix query) {}

    /// Fits the head of the learner's objective to an episode.
    ///
    /// @param pausePoint called before; may throw to give up
    public Fit fit(EpisodeProblem problem, LearnerState learned, Runnable pausePoint) {
        EpisodeProblem known = problem.at(learned.theta());
        Workspace w = workspace.begin(known, pausePoint);
        pausePoint.run();
        Parameters theta = learner.adapt(known, learned, w).last();
        Passes support = known.scored(w.objective(), known.support());
        Passes query = known.scored(w.objective());
        Matrix ofSupport = copy(w.evaluator().forward(theta, support).embedding(), w.backend());
        Matrix ofQuery = w.evaluator().forward(theta, query).embedding();
        return new Fit(w.evaluator().fitted(theta, query), ofSupport, ofQuery);
    }

    /// The evaluator writes into its buffers again.
    private static Matrix copy(Matrix scores, Backend backend) {
        return backend.matrix(scores.rows(), scores.columns(), scores.toArray());
    }

    /// `∇L_support` in the episode's shapes: the inner loop knows it as a cotangent in its own.
    private static Parameters wholeGradient(
            EpisodeProblem problem, Parameters inside, int k, Workspace w) {
        Parameters whole = w.space().zero();
        problem.addCotangent(
                w.evaluator()
                        .adaptedGradient(
                                inside, Passes.of(problem.support()), problem.dropoutKey(k)),
                1,
                whole,
                w.scratch());
        return whole;
    }

    /// Scores and embedding of any examples at an inner step of the episode; valid until the next call.
    ///
    /// @param problem must be one whose every node can be asked about ([EpisodeSource#everywhere])
    /// @param examples with all feature columns
    /// @param step k, the last inner step at most; empty for it
    public Outputs predict(
            EpisodeProblem problem, LearnerState learned, Block examples, OptionalInt step) {
        return adapted(problem, learned, step).outputs(examples);
    }

    /// What is known after learning the episode's support set; valid until the worker is used for something else.
    ///
    /// @param problem must be one whose every node can be asked about ([EpisodeSource#everywhere])
    public Adapted adapted(EpisodeProblem problem, LearnerState learned) {
        return adapted(problem, learned, OptionalInt.empty());
    }

    /// What is known at an inner step of the episode; valid until the worker is used for something else.
    ///
    /// @param problem must work on all rows of the first weights ([EpisodeProblem.Rows#EVERY])
    /// @param step k, the last inner step at most; empty for it
    public Adapted adapted(EpisodeProblem problem, LearnerState learned, OptionalInt step) {
        EpisodeProblem known = problem.at(learned.theta());
        Workspace w = workspace.begin(known, () -> {});
        Trajectory path = learner.adapt(known, learned, w);
        int k = Math.min(path.steps(), step.orElse(path.steps()));
        return new Adapted(known, path.at(k), w);
    }

    /// A learned support set, ready to be asked about any examples.
    public static final class Adapted {

        private final EpisodeProblem problem;
        private final Parameters parameters;
        private final Workspace workspace;

        private Adapted(EpisodeProblem problem, Parameters parameters, Workspace workspace) {
            this.problem = problem;
            this.parameters = parameters;
            this.workspace = workspace;
        }

        /// The adapted parameters, θ_K.
        public Parameters parameters() {
            return parameters;
        }

        /// Scores and embedding of any examples; valid until the next call.
        ///
        /// @param examples with all feature columns
        public Outputs outputs(Block examples) {
            return workspace
                    .evaluator()
                    .forward(parameters, problem.scored(workspace.objective(), examples));
        }
    }

    /// Where a NaN or an infinity first appears when this episode's contribution is computed, if one does.
    public Optional<Phrase> firstNonFinite(
            EpisodeProblem problem,
            LearnerState learned,
            int outerStep,
            Contribution.Buffer buffer) {
        return traced(() -> contribute(problem, learned, outerStep, buffer, () -> {}));
    }

    /// The same when this episode is learned and its query set is scored.
    public Optional<Phrase> firstNonFinite(EpisodeProblem problem, LearnerState learned) {
        return traced(() -> judge(problem, learned, () -> {}));
    }

    private Optional<Phrase> traced(Runnable work) {
        workspace.setChecksNumbers(true);
        try {
            work.run();
            return Optional.empty();
        } catch (NonFiniteException e) {
            return Optional.of(e.phrase());
        } finally {
            workspace.setChecksNumbers(false);
        }
    }

    /// Bytes of all buffers.
    public long bytes() {
        return workspace.bytes();
    }
}
