package innerloop.app.tour;

import innerloop.experiment.Budget;
import java.io.IOException;

/// A GCN trained on all labelled packages of one lane at once: its recipe, its curves, its predictions and its confusion
/// matrix.
final class SupervisedScreens {

    private static final int STEPS = 120;

    private final Hand hand;

    SupervisedScreens(Hand hand) {
        this.hand = hand;
    }

    void walk() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("supervised");
        hand.budget(new Budget(STEPS, 10, 2));
        hand.showPage("watching-curves");
        hand.start();
        hand.awaitEnd();
        hand.picture("supervised");
        hand.showPage("watching-episode");
        hand.picture("supervised-confusion");
        hand.showPage("watching-curves");
    }
}
