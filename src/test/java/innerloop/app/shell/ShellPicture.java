package innerloop.app.shell;

import innerloop.app.Messages;
import innerloop.app.document.Settings;
import innerloop.app.document.WorkbenchDocument;
import innerloop.app.recipe.RecipeView;
import innerloop.app.recipe.RecipeViewModel;
import innerloop.app.run.RunStatusModel;
import innerloop.app.run.SimpleRunStatus;
import innerloop.app.split.Lane;
import innerloop.app.start.RecentFiles;
import innerloop.app.start.Sample;
import innerloop.app.start.StartView;
import innerloop.app.theme.Appearance;
import innerloop.checks.Finding;
import innerloop.colour.Theme;
import innerloop.episode.Lanes;
import innerloop.episode.Split;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.GraphBuilder;
import innerloop.meta.Maml;
import innerloop.nn.Gcn;
import innerloop.task.NodeClassification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// Opens the window with a made-up graph and writes pictures of it: `ShellPicture OUT_DIR WIDTH
/// HEIGHT`.
public final class ShellPicture {

    private static final List<String> NAMES =
            List.of(
                    "admin",
                    "devel",
                    "doc",
                    "editors",
                    "games",
                    "graphics",
                    "libs",
                    "net",
                    "python",
                    "science",
                    "sound",
                    "web");

    private ShellPicture() {}

    /// A graph of 12 classes with 25 to 60 nodes each; the second class is too small for most
    /// tasks.
    public static AttributedGraph graph() {
        SplittableRandom random = new SplittableRandom(3);
        List<String> labels = new ArrayList<>();
        for (int c = 0; c < NAMES.size(); c++) {
            for (int i = 0, size = c == 2 ? 9 : 25 + 3 * c; i < size; i++) {
                labels.add(NAMES.get(c));
            }
        }
        GraphBuilder builder = new GraphBuilder("debian", labels.size(), false);
        for (int e = 0; e < 4 * labels.size(); e++) {
            builder.edge(random.nextInt(labels.size()), random.nextInt(labels.size()));
        }
        return builder.labels(labels).build();
    }

    /// An experiment on [#graph()].
    public static Experiment experiment() {
        return new Experiment(
                "debian",
                "debian",
                new FeatureRecipe(FeatureRecipe.Kind.DEGREE, FeatureRecipe.Normalize.L2),
                new NodeClassification(5, 3, 15),
                Split.ofClasses(
                        new Lanes(NAMES.subList(0, 5), NAMES.subList(5, 7), NAMES.subList(7, 12))),
                Gcn.defaults(),
                Maml.defaults(),
                Budget.defaults(),
                7);
    }

    /// A window with grey views, as tests and pictures need it.
    public static final class World {
        final WorkbenchDocument document = new WorkbenchDocument(experiment());
        final SimpleRunStatus status = new SimpleRunStatus();
        final Appearance appearance = new Appearance();
        final Commands commands = new Commands();
        final RecipeViewModel recipe = new RecipeViewModel(document, (_, _) -> List.<Finding>of());
        final MainWindow window;
        final RecentFiles recent;
        int runs;
        int pauses;

        World(Path folder) {
            StandardCommands.register(
                    commands, actions(), document, status, new SimpleStringProperty(""));
            recent = new RecentFiles(folder.resolve("recent.txt"));
            Slots slots =
                    new Slots(
                            new RecipeView(
                                    recipe,
                                    new NoContext(),
                                    new SimpleStringProperty("about 12 s")),
                            new Page(
                                    "graph",
                                    Messages.get("panel.graph"),
                                    grey("graph"),
                                    tool("colour: class ▾")),
                            new Page(
                                    "embedding",
                                    Messages.get("panel.embedding"),
                                    grey("embedding"),
                                    tool("t-SNE ▾")),
                            List.of(Page.of("node", Messages.get("panel.node"), grey("inspector"))),
                            List.of(
                                    new Page(
                                            "curves",
                                            Messages.get("panel.curves"),
                                            grey("curves"),
                                            tool("smoothing 0.6"))),
                            new Region(),
                            new Label("second order"),
                            new StartView(samples(), List.of(), recent, new NoStart()));
            window =
                    new MainWindow(
                            new ShellModel(
                                    document,
                                    status,
                                    recipe.field("seed"),
                                    commands,
                                    appearance,
                                    new Settings(folder.resolve("settings.txt"))),
                            slots,
                            _ -> {});
            recent.add(Path.of("/home/ada/graphs/football.graphml"));
            recent.add(folder);
        }

        private WorkbenchActions actions() {
            return new WorkbenchActions() {
                @Override
                public void showReading() {}

                @Override
                public void newExperiment() {}

                @Override
                public void openGraph() {}

                @Override
                public void openExperiment() {}

                @Override
                public void save() {}

                @Override
                public void saveAs() {}

                @Override
                public void exportView() {}

                @Override
                public void quit() {}

                @Override
                public void run() {
                    runs++;
                }

                @Override
                public void pauseOrResume() {
                    pauses++;
                }

                @Override
                public void step() {}

                @Override
                public void innerStep() {}

                @Override
                public void stop() {}
            };
        }

        private static List<Sample> samples() {
            return List.of(
                    new Sample(
                            "football",
                            java.nio.file.Path.of("football.png"),
                            "Football",
                            "College teams and the games they played.",
                            115,
                            613,
                            12),
                    new Sample(
                            "debian",
                            java.nio.file.Path.of("debian.png"),
                            "Debian",
                            "Packages that need each other, by section.",
                            2708,
                            5278,
                            12),
                    new Sample(
                            "cora",
                            java.nio.file.Path.of("cora.png"),
                            "Cora",
                            "Papers that cite each other, by topic.",
                            2708,
                            5278,
                            7),
                    new Sample(
                            "karate",
                            java.nio.file.Path.of("karate.png"),
                            "Karate club",
                            "Who stayed with whom.",
                            34,
                            78,
                            2));
        }

        private static Region grey(String text) {
            StackPane pane = new StackPane(new Label(text));
            pane.setStyle("-fx-background-color: -il-grid;");
            return pane;
        }

        private static Region tool(String text) {
            Label label = new Label(text);
            label.getStyleClass().add("dim");
            return label;
        }
    }

    /// Writes all pictures.
    public static void main(String[] args) throws Exception {
        Path out = Files.createDirectories(Path.of(args[0]));
        double width = Double.parseDouble(args[1]);
        double height = Double.parseDouble(args[2]);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        AtomicReference<World> made = new AtomicReference<>();
        AtomicReference<Scene> scene = new AtomicReference<>();
        onFx(() -> {
            long begin = System.nanoTime();
            World world = new World(out);
            System.out.println("built in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            made.set(world);
            if (width <= 1000) {
                Stage stage = new Stage();
                world.window.show(stage, width, height);
                scene.set(stage.getScene());
            } else {
                // The headless screen has 1000 pixels; a scene without a window may be as large as
                // it likes.
                scene.set(world.window.scene(width, height));
            }
            System.out.println("shown in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        });
        World world = made.get();
        String size = (int) width + "x" + (int) height;
        settle(scene.get());
        shoot(scene.get(), out.resolve("start-" + size + ".png"));
        onFx(() -> {
            AttributedGraph graph = graph();
            long begin = System.nanoTime();
            world.document.open(experiment(), graph, null);
            scene.get().getRoot().applyCss();
            scene.get().getRoot().layout();
            System.out.println("opened in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            begin = System.nanoTime();
            world.recipe.split().move("web", Lane.BASE);
            scene.get().getRoot().applyCss();
            scene.get().getRoot().layout();
            System.out.println("moved in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            world.document.undo();
            world.status.setState(RunStatusModel.State.RUNNING);
            world.status.setProgress(364, 480, 8.4, 812);
            world.document.edit("change seed", "", e -> e.withSeed(11));
        });
        settle(scene.get());
        shoot(scene.get(), out.resolve("light-" + size + ".png"));
        onFx(() -> world.appearance.theme().set(Theme.DARK));
        settle(scene.get());
        shoot(scene.get(), out.resolve("dark-" + size + ".png"));
        onFx(() -> {
            world.commands.get("view.palette").perform();
        });
        settle(scene.get());
        shoot(scene.get(), out.resolve("palette-" + size + ".png"));
        onFx(() -> {
            world.window.overlay().hide();
            world.appearance.theme().set(Theme.LIGHT);
            world.window
                    .notices()
                    .error(
                            "cora/edges.txt:17: ‘x’ is no node number; write a number from 0 to"
                                    + " 2,707");
            world.recipe.field("encoder.hidden").text().set("0");
            world.recipe.field("task.ways").text().set("6");
            ((ComboBox<?>) scene.get().lookup("#field-learner-kind")).getSelectionModel().select(2);
            ((ComboBox<?>) scene.get().lookup("#field-encoder-kind")).getSelectionModel().select(1);
            ((TextField) scene.get().lookup("#field-learner-epsilon")).setText("3");
            world.commands.get("view.inspector").perform();
            ((ScrollPane) scene.get().lookup("#recipe")).setVvalue(1);
        });
        settle(scene.get());
        shoot(scene.get(), out.resolve("errors-" + size + ".png"));
        if (width <= 1000) {
            onFx(() -> ((ComboBox<?>) scene.get().lookup("#field-encoder-activation")).show());
            settle(scene.get());
            shoot(Window.getWindows().getLast().getScene(), out.resolve("combo.png"));
            onFx(() -> {
                ((ComboBox<?>) scene.get().lookup("#field-encoder-activation")).hide();
                ((MenuBar) scene.get().lookup("#menu-bar")).getMenus().get(2).show();
            });
            settle(scene.get());
            shoot(Window.getWindows().getLast().getScene(), out.resolve("menu.png"));
            onFx(() -> ((MenuBar) scene.get().lookup("#menu-bar")).getMenus().get(2).hide());
        }
        onFx(() -> world.commands.get("help.shortcuts").perform());
        settle(scene.get());
        shoot(scene.get(), out.resolve("shortcuts-" + size + ".png"));
        onFx(() -> world.commands.get("help.help").perform());
        settle(scene.get());
        shoot(scene.get(), out.resolve("help-" + size + ".png"));
        Platform.exit();
    }

    private static void settle(Scene scene) throws Exception {
        for (int i = 0; i < 3; i++) {
            onFx(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            Thread.sleep(200);
        }
    }

    private static void shoot(Scene scene, Path file) throws Exception {
        onFx(() -> {
            try {
                ImageIO.write(
                        SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static void onFx(Runnable action) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Platform.runLater(() -> {
            try {
                action.run();
            } catch (Throwable e) {
                failure.set(e);
            } finally {
                done.countDown();
            }
        });
        done.await();
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }
}
