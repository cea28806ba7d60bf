package innerloop.app.bench;

import innerloop.app.drive.FxThread;
import innerloop.app.run.RunStatusModel;
import innerloop.app.workbench.Workbench;
import innerloop.bench.Measured;
import innerloop.experiment.InputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;

/// Measures what a page at the bottom of the window costs a run: the same run with the page in front and behind another one, in
/// turns, so that whatever else the machine does weighs on both.
final class PageBenchmark {

    /// A page that stands still while a run goes.
    private static final String OTHER = "runs";

    private final String page;
    private final Duration duration;
    private final List<Double> front = new ArrayList<>();
    private final List<Double> behind = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    /// A benchmark of the page with this id that measures for this long each time.
    PageBenchmark(String page, Duration duration) {
        this.page = page;
        this.duration = duration;
    }

    /// Medians over the rounds.
    ///
    /// @param front outer steps per second with the page in front
    /// @param behind the same with it behind another one
    /// @param ratio the first in parts of the second, round by round
    record Cost(double front, double behind, double ratio) {}

    /// Measures in turns, after a round that does not count.
    Cost measure(WindowBenchmark.Windows windows, int rounds)
            throws InterruptedException, InputException {
        Workbench workbench = windows.open();
        WindowBenchmark.begin(workbench);
        for (int round = 0; round <= rounds; round++) {
            boolean first = round % 2 == 0;
            double one = perSecond(workbench, first ? page : OTHER);
            double two = perSecond(workbench, first ? OTHER : page);
            if (round > 0) {
                front.add(first ? one : two);
                behind.add(first ? two : one);
                ratios.add(front.getLast() / behind.getLast());
            }
        }
        WindowBenchmark.end(workbench);
        windows.close(workbench);
        return new Cost(Measured.median(front), Measured.median(behind), Measured.median(ratios));
    }

    private double perSecond(Workbench workbench, String shown) throws InterruptedException {
        FxThread.run(() -> show(workbench, shown));
        RunStatusModel status = workbench.runModel().status();
        int before = FxThread.call(() -> status.step().get());
        long begin = System.nanoTime();
        Thread.sleep(duration);
        int steps = FxThread.call(() -> status.step().get()) - before;
        return steps * 1e9 / (System.nanoTime() - begin);
    }

    private static void show(Workbench workbench, String page) {
        Node tab = workbench.graphView().getScene().lookup("#tab-watching-" + page);
        if (tab instanceof ToggleButton button) {
            button.fire();
        }
    }
}
