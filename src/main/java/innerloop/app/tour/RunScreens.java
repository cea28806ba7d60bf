package innerloop.app.tour;

import innerloop.app.drive.FxThread;
import innerloop.experiment.Budget;
import innerloop.meta.HeadStart;
import innerloop.meta.InnerLoopSettings;
import innerloop.meta.Maml;
import java.io.IOException;
import javafx.scene.control.TableView;

/// Screens after a first run on the motifs: a second run beside it, folds, a comparison of learners and a race on the blocks.
final class RunScreens {

    private static final long FOLDS_MILLISECONDS = 60_000;

    private final Hand hand;

    RunScreens(Hand hand) {
        this.hand = hand;
    }

    void walk() throws IOException, InterruptedException {
        hand.edit(e ->
                e.withLearner(
                        Maml.defaults().withInner(new InnerLoopSettings(1, 0.05, HeadStart.ZERO))));
        hand.start();
        hand.awaitEnd();
        hand.showPage("watching-runs");
        awaitRows("runs-table", 2);
        select("runs-table", 0, 1);
        hand.picture("runs-compared");
        hand.click("run-pin");
        hand.showPage("watching-curves");
        hand.picture("runs-pinned");
        hand.home();
        hand.openSample("blocks");
        hand.budget(new Budget(20, 20, 50));
        hand.showPage("watching-folds");
        hand.click("folds-go");
        awaitRows("folds-table", 6);
        hand.picture("folds");
        hand.dark();
        hand.picture("folds-dark");
        hand.light();
        hand.click("folds-go");
        awaitMachine();
        arena();
        race();
        hand.showPage("watching-curves");
    }

    private void arena() throws IOException, InterruptedException {
        hand.budget(new Budget(4, 4, 20));
        hand.showPage("watching-arena");
        hand.picture("arena-none");
        hand.click("arena-go");
        awaitMachine();
        hand.picture("arena");
        hand.dark();
        hand.picture("arena-dark");
        hand.light();
        hand.budget(new Budget(20, 20, 50));
    }

    private void race() throws IOException, InterruptedException {
        hand.edit(e ->
                e.withLearner(
                        Maml.defaults().withInner(new InnerLoopSettings(5, 0.1, HeadStart.ZERO))));
        hand.showPage("watching-race");
        hand.picture("race-none");
        hand.click("race-go");
        awaitMachine();
        hand.picture("race");
        hand.dark();
        hand.picture("race-dark");
        hand.light();
    }

    private void awaitMachine() throws InterruptedException {
        FxThread.await(() -> !hand.workbench().isMachineTaken(), FOLDS_MILLISECONDS);
    }

    private void awaitRows(String table, int rows) throws InterruptedException {
        FxThread.await(
                () ->
                        hand.find(table).orElse(null) instanceof TableView<?> shown
                                && shown.getItems().size() >= rows,
                FOLDS_MILLISECONDS);
        hand.pause(400);
    }

    private void select(String table, int... rows) throws InterruptedException {
        FxThread.run(() -> {
            if (hand.find(table).orElse(null) instanceof TableView<?> shown) {
                shown.getSelectionModel().clearSelection();
                for (int row : rows) {
                    shown.getSelectionModel().select(row);
                }
            }
        });
        hand.pause(400);
    }
}
