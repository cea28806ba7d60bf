package innerloop.app.start;

import java.nio.file.Path;
import javafx.beans.value.ObservableValue;

/// The actions of the start page.
public interface StartActions {

    /// Opens a sample.
    void open(Sample sample);

    /// Opens a graph or an experiment.
    void open(Path file);

    /// Lets the person choose a graph.
    void chooseGraph();

    /// Shows a person around.
    void guide();

    /// Whether that is offered: at the first start, until something is open.
    ObservableValue<Boolean> guideOffered();

    /// Lets the person choose an experiment.
    void chooseExperiment();
}
