package innerloop.app.graphview;

import innerloop.app.embedding.EmbeddingView;
import innerloop.app.inspect.EgoView;
import innerloop.app.selection.Selection;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.layout.ForceLayout;
import innerloop.graph.layout.IncrementalLayout;
import innerloop.graph.stream.SpringBoxLayout;
import innerloop.math.Seed;
import innerloop.scene.EmbeddedNodes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Draws a plain-folder graph with [GraphView] in a headless window and saves pictures of it.
///
/// Arguments: folder, output prefix, and optionally width, height and a layout to use instead of
/// the view's own choice (spring, linear, linlog).
public final class ScreenPicture {

    private static final Selection SELECTION = new Selection();
    private static @Nullable EmbeddingView embedding;
    private static @Nullable EgoView ego;

    private ScreenPicture() {}

    public static void main(String[] args) throws Exception {
        AttributedGraph graph = read(Path.of(args[0]), args.length > 4 ? args[4] : "");
        double width = args.length > 2 ? Double.parseDouble(args[2]) : 560;
        double height = args.length > 3 ? Double.parseDouble(args[3]) : 620;
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> open(graph, args[1], width, height, done));
        done.await();
        Platform.exit();
    }

    private static void open(
            AttributedGraph graph,
            String prefix,
            double width,
            double height,
            CountDownLatch done) {
        GraphView view = new GraphView(SELECTION);
        Label title = new Label("Graph");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(8, title, gap);
        header.getChildren().addAll(view.headerControls());
        header.setPadding(new Insets(6, 12, 6, 12));
        BorderPane card = new BorderPane(view, header, null, null, null);
        BorderPane root = new BorderPane(card);
        if (width > 800) {
            // Wide enough for the other two views beside it.
            embedding = new EmbeddingView(SELECTION);
            ego = new EgoView();
            ego.setPrefHeight(height / 2);
            embedding.setPrefWidth(width * 0.4);
            BorderPane right = new BorderPane(embedding, null, null, ego, null);
            root.setRight(right);
            BorderPane.setMargin(right, new Insets(0, 0, 0, 10));
        }
        root.setPadding(new Insets(10));
        Stage stage = new Stage();
        stage.setScene(new Scene(root, width, height));
        stage.show();
        long start = System.nanoTime();
        view.setGraph(graph);
        List<Runnable> shots = new ArrayList<>();
        int classes = graph.classes().size();
        byte[] lanes = new byte[classes];
        for (int c = 0; c < classes; c++) {
            lanes[c] = (byte) (c % 5 == 4 ? 2 : c % 5 < 2 ? 3 : 1);
        }
        shots.add(() -> {
            if (embedding != null && ego != null) {
                float[] xy = view.positions().clone();
                for (int k = 0; k < xy.length; k++) {
                    xy[k] += (k % 2 == 0 ? 3 : -3) * graph.labels()[k / 2] % 5;
                }
                embedding.show(
                        new EmbeddedNodes(
                                xy,
                                2,
                                List.of(),
                                graph.labels(),
                                graph.labels(),
                                new int[0],
                                new int[0],
                                true));
                embedding.setClassNames(graph.classes());
                embedding.setCaption("GCN layer 1, 16 dimensions · step 364");
                ego.show(graph, 0);
            }
        });
        shots.add(() -> {
            view.setLanes(ofNodes(graph, lanes));
            episode(graph, lanes, view);
            view.selectedProperty().set(0);
            hover(view, 7);
        });
        shots.add(() -> view.setColour(ColourMode.PREDICTION));
        shots.add(() -> view.setColour(ColourMode.CONFIDENCE));
        shots.add(() -> {
            view.setColour(ColourMode.ROLE);
            view.highlightClass(1);
        });
        shots.add(() -> {
            view.setColour(ColourMode.CLASS);
            view.highlightClass(-1);
            var canvas = view.canvas();
            canvas.raster()
                    .viewportProperty()
                    .set(
                            canvas.raster()
                                    .viewportProperty()
                                    .get()
                                    .zoomAt(canvas.getWidth() / 2, canvas.getHeight() / 2, 3));
        });
        view.layingOutProperty()
                .subscribe(running -> {
                    if (!running) {
                        System.out.printf("layout %.2f s%n", (System.nanoTime() - start) / 1e9);
                        shoot(view, root, header, prefix, shots, 0, done);
                    }
                });
        PauseTransition during = new PauseTransition(Duration.millis(700));
        during.setOnFinished(_ -> save(root, prefix + "-running.png"));
        during.play();
    }

    private static void episode(AttributedGraph graph, byte[] lanes, GraphView view) {
        List<Integer> support = new ArrayList<>();
        List<Integer> query = new ArrayList<>();
        int[] seen = new int[lanes.length];
        int[] predicted = new int[graph.nodes()];
        float[] confidence = new float[graph.nodes()];
        java.util.Arrays.fill(predicted, -1);
        for (int i = 0; i < graph.nodes(); i++) {
            int c = graph.labels()[i];
            if (c >= 0 && lanes[c] == 3) {
                if (seen[c] < 3) {
                    support.add(i);
                } else if (seen[c] < 7) {
                    query.add(i);
                    predicted[i] = i % 3 == 0 ? (c == 0 ? 5 : 0) : c;
                    confidence[i] = (i % 10) / 9f;
                }
                seen[c]++;
            }
        }
        view.setEpisode(
                support.stream().mapToInt(Integer::intValue).toArray(),
                query.stream().mapToInt(Integer::intValue).toArray());
        view.setPrediction(
                new Prediction(
                        Arrays.stream(predicted).filter(c -> c >= 0).distinct().boxed().toList(),
                        predicted,
                        confidence,
                        new float[predicted.length],
                        java.util.Optional.empty()));
    }

    private static void shoot(
            GraphView view,
            Region root,
            HBox header,
            String prefix,
            List<Runnable> shots,
            int number,
            CountDownLatch done) {
        if (number == shots.size()) {
            done.countDown();
            return;
        }
        shots.get(number).run();
        theme(view, root, header, Theme.LIGHT);
        after(() -> {
            save(root, prefix + "-" + number + "-light.png");
            System.out.printf("raster %.2f ms%n", view.canvas().raster().rasterMillis());
            theme(view, root, header, Theme.DARK);
            after(() -> {
                save(root, prefix + "-" + number + "-dark.png");
                shoot(view, root, header, prefix, shots, number + 1, done);
            });
        });
    }

    private static void theme(GraphView view, Region root, HBox header, Theme theme) {
        view.setTheme(theme);
        if (embedding != null && ego != null) {
            embedding.setTheme(theme);
            ego.setTheme(theme);
        }
        root.setBackground(Background.fill(Paints.of(theme, Colour.GROUND)));
        header.setBackground(Background.fill(Paints.of(theme, Colour.PANEL)));
    }

    /// Puts the pointer over a node, as far as the view can tell.
    private static void hover(GraphView view, int node) {
        var at = view.canvas().localToScreen(view.canvas().screenOf(node));
        new Robot().mouseMove(at);
    }

    private static void after(Runnable action) {
        PauseTransition pause = new PauseTransition(Duration.millis(350));
        pause.setOnFinished(_ -> action.run());
        pause.play();
    }

    private static void save(Region root, String file) {
        try {
            ImageIO.write(
                    SwingFXUtils.fromFXImage(root.snapshot(null, null), null),
                    "png",
                    new File(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AttributedGraph read(Path folder, String layout) throws IOException {
        List<String> labels =
                Files.readAllLines(folder.resolve("labels.txt")).stream()
                        .map(String::strip)
                        .toList();
        GraphBuilder builder =
                new GraphBuilder(folder.getFileName().toString(), labels.size(), false);
        for (String line : Files.readAllLines(folder.resolve("edges.txt"))) {
            String[] ends = line.strip().split("\\s+");
            if (ends.length >= 2) {
                builder.edge(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
            }
        }
        Path names = folder.resolve("names.txt");
        if (Files.exists(names)) {
            builder.names(Files.readAllLines(names));
        }
        AttributedGraph graph = builder.labels(labels).build();
        return layout.isEmpty() ? graph : builder.positions(positions(graph, layout)).build();
    }

    private static float[] positions(AttributedGraph graph, String name) {
        IncrementalLayout layout =
                switch (name) {
                    case "spring" -> new SpringBoxLayout(graph, new Seed(1));
                    case "linlog" ->
                            new ForceLayout(
                                    graph, new Seed(1), ForceLayout.Attraction.LIN_LOG, 900);
                    default -> new ForceLayout(graph, new Seed(1));
                };
        long start = System.nanoTime();
        int steps = 1;
        while (layout.step()) {
            steps++;
        }
        double millis = (System.nanoTime() - start) / 1e6;
        System.out.printf(
                "%s: %d steps, %.0f ms, %.2f ms a step%n", name, steps, millis, millis / steps);
        return layout.positions();
    }

    private static byte[] ofNodes(AttributedGraph graph, byte[] laneOfClass) {
        byte[] lanes = new byte[graph.nodes()];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = graph.labels()[i] < 0 ? 0 : laneOfClass[graph.labels()[i]];
        }
        return lanes;
    }
}
