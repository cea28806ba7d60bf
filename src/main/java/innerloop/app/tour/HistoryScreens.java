package innerloop.app.tour;

import innerloop.app.drive.FxThread;
import innerloop.experiment.Budget;
import java.io.IOException;

/// A graph that grows: its history on the canvas, and what is learned early tested over time.
final class HistoryScreens {

    private static final int STEPS = 60;
    private static final int EARLY = 5;
    private static final int LATE = 34;
    private static final long TEST_MILLISECONDS = 120_000;

    private final Hand hand;

    HistoryScreens(Hand hand) {
        this.hand = hand;
    }

    void walk() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("growing");
        hand.picture("growing");
        hand.seeStep(EARLY);
        hand.picture("growing-early");
        hand.budget(new Budget(STEPS, 20, 20));
        hand.start();
        hand.awaitEnd();
        hand.showPage("watching-growth");
        hand.click("growth-go");
        FxThread.await(() -> !hand.workbench().isMachineTaken(), TEST_MILLISECONDS);
        hand.seeStep(LATE);
        hand.picture("growing-over-time");
        hand.dark();
        hand.picture("growing-over-time-dark");
        hand.light();
        hand.showPage("watching-curves");
    }
}
