package innerloop.app.tour;

import innerloop.experiment.Budget;
import java.io.IOException;

/// A variational auto-encoder on the packages: its recipe, its curves with the two terms of the loss, its embedding and its
/// result.
final class EdgeScreens {

    private static final int STEPS = 120;

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
        hand.dark();
        hand.showEmbedding();
        hand.picture("autoencoder-embedding-dark");
        hand.light();
        hand.showGraph();
    }
}
