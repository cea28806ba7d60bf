package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.appraisal.Appraisal;
import innerloop.app.appraisal.ForecastLine;
import innerloop.app.certificate.CertificateViewModel;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.run.RunViewModel;
import innerloop.experiment.Experiment;
import innerloop.experiment.Leakage;
import innerloop.experiment.Leakage.Leak;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.value.ObservableValue;

/// What is said of the open experiment while nothing runs, all made on one thread in the background.
final class Appraisals {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Appraisals::quiet);
    private final CertificateViewModel certificate;
    private final Appraisal<String> forecast;
    private final Appraisal<List<Leak>> leaks;

    Appraisals(WorkbenchDocument document, RunViewModel run) {
        leaks =
                new Appraisal<>(
                        document,
                        run.status(),
                        thread,
                        Experiment::unpainted,
                        List.of(),
                        List.of(),
                        (e, g, _) -> Leakage.of(e, g));
        certificate = new CertificateViewModel(document, run.status(), thread);
        forecast =
                new Appraisal<>(
                        document,
                        run.status(),
                        thread,
                        Experiment::unpainted,
                        "",
                        Messages.get("forecast.pending"),
                        (e, g, task) -> ForecastLine.of(e, g, RunViewModel.threads(), task));
    }

    private static Thread quiet(Runnable work) {
        Thread thread = new Thread(work, "appraiser");
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

    /// Ways in which a score could know too much.
    ObservableValue<List<Leak>> leaks() {
        return leaks.value();
    }

    /// Whether something is still being made.
    boolean isPending() {
        return certificate.isPending() || forecast.isPending() || leaks.isPending();
    }

    /// Ends the work.
    void dispose() {
        certificate.dispose();
        forecast.giveUp();
        leaks.giveUp();
        thread.shutdown();
    }
}
