package innerloop.app.workbench;

import innerloop.app.Durations;
import innerloop.app.ExperimentName;
import innerloop.app.Messages;
import innerloop.app.ScoreTexts;
import innerloop.app.run.LongWork;
import innerloop.app.run.RunStatusModel;
import innerloop.app.run.RunViewModel;
import innerloop.training.RunRecord;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;

/// Tells somebody who does something else meanwhile that a long run, folds or a race are over: in a corner of the screen,
/// and a click on it brings the window back.
final class Attention {

    /// Who waited less is still there.
    static final double LONG_SECONDS = 20;

    private static final Duration SHOWN = Duration.seconds(15);

    /// Says something outside the window.
    interface Call {
        void call(String title, String text);
    }

    private final LongSupplier nanos;
    private final BooleanSupplier watched;
    private final Call call;
    private long begin;

    /// @param nanos a clock
    /// @param watched whether somebody looks at the window
    Attention(LongSupplier nanos, BooleanSupplier watched, Call call) {
        this.nanos = nanos;
        this.watched = watched;
        this.call = call;
    }

    /// Calls for the person in front of this screen.
    static void follow(Stage stage, RunViewModel run, LongWorks works) {
        Call call = (title, text) -> show(stage, title, text);
        new Attention(System::nanoTime, stage::isFocused, call).follow(run);
        works.outcomes()
                .forEach((work, outcome) ->
                        new Attention(System::nanoTime, stage::isFocused, call)
                                .follow(work, outcome));
    }

    private static void show(Stage stage, String title, String text) {
        Notifications.create()
                .title(title)
                .text(text)
                .position(Pos.BOTTOM_RIGHT)
                .hideAfter(SHOWN)
                .onAction(_ -> {
                    stage.setIconified(false);
                    stage.toFront();
                    stage.requestFocus();
                })
                .show();
    }

    void follow(RunViewModel run) {
        run.status()
                .state()
                .addListener((_, was, is) -> {
                    if (!was.active() && is.active()) {
                        begin = nanos.getAsLong();
                    } else if (was.active() && !is.active() && is != RunStatusModel.State.IDLE) {
                        String lasted = lasted();
                        // What it amounts to is known a moment later.
                        Platform.runLater(() -> end(name(run), outcome(run), lasted));
                    }
                });
    }

    void follow(LongWork work, Supplier<String> outcome) {
        work.state()
                .addListener((_, was, is) -> {
                    if (is == LongWork.State.RUNNING) {
                        begin = nanos.getAsLong();
                    } else if (was == LongWork.State.RUNNING && is != LongWork.State.STOPPING) {
                        end(Messages.get("panel." + work.name()), outcome.get(), lasted());
                    }
                });
    }

    private static String name(RunViewModel run) {
        var curves = run.curves().get();
        return curves == null ? "" : ExperimentName.shown(curves.experiment().name());
    }

    private static String outcome(RunViewModel run) {
        RunRecord record = run.record().get();
        return record == null || run.status().state().get() == RunStatusModel.State.DIVERGED
                ? run.status().message().get()
                : Messages.get(
                        "attention.run",
                        record.test().text(),
                        ScoreTexts.gain(record.gain()),
                        record.floor().text());
    }

    /// How long it took; empty if that is not long.
    private String lasted() {
        double seconds = (nanos.getAsLong() - begin) / 1e9;
        return seconds < LONG_SECONDS ? "" : Durations.of(seconds);
    }

    private void end(String what, String outcome, String lasted) {
        if (!lasted.isEmpty() && !watched.getAsBoolean()) {
            call.call(Messages.get("attention.title", what, lasted), outcome);
        }
    }
}
