package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.ScoreTexts;
import innerloop.app.document.BackgroundWriter;
import innerloop.app.run.ResultCard;
import innerloop.app.run.RunStatusModel;
import innerloop.app.run.RunViewModel;
import innerloop.app.shell.MainWindow;
import innerloop.app.shell.Notices;
import innerloop.io.RunNotes;
import innerloop.io.RunStore.Kept;
import innerloop.task.Gain;
import innerloop.training.ProgressKeeper;
import innerloop.training.RunCurves;
import innerloop.training.RunRecord;
import innerloop.training.RunStatus;
import innerloop.training.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// What follows from a run: it is kept in a folder, and the window says in words what it amounts to.
final class RunOutcome implements AutoCloseable {

    private final BackgroundWriter writer = new BackgroundWriter("keep run");

    private final RunViewModel run;
    private final MainWindow window;
    private final Path runs;
    private final Exports exports;
    private final Consumer<Kept> listed;
    private @Nullable RunKeeping keeping;

    /// @param runs the folder that all runs are kept in
    /// @param exports what the notice offers
    /// @param listed takes a run that lies on the disk
    RunOutcome(
            RunViewModel run,
            MainWindow window,
            Path runs,
            Exports exports,
            Consumer<Kept> listed) {
        this.listed = listed;
        this.run = run;
        this.window = window;
        this.runs = runs;
        this.exports = exports;
        run.record().addListener((_, _, record) -> keep(record));
        run.status().message().addListener((_, _, message) -> tell(message));
    }

    /// A run on the graph at this path begins, or goes on: where its progress is to be kept.
    ///
    /// @param graph null if it lies nowhere, so that the run could not be opened again
    /// @param resumed the folder of the run that goes on; null for a new one
    ProgressKeeper runStarted(@Nullable Path graph, @Nullable Path resumed) {
        release();
        if (graph == null) {
            return ProgressKeeper.NONE;
        }
        RunKeeping started = new RunKeeping(runs, graph, resumed, this::complain);
        keeping = started;
        return started;
    }

    /// Keeps the run that another one kept so far.
    void takeOver(RunOutcome before) {
        keeping = before.keeping;
        before.keeping = null;
    }

    private void release() {
        if (keeping != null) {
            keeping.close();
            keeping = null;
        }
    }

    private void complain(IOException e) {
        Platform.runLater(() -> window.notices().error(SaveFailure.line(runs, e)));
    }

    private void keep(@Nullable RunRecord record) {
        if (record != null && record.status() != RunStatus.DIVERGED) {
            announce(record);
        }
        RunKeeping kept = keeping;
        if (record == null || kept == null || run.isReopened()) {
            return;
        }
        keeping = null;
        writer.write(() -> {
            try {
                kept.finish(record)
                        .map(folder -> new Kept(folder, RunSummary.of(record), RunNotes.NONE))
                        .ifPresent(run -> Platform.runLater(() -> listed.accept(run)));
            } catch (IOException e) {
                complain(e);
            }
        });
    }

    /// Waits until the last run is on disk.
    @Override
    public void close() {
        release();
        writer.close();
    }

    /// A run that does not clear its floor is a warning, not a success.
    private void announce(RunRecord record) {
        String words =
                Messages.get(
                        "run.done",
                        record.test().text(),
                        Messages.get("novel." + record.experiment().split().kind()),
                        ScoreTexts.verdict(record));
        window.notices()
                .show(
                        record.gain().verdict() == Gain.Verdict.BELOW_FLOOR
                                ? Notices.Kind.WARNING
                                : Notices.Kind.INFO,
                        new ResultCard(record, run.outdated(), exports.of(record)),
                        words);
    }

    private void tell(String message) {
        if (message.isEmpty()) {
            return;
        }
        RunCurves shown = run.curves().get();
        if (run.status().state().get() == RunStatusModel.State.FAILED) {
            window.notices().error(message);
        } else if (shown != null && shown.divergedAt().isPresent()) {
            window.notices().post(Notices.Kind.WARNING, message, null);
        }
    }
}
