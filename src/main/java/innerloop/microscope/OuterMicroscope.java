package innerloop.microscope;

import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import innerloop.meta.Contribution;
import innerloop.meta.Direction;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.LearnerState;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.OuterState;
import innerloop.meta.Plan;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.phrase.Trouble;
import innerloop.training.ExperimentSetup;
import innerloop.training.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Takes outer steps of an experiment apart with the engine that trains: on the episodes that the step draws, in the order in which
/// it adds them up. For one thread.
public final class OuterMicroscope {

    /// The most episodes that are shown one by one.
    private static final int MOST_EPISODES = 12;

    /// The most points of all paths together, and the most bytes that they may take.
    private static final int MOST_POINTS = 96;

    private static final long MOST_BYTES = 96L << 20;

    private final ExperimentSetup setup;
    private final MetaLearner learner;
    private final EpisodeWorker own;
    private final Optional<Both> both;

    /// Those who compute the meta-gradient in both orders.
    private record Both(EpisodeWorker exact, EpisodeWorker first) {}

    private OuterMicroscope(ExperimentSetup setup) {
        Plan plan = setup.plan();
        this.setup = setup;
        this.learner = plan.learner();
        this.own = new EpisodeWorker(setup.backend(), plan);
        this.both =
                switch (learner.traits().gradient()) {
                    case SECOND_ORDER, FIRST_ORDER ->
                            Optional.of(
                                    new Both(
                                            inOrder(Maml.Order.SECOND), inOrder(Maml.Order.FIRST)));
                    case NO_INNER_LOOP, NONE -> Optional.empty();
                };
    }

    private EpisodeWorker inOrder(Maml.Order order) {
        return new EpisodeWorker(
                setup.backend(), setup.plan().by(learner.certified().inOrder(order)));
    }

    /// A microscope for the outer steps of an experiment.
    ///
    /// @throws InputException if the experiment does not fit its graph, or its outer steps are not made of episodes ([Absence])
    public static OuterMicroscope of(Experiment experiment, AttributedGraph graph, Backend backend)
            throws InputException {
        Optional<Absence> absence = Absence.of(experiment);
        if (absence.isPresent()) {
            throw new InputException(
                    Trouble.of("outer.noStep", absence.get().phrase()),
                    absence.get() == Absence.WHOLE_TASK ? "task.kind" : "learner.kind");
        }
        return new OuterMicroscope(ExperimentSetup.of(experiment, graph, backend));
    }

    /// The experiment on its graph.
    public ExperimentSetup setup() {
        return setup;
    }

    /// An episode with what was computed of it, in the space of all parameters.
    ///
    /// @param index its number in training
    /// @param own what the learner contributes
    /// @param way through the inner loop
    /// @param gradients its meta-gradient in both orders; empty without two orders
    /// @param solution what a head that is computed makes of it
    private record Drawn(
            long index,
            Contribution own,
            InnerWay way,
            Optional<Gradients> gradients,
            Optional<Solution> solution) {}

    /// A meta-gradient in both orders.
    private record Gradients(Parameters exact, Parameters first) {}

    /// Takes the outer step apart that comes after this state.
    ///
    /// @param pausePoint called between inner steps; may throw to give up
    public OuterTrace look(OuterState at, Runnable pausePoint) {
        LearnerState learned = at.learned();
        ParameterSpace space = new ParameterSpace(setup.backend(), learned.theta().specs());
        int tasks = learner.tasksPerStep();
        Contribution[] contributions = new Contribution[tasks];
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            long index = (long) at.steps() * tasks + i;
            EpisodeProblem problem = setup.trainingProblem(index);
            contributions[i] = contribution(own, problem, at, pausePoint);
            if (i < MOST_EPISODES) {
                drawn.add(drawn(index, contributions[i], at, space, pausePoint));
            }
        }
        Direction direction = new Direction.Mean(setup.backend()).of(learned, contributions);
        Parameters mean = pull(direction.theta(), space);
        Optional<Parameters> move =
                knows(at, contributions[0]) && Double.isFinite(space.norm(mean))
                        ? Optional.of(
                                        learner.step(
                                                        at,
                                                        direction,
                                                        setup.experiment().budget().steps(),
                                                        setup.backend())
                                                .learned()
                                                .theta())
                                .map(reached -> space.minus(reached, learned.theta()))
                        : Optional.empty();
        return trace(at, drawn, mean, move, space);
    }

    /// Goes the outer steps of training again, on the same episodes, and comes to the same state: of a state of which only what was
    /// learned is known, everything is known then.
    ///
    /// @param from an earlier state of which everything is known
    /// @param wanted what is known of the state to come to
    /// @param stepDone called after each outer step with its number; may throw to give up
    /// @return the whole state; `wanted` itself if another θ was reached, as with an engine of other arithmetic
    public OuterState again(OuterState from, OuterState wanted, IntConsumer stepDone) {
        Direction.Mean mean = new Direction.Mean(setup.backend());
        int tasks = learner.tasksPerStep();
        Contribution[] contributions = new Contribution[tasks];
        List<Contribution.Buffer> buffers =
                Stream.generate(() -> new Contribution.Buffer(setup.backend()))
                        .limit(tasks)
                        .toList();
        OuterState at = from;
        while (at.steps() < wanted.steps()) {
            for (int i = 0; i < tasks; i++) {
                contributions[i] =
                        own.contribute(
                                setup.trainingProblem((long) at.steps() * tasks + i),
                                at.learned(),
                                at.steps(),
                                buffers.get(i),
                                () -> {});
            }
            at =
                    learner.step(
                            at,
                            mean.of(at.learned(), contributions),
                            setup.experiment().budget().steps(),
                            setup.backend());
            stepDone.accept(at.steps());
        }
        return at.learned().theta().sha256().equals(wanted.learned().theta().sha256())
                ? at
                : wanted;
    }

    private Contribution contribution(
            EpisodeWorker worker, EpisodeProblem problem, OuterState at, Runnable pausePoint) {
        return worker.contribute(
                problem,
                at.learned(),
                at.steps(),
                new Contribution.Buffer(setup.backend()),
                pausePoint);
    }

    /// Whether the state holds everything that the outer step depends on: Adam's moments, or what an inner optimiser carries on.
    private boolean knows(OuterState at, Contribution any) {
        return switch (learner.traits().outerKnob()) {
            case RATE -> at.hasMoments();
            case EPSILON ->
                    at.steps() == 0
                            || any.carried().steps() == 0
                            || at.learned().carried().steps() > 0;
        };
    }

    private Drawn drawn(
            long index,
            Contribution contribution,
            OuterState at,
            ParameterSpace space,
            Runnable pausePoint) {
        EpisodeProblem problem = contribution.problem();
        InnerWay way =
                InnerWay.of(
                        own, problem, at.learned(), mostPoints(space.specs()), space, pausePoint);
        return new Drawn(
                index,
                contribution,
                way,
                both.map(orders ->
                        new Gradients(
                                whole(contribution(orders.exact(), problem, at, pausePoint), space),
                                whole(
                                        contribution(orders.first(), problem, at, pausePoint),
                                        space))),
                Solutions.of(
                        setup.plan(),
                        own,
                        problem,
                        setup.episode(Phase.TRAIN, index),
                        at.learned(),
                        pausePoint));
    }

    /// How many points of a path are kept.
    private int mostPoints(List<ParameterSpec> specs) {
        long bytes =
                Float.BYTES * specs.stream().mapToLong(s -> (long) s.rows() * s.columns()).sum();
        int episodes = Math.min(MOST_EPISODES, learner.tasksPerStep());
        return Math.clamp(MOST_BYTES / bytes / episodes, 2, MOST_POINTS / episodes);
    }

    private static Parameters whole(Contribution contribution, ParameterSpace space) {
        Parameters sum = space.zero();
        contribution.problem().extend(contribution.direction(), 1, sum, space.backend());
        return sum;
    }

    /// A contribution's direction as the way θ would go.
    private Parameters pull(Parameters direction, ParameterSpace space) {
        return switch (learner.traits().direction()) {
            case DISPLACEMENT -> direction;
            case META_GRADIENT, GRADIENT, NONE -> {
                Parameters against = space.zero();
                space.add(against, -1, direction);
                yield against;
            }
        };
    }

    private OuterTrace trace(
            OuterState at,
            List<Drawn> drawn,
            Parameters mean,
            Optional<Parameters> move,
            ParameterSpace space) {
        List<Parameters> pulls =
                drawn.stream().map(each -> pull(whole(each.own(), space), space)).toList();
        List<Parameters> moved =
                drawn.stream()
                        .flatMap(each -> each.way().points().stream())
                        .filter(point -> space.norm(point) > 0)
                        .toList();
        List<Parameters> finite =
                pulls.stream().filter(pull -> Double.isFinite(space.norm(pull))).toList();
        List<Parameters> through = moved.isEmpty() ? finite : moved;
        Plane plane = Plane.of(through, mean, space);
        List<EpisodeTrace> episodes = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            episodes.add(episode(drawn.get(i), pulls.get(i), mean, plane, space));
        }
        return new OuterTrace(
                at.steps(),
                learner.tasksPerStep(),
                episodes,
                learner.traits().direction(),
                new OuterTrace.Seen(
                        moved.isEmpty() ? OuterTrace.Through.PULLS : OuterTrace.Through.MOVEMENT,
                        plane.share(),
                        through.size()),
                plane.arrow(mean),
                move.map(plane::arrow),
                move.map(way -> space.cosine(way, mean)).orElse(0.0));
    }

    private EpisodeTrace episode(
            Drawn drawn, Parameters pull, Parameters mean, Plane plane, ParameterSpace space) {
        List<EpisodeTrace.Point> path = new ArrayList<>();
        InnerWay way = drawn.way();
        for (int i = 0; i < way.points().size(); i++) {
            double[] at = plane.at(way.points().get(i));
            path.add(new EpisodeTrace.Point(way.steps().get(i), at[0], at[1]));
        }
        return new EpisodeTrace(
                drawn.index(),
                new Subject(Phase.TRAIN, setup.episode(Phase.TRAIN, drawn.index())),
                drawn.own().lossBefore(),
                drawn.own().lossAfter(),
                path,
                plane.arrow(pull),
                drawn.gradients().map(gradients -> orders(gradients, plane, space)),
                drawn.solution(),
                space.cosine(pull, mean));
    }

    private EpisodeTrace.Orders orders(Gradients of, Plane plane, ParameterSpace space) {
        Parameters exact = of.exact();
        Parameters first = of.first();
        return new EpisodeTrace.Orders(
                plane.arrow(pull(exact, space)),
                plane.arrow(pull(first, space)),
                space.cosine(exact, first),
                space.norm(first) / space.norm(exact));
    }
}
