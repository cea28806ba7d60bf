package innerloop.app.run;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/// The trainer's state as the top bar and the status line show it.
public interface RunStatusModel {

    /// Where a run stands.
    enum State {
        /// Nothing was run yet.
        IDLE,
        /// Steps are being made.
        RUNNING,
        /// Waiting for the person.
        PAUSED,
        /// Asked to stop, not yet there.
        STOPPING,
        /// The final test is being made.
        TESTING,
        /// All steps are made and tested.
        FINISHED,
        /// Stopped by the person.
        STOPPED,
        /// The loss is no number any more.
        DIVERGED,
        /// Something broke.
        FAILED;

        /// Whether the trainer is at work or will go on.
        public boolean active() {
            return this == RUNNING || this == PAUSED || this == STOPPING || this == TESTING;
        }
    }

    ReadOnlyObjectProperty<State> state();

    /// Outer steps made.
    ReadOnlyIntegerProperty step();

    /// Outer steps of the whole run; 0 before the first run.
    ReadOnlyIntegerProperty steps();

    /// Steps of the inner loop that can be looked at one by one; 0 where there is none.
    ReadOnlyIntegerProperty innerSteps();

    /// Expected seconds to the end; negative while unknown.
    ReadOnlyDoubleProperty secondsLeft();

    /// Outer steps per second; 0 while unknown.
    ReadOnlyDoubleProperty stepsPerSecond();

    /// One short line from the trainer, such as what it is preparing; may be empty.
    ReadOnlyStringProperty message();
}
