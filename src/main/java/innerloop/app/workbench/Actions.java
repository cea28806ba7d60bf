package innerloop.app.workbench;

import innerloop.app.run.RunStatusModel;
import innerloop.app.run.RunViewModel;
import innerloop.app.shell.WorkbenchActions;
import innerloop.graph.AttributedGraph;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// What the commands of the File and Run menus do.
final class Actions implements WorkbenchActions {

    private final Workbench workbench;
    private final Stage stage;

    Actions(Workbench workbench, Stage stage) {
        this.workbench = workbench;
        this.stage = stage;
    }

    private RunViewModel model() {
        return workbench.runModel();
    }

    @Override
    public void newExperiment() {
        workbench.files().newExperiment();
    }

    @Override
    public void openGraph() {
        workbench.files().chooseGraph();
    }

    @Override
    public void openExperiment() {
        workbench.files().chooseExperiment();
    }

    @Override
    public void showReading() {
        workbench.files().askHowItIsRead();
    }

    @Override
    public void save() {
        workbench.files().save(() -> {});
    }

    @Override
    public void saveAs() {
        workbench.files().saveAs(() -> {});
    }

    @Override
    public void exportView() {
        workbench.exports().show();
    }

    @Override
    public void quit() {
        workbench
                .files()
                .guarded(() -> {
                    // What is still to be written must not hold up the eye.
                    stage.hide();
                    workbench.dispose();
                    Platform.exit();
                });
    }

    @Override
    public void run() {
        if (model().status().state().get() == RunStatusModel.State.PAUSED) {
            model().pauseOrResume();
        } else {
            start(false, null);
        }
    }

    /// Starts a run, if one can be started.
    ///
    /// @param stepwise whether it pauses after its first step
    /// @param resumed the folder of the run that goes on; null for a new one
    void start(boolean stepwise, @Nullable Path resumed) {
        AttributedGraph opened = workbench.document().graph().get();
        if (opened == null) {
            return;
        }
        String refused = workbench.refusal();
        if (!refused.isEmpty()) {
            workbench.window().notices().error(refused);
            return;
        }
        workbench.window().notices().clear();
        model().start(
                        workbench.document().experiment().get(),
                        opened,
                        workbench
                                .outcome()
                                .runStarted(workbench.files().graphPath().orElse(null), resumed),
                        stepwise);
        workbench.live().runStarted();
    }

    @Override
    public void pauseOrResume() {
        model().pauseOrResume();
    }

    @Override
    public void step() {
        if (model().status().state().get().active()) {
            model().step();
        } else {
            start(true, null);
        }
    }

    @Override
    public void innerStep() {
        model().timeline().nextInner();
    }

    @Override
    public void stop() {
        model().stop();
    }
}
