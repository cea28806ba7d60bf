package innerloop.app.shell;

/// The actions of the standard commands; the composition root implements them.
public interface WorkbenchActions {

    void newExperiment();

    void openGraph();

    void openExperiment();

    /// Shows how the open graph was read.
    void showReading();

    void save();

    void saveAs();

    void exportView();

    void quit();

    void run();

    /// Pauses a running trainer, resumes a paused one.
    void pauseOrResume();

    /// Makes one outer step and pauses; starts a paused run if there is none.
    void step();

    /// Shows the watched episode one inner step on; after the last one from the beginning.
    void innerStep();

    void stop();
}
