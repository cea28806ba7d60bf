package innerloop.app.race;

import innerloop.app.Messages;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.run.LongWork;
import innerloop.app.run.Machine;
import innerloop.app.work.WorkViewModel;
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
import javafx.beans.property.SimpleIntegerProperty;

/// Races the learner of the open experiment in the background.
///
/// All methods are called on the JavaFX thread.
public final class RaceViewModel extends WorkViewModel<RaceResult> {

    private final IntegerProperty times =
            new SimpleIntegerProperty(this, "times", Race.TIMES_USUAL);

    /// Nothing is raced yet.
    public RaceViewModel(WorkbenchDocument document, Machine machine) {
        super("race", document, machine);
        times.subscribe(_ -> describe());
    }

    @Override
    protected String plan(Experiment experiment, AttributedGraph graph) throws InputException {
        return Messages.get(
                "race.plan",
                experiment.budget().steps(),
                experiment.budget().testTasks(),
                steps(experiment));
    }

    private int steps(Experiment experiment) throws InputException {
        return Race.steps(Race.require(experiment), times.get());
    }

    @Override
    protected LongWork.Job job(Experiment experiment, AttributedGraph graph) throws InputException {
        return new Job(experiment, graph, steps(experiment));
    }

    @Override
    protected String sentence(RaceResult raced) {
        return RaceTexts.sentence(raced);
    }

    @Override
    protected String protocol(RaceResult raced) {
        return Messages.of(raced.protocol());
    }

    /// How many times as many inner steps as the learner takes.
    public IntegerProperty times() {
        return times;
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
                Platform.runLater(() -> take(experiment, raced));
                return "";
            } catch (Race.DivergedException e) {
                return Messages.of(e);
            }
        }
    }
}
