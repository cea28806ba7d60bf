package innerloop.app.tour;

import innerloop.app.drive.FxThread;
import innerloop.experiment.Budget;
import innerloop.experiment.kinds.Kinds;
import innerloop.scene.EmbeddingLayer;
import java.io.IOException;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/// A run on the blocks, looked at afterwards: the embedding with all that can be shown beside it, in the plane and in
/// space, at an earlier step, and all charts.
final class WatchingScreens {

    private static final int STEPS = 200;
    private static final int EARLIER = 60;
    private static final long SETTLING_MILLISECONDS = 1_500;
    private static final long LOOK_MILLISECONDS = 30_000;

    private final Hand hand;

    WatchingScreens(Hand hand) {
        this.hand = hand;
    }

    void walk() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("blocks");
        hand.budget(new Budget(STEPS, 10, 50));
        hand.showEmbedding();
        hand.start();
        hand.awaitEnd();
        outerStep();
        Set<EmbeddingLayer> before =
                FxThread.call(() -> hand.workbench().embeddingView().layersProperty().get());
        show(Set.of(EmbeddingLayer.values()));
        hand.picture("embedding-layers");
        hand.click("projection-dimensions-3");
        hand.pause(SETTLING_MILLISECONDS);
        hand.dark();
        hand.picture("embedding-space-dark");
        hand.light();
        show(before);
        FxThread.run(() -> hand.workbench().runModel().timeline().choose(EARLIER));
        allCharts();
        hand.pause(SETTLING_MILLISECONDS);
        hand.picture("an-earlier-step");
        hand.click("projection-dimensions-2");
        innerLoop();
        closedForms();
        hand.showGraph();
    }

    /// The first inner steps say most.
    private void innerLoop() throws IOException, InterruptedException {
        FxThread.run(() -> {
            hand.workbench().runModel().timeline().follow();
            hand.workbench().runModel().timeline().chooseInner(2);
        });
        hand.click("tab-watching-inner");
        hand.pause(SETTLING_MILLISECONDS);
        hand.picture("inner-loop");
        hand.dark();
        hand.picture("inner-loop-dark");
        hand.light();
        beside();
        FxThread.run(() -> hand.workbench().runModel().timeline().adaptWholly());
        hand.click("tab-watching-curves");
    }

    /// Another learner's recipe, with the run that was made beside it.
    private void beside() throws IOException, InterruptedException {
        hand.edit(experiment ->
                experiment.withLearner(Kinds.LEARNER.kind("reptile").defaults().get()));
        FxThread.run(() ->
                hand.find("inner-beside")
                        .ifPresent(node -> {
                            ((MenuButton) node).show();
                            ((MenuButton) node)
                                    .getItems().stream()
                                            .filter(CheckMenuItem.class::isInstance)
                                            .map(CheckMenuItem.class::cast)
                                            .limit(1)
                                            .forEach(item -> {
                                                item.setSelected(true);
                                                item.fire();
                                            });
                            ((MenuButton) node).hide();
                        }));
        hand.pause(SETTLING_MILLISECONDS);
        hand.picture("inner-loop-beside");
    }

    /// The outer step that comes next, with one of its episodes lit.
    private void outerStep() throws IOException, InterruptedException {
        hand.showPage("watching-outer");
        FxThread.await(
                () -> hand.find("outer-card-2").isPresent() && hand.workbench().isPainted(),
                LOOK_MILLISECONDS);
        hand.picture("outer-step");
        FxThread.run(() -> hand.find("outer-card-2").ifPresent(Node::requestFocus));
        hand.dark();
        hand.picture("outer-step-dark");
        hand.light();
        hand.showPage("watching-curves");
    }

    /// The outer steps of learners whose head is a formula: class means, and the equations of ridge regression.
    private void closedForms() throws IOException, InterruptedException {
        outerStepOf("prototypical");
        outerStepOf("ridge");
    }

    private void outerStepOf(String learner) throws IOException, InterruptedException {
        hand.home();
        hand.openSample("blocks");
        hand.edit(
                experiment -> experiment.withLearner(Kinds.LEARNER.kind(learner).defaults().get()));
        hand.showPage("watching-outer");
        FxThread.await(
                () -> hand.find("outer-card-2").isPresent() && hand.workbench().isPainted(),
                LOOK_MILLISECONDS);
        FxThread.run(() -> hand.find("outer-card-2").ifPresent(Node::requestFocus));
        hand.pause(SETTLING_MILLISECONDS);
        hand.picture("outer-step-" + learner);
        hand.showPage("watching-curves");
    }

    private void show(Set<EmbeddingLayer> layers) throws InterruptedException {
        FxThread.run(() -> hand.workbench().embeddingView().layersProperty().set(layers));
        hand.pause(SETTLING_MILLISECONDS);
    }

    private void allCharts() throws InterruptedException {
        FxThread.run(() -> {
            if (hand.find("curves-charts").orElse(null) instanceof MenuButton menu) {
                menu.getItems().stream()
                        .map(CheckMenuItem.class::cast)
                        .forEach(item -> item.setSelected(true));
            }
        });
    }
}
