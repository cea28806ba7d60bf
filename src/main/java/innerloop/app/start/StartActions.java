package innerloop.app.start;

import java.nio.file.Path;

/// The actions of the start page.
public interface StartActions {

    /// Opens a sample.
    void open(Sample sample);

    /// Opens a graph or an experiment.
    void open(Path file);

    /// Lets the person choose a graph.
    void chooseGraph();

    /// Lets the person choose an experiment.
    void chooseExperiment();
}
