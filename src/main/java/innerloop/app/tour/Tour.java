package innerloop.app.tour;

import innerloop.app.graphview.ColourMode;
import innerloop.app.shell.RunStatusModel.State;
import innerloop.app.theme.Theme;
import innerloop.app.workbench.Samples;
import innerloop.app.workbench.Workbench;
import innerloop.episode.Phase;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.meta.Adaptation;
import innerloop.meta.FineTune;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.MetaUpdate;
import innerloop.meta.Pretrain;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gin;
import innerloop.nn.Mlp;
import innerloop.nn.Sage;
import innerloop.nn.Sgc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// One walk through the window.
final class Tour {

    private static final long LAYOUT_MILLISECONDS = 12_000;
    private static final long RUN_MILLISECONDS = 120_000;

    private final Path out;
    private final PrintWriter report;
    private final Workbench workbench;
    private final Stage stage;
    private int pictures;

    private Tour(Path out, PrintWriter report, Stage stage, Workbench workbench) {
        this.out = out;
        this.report = report;
        this.stage = stage;
        this.workbench = workbench;
    }

    /// Makes the window and walks.
    static void walk(Path out, Path samples, int width, int height, PrintWriter report)
            throws IOException, InterruptedException {
        Path state = Files.createTempDirectory("innerloop-tour");
        Tour tour =
                FxThread.call(() -> {
                    Stage stage = new Stage();
                    Workbench workbench =
                            new Workbench(
                                    stage, state, _ -> new FirstAnswer(out), new Samples(samples));
                    workbench.show(width, height);
                    return new Tour(out, report, stage, workbench);
                });
        tour.walk();
        FxThread.run(() -> {
            tour.workbench.dispose();
            tour.stage.hide();
        });
    }

    private void walk() throws IOException, InterruptedException {
        picture("start");
        openSample("karate");
        picture("karate");
        home();
        openSample("debian");
        picture("debian-classes");
        colour(ColourMode.ROLE);
        picture("debian-roles");
        selectHub();
        colour(ColourMode.CLASS);
        picture("debian-node");
        perform("run.start");
        watchRun();
        dark();
        picture("debian-running-dark");
        showPage("graph-embedding");
        picture("debian-embedding-dark");
        light();
        picture("debian-embedding");
        showPage("graph-graph");
        perform("run.stop");
        awaitEnd();
        home();
        openSample("blocks");
        edit(e -> e.withBudget(new Budget(200, 20, 100)));
        perform("run.start");
        awaitEnd();
        picture("blocks-finished");
        perform("file.export");
        picture("export");
        click("export-safetensors");
        awaitFile("parameters.safetensors");
        perform("file.save");
        picture("exported");
        home();
        kinds();
        home();
        openSample("blocks");
        type("field-encoder-hidden", "0");
        picture("invalid-field");
        type("field-encoder-hidden", "16");
        edit(e -> e.withSplit(e.split().move(e.split().test().getFirst(), Phase.TRAIN)));
        perform("run.start");
        picture("refused");
        perform("edit.undo");
        edit(e ->
                e.withLearner(
                        Maml.defaults()
                                .withAdaptation(new Adaptation(10, 1e12, HeadStart.LEARNED))));
        perform("run.start");
        awaitEnd();
        picture("diverged");
        perform("view.palette");
        picture("palette");
        escape();
        perform("help.shortcuts");
        picture("shortcuts");
        escape();
        perform("help.help");
        picture("help");
        escape();
    }

    /// Several encoders and learners: their fields, and what their runs show.
    private void kinds() throws IOException, InterruptedException {
        openSample("blocks");
        recipe(Gin.defaults(), Prototypical.defaults());
        picture("recipe-gin-prototypical");
        perform("run.start");
        awaitEnd();
        picture("prototypical-finished");
        dark();
        recipe(
                Sage.defaults(),
                Maml.defaults()
                        .withLearnRates(true)
                        .withMultiStepLoss(100)
                        .withUpdate(new MetaUpdate(0.001, MetaUpdate.Schedule.COSINE, 4)));
        picture("recipe-sage-dark");
        top("card-learner");
        picture("recipe-maml-plus-plus-dark");
        recipe(Gat.defaults(), Reptile.defaults());
        click("more-encoder");
        picture("recipe-gat-reptile-dark");
        light();
        picture("recipe-gat-reptile");
        recipe(Sgc.defaults(), Pretrain.defaults());
        picture("recipe-sgc-pretrain");
        perform("run.start");
        awaitEnd();
        picture("pretrain-finished");
        recipe(Mlp.defaults(), FineTune.defaults());
        perform("run.start");
        awaitEnd();
        picture("fine-tune-finished");
    }

    /// A short experiment with these, its encoder card at the top of the recipe.
    private void recipe(Encoder encoder, MetaLearner learner) throws InterruptedException {
        edit(e -> e.withEncoder(encoder).withLearner(learner).withBudget(new Budget(100, 10, 100)));
        top("card-encoder");
    }

    /// Scrolls the recipe so that it begins here.
    private void top(String card) throws InterruptedException {
        FxThread.run(() -> {
            if (find("recipe").orElse(null) instanceof ScrollPane recipe) {
                find(card).ifPresent(node -> reveal(recipe, node, 0));
            }
        });
        Thread.sleep(300);
    }

    private void openSample(String id) throws InterruptedException {
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
    private void home() throws InterruptedException {
        perform("file.new");
        Optional<Node> discard = FxThread.call(() -> find("answer-discard"));
        if (discard.isPresent()) {
            click("answer-discard");
        }
    }

    private void selectHub() throws InterruptedException {
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

    private void watchRun() throws IOException, InterruptedException {
        FxThread.await(() -> workbench.runModel().status().step().get() >= 60, RUN_MILLISECONDS);
        FrameMeter meter =
                FxThread.call(() -> {
                    FrameMeter started = new FrameMeter();
                    started.start();
                    return started;
                });
        Thread.sleep(3_000);
        FxThread.run(meter::stop);
        double speed = FxThread.call(() -> workbench.runModel().status().stepsPerSecond().get());
        report.printf(Locale.ROOT, "while training at %.0f steps/s: %s%n", speed, meter.report());
        picture("debian-running");
    }

    private void awaitEnd() throws InterruptedException {
        FxThread.await(
                () -> {
                    State state = workbench.runModel().status().state().get();
                    return !state.active() && !workbench.runModel().isLive();
                },
                RUN_MILLISECONDS);
        Thread.sleep(400);
    }

    private void awaitFile(String name) throws InterruptedException {
        FxThread.await(() -> Files.exists(out.resolve(name)), 5_000);
    }

    private void edit(UnaryOperator<Experiment> change) throws InterruptedException {
        FxThread.run(() -> workbench.document().edit("tour", "", change));
    }

    private void colour(ColourMode mode) throws InterruptedException {
        FxThread.run(() -> workbench.graphView().setColour(mode));
    }

    private void dark() throws InterruptedException {
        FxThread.run(() -> workbench.appearance().theme().set(Theme.DARK));
    }

    private void light() throws InterruptedException {
        FxThread.run(() -> workbench.appearance().theme().set(Theme.LIGHT));
    }

    private void perform(String command) throws InterruptedException {
        FxThread.run(() -> workbench.commands().get(command).perform());
        Thread.sleep(300);
    }

    private void showPage(String id) throws InterruptedException {
        if (FxThread.call(() -> find("tab-" + id)).isPresent()) {
            click("tab-" + id);
            Thread.sleep(400);
        }
    }

    private Optional<Node> find(String id) {
        return Optional.ofNullable(stage.getScene().lookup("#" + id));
    }

    private void click(String id) throws InterruptedException {
        FxThread.run(() -> {
            switch (find(id).orElse(null)) {
                case Button button -> button.fire();
                case ToggleButton button -> button.fire();
                case null, default -> throw new IllegalStateException("no button #" + id + " here");
            }
        });
        Thread.sleep(200);
    }

    private void type(String id, String text) throws InterruptedException {
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

    private void escape() throws InterruptedException {
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

    private void picture(String name) throws IOException, InterruptedException {
        Thread.sleep(300);
        FxThread.await(workbench::isPainted, 5_000);
        FxThread.await(workbench::isAppraised, 30_000);
        pictures++;
        Path file = out.resolve(String.format(Locale.ROOT, "%02d-%s.png", pictures, name));
        byte[] png =
                FxThread.call(() -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    ImageIO.write(
                            SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null),
                            "png",
                            bytes);
                    return bytes.toByteArray();
                });
        Files.write(file, png);
        report.println(file);
        report.flush();
    }
}
