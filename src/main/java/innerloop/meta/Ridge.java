package innerloop.meta;

import innerloop.graph.NodeKernel;
import innerloop.nn.Layers;
import innerloop.nn.Network.Adapts;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.nn.Readout;
import innerloop.nn.RidgeHead;
import innerloop.phrase.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Ridge regression as the head, fitted to the support set by its closed form (R2-D2, Bertinetto et al. 2019). There is no inner
/// loop: the solution is a function of θ with an exact derivative.
///
///     repeat
///         for each of `tasks` episodes:
///             A ← (K_ss + λ I)⁻¹ (Y − 1/ways)                   of the support set
///             v ← ∇_θ cross-entropy of the query set with the scores τ K_qs A
///         θ ← Adam(θ, mean of the v)
///
/// By default the encoder stays as it begins, at best pre-trained without labels ([Pretraining]), and the outer loop learns
/// the few numbers of the head ([RidgeHead]): how much each similarity weighs, λ and τ. A handful of numbers cannot remember
/// the base classes.
///
/// @param learns what the outer loop moves
/// @param kernels the similarities beside that of the encoder's output
/// @param dimensions size of the encoder's output
/// @param numbers those the head begins with
/// @param outer the outer loop
public record Ridge(
        Learns learns,
        Kernels kernels,
        int dimensions,
        RidgeHead.Numbers numbers,
        OuterLoopSettings outer)
        implements MetaLearner.ClosedForm {

    /// What the outer loop moves.
    public enum Learns {
        /// The numbers of the head.
        HEAD,
        /// These and the encoder.
        EVERYTHING,
        /// Nothing: the head keeps the numbers it begins with, for example those learned on another graph.
        NOTHING
    }

    /// The similarities that are added up.
    public enum Kernels {
        /// That of the encoder's output alone.
        ENCODER,
        /// It and personalised PageRank.
        PAGERANK,
        /// Both, and that of what the output becomes when it is passed along the edges, unless the encoder moves.
        HOPS,
        /// All of these, and the features after 0 … 7 hops.
        ALL
    }

    public Ridge {
        if (dimensions < 1 || dimensions > Layers.WIDEST) {
            throw Refusal.outside("learner.dimensions", 1, Layers.WIDEST, dimensions);
        }
        MetaLearner.checkRate("learner.lambda", numbers.lambda());
        MetaLearner.checkRate("learner.temperature", numbers.temperature());
        MetaLearner.checkRate("learner.hopsWeight", numbers.hops());
        MetaLearner.checkRate("learner.pagerankWeight", numbers.pagerank());
        MetaLearner.checkRate("learner.smoothedWeight", numbers.smoothed());
    }

    /// The head's numbers alone, with hops and PageRank, 96 dimensions: the fewest that lose nothing on Debian packages, and better
    /// than more on Cora and Cora-ML, where one example says little. Both this number and the rate were chosen on validation classes.
    public static Ridge defaults() {
        return new Ridge(
                Learns.HEAD,
                Kernels.HOPS,
                96,
                RidgeHead.Numbers.usual(),
                new OuterLoopSettings(0.1, OuterLoopSettings.Schedule.CONSTANT, 4));
    }

    /// Similarities of nodes say nothing of member graphs.
    private RidgeHead head(Blueprint blueprint) {
        boolean ofNodes = blueprint.readout() instanceof Readout.LastLayer;
        return new RidgeHead(
                blueprint.outputs(),
                ofNodes ? similarities() : List.of(),
                ofNodes && passesOn(),
                numbers);
    }

    private boolean passesOn() {
        return learns != Learns.EVERYTHING
                && switch (kernels) {
                    case ENCODER, PAGERANK -> false;
                    case HOPS, ALL -> true;
                };
    }

    private List<NodeKernel> similarities() {
        return switch (kernels) {
            case ENCODER -> List.of();
            case PAGERANK, HOPS -> List.of(NodeKernel.pageRank());
            case ALL -> NodeKernel.all().toList();
        };
    }

    @Override
    public Plan plan(Blueprint blueprint) {
        return Plan.of(
                this,
                blueprint.forHead(
                        dimensions,
                        head(blueprint),
                        switch (learns) {
                            case HEAD, NOTHING -> Adapts.OBJECTIVE;
                            case EVERYTHING -> Adapts.EVERYTHING;
                        }),
                EpisodeProblem.Rows.ACTIVE);
    }

    @Override
    public Contribution contribute(
            EpisodeProblem problem, LearnerState at, int outerStep, Workspace w) {
        w.pausePoint();
        Parameters theta = problem.restrict(at.theta(), w.space());
        Passes passes = problem.scored(w.objective());
        long dropoutKey = problem.queryDropoutKey(0);
        double loss = w.evaluator().judge(theta, passes).loss();
        Parameters gradient =
                switch (learns) {
                    case EVERYTHING ->
                            w.space().copy(w.evaluator().gradient(theta, passes, dropoutKey));
                    case HEAD, NOTHING -> {
                        Parameters whole = w.space().zero();
                        w.space()
                                .add(
                                        whole,
                                        1,
                                        w.evaluator().adaptedGradient(theta, passes, dropoutKey));
                        yield whole;
                    }
                };
        return new Contribution(problem, loss, loss, gradient, at.carried());
    }

    /// The numbers of the head: a ridge regression that begins with them and learns nothing has the same head.
    @Override
    public SequencedMap<String, Double> learnedSettings(Parameters theta) {
        return learns == Learns.NOTHING ? new LinkedHashMap<>() : headNumbers(theta);
    }

    @Override
    public SequencedMap<String, Double> headNumbers(Parameters theta) {
        SequencedMap<String, Double> settings = new LinkedHashMap<>();
        List<NodeKernel> used =
                similarities().stream()
                        .filter(kernel -> RidgeHead.weighs(kernel.word(), theta))
                        .toList();
        boolean passesOn = RidgeHead.weighs(RidgeHead.PASSED_ON, theta);
        RidgeHead.Numbers learned = new RidgeHead(2, used, passesOn, numbers).learned(theta);
        settings.put("lambda", learned.lambda());
        settings.put("temperature", learned.temperature());
        if (passesOn) {
            settings.put("hopsWeight", learned.hops());
        }
        if (!used.isEmpty()) {
            settings.put("pagerankWeight", learned.pagerank());
        }
        if (used.size() > 1) {
            settings.put("smoothedWeight", learned.smoothed());
        }
        return settings;
    }

    /// The head alone, if the encoder does not move.
    @Override
    public List<ParameterSpec> pulled(Parameters theta) {
        return learns == Learns.EVERYTHING
                ? theta.specs()
                : theta.specs().stream().filter(RidgeHead::has).toList();
    }

    @Override
    public int tasksPerStep() {
        return learns == Learns.NOTHING ? 0 : outer.tasks();
    }

    /// With the derivative in the encoder's weights, too.
    @Override
    public Ridge certified() {
        return withLearns(Learns.EVERYTHING);
    }

    @Override
    public Ridge withOuter(OuterLoopSettings newOuter) {
        return new Ridge(learns, kernels, dimensions, numbers, newOuter);
    }

    public Ridge withLearns(Learns newLearns) {
        return new Ridge(newLearns, kernels, dimensions, numbers, outer);
    }

    public Ridge withKernels(Kernels newKernels) {
        return new Ridge(learns, newKernels, dimensions, numbers, outer);
    }

    public Ridge withDimensions(int newDimensions) {
        return new Ridge(learns, kernels, newDimensions, numbers, outer);
    }

    public Ridge withNumbers(RidgeHead.Numbers newNumbers) {
        return new Ridge(learns, kernels, dimensions, newNumbers, outer);
    }
}
