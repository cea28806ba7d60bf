package innerloop.app.tour;

import innerloop.app.calculus.About;
import innerloop.app.calculus.Part;
import innerloop.app.drive.FxThread;
import innerloop.episode.Episode;
import innerloop.experiment.kinds.Kinds;
import java.io.IOException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// The arithmetic of a node of the watched episode: beside the graph and large, forward and backward, as numbers and as matrices.
final class CalculusScreens {

    private static final long LOOK_MILLISECONDS = 60_000;
    private static final long SLICE_MILLISECONDS = 300_000;

    /// The step of `h¹`, and of the weights' derivative.
    private static final int FORWARD = 8;

    private static final int BACKWARD = 1;

    /// From what is usually printed to the first weights' derivative.
    private static final int MATRIX = 5;

    /// The step of α¹.
    private static final int ATTENTION = 6;

    private static final String FINEST = "13 × 13";

    /// The first line with a Hessian.
    private static final int LINE = 4;

    private final Hand hand;

    CalculusScreens(Hand hand) {
        this.hand = hand;
    }

    void walk() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("karate");
        showPage();
        hand.picture("calculus-no-node");
        FxThread.run(() -> {
            Episode watched = hand.workbench().runModel().watched().get();
            if (watched != null) {
                hand.workbench().selection().focusProperty().set(watched.queryNodes()[0]);
            }
        });
        awaitSteps();
        next(FORWARD);
        hand.picture("calculus");
        hand.perform("view.calculus");
        awaitSteps();
        hand.picture("calculus-large");
        hand.click("calculus-direction-BACKWARD");
        awaitSteps();
        next(BACKWARD);
        hand.picture("calculus-backward");
        next(2);
        hand.dark();
        hand.picture("calculus-usual-dark");
        next(MATRIX);
        hand.click("calculus-look-MATRIX");
        hand.picture("calculus-matrix-dark");
        hand.light();
        hand.click("calculus-look-NODE");
        hand.click("calculus-direction-FORWARD");
        hand.escape();
        edge();
        innerLoop();
        attention();
    }

    /// What the node gets of a neighbour, and the steps of a parameter.
    private void edge() throws IOException, InterruptedException {
        showPage();
        hand.chooseValue("calculus-about", About.EDGE);
        awaitSteps();
        next(BACKWARD);
        hand.picture("calculus-edge");
        hand.chooseValue("calculus-about", About.NODE);
        awaitSteps();
        hand.chooseValue("calculus-layer", new Part(2, "W²"));
        hand.picture("calculus-parameter");
        hand.chooseValue("calculus-layer", Part.ALL);
    }

    /// The inner loop of the watched episode with a slice of its loss: at the side, and large with its backward pass.
    private void innerLoop() throws IOException, InterruptedException {
        showPage();
        hand.chooseValue("calculus-about", About.INNER_LOOP);
        awaitSteps();
        awaitSlice();
        hand.picture("calculus-inner");
        hand.perform("view.calculus");
        awaitSteps();
        hand.click("calculus-through-PATH");
        hand.click("calculus-loss-SUPPORT");
        awaitSlice();
        hand.dark();
        hand.picture("calculus-inner-large-dark");
        hand.light();
        hand.click("calculus-through-GRADIENTS");
        hand.click("calculus-loss-AFTER");
        awaitSlice();
        hand.click("calculus-direction-BACKWARD");
        next(LINE);
        hand.picture("calculus-inner-backward");
        hand.click("calculus-direction-FORWARD");
        hand.chooseValue("calculus-about", About.NODE);
        hand.escape();
    }

    /// Until the slice is known on its finest grid.
    private void awaitSlice() throws InterruptedException {
        FxThread.await(
                () ->
                        hand.find("calculus-slice-told")
                                .map(Label.class::cast)
                                .filter(told -> told.getText().contains(FINEST))
                                .isPresent(),
                SLICE_MILLISECONDS);
    }

    /// The attention of a node to its neighbours, at their edges.
    private void attention() throws IOException, InterruptedException {
        hand.edit(e -> e.withEncoder(Kinds.ENCODER.kind("gat").defaults().get()));
        FxThread.await(
                () ->
                        hand.workbench()
                                        .document()
                                        .experiment()
                                        .get()
                                        .equals(hand.workbench().runModel().observed())
                                && hand.workbench().runModel().observation().get() != null,
                LOOK_MILLISECONDS);
        hand.perform("view.calculus");
        awaitSteps();
        next(ATTENTION);
        hand.escape();
        showPage();
        hand.picture("calculus-attention");
        hand.showPage("inspector-node");
    }

    /// The page at the side, where the window has room for it.
    private void showPage() throws InterruptedException {
        if (FxThread.call(() -> hand.find("tab-inspector-calculus").isEmpty())) {
            hand.perform("view.inspector");
        }
        hand.showPage("inspector-calculus");
    }

    private void awaitSteps() throws InterruptedException {
        FxThread.await(() -> hand.find("calculus-step-0").isPresent(), LOOK_MILLISECONDS);
    }

    private void next(int steps) throws InterruptedException {
        FxThread.run(() -> {
            for (int k = 0; k < steps; k++) {
                hand.find("calculus-next").map(Button.class::cast).ifPresent(Button::fire);
            }
        });
    }
}
