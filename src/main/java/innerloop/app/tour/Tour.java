package innerloop.app.tour;

import innerloop.app.drive.FirstAnswer;
import innerloop.app.drive.FrameMeter;
import innerloop.app.drive.FxThread;
import innerloop.app.drive.WindowSize;
import innerloop.app.graphview.ColourMode;
import innerloop.app.guide.Stop;
import innerloop.app.workbench.Samples;
import innerloop.app.workbench.Workbench;
import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.experiment.Budget;
import innerloop.experiment.kinds.Kinds;
import innerloop.meta.HeadStart;
import innerloop.meta.InnerLoopSettings;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.OuterLoopSettings;
import innerloop.nn.Encoder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// One walk through the window.
final class Tour {

    /// A part of it that can be walked alone.
    enum Part {
        START,
        DEBIAN,
        BLOCKS,
        MOTIFS,
        DOMAINS,
        WATCHING,
        CALCULUS,
        SHAPES,
        CLUBS,
        GROWING,
        EDGES,
        WEATHER,
        SUPERVISED,
        KINDS,
        GUIDE,
        PRESENTING,
        LESSON,
        GLOSSARY,
        DOCTOR,
        MISTAKES
    }

    /// What fits on the headless platform's screen.
    private static final WindowSize SCREEN = new WindowSize(1000, 990);

    private static final int MANY_STEPS = 60;
    private static final long RUN_MILLISECONDS = 120_000;

    private final Hand hand;

    private Tour(Hand hand) {
        this.hand = hand;
    }

    /// Makes the window and walks.
    static void walk(Route route, Path samples, PrintWriter report)
            throws IOException, InterruptedException {
        Path state = Files.createTempDirectory("innerloop-tour");
        Hand hand =
                FxThread.call(() -> {
                    Stage stage = new Stage();
                    Workbench workbench =
                            new Workbench(
                                    stage,
                                    state,
                                    _ -> new FirstAnswer(route.out()),
                                    new Samples(samples));
                    workbench.show(SCREEN.width(), SCREEN.height());
                    return new Hand(route, report, stage, workbench);
                });
        Tour tour = new Tour(hand);
        for (Part part : route.parts()) {
            tour.walk(part);
        }
        FxThread.run(() -> {
            hand.workbench().dispose();
            hand.workbench().graphView().getScene().getWindow().hide();
        });
    }

    private void walk(Part part) throws IOException, InterruptedException {
        switch (part) {
            case START -> start();
            case DEBIAN -> debian();
            case BLOCKS -> blocks();
            case MOTIFS -> motifs();
            case DOMAINS -> domains();
            case WATCHING -> new WatchingScreens(hand).walk();
            case CALCULUS -> new CalculusScreens(hand).walk();
            case SHAPES -> new MemberScreens(hand).walk();
            case CLUBS -> new PairScreens(hand).walk();
            case GROWING -> new HistoryScreens(hand).walk();
            case EDGES -> new EdgeScreens(hand).walk();
            case WEATHER -> new NumberScreens(hand).walk();
            case SUPERVISED -> new SupervisedScreens(hand).walk();
            case KINDS -> kinds();
            case GUIDE -> guide();
            case PRESENTING -> presenting();
            case LESSON -> new LessonScreens(hand).walk();
            case GLOSSARY -> new GlossaryScreens(hand).walk();
            case DOCTOR -> new DoctorScreens(hand).walk();
            case MISTAKES -> mistakes();
        }
    }

    /// The start page, and a first graph.
    private void start() throws IOException, InterruptedException {
        hand.picture("start");
        hand.openSample("karate");
        hand.picture("karate");
    }

    /// A large graph: looking, selecting, splitting, and a run that is watched.
    private void debian() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("debian");
        hand.picture("debian-classes");
        hand.colour(ColourMode.ROLE);
        hand.picture("debian-roles");
        hand.selectHub();
        hand.colour(ColourMode.CLASS);
        hand.picture("debian-node");
        new CanvasScreens(hand).walk();
        new SplitScreens(hand).walk();
        hand.start();
        watchRun();
        hand.dark();
        hand.picture("debian-running-dark");
        hand.showEmbedding();
        hand.picture("debian-embedding-dark");
        hand.light();
        hand.picture("debian-embedding");
        hand.showGraph();
        hand.perform("run.stop");
        hand.awaitEnd();
    }

    /// A run and what is exported of it.
    private void blocks() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("blocks");
        hand.budget(new Budget(200, 20, 100));
        hand.start();
        hand.awaitEnd();
        hand.picture("blocks-finished");
        hand.perform("file.export");
        hand.picture("export");
        hand.click("export-safetensors");
        hand.awaitFile("parameters.safetensors");
        hand.perform("file.save");
        hand.picture("exported");
    }

    /// A collection of graphs, and runs beside each other.
    private void motifs() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("motifs");
        hand.top("card-split");
        hand.picture("split-collection");
        hand.dark();
        hand.picture("split-collection-dark");
        hand.light();
        hand.start();
        hand.awaitEnd();
        hand.picture("motifs-finished");
        new RunScreens(hand).walk();
    }

    /// Features that mean the same in graphs of different kinds.
    private void domains() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("crossdomain");
        hand.picture("domains");
        hand.start();
        hand.awaitEnd();
        hand.picture("domains-finished");
    }

    /// The cards of the first five minutes.
    private void guide() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("debian");
        hand.perform("help.guide");
        for (Stop stop : Stop.ALL) {
            hand.picture("guide-" + stop.name());
            hand.click("guide-next");
        }
    }

    /// Large, for many who look at one screen.
    private void presenting() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("blocks");
        hand.start();
        hand.awaitEnd();
        hand.perform("view.present");
        hand.picture("presenting");
        hand.press(KeyCode.DIGIT5, true);
        hand.picture("presenting-two");
        hand.press(KeyCode.DIGIT1, false);
        hand.picture("presenting-recipe");
        hand.escape();
        hand.picture("presented");
    }

    /// What is wrong, and where help is.
    private void mistakes() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("blocks");
        hand.type("field-encoder-hidden", "0");
        hand.picture("invalid-field");
        hand.type("field-encoder-hidden", "16");
        hand.edit(e -> {
            Lanes lanes = e.split().lanes();
            return e.withSplit(
                    e.split().withLanes(lanes.move(lanes.test().getFirst(), Phase.TRAIN)));
        });
        hand.perform("run.start");
        hand.picture("refused");
        hand.perform("edit.undo");
        hand.edit(e ->
                e.withLearner(
                        Maml.defaults()
                                .withInner(new InnerLoopSettings(10, 1e12, HeadStart.LEARNED))));
        hand.start();
        hand.awaitEnd();
        hand.picture("diverged");
        hand.perform("view.palette");
        hand.picture("palette");
        hand.escape();
        hand.perform("help.shortcuts");
        hand.picture("shortcuts");
        hand.escape();
        hand.perform("help.help");
        hand.picture("help");
        hand.escape();
    }

    /// Several encoders and learners: their fields, and what their runs show.
    private void kinds() throws IOException, InterruptedException {
        hand.home();
        hand.openSample("blocks");
        recipe("gin", "prototypical");
        hand.picture("recipe-gin-prototypical");
        hand.start();
        hand.awaitEnd();
        hand.picture("prototypical-finished");
        hand.dark();
        recipe(
                Kinds.ENCODER.kind("sage").defaults().get(),
                Maml.defaults()
                        .withLearnRates(true)
                        .withMultiStepLoss(100)
                        .withOuter(
                                new OuterLoopSettings(
                                        0.001, OuterLoopSettings.Schedule.COSINE, 4)));
        hand.picture("recipe-sage-dark");
        hand.top("card-learner");
        hand.picture("recipe-maml-plus-plus-dark");
        recipe("gat", "reptile");
        hand.click("more-encoder");
        hand.picture("recipe-gat-reptile-dark");
        hand.light();
        hand.picture("recipe-gat-reptile");
        recipe("sgc", "pretrain");
        hand.picture("recipe-sgc-pretrain");
        hand.start();
        hand.awaitEnd();
        hand.picture("pretrain-finished");
        recipe("mlp", "fine-tune");
        hand.start();
        hand.awaitEnd();
        hand.picture("fine-tune-finished");
    }

    /// A short experiment with the kinds of these names as they come.
    private void recipe(String encoder, String learner) throws InterruptedException {
        recipe(
                Kinds.ENCODER.kind(encoder).defaults().get(),
                Kinds.LEARNER.kind(learner).defaults().get());
    }

    /// A short experiment with these, its encoder card at the top of the recipe.
    private void recipe(Encoder encoder, MetaLearner learner) throws InterruptedException {
        hand.edit(e -> e.withEncoder(encoder).withLearner(learner));
        hand.budget(new Budget(100, 10, 100));
        hand.top("card-encoder");
    }

    private void watchRun() throws IOException, InterruptedException {
        int steps = hand.isBrief() ? 1 : MANY_STEPS;
        FxThread.await(
                () -> hand.workbench().runModel().status().step().get() >= steps, RUN_MILLISECONDS);
        FrameMeter meter =
                FxThread.call(() -> {
                    FrameMeter started = new FrameMeter();
                    started.start();
                    return started;
                });
        hand.pause(3_000);
        FxThread.run(meter::stop);
        double speed =
                FxThread.call(() -> hand.workbench().runModel().status().stepsPerSecond().get());
        hand.report()
                .printf(Locale.ROOT, "while training at %.0f steps/s: %s%n", speed, meter.report());
        hand.picture("debian-running");
    }
}
