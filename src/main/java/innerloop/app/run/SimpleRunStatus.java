package innerloop.app.run;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A run status that is set from outside, on the JavaFX thread and at most once per frame.
public final class SimpleRunStatus implements RunStatusModel {

    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(this, "step");
    private final ReadOnlyIntegerWrapper steps = new ReadOnlyIntegerWrapper(this, "steps");
    private final ReadOnlyIntegerWrapper innerSteps =
            new ReadOnlyIntegerWrapper(this, "innerSteps");
    private final ReadOnlyDoubleWrapper secondsLeft =
            new ReadOnlyDoubleWrapper(this, "secondsLeft", -1);
    private final ReadOnlyDoubleWrapper stepsPerSecond =
            new ReadOnlyDoubleWrapper(this, "stepsPerSecond");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    public void setState(State value) {
        state.set(value);
    }

    /// Sets where the run is: steps made, of all, seconds to go (negative: unknown), steps per
    /// second.
    public void setProgress(int made, int all, double left, double rate) {
        steps.set(all);
        step.set(made);
        secondsLeft.set(left);
        stepsPerSecond.set(rate);
    }

    /// Sets how many steps the inner loop has.
    public void setInnerSteps(int value) {
        innerSteps.set(value);
    }

    /// Says the same as another one.
    void takeOver(RunStatusModel before) {
        setProgress(
                before.step().get(),
                before.steps().get(),
                before.secondsLeft().get(),
                before.stepsPerSecond().get());
        setMessage(before.message().get());
        setState(before.state().get());
    }

    public void setMessage(String value) {
        message.set(value);
    }

    @Override
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyIntegerProperty step() {
        return step.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyIntegerProperty steps() {
        return steps.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyIntegerProperty innerSteps() {
        return innerSteps.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyDoubleProperty secondsLeft() {
        return secondsLeft.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyDoubleProperty stepsPerSecond() {
        return stepsPerSecond.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
