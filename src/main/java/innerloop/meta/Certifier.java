package innerloop.meta;

import innerloop.autodiff.Branches;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Makes [Certificate]s: takes the meta-gradients of both orders from the [EpisodeWorker] that also trains, and compares
/// them with finite differences of the whole inner loop. Where an activation has kinks, these are differences of the smooth piece
/// of the loss that θ lies on ([Branches]). For one thread; stores about a dozen copies of the rows of θ
/// that one episode reads.
///
/// MAML++'s multi-step loss is that of outer step 0, where all inner steps have the same weight. Its first-order start is
/// skipped, since second order is what is to be certified.
public final class Certifier {

    private static final double NUDGE = 0.1;

    private final Backend backend;
    private final Traits traits;
    private final MetaLearner.WithMetaGradient firstOrder;
    private final EpisodeWorker exact;
    private final EpisodeWorker shortcut;

    /// A certifier of this learner.
    ///
    /// @param backend computes in float64; also made the episodes and θ
    public Certifier(Backend backend, Plan plan) {
        if (backend.epsilon() > 0x1p-53) {
            throw new IllegalArgumentException("a certificate needs float64");
        }
        this.backend = backend;
        this.traits = plan.learner().traits();
        MetaLearner.WithMetaGradient certified = plan.learner().certified();
        MetaLearner.WithMetaGradient secondOrder = certified.inOrder(Maml.Order.SECOND);
        this.firstOrder = certified.inOrder(Maml.Order.FIRST);
        this.exact = new EpisodeWorker(backend, plan.by(secondOrder));
        this.shortcut =
                firstOrder.equals(secondOrder)
                        ? exact
                        : new EpisodeWorker(backend, plan.by(firstOrder));
    }

    /// Parameters to certify at: those of `start`, with random numbers in ±0.1 added to every parameter that starts at a
    /// constant.
    ///
    /// θ₀ itself would hide mistakes, because its head is zero: the first inner step then does not change the encoder, and the
    /// terms of the meta-gradient that pass through the head vanish, wrong ones included.
    public static LearnerState nearby(
            LearnerState start, Backend backend, SplittableRandom random) {
        List<Matrix> values = new ArrayList<>();
        List<ParameterSpec> specs = start.theta().specs();
        for (int p = 0; p < specs.size(); p++) {
            Matrix value = start.theta().values().get(p);
            if (specs.get(p).initialisation() != ParameterSpec.Initialisation.GLOROT) {
                double[] numbers = value.toArray();
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] += random.nextDouble(-NUDGE, NUDGE);
                }
                value = backend.matrix(value.rows(), value.columns(), numbers);
            }
            values.add(value);
        }
        return new LearnerState(new Parameters(specs, values), start.rates(), start.carried());
    }

    /// The certificate of an episode at θ.
    ///
    /// @param episode without dropout, whose masks would differ between the evaluations of the differences
    /// @param random chooses the directions of the differences
    /// @param pausePoint called between inner steps; may throw to give up
    public Certificate certify(
            EpisodeProblem episode, LearnerState at, SplittableRandom random, Runnable pausePoint) {
        EpisodeProblem problem = episode.at(at.theta());
        Contribution second =
                exact.contribute(problem, at, 0, new Contribution.Buffer(backend), pausePoint);
        Contribution first =
                shortcut == exact
                        ? second
                        : shortcut.contribute(
                                problem, at, 0, new Contribution.Buffer(backend), pausePoint);
        ParameterSpace space = new ParameterSpace(backend, problem.specs());
        ParameterSpace rateSpace =
                new ParameterSpace(backend, problem.supportSpecs(at.rates().specs()));
        Parameters theta = problem.restrict(at.theta(), space);
        Parameters rates = problem.restrictToSupport(at.rates(), rateSpace);
        Parameters v = second.direction();
        Parameters gap = space.minus(v, first.direction());

        Branches branches = new Branches();
        shortcut.objective(firstOrder, problem, theta, rates, branches, pausePoint);
        FiniteDifferences slopes =
                new FiniteDifferences(
                        backend,
                        moved ->
                                shortcut.objective(
                                        firstOrder, problem, moved, rates, branches, pausePoint),
                        theta,
                        v,
                        random);
        // The direction in which the two orders differ most, so that neither is taken for the
        // other.
        slopes.measure(gap);
        double error = slopes.error(v);
        Contribution own = traits.gradient() == Traits.Gradient.FIRST_ORDER ? first : second;
        double ownError = slopes.error(own.direction());
        if (!rates.specs().isEmpty()) {
            FiniteDifferences rateSlopes =
                    new FiniteDifferences(
                            backend,
                            moved ->
                                    shortcut.objective(
                                            firstOrder,
                                            problem,
                                            theta,
                                            moved,
                                            branches,
                                            pausePoint),
                            rates,
                            second.rates(),
                            random);
            error = Math.max(error, rateSlopes.error(second.rates()));
            ownError = Math.max(ownError, rateSlopes.error(own.rates()));
        }
        double length = space.norm(v);
        double distance = space.norm(gap);
        return new Certificate(
                distance == 0 ? 1 : space.cosine(v, first.direction()),
                distance == 0 ? 0 : distance / length,
                error,
                branches.crossed(),
                traits.gradient() != Traits.Gradient.NONE && ownError < Certificate.AGREES);
    }
}
