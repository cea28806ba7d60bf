package innerloop.app.tour;

import innerloop.experiment.Budget;
import java.io.IOException;

/// A run on the clubs, where edges are predicted: the collection, the edges of the watched episode on the canvas and in the
/// table, and its curves.
final class PairScreens {

    private static final int STEPS = 100;

    private final Hand hand;

    PairScreens(Hand hand) {
        this.hand = hand;
    }

    void walk() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("clubs");
        hand.picture("clubs");
        hand.budget(new Budget(STEPS, 20, 50));
        hand.showPage("watching-episode");
        hand.start();
        hand.awaitEnd();
        hand.chooseRow("pair-table", 0);
        hand.picture("clubs-episode");
        hand.showEmbedding();
        hand.picture("clubs-embedding");
        hand.showGraph();
        hand.showPage("watching-curves");
        hand.picture("clubs-curves");
    }
}
