package innerloop.app.tour;

import innerloop.app.drive.FxThread;
import innerloop.experiment.Budget;
import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;

/// A variational auto-encoder on the packages: its recipe, its curves with the two terms of the loss, its embedding, its
/// result, and a graph drawn from what it learned.
final class EdgeScreens {

    private static final int STEPS = 120;
    private static final int MEMBER = 1200;
    private static final long DRAWING_MILLISECONDS = 30_000;

    private final Hand hand;

    EdgeScreens(Hand hand) {
        this.hand = hand;
    }

    void walk() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("autoencoder");
        hand.budget(new Budget(STEPS, 10, 2));
        hand.showPage("watching-curves");
        hand.start();
        hand.awaitEnd();
        hand.picture("autoencoder");
        hand.showPage("watching-generated");
        FxThread.await(this::isDrawn, DRAWING_MILLISECONDS);
        hand.picture("autoencoder-generated");
        hand.showPage("watching-curves");
        hand.dark();
        hand.showEmbedding();
        hand.picture("autoencoder-embedding-dark");
        hand.light();
        FxThread.run(() -> hand.workbench().selection().focusProperty().set(MEMBER));
        if (FxThread.call(() -> hand.find("tab-inspector-calculus").isEmpty())) {
            hand.perform("view.inspector");
        }
        hand.showPage("inspector-calculus");
        // The result lies above the page.
        hand.click("notice-dismiss");
        FxThread.await(this::hasForces, DRAWING_MILLISECONDS);
        hand.picture("autoencoder-forces");
        hand.showGraph();
    }

    private boolean hasForces() {
        return hand.find("embedding-forces").filter(Node::isVisible).isPresent();
    }

    private boolean isDrawn() {
        return hand.find("generated-shared")
                .filter(Labeled.class::isInstance)
                .map(label -> !((Labeled) label).getText().isEmpty())
                .orElse(false);
    }
}
