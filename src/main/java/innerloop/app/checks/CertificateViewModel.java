package innerloop.app.checks;

import innerloop.app.document.WorkbenchDocument;
import innerloop.app.run.RunStatusModel;
import innerloop.experiment.Budget;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Keeps the badge true to the open experiment.
public final class CertificateViewModel {

    private final Appraisal<Badge> appraisal;

    /// A model that follows this document and this run and works on this thread.
    public CertificateViewModel(WorkbenchDocument document, RunStatusModel run, Executor thread) {
        this.appraisal =
                new Appraisal<>(
                        document,
                        run,
                        thread,
                        // What a meta-gradient does not depend on.
                        e -> e.unpainted().withBudget(Budget.defaults()),
                        Badge.hidden(),
                        Badge.checking(),
                        CertificateWork::badge);
    }

    /// The newest badge.
    ReadOnlyObjectProperty<Badge> badge() {
        return appraisal.value();
    }

    /// Whether the badge is still being made.
    public boolean isPending() {
        return appraisal.isPending();
    }

    /// Stops what is under way.
    public void dispose() {
        appraisal.giveUp();
    }
}
