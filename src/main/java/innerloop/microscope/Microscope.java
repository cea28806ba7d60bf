package innerloop.microscope;

import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import innerloop.meta.Contribution;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.LearnerState;
import innerloop.nn.NetworkEvaluator.Judged;
import innerloop.phrase.Trouble;
import innerloop.training.ExperimentSetup;
import innerloop.training.Growth;
import innerloop.training.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Looks at single episodes of an experiment with the engine that trains. For one thread.
public final class Microscope {

    private final ExperimentSetup setup;
    private final EpisodeWorker worker;

    /// The same with many more inner steps, once it was asked for.
    private @Nullable Microscope patient;

    private Microscope(ExperimentSetup setup) {
        this.setup = setup;
        this.worker = new EpisodeWorker(setup.backend(), setup.plan());
    }

    /// A microscope for the episodes of an experiment.
    ///
    /// @throws InputException if the experiment does not fit its graph, or its task has no small episodes
    public static Microscope of(Experiment experiment, AttributedGraph graph, Backend backend)
            throws InputException {
        if (experiment.task().isWhole()) {
            throw new InputException(Trouble.of("microscope.wholeTask"), "task.kind");
        }
        return new Microscope(ExperimentSetup.of(experiment, graph, backend));
    }

    /// The experiment on its graph.
    public ExperimentSetup setup() {
        return setup;
    }

    /// The episode of a phase with this number.
    ///
    /// @param number counted from 0
    /// @throws InputException if the phase has no episodes
    public Subject subject(Phase phase, long number) throws InputException {
        if (!setup.canDraw(phase)) {
            throw new InputException(
                    Trouble.of("microscope.noEpisode"),
                    "split." + phase.name().toLowerCase(Locale.ROOT));
        }
        return new Subject(phase, setup.episode(phase, number));
    }

    /// Learns the episode and looks at every inner step, up to the first whose losses are no numbers.
    ///
    /// @param pausePoint called between inner steps; may throw to give up
    public InnerTrace look(LearnerState at, Subject subject, Runnable pausePoint) {
        Episode episode = subject.episode();
        EpisodeProblem problem = setup.problem(subject.phase(), episode);
        Examples support = episode.support().orElseThrow();
        List<InnerStep> steps = new ArrayList<>();
        Movement movement = new Movement();
        worker.look(
                problem,
                at,
                pausePoint,
                look -> {
                    if (steps.isEmpty() || steps.getLast().isFinite()) {
                        List<LayerMove> moved = movement.to(look);
                        steps.add(
                                new InnerStep(
                                        look.step(),
                                        said(support, look.support()),
                                        said(episode.query(), look.query()),
                                        moved,
                                        Math.sqrt(
                                                moved.stream()
                                                        .mapToDouble(move ->
                                                                move.gradient() * move.gradient())
                                                        .sum())));
                    }
                });
        return new InnerTrace(subject, setup.experiment().task().measure(), steps);
    }

    /// What a random start comes to in [Growth#PATIENCE] times as many inner steps; empty without an inner loop.
    ///
    /// @param pausePoint called between inner steps; may throw to give up
    public Optional<Scratch> scratch(Subject subject, Runnable pausePoint) throws InputException {
        if (patient == null) {
            Optional<Experiment> experiment = Growth.patiently(setup.experiment());
            if (experiment.isEmpty()) {
                return Optional.empty();
            }
            patient =
                    new Microscope(
                            ExperimentSetup.of(experiment.get(), setup.graph(), setup.backend()));
        }
        return Optional.of(patient.end(subject, pausePoint));
    }

    private Scratch end(Subject subject, Runnable pausePoint) {
        return new Scratch(
                setup.experiment().learner().innerSteps(),
                said(
                        subject.episode().query(),
                        worker.judge(
                                setup.problem(subject.phase(), subject.episode()),
                                setup.initial(),
                                pausePoint)));
    }

    private Said said(Examples examples, Judged judged) {
        return Said.of(
                examples,
                judged.loss(),
                setup.experiment().task().value(examples.answers(), judged.scores()),
                judged.scores());
    }

    /// Cosine of the angle between the exact meta-gradient of an episode and what first order would give; empty for a learner
    /// without a second order, and where they are no numbers.
    public OptionalDouble cosine(LearnerState at, Subject subject, Runnable pausePoint) {
        OptionalDouble cosine =
                worker.contribute(
                                setup.problem(subject.phase(), subject.episode()),
                                at,
                                0,
                                new Contribution.Buffer(setup.backend()),
                                pausePoint)
                        .cosine();
        return cosine.stream().filter(Double::isFinite).findFirst();
    }
}
