package innerloop.app.arena;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.run.LongWork;
import innerloop.app.run.Machine;
import innerloop.app.work.WorkViewModel;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.VectorBackend;
import innerloop.training.Arena;
import innerloop.training.ArenaResult;
import innerloop.training.ArenaRow;
import innerloop.training.ClassFolds;
import innerloop.training.Contenders;
import innerloop.training.Engine;
import innerloop.training.RunControl;
import innerloop.training.TrainingEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// Compares learners on the episodes of the open experiment in the background.
///
/// All methods are called on the JavaFX thread.
public final class ArenaViewModel extends WorkViewModel<ArenaResult> {

    /// The split of the experiment in place of folds.
    static final int NO_FOLDS = 0;

    private final WorkbenchDocument document;
    private final IntegerProperty folds = new SimpleIntegerProperty(this, "folds", NO_FOLDS);

    /// Nothing is compared yet.
    public ArenaViewModel(WorkbenchDocument document, Machine machine) {
        super("arena", document, machine);
        this.document = document;
        folds.subscribe(_ -> describe());
    }

    @Override
    protected String plan(Experiment experiment, AttributedGraph graph) throws InputException {
        Contenders.require(experiment);
        if (folds.get() == NO_FOLDS) {
            return Messages.get("arena.plan.own", experiment.budget().testTasks());
        }
        ClassFolds.require(experiment);
        long all = ClassFolds.count(graph, experiment.task().drawing());
        return Messages.get("arena.plan.folds", Math.min(all, folds.get()));
    }

    @Override
    protected LongWork.Job job(Experiment experiment, AttributedGraph graph) {
        return new Job(
                experiment,
                graph,
                folds.get() == NO_FOLDS ? OptionalInt.empty() : OptionalInt.of(folds.get()));
    }

    @Override
    protected String sentence(ArenaResult came) {
        return ArenaTexts.sentence(came);
    }

    @Override
    protected String protocol(ArenaResult came) {
        return Messages.of(came.protocol());
    }

    /// Whichever of the compared learners it takes, the comparison is the same.
    @Override
    protected boolean isStillOf(Experiment before, Experiment now) {
        ArenaResult came = result().get();
        return super.isStillOf(before, now)
                || (came != null
                        && came.rows().stream()
                                .anyMatch(row -> super.isStillOf(row.contender().in(before), now)));
    }

    /// Makes a learner that of the experiment, with its pre-training.
    public void use(ArenaRow row) {
        document.edit(
                () -> Messages.get("edit.contender", ArenaTexts.name(row.contender())),
                "",
                row.contender()::in);
    }

    /// On how many sets of novel classes learners are compared; [#NO_FOLDS] for the split of the experiment.
    public IntegerProperty folds() {
        return folds;
    }

    /// One comparison.
    private final class Job implements LongWork.Job {

        private final Experiment experiment;
        private final AttributedGraph graph;
        private final OptionalInt most;
        private volatile int planned;
        private volatile int ran;
        private volatile int step;

        Job(Experiment experiment, AttributedGraph graph, OptionalInt most) {
            this.experiment = experiment;
            this.graph = graph;
            this.most = most;
        }

        @Override
        public double done() {
            double part = (double) step / experiment.budget().steps();
            return planned == 0 ? 0 : Math.min(1, (ran + Math.min(1, part)) / planned);
        }

        @Override
        public String said(String left) {
            return left.isEmpty()
                    ? Messages.get("arena.begin")
                    : Messages.get("arena.progress", Math.min(ran + 1, planned), planned, left);
        }

        @Override
        public String run(RunControl control) throws InputException {
            List<Split> splits = Arena.splits(experiment, graph, most);
            ArenaResult empty =
                    ArenaResult.empty(
                            experiment,
                            splits,
                            Contenders.sensible(experiment, splits.getFirst(), graph));
            planned = empty.planned();
            show(empty);
            try {
                new Arena(
                                new VectorBackend(),
                                Engine.threads(),
                                control,
                                Arena.Keeper.NONE,
                                this::hear)
                        .run(
                                empty,
                                graph,
                                (_, _, soFar) -> {
                                    ran = soFar.ran();
                                    step = 0;
                                    show(soFar);
                                });
            } catch (IOException e) {
                // Nothing is written here.
                throw new UncheckedIOException(e);
            }
            return "";
        }

        private void hear(TrainingEvent event) {
            if (event instanceof TrainingEvent.StepFinished finished) {
                step = finished.step();
            }
        }

        private void show(ArenaResult soFar) {
            Platform.runLater(() -> take(experiment, soFar));
        }
    }
}
