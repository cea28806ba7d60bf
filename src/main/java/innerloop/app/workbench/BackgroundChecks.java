package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.checks.BackgroundCheck;
import innerloop.app.checks.CertificateViewModel;
import innerloop.app.checks.ForecastLine;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.run.RunViewModel;
import innerloop.checks.ExperimentChecks;
import innerloop.checks.Finding;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.leakage.Leakage;
import innerloop.leakage.Leakage.Leak;
import innerloop.meta.Maml;
import innerloop.training.Engine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The certificate, forecast and leaks of the open experiment, computed on one background thread while nothing runs.
final class BackgroundChecks {

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(BackgroundChecks::quiet);
    private final CertificateViewModel certificate;
    private final BackgroundCheck<String> forecast;
    private final BackgroundCheck<Search> search;
    private final ObservableValue<Optional<List<Leak>>> leaks;

    /// The search for leaks: whether it is under way, and what it found.
    private record Search(boolean pending, Optional<List<Leak>> found) {}

    BackgroundChecks(WorkbenchDocument document, RunViewModel run) {
        search =
                new BackgroundCheck<>(
                        document,
                        run.status(),
                        thread,
                        BackgroundChecks::leaking,
                        new Search(false, Optional.empty()),
                        new Search(true, Optional.empty()),
                        (e, g, _) -> new Search(false, Optional.of(Leakage.of(e, g))));
        leaks = search.value().map(Search::found);
        certificate = new CertificateViewModel(document, run.status(), thread);
        forecast =
                new BackgroundCheck<>(
                        document,
                        run.status(),
                        thread,
                        Experiment::unpainted,
                        "",
                        Messages.get("forecast.pending"),
                        (e, g, cancellation) ->
                                ForecastLine.of(e, g, Engine.threads(), cancellation));
    }

    /// What is found in an experiment as soon as it is edited; nothing without a graph.
    static List<Finding> findings(Experiment experiment, @Nullable AttributedGraph graph) {
        return graph == null ? List.of() : ExperimentChecks.check(experiment, graph);
    }

    /// What leaks depend on.
    private static Experiment leaking(Experiment experiment) {
        return experiment
                .unpainted()
                .withLearner(Maml.defaults())
                .withBudget(Budget.defaults())
                .withSeed(0);
    }

    private static Thread quiet(Runnable work) {
        Thread thread = new Thread(work, "background checks");
        thread.setDaemon(true);
        return thread;
    }

    /// Whether the meta-gradient is what it should be.
    CertificateViewModel certificate() {
        return certificate;
    }

    /// What a run will take.
    ObservableValue<String> forecast() {
        return forecast.value();
    }

    /// Ways in which a score could know too much; empty while they are not known.
    ObservableValue<Optional<List<Leak>>> leaks() {
        return leaks;
    }

    /// Whether something is still being made.
    boolean isPending() {
        return certificate.isPending() || forecast.isPending() || search.isPending();
    }

    /// Ends the work.
    void dispose() {
        certificate.dispose();
        forecast.giveUp();
        search.giveUp();
        thread.shutdown();
    }
}
