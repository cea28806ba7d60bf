package innerloop.app.run;

import innerloop.app.Durations;
import innerloop.app.Messages;
import innerloop.experiment.InputException;
import innerloop.training.RunControl;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Work beside runs that takes as long as they do and needs the whole [Machine]: folds, a race. It has a thread of its own.
///
/// All methods are called on the JavaFX thread.
public final class LongWork {

    private static final Duration LOOK = Duration.millis(250);

    /// How it stands.
    public enum State {
        /// Nothing goes, and nothing can be started.
        IMPOSSIBLE,
        /// Nothing goes.
        READY,
        /// It goes.
        RUNNING,
        /// Told to stop, not yet there.
        STOPPING
    }

    /// What is done once.
    public interface Job {
        /// Works, on the thread of the work.
        ///
        /// @return why it came to nothing; empty if it did not
        String run(RunControl control) throws InputException;

        /// How much is done, 0 … 1; called while it works.
        double done();

        /// What is said meanwhile.
        ///
        /// @param left how long it will take, in words; empty while nothing is known
        String said(String left);
    }

    private final String name;
    private final Machine machine;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", State.IMPOSSIBLE);
    private final ReadOnlyStringWrapper plan = new ReadOnlyStringWrapper(this, "plan", "");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final Timeline clock = new Timeline(new KeyFrame(LOOK, _ -> look()));
    private boolean possible;
    private String offered = "";
    private @Nullable Going going;

    /// Work that cannot be started yet.
    ///
    /// @param name of its thread and of its texts
    public LongWork(String name, Machine machine) {
        this.name = name;
        this.machine = machine;
        clock.setCycleCount(Animation.INDEFINITE);
        machine.onChange(this::settle);
    }

    /// Says whether it could be started, and what it would do or why it cannot be.
    public void offer(boolean isPossible, String text) {
        possible = isPossible;
        offered = text;
        if (going == null) {
            plan.set(text);
            progress.set(0);
            settle();
        }
    }

    private void settle() {
        if (going == null) {
            state.set(possible && machine.isFree() ? State.READY : State.IMPOSSIBLE);
        }
    }

    /// Begins, if it can.
    public void start(Job job) {
        if (state.get() != State.READY) {
            return;
        }
        Going begun = new Going(job);
        going = begun;
        state.set(State.RUNNING);
        machine.take(this);
        look();
        clock.playFromStart();
        Thread thread = new Thread(begun::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /// Ends it as soon as can be.
    public void stop() {
        Going told = going;
        if (told != null) {
            state.set(State.STOPPING);
            told.control.abandon();
        }
    }

    private void look() {
        Going watched = going;
        if (watched != null) {
            double done = watched.job.done();
            double seconds = (System.nanoTime() - watched.begin) / 1e9;
            progress.set(done);
            plan.set(watched.job.said(done > 0 ? Durations.left(seconds * (1 - done) / done) : ""));
        }
    }

    private void ended(String complaint) {
        going = null;
        clock.stop();
        progress.set(0);
        plan.set(complaint.isEmpty() ? offered : complaint);
        machine.release();
    }

    /// Whether it goes.
    public boolean isActive() {
        return going != null;
    }

    /// Its name.
    public String name() {
        return name;
    }

    /// How it stands.
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// What would be done or is done, or the reason why nothing can be.
    public ReadOnlyStringProperty plan() {
        return plan.getReadOnlyProperty();
    }

    /// How much is done, 0 … 1.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// Ends the thread.
    public void dispose() {
        stop();
        clock.stop();
    }

    /// A job on its thread.
    private final class Going {

        private final Job job;
        private final RunControl control = new RunControl();
        private final long begin = System.nanoTime();

        Going(Job job) {
            this.job = job;
        }

        private void run() {
            String complaint = complaint();
            Platform.runLater(() -> ended(complaint));
        }

        private String complaint() {
            try {
                return job.run(control);
            } catch (RunControl.StoppedException e) {
                return "";
            } catch (InputException e) {
                return Messages.of(e);
            } catch (OutOfMemoryError e) {
                return Messages.get("work.memory");
            } catch (RuntimeException e) {
                return e.toString();
            }
        }
    }
}
