package innerloop.app.folds;

import innerloop.app.Durations;
import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.run.RunStatusModel;
import innerloop.episode.Lanes;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.Seed;
import innerloop.math.VectorBackend;
import innerloop.training.ClassFolds;
import innerloop.training.ClassFolds.Fold;
import innerloop.training.Engine;
import innerloop.training.ExperimentRunner;
import innerloop.training.RunControl;
import innerloop.training.TrainingEvent;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Runs the open experiment once for every set of novel classes, or for some of them, in the background.
///
/// All methods are called on the JavaFX thread.
public final class FoldsViewModel {

    /// So many are enough for a mean, and few enough to wait for.
    private static final int USUAL = 20;

    private static final Duration LOOK = Duration.millis(250);

    /// The state of the folds.
    public enum State {
        /// Nothing goes, and nothing can be started.
        IMPOSSIBLE,
        /// Nothing goes.
        READY,
        /// Folds are run.
        RUNNING,
        /// Told to stop, not yet there.
        STOPPING
    }

    private final WorkbenchDocument document;
    private final RunStatusModel run;
    private final IntegerProperty most = new SimpleIntegerProperty(this, "most", USUAL);
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", State.IMPOSSIBLE);
    private final ReadOnlyStringWrapper plan = new ReadOnlyStringWrapper(this, "plan", "");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ObservableList<Fold> folds = FXCollections.observableArrayList();
    private final ObservableList<Fold> shown = FXCollections.unmodifiableObservableList(folds);
    private final Timeline clock = new Timeline(new KeyFrame(LOOK, _ -> look()));
    private @Nullable Work work;
    private @Nullable Experiment made;

    /// Nothing is run yet.
    public FoldsViewModel(WorkbenchDocument document, RunStatusModel run) {
        this.document = document;
        this.run = run;
        run.state().addListener((_, _, _) -> describe());
        clock.setCycleCount(Animation.INDEFINITE);
        document.experiment().subscribe(_ -> describe());
        document.graph()
                .addListener((_, before, now) -> {
                    // Another class of a node is an edit like others.
                    if (before != null && now != null && now.hasNodesOf(before)) {
                        describe();
                        return;
                    }
                    stop();
                    folds.clear();
                    made = null;
                    describe();
                });
        most.subscribe(_ -> describe());
    }

    /// How many folds there would be, or why there can be none.
    private void describe() {
        if (work != null) {
            return;
        }
        AttributedGraph graph = document.graph().get();
        Experiment experiment = document.experiment().get();
        boolean possible = false;
        if (graph == null) {
            plan.set(Messages.get("split.noGraph"));
        } else {
            try {
                ClassFolds.require(experiment);
                long all = ClassFolds.count(graph, experiment.task().drawing());
                plan.set(
                        all <= most.get()
                                ? Messages.get("folds.all", all, experiment.task().drawing().ways())
                                : Messages.get(
                                        "folds.some",
                                        most.get(),
                                        all,
                                        experiment.task().drawing().ways(),
                                        Long.toString(experiment.seed())));
                possible = true;
            } catch (InputException e) {
                plan.set(String.valueOf(e.getMessage()));
            }
        }
        progress.set(0);
        boolean free = !run.state().get().active();
        state.set(possible && free ? State.READY : State.IMPOSSIBLE);
    }

    /// Begins; the folds of before go.
    public void start() {
        AttributedGraph graph = document.graph().get();
        if (state.get() != State.READY || graph == null) {
            return;
        }
        Experiment experiment = document.experiment().get();
        try {
            List<Lanes> splits =
                    ClassFolds.splits(
                            graph,
                            experiment.task().drawing(),
                            most.get(),
                            new Seed(experiment.seed()));
            folds.clear();
            made = experiment;
            Work begun = new Work(experiment, graph, splits);
            work = begun;
            state.set(State.RUNNING);
            clock.playFromStart();
            begun.start();
        } catch (InputException e) {
            plan.set(String.valueOf(e.getMessage()));
        }
    }

    /// Ends after the present step; finished folds are kept.
    public void stop() {
        Work going = work;
        if (going != null) {
            state.set(State.STOPPING);
            going.control.stop();
        }
    }

    private void look() {
        Work going = work;
        if (going != null) {
            double done = going.done();
            progress.set(done);
            double seconds = (System.nanoTime() - going.begin) / 1e9;
            plan.set(
                    done > 0
                            ? Messages.get(
                                    "folds.progress",
                                    folds.size() + 1,
                                    going.splits.size(),
                                    Durations.left(seconds * (1 - done) / done))
                            : Messages.get("folds.begin", going.splits.size()));
        }
    }

    private void ended(Work ended, String complaint) {
        if (ended == work) {
            work = null;
            clock.stop();
            describe();
            if (!complaint.isEmpty()) {
                plan.set(complaint);
            }
        }
    }

    /// Makes the lanes of a fold those of the experiment.
    public void use(Fold fold) {
        document.edit(
                Messages.get("edit.fold", String.join(", ", fold.novel())),
                "",
                e -> e.withSplit(e.split().withLanes(fold.record().experiment().split().lanes())));
    }

    /// Whether the folds shown are of the open experiment as it is now, whatever its lanes.
    public boolean isPresent() {
        return made == null || bare(made).equals(bare(document.experiment().get()));
    }

    private static Experiment bare(Experiment experiment) {
        return experiment
                .unpainted()
                .withSplit(
                        experiment.split().withLanes(new Lanes(List.of(), List.of(), List.of())));
    }

    /// Whether folds are being run.
    public boolean isActive() {
        return work != null;
    }

    /// How many folds at the most.
    public IntegerProperty most() {
        return most;
    }

    /// The state.
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// The folds that would be run or are run, or the reason why none can be.
    public ReadOnlyStringProperty plan() {
        return plan.getReadOnlyProperty();
    }

    /// How much is done, 0 … 1.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// The folds that were run, in their order.
    public ObservableList<Fold> folds() {
        return shown;
    }

    /// The open experiment, when it changes.
    ReadOnlyObjectProperty<Experiment> experiment() {
        return document.experiment();
    }

    /// Ends the thread.
    public void dispose() {
        stop();
        clock.stop();
    }

    /// The folds of one press of the button.
    private final class Work {

        private final Experiment experiment;
        private final AttributedGraph graph;
        private final List<Lanes> splits;
        private final RunControl control = new RunControl();
        private final long begin = System.nanoTime();
        private volatile int fold;
        private volatile int step;

        Work(Experiment experiment, AttributedGraph graph, List<Lanes> splits) {
            this.experiment = experiment;
            this.graph = graph;
            this.splits = splits;
        }

        void start() {
            Thread thread = new Thread(this::run, "folds");
            thread.setDaemon(true);
            thread.start();
        }

        double done() {
            double part = (double) step / Math.max(1, experiment.budget().steps());
            return (fold + Math.min(1, part)) / splits.size();
        }

        private void run() {
            String complaint = "";
            try {
                ExperimentRunner runner =
                        new ExperimentRunner(new VectorBackend(), Engine.threads());
                for (int k = 0; k < splits.size() && !control.isStopped(); k++) {
                    fold = k;
                    step = 0;
                    Fold run =
                            ClassFolds.run(
                                    runner, experiment, graph, splits.get(k), control, this::hear);
                    if (!control.isStopped()) {
                        Platform.runLater(() -> add(run));
                    }
                }
            } catch (InputException e) {
                complaint = String.valueOf(e.getMessage());
            } catch (OutOfMemoryError e) {
                complaint = Messages.get("folds.memory");
            } catch (RuntimeException e) {
                complaint = e.toString();
            }
            String said = complaint;
            Platform.runLater(() -> ended(this, said));
        }

        private void hear(TrainingEvent event) {
            if (event instanceof TrainingEvent.StepFinished finished) {
                step = finished.step();
            }
        }

        private void add(Fold run) {
            if (work == this) {
                folds.add(run);
            }
        }
    }
}
