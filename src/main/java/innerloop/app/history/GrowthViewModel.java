package innerloop.app.history;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.run.LongWork;
import innerloop.app.run.Machine;
import innerloop.app.work.WorkViewModel;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.VectorBackend;
import innerloop.meta.LearnerState;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import innerloop.training.Engine;
import innerloop.training.ExperimentRunner;
import innerloop.training.Growth;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.RunStatus;
import innerloop.training.TrainingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Tests in the background, after every later step of the graph's history, what the open experiment learns. What the last
/// run learned is taken if it was of this experiment; otherwise the experiment is trained first.
///
/// All methods are called on the JavaFX thread.
public final class GrowthViewModel extends WorkViewModel<Growth> {

    /// The share of the work that training is, if there is any.
    private static final double TRAINING = 0.4;

    private final Supplier<@Nullable RunRecord> lastRun;

    /// Nothing is tested yet.
    ///
    /// @param lastRun the run that is shown, if there is one
    public GrowthViewModel(
            WorkbenchDocument document, Machine machine, Supplier<@Nullable RunRecord> lastRun) {
        super("growth", document, machine);
        this.lastRun = lastRun;
        describe();
    }

    @Override
    protected String plan(Experiment experiment, AttributedGraph graph) throws InputException {
        if (graph.snapshot().isEmpty()) {
            throw new InputException(
                    new Trouble(Phrase.words(Messages.get("growth.still")), Phrase.NOTHING), "");
        }
        return Messages.get(
                "growth.plan",
                experiment.history().until(),
                Growth.require(experiment, graph).steps().size(),
                experiment.budget().testTasks());
    }

    @Override
    protected LongWork.Job job(Experiment experiment, AttributedGraph graph) {
        return new Job(experiment, graph, learned(experiment));
    }

    @Override
    protected String sentence(Growth tested) {
        return GrowthTexts.sentence(tested);
    }

    private Optional<LearnerState> learned(Experiment experiment) {
        RunRecord run = lastRun.get();
        boolean fits =
                run != null
                        && run.status() == RunStatus.FINISHED
                        && !run.checkpoints().isEmpty()
                        && run.experiment().unpainted().equals(experiment.unpainted());
        return fits ? Optional.of(run.checkpoints().getLast().learned()) : Optional.empty();
    }

    /// One test over time.
    private final class Job implements LongWork.Job {

        private final Experiment experiment;
        private final AttributedGraph graph;
        private final Optional<LearnerState> known;
        private final int steps;
        private final int all;
        private final List<Growth.Point> points = new ArrayList<>();
        private volatile double trained;
        private volatile int tested;

        Job(Experiment experiment, AttributedGraph graph, Optional<LearnerState> known) {
            this.experiment = experiment;
            this.graph = graph;
            this.known = known;
            this.steps = graph.snapshot().map(at -> at.history().steps().size()).orElse(0);
            this.all = steps - experiment.history().until() + 1;
        }

        @Override
        public double done() {
            double part = (double) tested / all;
            return known.isPresent() ? part : TRAINING * trained + (1 - TRAINING) * part;
        }

        @Override
        public String said(String left) {
            return tested == 0 && known.isEmpty()
                    ? Messages.get("growth.training", trained)
                    : Messages.get("growth.testing", tested, all);
        }

        @Override
        public String run(RunControl control) throws InputException {
            LearnerState learned;
            if (known.isPresent()) {
                learned = known.get();
            } else {
                RunRecord record =
                        new ExperimentRunner(new VectorBackend(), Engine.threads())
                                .run(experiment, graph, control, this::hear);
                if (record.status() != RunStatus.FINISHED) {
                    return record.status() == RunStatus.DIVERGED
                            ? Messages.get("growth.diverged")
                            : "";
                }
                learned = record.checkpoints().getLast().learned();
            }
            Growth grown =
                    Growth.of(
                            experiment,
                            graph,
                            learned,
                            new VectorBackend(),
                            Engine.threads(),
                            control,
                            this::add);
            Platform.runLater(() -> take(experiment, grown));
            return "";
        }

        private void hear(TrainingEvent event) {
            if (event instanceof TrainingEvent.StepFinished finished) {
                trained = (double) finished.step() / experiment.budget().steps();
            }
        }

        private void add(Growth.Point point) {
            points.add(point);
            tested = points.size();
            Growth soFar = new Growth(experiment, steps, points, List.of());
            Platform.runLater(() -> take(experiment, soFar));
        }
    }
}
