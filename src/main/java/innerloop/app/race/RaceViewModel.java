package innerloop.app.race;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.run.LongWork;
import innerloop.app.run.Machine;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.VectorBackend;
import innerloop.training.Engine;
import innerloop.training.Race;
import innerloop.training.RaceResult;
import innerloop.training.RunControl;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/// Races the learner of the open experiment in the background.
///
/// All methods are called on the JavaFX thread.
public final class RaceViewModel {

    private final WorkbenchDocument document;
    private final LongWork work;
    private final IntegerProperty times =
            new SimpleIntegerProperty(this, "times", Race.TIMES_USUAL);
    private final ReadOnlyObjectWrapper<@Nullable RaceResult> result =
            new ReadOnlyObjectWrapper<>(this, "result");
    private final ReadOnlyBooleanWrapper present =
            new ReadOnlyBooleanWrapper(this, "present", true);
    private @Nullable Experiment made;

    /// Nothing is raced yet.
    public RaceViewModel(WorkbenchDocument document, Machine machine) {
        this.document = document;
        this.work = new LongWork("race", machine);
        document.experiment().subscribe(_ -> describe());
        document.graph()
                .addListener((_, before, now) -> {
                    // Another class of a node is an edit like others.
                    if (before == null || now == null || !now.hasNodesOf(before)) {
                        work.stop();
                        made = null;
                        result.set(null);
                    }
                    describe();
                });
        times.subscribe(_ -> describe());
    }

    /// What would be done, or why it cannot be.
    private void describe() {
        Experiment experiment = document.experiment().get();
        present.set(made == null || made.unpainted().equals(experiment.unpainted()));
        if (document.graph().get() == null) {
            work.offer(false, Messages.get("split.noGraph"));
            return;
        }
        try {
            int steps = Race.steps(Race.require(experiment), times.get());
            work.offer(
                    true,
                    Messages.get(
                            "race.plan",
                            experiment.budget().steps(),
                            experiment.budget().testTasks(),
                            steps));
        } catch (InputException e) {
            work.offer(false, String.valueOf(e.getMessage()));
        }
    }

    /// Begins; the result of before goes.
    public void start() {
        AttributedGraph graph = document.graph().get();
        if (work.state().get() != LongWork.State.READY || graph == null) {
            return;
        }
        Experiment experiment = document.experiment().get();
        try {
            int steps = Race.steps(Race.require(experiment), times.get());
            made = experiment;
            result.set(null);
            work.start(new Job(experiment, graph, steps));
            describe();
        } catch (InputException e) {
            work.offer(false, String.valueOf(e.getMessage()));
        }
    }

    /// How many times as many inner steps as the learner takes.
    public IntegerProperty times() {
        return times;
    }

    /// The work of racing.
    public LongWork work() {
        return work;
    }

    /// What came out last.
    public ReadOnlyObjectProperty<@Nullable RaceResult> result() {
        return result.getReadOnlyProperty();
    }

    /// What came out in a sentence, or why nothing did.
    public String outcome() {
        RaceResult raced = result.get();
        return raced == null ? work.plan().get() : RaceTexts.sentence(raced);
    }

    /// Whether the result is of the open experiment as it is now.
    public ReadOnlyBooleanProperty present() {
        return present.getReadOnlyProperty();
    }

    /// One race.
    private final class Job implements LongWork.Job {

        private final Experiment experiment;
        private final AttributedGraph graph;
        private final int steps;
        private volatile Race.Progress progress;

        Job(Experiment experiment, AttributedGraph graph, int steps) {
            this.experiment = experiment;
            this.graph = graph;
            this.steps = steps;
            this.progress =
                    new Race.Progress(Race.Stage.META_TRAINING, 0, experiment.budget().steps());
        }

        /// The stages take about as long as each other.
        @Override
        public double done() {
            Race.Progress now = progress;
            double part = (double) now.done() / Math.max(1, now.total());
            return switch (now.stage()) {
                case META_TRAINING -> part / 3;
                case PRE_TRAINING -> (1 + part) / 3;
                case RACING -> (2 + part) / 3;
            };
        }

        @Override
        public String said(String left) {
            Race.Progress now = progress;
            return Messages.get("race.stage." + now.stage(), now.done(), now.total());
        }

        @Override
        public String run(RunControl control) throws InputException {
            try {
                RaceResult raced =
                        new Race(
                                        new VectorBackend(),
                                        Engine.threads(),
                                        control,
                                        now -> progress = now)
                                .run(experiment, graph, steps);
                Platform.runLater(() -> show(raced));
                return "";
            } catch (Race.DivergedException e) {
                return String.valueOf(e.getMessage());
            }
        }

        /// The graph may be another one by now.
        private void show(RaceResult raced) {
            if (experiment.equals(made)) {
                result.set(raced);
            }
        }
    }
}
