package innerloop.app.bench;

import innerloop.app.drive.FirstAnswer;
import innerloop.app.drive.FxThread;
import innerloop.app.drive.WindowOptions;
import innerloop.app.workbench.Samples;
import innerloop.app.workbench.Workbench;
import innerloop.cli.ExperimentOptions;
import innerloop.experiment.InputException;
import java.nio.file.Path;
import javafx.stage.Stage;

/// Windows with one experiment open.
///
/// @param given what is opened
/// @param state the folder that their state is kept in
/// @param options their size
record ExperimentWindows(ExperimentOptions.Opened given, Path state, WindowOptions options)
        implements WindowBenchmark.Windows {

    private static final long PATIENCE_MILLISECONDS = 60_000;

    /// A window with nothing open.
    static Workbench empty(Path state, WindowOptions options) throws InterruptedException {
        return FxThread.call(() -> {
            Workbench made =
                    new Workbench(
                            new Stage(),
                            state,
                            _ -> new FirstAnswer(state),
                            new Samples(Samples.folder()));
            made.show(options.width(), options.height());
            return made;
        });
    }

    @Override
    public Workbench open() throws InterruptedException, InputException {
        Workbench workbench = empty(state, options);
        FxThread.run(() ->
                workbench.document().open(given.experiment(), given.imported().graph(), null));
        boolean laidOut =
                FxThread.await(
                        () -> !workbench.graphView().layingOutProperty().get(),
                        PATIENCE_MILLISECONDS);
        if (!laidOut) {
            throw new InputException("is not laid out in a minute", "graph", "take a smaller one");
        }
        return workbench;
    }

    @Override
    public void close(Workbench workbench) throws InterruptedException {
        FxThread.run(() -> {
            workbench.dispose();
            workbench.graphView().getScene().getWindow().hide();
        });
    }
}
