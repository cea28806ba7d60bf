package innerloop.app.checks;

import innerloop.app.Messages;
import innerloop.app.background.Cancellation;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.VectorBackend;
import innerloop.training.Forecast;
import innerloop.training.RunControl;
import java.time.Duration;

/// The expected time and memory of a run in a few words, for example `about 12 s · 13 MB`.
public final class ForecastLine {

    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final int MINUTE = 60;

    private ForecastLine() {}

    /// Measures a short piece of the run with as many threads as the run will have.
    public static String of(
            Experiment experiment, AttributedGraph graph, int threads, Cancellation cancellation) {
        RunControl control = new RunControl();
        cancellation.whenCancelled(control::stop);
        try {
            Forecast forecast =
                    Forecast.of(experiment, graph, new VectorBackend(), threads, PATIENCE, control);
            cancellation.check();
            return text(forecast);
        } catch (InputException | OutOfMemoryError e) {
            // A run meets the same complaint and says it in full.
            return "";
        }
    }

    private static String text(Forecast forecast) {
        double seconds = forecast.seconds();
        return Messages.get(
                "forecast.text",
                seconds < 2 * MINUTE
                        ? Messages.get("forecast.seconds", Math.max(1, Math.round(seconds)))
                        : Messages.get("forecast.minutes", Math.round(seconds / MINUTE)),
                Math.max(1, Math.round(forecast.engineBytes() / 1e6)));
    }
}
