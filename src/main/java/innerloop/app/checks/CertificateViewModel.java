package innerloop.app.checks;

import innerloop.app.document.WorkbenchDocument;
import innerloop.app.run.RunStatusModel;
import innerloop.experiment.Budget;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Keeps the badge true to the open experiment.
public final class CertificateViewModel {

    private final BackgroundCheck<Badge> check;

    /// A model that follows this document and this run and works on this thread.
    public CertificateViewModel(WorkbenchDocument document, RunStatusModel run, Executor thread) {
        this.check =
                new BackgroundCheck<>(
                        document,
                        run,
                        thread,
                        // Settings that the meta-gradient does not depend on.
                        e -> e.unpainted().withBudget(Budget.defaults()),
                        Badge.hidden(),
                        Badge.checking(),
                        CertificateWork::badge);
    }

    /// The newest badge.
    ReadOnlyObjectProperty<Badge> badge() {
        return check.value();
    }

    /// Whether the badge is still being made.
    public boolean isPending() {
        return check.isPending();
    }

    /// Stops what is under way.
    public void dispose() {
        check.giveUp();
    }
}
