package innerloop.app.certificate;

import innerloop.app.document.WorkbenchDocument;
import innerloop.app.shell.RunStatusModel;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.ExperimentChecks;
import innerloop.experiment.Finding;
import innerloop.graph.AttributedGraph;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Keeps the badge true to the open experiment: looks half a second after the last edit, on the `certifier` thread,
/// never while a run is live. What is under way for an older experiment is given up.
///
/// All methods are called on the JavaFX thread.
public final class CertificateViewModel {

    private static final Duration SETTLING = Duration.millis(500);

    private final WorkbenchDocument document;
    private final RunStatusModel run;
    private final ReadOnlyObjectWrapper<Badge> badge =
            new ReadOnlyObjectWrapper<>(this, "badge", Badge.hidden());
    private final PauseTransition settling = new PauseTransition(SETTLING);
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> {
                Thread certifier = new Thread(work, "certifier");
                certifier.setDaemon(true);
                return certifier;
            });
    private @Nullable Experiment wanted;
    private @Nullable CertificateJob job;
    private boolean known;

    /// A model that follows this document and this run.
    public CertificateViewModel(WorkbenchDocument document, RunStatusModel run) {
        this.document = document;
        this.run = run;
        settling.setOnFinished(_ -> begin());
        document.experiment().addListener((_, _, _) -> look());
        document.graph()
                .addListener((_, _, _) -> {
                    wanted = null;
                    look();
                });
        run.state().addListener((_, _, _) -> look());
    }

    /// The newest badge.
    ReadOnlyObjectProperty<Badge> badge() {
        return badge.getReadOnlyProperty();
    }

    private void look() {
        Experiment now = document.graph().get() == null ? null : relevant();
        if (now == null || !now.equals(wanted)) {
            wanted = now;
            known = false;
            giveUp();
            badge.set(Badge.hidden());
        }
        if (now == null || known) {
            return;
        }
        if (run.state().get().active()) {
            giveUp();
            badge.set(Badge.hidden());
        } else if (job == null) {
            badge.set(Badge.checking());
            settling.playFromStart();
        }
    }

    /// The experiment without what a meta-gradient does not depend on.
    private Experiment relevant() {
        return document.experiment().get().withName("").withBudget(Budget.defaults());
    }

    private void giveUp() {
        settling.stop();
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private void begin() {
        AttributedGraph graph = document.graph().get();
        Experiment experiment = wanted;
        if (graph == null || experiment == null) {
            return;
        }
        if (ExperimentChecks.check(experiment, graph).stream().anyMatch(Finding::blocking)) {
            finish(Badge.hidden());
            return;
        }
        CertificateJob begun = new CertificateJob(experiment, graph);
        job = begun;
        thread.execute(() -> {
            Badge made = begun.make();
            Platform.runLater(() -> {
                if (job == begun) {
                    finish(made);
                }
            });
        });
    }

    private void finish(Badge made) {
        job = null;
        known = true;
        badge.set(made);
    }

    /// Ends the thread.
    public void dispose() {
        giveUp();
        thread.shutdown();
    }
}
