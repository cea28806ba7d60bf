package innerloop.app.tour;

import innerloop.app.Png;
import innerloop.app.drive.FxThread;
import innerloop.app.graphview.ColourMode;
import innerloop.app.run.RunStatusModel.State;
import innerloop.app.workbench.Workbench;
import innerloop.colour.Theme;
import innerloop.experiment.Experiment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// The actions of a tour through the window: opens, presses, types, waits, and takes pictures.
final class Hand {

    private static final long LAYOUT_MILLISECONDS = 12_000;
    private static final long RUN_MILLISECONDS = 120_000;

    private final Path out;
    private final PrintWriter report;
    private final Workbench workbench;
    private final Stage stage;
    private int pictures;

    Hand(Path out, PrintWriter report, Stage stage, Workbench workbench) {
        this.out = out;
        this.report = report;
        this.stage = stage;
        this.workbench = workbench;
    }

    Workbench workbench() {
        return workbench;
    }

    PrintWriter report() {
        return report;
    }

    /// Scrolls the recipe so that it begins here.
    void top(String card) throws InterruptedException {
        FxThread.run(() -> {
            if (find("recipe").orElse(null) instanceof ScrollPane recipe) {
                find(card).ifPresent(node -> reveal(recipe, node, 0));
            }
        });
        Thread.sleep(300);
    }

    void openSample(String id) throws InterruptedException {
        long begin = System.nanoTime();
        click("sample-" + id);
        if (!FxThread.await(() -> workbench.document().graph().get() != null, RUN_MILLISECONDS)) {
            throw new IllegalStateException("sample " + id + " does not open");
        }
        report.printf(Locale.ROOT, "%s opened in %.2f s%n", id, (System.nanoTime() - begin) / 1e9);
        FxThread.await(() -> !workbench.graphView().layingOutProperty().get(), LAYOUT_MILLISECONDS);
        Thread.sleep(400);
    }

    /// Back to the start page, dropping changes.
    void home() throws InterruptedException {
        perform("file.new");
        Optional<Node> discard = FxThread.call(() -> find("answer-discard"));
        if (discard.isPresent()) {
            click("answer-discard");
        }
    }

    void selectHub() throws InterruptedException {
        FxThread.run(() -> {
            var graph = workbench.document().graph().get();
            if (graph == null) {
                return;
            }
            int hub = 0;
            for (int i = 0; i < graph.nodes(); i++) {
                hub = graph.degree(i) > graph.degree(hub) ? i : hub;
            }
            workbench.graphView().selectedProperty().set(hub);
        });
        Thread.sleep(1_200);
    }

    void awaitEnd() throws InterruptedException {
        FxThread.await(
                () -> {
                    State state = workbench.runModel().status().state().get();
                    return !state.active() && !workbench.runModel().isLive();
                },
                RUN_MILLISECONDS);
        Thread.sleep(400);
    }

    void awaitFile(String name) throws InterruptedException {
        FxThread.await(() -> Files.exists(out.resolve(name)), 5_000);
    }

    void edit(UnaryOperator<Experiment> change) throws InterruptedException {
        FxThread.run(() -> workbench.document().edit("tour", "", change));
    }

    void colour(ColourMode mode) throws InterruptedException {
        FxThread.run(() -> workbench.graphView().setColour(mode));
    }

    void dark() throws InterruptedException {
        FxThread.run(() -> workbench.appearance().theme().set(Theme.DARK));
    }

    void light() throws InterruptedException {
        FxThread.run(() -> workbench.appearance().theme().set(Theme.LIGHT));
    }

    void perform(String command) throws InterruptedException {
        FxThread.run(() -> workbench.commands().get(command).perform());
        Thread.sleep(300);
    }

    void showPage(String id) throws InterruptedException {
        if (FxThread.call(() -> find("tab-" + id)).isPresent()) {
            click("tab-" + id);
            Thread.sleep(400);
        }
    }

    Optional<Node> find(String id) {
        return Optional.ofNullable(stage.getScene().lookup("#" + id));
    }

    void click(String id) throws InterruptedException {
        FxThread.run(() -> {
            switch (find(id).orElse(null)) {
                case Button button -> button.fire();
                case ToggleButton button -> button.fire();
                case null, default -> throw new IllegalStateException("no button #" + id + " here");
            }
        });
        Thread.sleep(200);
    }

    void type(String id, String text) throws InterruptedException {
        FxThread.run(() -> {
            if (find(id).orElse(null) instanceof TextField field) {
                field.requestFocus();
                field.setText(text);
                find("recipe")
                        .filter(ScrollPane.class::isInstance)
                        .map(ScrollPane.class::cast)
                        .ifPresent(recipe -> reveal(recipe, field, 0.5));
            }
        });
        Thread.sleep(200);
    }

    /// Scrolls so that a node stands at this share of the height.
    private static void reveal(ScrollPane pane, Node node, double share) {
        pane.applyCss();
        pane.layout();
        double content = pane.getContent().getLayoutBounds().getHeight();
        double view = pane.getViewportBounds().getHeight();
        double y =
                pane.getContent()
                        .sceneToLocal(node.localToScene(node.getBoundsInLocal()))
                        .getMinY();
        pane.setVvalue(Math.clamp((y - share * view) / Math.max(1, content - view), 0, 1));
    }

    void escape() throws InterruptedException {
        FxThread.run(() -> {
            Node target = stage.getScene().getFocusOwner();
            Node at = target == null ? stage.getScene().getRoot() : target;
            at.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ESCAPE,
                            false,
                            false,
                            false,
                            false));
        });
        Thread.sleep(200);
    }

    void picture(String name) throws IOException, InterruptedException {
        Thread.sleep(300);
        FxThread.await(workbench::isPainted, 5_000);
        FxThread.await(workbench::isAppraised, 30_000);
        pictures++;
        Path file = out.resolve(String.format(Locale.ROOT, "%02d-%s.png", pictures, name));
        byte[] png = FxThread.call(() -> Png.of(stage.getScene().getRoot()));
        Files.write(file, png);
        report.println(file);
        report.flush();
    }
}
