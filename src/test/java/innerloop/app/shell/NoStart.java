package innerloop.app.shell;

import innerloop.app.start.Sample;
import innerloop.app.start.StartActions;
import java.nio.file.Path;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// A start page whose choices do nothing.
final class NoStart implements StartActions {
    @Override
    public void open(Sample sample) {}

    @Override
    public void open(Path file) {}

    @Override
    public void guide() {}

    @Override
    public ObservableValue<Boolean> guideOffered() {
        return new SimpleBooleanProperty(false);
    }

    @Override
    public void chooseGraph() {}

    @Override
    public void chooseExperiment() {}
}
