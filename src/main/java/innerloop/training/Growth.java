package innerloop.training;

import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.experiment.HistoryCut;
import innerloop.experiment.InputException;
import innerloop.graph.Amount;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphHistory;
import innerloop.math.Backend;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.LearnerState;
import innerloop.meta.MetaLearner;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What a learner that was trained on the beginning of a graph's history is worth while the graph grows on: after each later step
/// the test of the run once more, on the graph as it is then. What was learned adapts anew in the inner loop's few steps;
/// beside it the same learner does so untrained ("from scratch"), and once more with [#PATIENCE] times as many steps.
///
/// The first point is the state the training saw; its scores are those of the run. Test episodes are drawn at each step from
/// the nodes that are there, in the classes of the test lane that have enough of them by then: classes that appear late join in.
///
/// @param experiment the experiment, which says where training stopped
/// @param steps how many steps the history has
/// @param points the scores, in the order of the steps
/// @param left the steps at which no episode could be drawn
public record Growth(Experiment experiment, int steps, List<Point> points, List<Integer> left) {

    /// How many times more inner steps the patient start from scratch has.
    public static final int PATIENCE = 10;

    /// The scores after one step.
    ///
    /// @param step how many steps have happened
    /// @param time when the last of them did, on the clock of the graph's file
    /// @param nodes how many nodes are there
    /// @param edges how many edges are there
    /// @param adapted what was learned, adapted
    /// @param scratch the same learner, untrained
    /// @param patient untrained with more inner steps; empty if there is no inner loop
    /// @param floor without any learner
    public record Point(
            int step,
            double time,
            int nodes,
            int edges,
            Score adapted,
            Score scratch,
            Optional<Score> patient,
            Score floor) {}

    public Growth {
        points = List.copyOf(points);
        left = List.copyOf(left);
    }

    /// Refuses an experiment after whose training nothing happens.
    ///
    /// @param graph as the experiment sees it
    public static GraphHistory require(Experiment experiment, AttributedGraph graph)
            throws InputException {
        GraphHistory history =
                graph.snapshot()
                        .map(GraphHistory.Snapshot::history)
                        .orElseThrow(
                                () -> new InputException(Trouble.of("growth.noHistory"), "graph"));
        int steps = history.steps().size();
        int until = experiment.history().until();
        if (until == 0 || until >= steps) {
            throw new InputException(
                    Trouble.of(
                            "growth.sawAll",
                            Phrase.amount(steps, "step"),
                            Integer.toString(Math.max(1, steps / 2))),
                    "history.until");
        }
        return history;
    }

    /// Tests after every step from the one on at which training stopped; ends early, with what there is, when `control` says stop.
    ///
    /// @param graph as the experiment sees it
    /// @param learned what it learned
    /// @param done called with every point, on the calling thread
    /// @throws InputException if the experiment does not fit the graph, or nothing happens after its training
    public static Growth of(
            Experiment experiment,
            AttributedGraph graph,
            LearnerState learned,
            Backend backend,
            int threads,
            RunControl control,
            Consumer<Point> done)
            throws InputException {
        GraphHistory history = require(experiment, graph);
        ExperimentSetup setup = ExperimentSetup.of(experiment, graph, backend);
        Optional<Experiment> patient = patiently(experiment);
        ExperimentSetup slow = ExperimentSetup.of(patient.orElse(experiment), graph, backend);
        List<Point> points = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        try (EpisodePool pool = new EpisodePool(setup, threads);
                EpisodePool slowPool = new EpisodePool(slow, threads)) {
            for (int step = experiment.history().until(); step <= history.steps().size(); step++) {
                AttributedGraph then =
                        experiment.withHistory(new HistoryCut(step)).labelled(history.at(step));
                ExperimentSetup now = setup.on(then);
                if (!now.canTest()) {
                    left.add(step);
                    continue;
                }
                FinalTest test =
                        FinalTest.of(now, pool, learned, setup.initial(), control, () -> {});
                control.testPoint();
                Optional<Score> patientScore =
                        patient.isEmpty()
                                ? Optional.empty()
                                : Optional.of(untrained(slow.on(then), slowPool, control));
                Point point =
                        new Point(
                                step,
                                history.steps().get(step - 1).time(),
                                then.nodesPresent(),
                                then.edges(),
                                test.score(),
                                test.zeroSteps(),
                                patientScore,
                                test.baselines().getFirst().score());
                points.add(point);
                done.accept(point);
            }
        } catch (RunControl.StoppedException e) {
            // The points there are stay true.
        }
        return new Growth(experiment, history.steps().size(), points, left);
    }

    /// The experiment with [#PATIENCE] times as many inner steps; empty without an inner loop.
    public static Optional<Experiment> patiently(Experiment experiment) {
        return experiment.learner() instanceof MetaLearner.Adapting adapting
                ? Optional.of(
                        experiment.withLearner(
                                adapting.withInner(
                                        adapting.inner().withSteps(patientSteps(adapting)))))
                : Optional.empty();
    }

    private static int patientSteps(MetaLearner.Adapting adapting) {
        return Math.min(MetaLearner.MOST, PATIENCE * adapting.inner().steps());
    }

    /// The inner steps of what was learned, and those of the patient start from scratch; none without an inner loop.
    public List<Integer> innerSteps() {
        return experiment.learner() instanceof MetaLearner.Adapting adapting
                ? List.of(adapting.inner().steps(), patientSteps(adapting))
                : List.of();
    }

    private static Score untrained(ExperimentSetup setup, EpisodePool pool, RunControl control) {
        LearnerState untrained = setup.initial();
        double[] score = new double[setup.experiment().budget().testTasks()];
        pool.forEach(
                score.length,
                (worker, i) -> {
                    control.testPoint();
                    EpisodeProblem problem =
                            setup.problem(Phase.TEST, setup.episode(Phase.TEST, i));
                    score[i] =
                            setup.score(
                                    problem, worker.judge(problem, untrained, control::testPoint));
                });
        return Score.of(setup.experiment().measure(), score);
    }

    /// The points after the training.
    public List<Point> later() {
        return points.stream().filter(p -> p.step() > experiment.history().until()).toList();
    }

    /// One of the scores, averaged over the steps after the training; exact, since steps share nodes.
    public Score mean(Function<Point, Score> score) {
        List<Score> scores = later().stream().map(score).toList();
        return Score.exact(
                experiment.measure(),
                scores.stream().mapToDouble(Score::mean).average().orElse(Double.NaN));
    }

    /// At how many of the steps after the training the adapted learner was better than another score.
    public int ahead(Function<Point, Score> other) {
        Measure measure = experiment.measure();
        return (int)
                later().stream()
                        .filter(p -> measure.gain(p.adapted().mean(), other.apply(p).mean()) > 0)
                        .count();
    }

    /// The score of the patient start; that of the other where there is none.
    public static Score patient(Point point) {
        return point.patient().orElse(point.scratch());
    }

    /// How the adapted learner compares with each start from scratch and the floor, on average and step by step, as one sentence.
    public String verdict() {
        int steps = later().size();
        if (steps == 0) {
            return "no step after the training could be tested";
        }
        List<Integer> inner = innerSteps();
        List<String> parts = new ArrayList<>();
        parts.add(
                "in the %s after the training, adapted scores %s on average"
                        .formatted(Amount.of(steps, "step"), mean(Point::adapted).meanText()));
        parts.add(
                against(inner.isEmpty() ? "untrained" : scratch(inner.getFirst()), Point::scratch));
        if (!inner.isEmpty()) {
            parts.add(against(scratch(inner.getLast()), Growth::patient));
        }
        parts.add(against("the floor", Point::floor));
        return String.join("; ", parts);
    }

    private String against(String name, Function<Point, Score> other) {
        return "%s %s (worse at %d of %s)"
                .formatted(
                        name,
                        mean(other).meanText(),
                        ahead(other),
                        Amount.of(later().size(), "step"));
    }

    private static String scratch(int innerSteps) {
        return "from scratch in " + Amount.of(innerSteps, "inner step");
    }
}
