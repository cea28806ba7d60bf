package innerloop.app.tour;

import innerloop.experiment.Budget;
import java.io.IOException;

/// A run on the shapes, where whole member graphs are classified: the collection, the pictures of the watched episode, and
/// the embedding with a point for each member graph.
final class MemberScreens {

    private static final int STEPS = 60;

    private final Hand hand;

    MemberScreens(Hand hand) {
        this.hand = hand;
    }

    void walk() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("shapes");
        hand.picture("shapes");
        hand.budget(new Budget(STEPS, 20, 50));
        hand.showPage("watching-episode");
        hand.start();
        hand.awaitEnd();
        hand.picture("shapes-episode");
        hand.click(first());
        hand.picture("shapes-member");
        hand.dark();
        hand.showEmbedding();
        hand.picture("shapes-embedding-dark");
        hand.light();
        hand.showGraph();
        hand.showPage("watching-curves");
    }

    /// The first picture of a member graph.
    private String first() {
        return hand.find("member-pictures")
                .map(pictures -> pictures.lookup(".member-picture").getId())
                .orElseThrow();
    }
}
