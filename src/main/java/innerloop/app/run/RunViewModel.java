package innerloop.app.run;

import innerloop.app.Messages;
import innerloop.app.PretrainingName;
import innerloop.app.run.RunStatusModel.State;
import innerloop.episode.Episode;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.math.SymmetricEigen;
import innerloop.meta.LearnerState;
import innerloop.meta.OuterState;
import innerloop.nn.Adam;
import innerloop.phrase.Phrase;
import innerloop.task.Score;
import innerloop.training.Checkpoint;
import innerloop.training.Engine;
import innerloop.training.Observation;
import innerloop.training.ProgressKeeper;
import innerloop.training.RunCurves;
import innerloop.training.RunRecord;
import innerloop.training.RunStatus;
import innerloop.training.Subject;
import innerloop.training.Trainer;
import innerloop.training.TrainingEvent;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// The run as the window shows it: its state, its curves, its newest picture, its record.
///
/// All methods are called on the JavaFX thread. [#drain] takes everything the trainer said since the last frame; it
/// is called once per frame while [#isLive], more rarely while [#isTraining].
public final class RunViewModel {

    private final SimpleRunStatus status = new SimpleRunStatus();
    private final LivePicture live;
    private Engine engine = Engine.defaults();
    private final ReadOnlyObjectWrapper<@Nullable RunCurves> curves = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final BooleanProperty outdated = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable RunRecord> record = new ReadOnlyObjectWrapper<>();
    private @Nullable Trainer trainer;
    private boolean reopened;
    private long testing;
    private int testTasks;

    /// `eigen` solves the projection's eigenproblem; it may be slow to come and is asked for in the background.
    public RunViewModel(Supplier<SymmetricEigen> eigen) {
        live = new LivePicture(eigen);
        live.timeline().innerSteps().subscribe(steps -> status.setInnerSteps(steps.intValue()));
    }

    /// Makes one picture of the untrained network, so that the embedding says something before the first run. Does
    /// nothing while a run goes.
    public void preview(Experiment experiment, AttributedGraph graph) {
        if (!status.state().get().active()) {
            live.begin(experiment, graph);
        }
    }

    /// Ends the pictures of what was previewed: it is something else by now. Does nothing while a run goes.
    public void forgetPreview() {
        if (!status.state().get().active()) {
            live.end();
        }
    }

    /// Watches this episode of the open graph instead of the first of validation, in this run and the next ones, as soon as
    /// it is a whole one. The newest θ is adapted to it at once.
    public void watch(PaintedEpisode episode) {
        live.watch(episode);
    }

    /// The phase of which an episode is watched while none is painted: validation, or test once a run is over. It is validation
    /// again for every other run.
    public ObjectProperty<Phase> watchedPhase() {
        return live.phase();
    }

    /// Which episode of that phase is watched, counted from 0; the first again for every other run.
    public IntegerProperty watchedNumber() {
        return live.number();
    }

    /// The watched episode with what it sees of the graph.
    public ReadOnlyObjectProperty<@Nullable Subject> subject() {
        return live.subject();
    }

    /// Whether the live pictures come with the embedding itself, for a projection that is made on request.
    public void wantPoints(boolean wanted) {
        live.wantPoints(wanted);
    }

    /// Lets another engine make the next runs.
    public void setEngine(Engine other) {
        engine = other;
    }

    /// Starts a run; an earlier one must be over.
    ///
    /// @param keeper gives the progress to go on from, and keeps that on the way
    /// @param stepwise whether to pause after the first step
    public void start(
            Experiment experiment, AttributedGraph graph, ProgressKeeper keeper, boolean stepwise) {
        if (status.state().get().active()) {
            throw new IllegalStateException("a run is already going");
        }
        reopened = false;
        record.set(null);
        RunCurves empty = new RunCurves(experiment);
        curves.set(empty);
        status.setProgress(0, empty.steps(), -1, 0);
        status.setMessage(Messages.get("run.preparing"));
        // Without steps there is nothing to pause between.
        boolean paused = stepwise && experiment.learner().trains();
        status.setState(paused ? State.PAUSED : State.RUNNING);
        live.begin(experiment, graph);
        Trainer started = new Trainer(engine);
        started.start(experiment, graph, keeper, paused);
        trainer = started;
    }

    /// Shows a run that ended some time ago: its curves, its score, and what its parameters make of the watched episode.
    /// No run may be going.
    ///
    /// @param made its curves ([RunCurves#of(RunRecord)]), which take a moment to make
    public void reopen(RunRecord kept, RunCurves made, AttributedGraph graph) {
        trainer = null;
        reopened = true;
        curves.set(made);
        revision.set(revision.get() + 1);
        status.setProgress(kept.steps(), made.steps(), -1, kept.stepsPerSecond());
        live.begin(kept.experiment(), graph);
        live.show(
                kept.checkpoints(),
                kept.steps(),
                new LearnerState(kept.parameters(), kept.rates(), Adam.State.start()));
        finish(kept);
    }

    /// Goes on with the run that another one shows; that one knows of none any more.
    public void takeOver(RunViewModel before) {
        before.drain();
        engine = before.engine;
        trainer = before.trainer;
        before.trainer = null;
        reopened = before.reopened;
        testing = before.testing;
        testTasks = before.testTasks;
        live.takeOver(before.live);
        curves.set(before.curves.get());
        revision.set(revision.get() + 1);
        status.takeOver(before.status);
        record.set(before.record.get());
    }

    /// Whether the run shown is one that ended some time ago.
    public boolean isReopened() {
        return reopened;
    }

    /// Pauses a running trainer, resumes a paused one.
    public void pauseOrResume() {
        if (trainer == null) {
            return;
        }
        if (status.state().get() == State.PAUSED) {
            trainer.control().resume();
            status.setState(State.RUNNING);
        } else if (status.state().get() == State.RUNNING) {
            trainer.control().pause();
            status.setState(State.PAUSED);
        }
    }

    /// One more outer step of a paused run.
    public void step() {
        if (trainer != null && status.state().get() == State.PAUSED) {
            trainer.control().step();
        }
    }

    /// Ends the run; what was learned is tested and kept.
    public void stop() {
        if (trainer != null && status.state().get().active()) {
            status.setState(State.STOPPING);
            trainer.control().stop();
        }
    }

    /// Forgets the run: another graph was opened.
    public void clear() {
        if (trainer != null) {
            trainer.control().abandon();
            trainer = null;
        }
        live.clear();
        curves.set(null);
        record.set(null);
        status.setState(State.IDLE);
        status.setProgress(0, 0, -1, 0);
        status.setMessage("");
    }

    /// Whether frames can still bring news.
    public boolean isLive() {
        return status.state().get().active() || live.isAwaited();
    }

    /// Whether a trainer is at work, which every frame takes time from.
    public boolean isTraining() {
        return status.state().get().active() && status.state().get() != State.PAUSED;
    }

    /// Takes everything that happened since the last frame.
    public void drain() {
        if (trainer != null) {
            List<TrainingEvent> events = trainer.events().drain();
            // Whatever the number of steps, the window says once how far they got.
            events.reversed().stream()
                    .filter(TrainingEvent.StepFinished.class::isInstance)
                    .findFirst()
                    .ifPresent(last -> progress((TrainingEvent.StepFinished) last));
            events.forEach(this::accept);
            if (!events.isEmpty()) {
                revision.set(revision.get() + 1);
            }
        }
        live.drain();
    }

    private void accept(TrainingEvent event) {
        RunCurves shown = curves.get();
        if (shown == null) {
            return;
        }
        switch (event) {
            case TrainingEvent.Pretrained done -> {
                shown.pretrained(done);
                status.setMessage(
                        Messages.get(
                                "run.pretraining",
                                done.epoch(),
                                done.epochs(),
                                PretrainingName.of(shown.experiment())));
            }
            case TrainingEvent.Started started -> {
                shown.references(started);
                status.setMessage("");
            }
            case TrainingEvent.StepFinished step -> shown.step(step);
            case TrainingEvent.Moved(OuterState state) -> live.offer(state);
            case TrainingEvent.Paced paced -> shown.paced(paced);
            case TrainingEvent.Saved(Checkpoint checkpoint) -> live.timeline().add(checkpoint);
            case TrainingEvent.Evaluated(int step, Score score) -> shown.score(step, score);
            case TrainingEvent.Testing(int tasks) -> {
                status.setState(State.TESTING);
                testing = System.nanoTime();
                testTasks = tasks;
                if (shown.divergedAt().isEmpty()) {
                    status.setMessage(Messages.get("run.testing", tasks));
                }
            }
            case TrainingEvent.Tested(int tasks) -> {
                double each = (System.nanoTime() - testing) / 1e9 / tasks;
                status.setProgress(
                        status.step().get(),
                        status.steps().get(),
                        each * (testTasks - tasks),
                        status.stepsPerSecond().get());
            }
            case TrainingEvent.Diverged(int step, Phrase reason) -> {
                shown.diverged(step);
                status.setMessage(Messages.get("run.diverged", step, Messages.of(reason)));
            }
            case TrainingEvent.Finished(RunRecord finished) -> finish(finished);
            case TrainingEvent.Resumed resumed -> {
                curves.set(RunCurves.of(shown.experiment(), resumed.metrics(), resumed.speed()));
                resumed.checkpoints().forEach(live.timeline()::add);
            }
            case TrainingEvent.Abandoned _ -> {
                status.setState(State.STOPPED);
                status.setMessage(Messages.get("run.abandoned"));
            }
            case TrainingEvent.Failed(Phrase message, var _) -> {
                status.setState(State.FAILED);
                status.setMessage(Messages.of(message));
            }
        }
    }

    private void progress(TrainingEvent.StepFinished last) {
        RunCurves shown = curves.get();
        if (shown != null) {
            status.setProgress(
                    last.step(), shown.steps(), last.secondsLeft(), last.stepsPerSecond());
        }
    }

    private void finish(RunRecord finished) {
        status.setState(
                switch (finished.status()) {
                    case FINISHED -> State.FINISHED;
                    case STOPPED -> State.STOPPED;
                    case DIVERGED -> State.DIVERGED;
                });
        if (status.state().get() != State.DIVERGED) {
            status.setMessage("");
        }
        if (finished.status() == RunStatus.DIVERGED) {
            // θ before the divergence is kept, but its score would look like a result.
            record.set(finished);
            return;
        }
        record.set(finished);
    }

    /// State, progress and score for the shell.
    public RunStatusModel status() {
        return status;
    }

    /// The run's curves; the same object grows while [#revision] counts.
    public ReadOnlyObjectProperty<@Nullable RunCurves> curves() {
        return curves.getReadOnlyProperty();
    }

    /// Counts the frames that brought something new to the curves.
    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /// Whether pictures of the whole graph need more memory than there is.
    public ReadOnlyBooleanProperty outOfMemory() {
        return live.outOfMemory();
    }

    /// The newest live picture.
    public ReadOnlyObjectProperty<@Nullable Observation> observation() {
        return live.observation();
    }

    /// The experiment the live pictures are of; null before the first.
    public @Nullable Experiment observed() {
        return live.observed();
    }

    /// The state of the outer loop that all views show; null before anything is shown.
    public ReadOnlyObjectProperty<@Nullable OuterMoment> outerMoment() {
        return live.outerMoment();
    }

    /// The episode the live pictures are adapted to.
    public ReadOnlyObjectProperty<@Nullable Episode> watched() {
        return live.watched();
    }

    /// The moment of the run that is shown.
    public Timeline timeline() {
        return live.timeline();
    }

    /// Whether the recipe has been edited since, so that curves and record are not of what it says now.
    public BooleanProperty outdated() {
        return outdated;
    }

    /// The record of the last run.
    public ReadOnlyObjectProperty<@Nullable RunRecord> record() {
        return record.getReadOnlyProperty();
    }
}
