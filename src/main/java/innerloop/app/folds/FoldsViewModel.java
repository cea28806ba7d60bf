package innerloop.app.folds;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.recipe.SettingNames;
import innerloop.app.run.LongWork;
import innerloop.app.run.Machine;
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
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Runs the open experiment once for every set of novel classes, or for some of them, in the background.
///
/// All methods are called on the JavaFX thread.
public final class FoldsViewModel {

    /// So many are enough for a mean, and few enough to wait for.
    private static final int USUAL = 20;

    private final WorkbenchDocument document;
    private final LongWork work;
    private final IntegerProperty most = new SimpleIntegerProperty(this, "most", USUAL);
    private final ObservableList<Fold> folds = FXCollections.observableArrayList();
    private final ObservableList<Fold> shown = FXCollections.unmodifiableObservableList(folds);
    private @Nullable Experiment made;

    /// Nothing is run yet.
    public FoldsViewModel(WorkbenchDocument document, Machine machine) {
        this.document = document;
        this.work = new LongWork("folds", machine);
        document.experiment().subscribe(_ -> describe());
        document.graph()
                .addListener((_, before, now) -> {
                    // Another class of a node is an edit like others.
                    if (before != null && now != null && now.hasNodesOf(before)) {
                        describe();
                        return;
                    }
                    work.stop();
                    folds.clear();
                    made = null;
                    describe();
                });
        most.subscribe(_ -> describe());
    }

    /// How many folds there would be, or why there can be none.
    private void describe() {
        AttributedGraph graph = document.graph().get();
        Experiment experiment = document.experiment().get();
        if (graph == null) {
            work.offer(false, Messages.get("split.noGraph"));
            return;
        }
        try {
            ClassFolds.require(experiment);
            long all = ClassFolds.count(graph, experiment.task().drawing());
            work.offer(
                    true,
                    all <= most.get()
                            ? Messages.get("folds.all", all, experiment.task().drawing().ways())
                            : Messages.get(
                                    "folds.some",
                                    most.get(),
                                    all,
                                    experiment.task().drawing().ways(),
                                    Long.toString(experiment.seed())));
        } catch (InputException e) {
            work.offer(false, SettingNames.in(e));
        }
    }

    /// Begins; the folds of before go.
    public void start() {
        AttributedGraph graph = document.graph().get();
        if (work.state().get() != LongWork.State.READY || graph == null) {
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
            work.start(new Job(experiment, graph, splits));
        } catch (InputException e) {
            work.offer(false, SettingNames.in(e));
        }
    }

    /// Goes on with what came out of another one.
    public void takeOver(FoldsViewModel before) {
        most.set(before.most.get());
        made = before.made;
        folds.setAll(before.folds);
        describe();
    }

    /// Makes the lanes of a fold those of the experiment.
    public void use(Fold fold) {
        document.edit(
                Messages.later("edit.fold", String.join(", ", fold.novel())),
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

    /// How many folds at the most.
    public IntegerProperty most() {
        return most;
    }

    /// The work of running them; finished folds are kept when it is stopped.
    public LongWork work() {
        return work;
    }

    /// The folds that were run, in their order.
    public ObservableList<Fold> folds() {
        return shown;
    }

    /// The open experiment, when it changes.
    ReadOnlyObjectProperty<Experiment> experiment() {
        return document.experiment();
    }

    /// The folds of one press of the button.
    private final class Job implements LongWork.Job {

        private final Experiment experiment;
        private final AttributedGraph graph;
        private final List<Lanes> splits;
        private volatile int fold;
        private volatile int step;

        Job(Experiment experiment, AttributedGraph graph, List<Lanes> splits) {
            this.experiment = experiment;
            this.graph = graph;
            this.splits = splits;
        }

        @Override
        public double done() {
            double part = (double) step / Math.max(1, experiment.budget().steps());
            return (fold + Math.min(1, part)) / splits.size();
        }

        @Override
        public String said(String left) {
            return left.isEmpty()
                    ? Messages.get("folds.begin", splits.size())
                    : Messages.get("folds.progress", folds.size() + 1, splits.size(), left);
        }

        @Override
        public String run(RunControl control) throws InputException {
            ExperimentRunner runner = new ExperimentRunner(new VectorBackend(), Engine.threads());
            for (int k = 0; k < splits.size(); k++) {
                fold = k;
                step = 0;
                Fold run =
                        ClassFolds.run(
                                runner, experiment, graph, splits.get(k), control, this::hear);
                Platform.runLater(() -> add(run));
            }
            return "";
        }

        private void hear(TrainingEvent event) {
            if (event instanceof TrainingEvent.StepFinished finished) {
                step = finished.step();
            }
        }

        /// The graph, or the experiment, may have changed since.
        private void add(Fold run) {
            if (experiment.equals(made)) {
                folds.add(run);
            }
        }
    }
}
