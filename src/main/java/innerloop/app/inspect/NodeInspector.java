package innerloop.app.inspect;

import innerloop.app.Messages;
import innerloop.app.NumberText;
import innerloop.app.theme.Paints;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import innerloop.training.ClassPredictions;
import innerloop.training.Observation;
import innerloop.training.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/// The selected node: name, class, degree, prediction, strongest features, neighbours to walk to, and its ego
/// network.
public final class NodeInspector extends VBox {

    private static final int MOST_NEIGHBOURS = 40;
    private static final int MOST_FEATURES = 12;
    private static final int LIKELY_EDGES = 5;

    private final IntConsumer select;
    private final EgoView ego = new EgoView();
    private final Label name = new Label();
    private final Label line = new Label();
    private final Label prediction = new Label();
    private final Label featureTitle = title("inspector.features");
    private final FlowPane features = new FlowPane(4, 4);
    private final Label neighbourTitle = title("inspector.neighbours");
    private final FlowPane neighbours = new FlowPane(4, 2);
    private final Label hint = new Label(Messages.get("inspector.empty"));
    private final VBox details;
    private @Nullable AttributedGraph graph;
    private int node = -1;
    private @Nullable Observation said;
    private boolean stale;

    /// @param select walks to a neighbour
    public NodeInspector(IntConsumer select) {
        this.select = select;
        setId("inspector");
        name.setId("node-name");
        name.getStyleClass().add("title");
        name.setWrapText(true);
        line.setId("node-line");
        line.getStyleClass().add("dim");
        line.setWrapText(true);
        prediction.setId("node-prediction");
        prediction.setWrapText(true);
        hint.getStyleClass().add("dim");
        hint.setWrapText(true);
        details =
                new VBox(
                        8,
                        name,
                        line,
                        prediction,
                        featureTitle,
                        features,
                        neighbourTitle,
                        neighbours);
        details.setPadding(new Insets(10, 12, 8, 12));
        VBox.setMargin(hint, new Insets(10, 12, 8, 12));
        ScrollPane scroll = new ScrollPane(new VBox(hint, details));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ego.setMinHeight(160);
        ego.setPrefHeight(260);
        ego.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(scroll, ego);
        show(null, -1);
    }

    private static Label title(String key) {
        Label title = new Label(Messages.get(key));
        title.getStyleClass().addAll("small-text", "dim");
        return title;
    }

    /// Shows this node, or the hint when there is none.
    public void show(@Nullable AttributedGraph newGraph, int newNode) {
        graph = newGraph;
        node = newGraph == null ? -1 : newNode;
        boolean any = newGraph != null && newNode >= 0;
        hint.setVisible(!any);
        hint.setManaged(!any);
        details.setVisible(any);
        details.setManaged(any);
        ego.setVisible(any);
        ego.setManaged(any);
        ego.show(newGraph, node);
        prediction.setText("");
        prediction.setManaged(false);
        if (newGraph != null && newNode >= 0) {
            name.setText(newGraph.names().get(newNode));
            int label = newGraph.labels()[newNode];
            String about = about(newGraph, newNode);
            line.setText(
                    newGraph.nodeNames().idsDiffer()
                            ? Messages.get(
                                    "inspector.id", newGraph.nodeNames().ids().get(newNode), about)
                            : about);
            line.setGraphic(label < 0 ? null : dot(label));
            showFeatures(newGraph);
            showNeighbours(newGraph);
        }
    }

    private static String about(AttributedGraph graph, int node) {
        int label = graph.labels()[node];
        return graph.isPresent(node)
                ? Messages.get(
                        "inspector.line",
                        label < 0
                                ? Messages.get("canvas.card.unlabelled")
                                : graph.classes().get(label),
                        graph.degree(node))
                : Messages.get("inspector.absent", graph.snapshot().orElseThrow().step());
    }

    private Circle dot(int label) {
        return new Circle(4, Paints.ofClass(label));
    }

    private void showFeatures(AttributedGraph shown) {
        SparseMatrix x = shown.features();
        List<Integer> entries = new ArrayList<>();
        for (int k = x.rowStart()[node]; k < x.rowStart()[node + 1]; k++) {
            entries.add(k);
        }
        entries.sort(Comparator.comparingDouble(k -> -Math.abs(x.value()[k])));
        features.getChildren().clear();
        for (int k : entries.subList(0, Math.min(MOST_FEATURES, entries.size()))) {
            int column = x.column()[k];
            String word =
                    shown.featureNames().isEmpty()
                            ? "#" + column
                            : shown.featureNames().get(column);
            Label label = new Label(x.value()[k] == 1 ? word : word + " " + x.value()[k]);
            label.getStyleClass().add("word");
            features.getChildren().add(label);
        }
        boolean any = !entries.isEmpty();
        featureTitle.setManaged(any);
        featureTitle.setVisible(any);
        features.setManaged(any);
    }

    private void showNeighbours(AttributedGraph shown) {
        SparseMatrix a = shown.adjacency();
        List<Integer> around = new ArrayList<>();
        for (int k = a.rowStart()[node]; k < a.rowStart()[node + 1]; k++) {
            if (a.column()[k] != node) {
                around.add(a.column()[k]);
            }
        }
        around.sort(Comparator.comparingInt(j -> -shown.degree(j)));
        neighbours.getChildren().clear();
        for (int j : around.subList(0, Math.min(MOST_NEIGHBOURS, around.size()))) {
            Hyperlink link = new Hyperlink(shown.names().get(j));
            if (shown.labels()[j] >= 0) {
                link.setGraphic(dot(shown.labels()[j]));
            }
            link.setOnAction(_ -> select.accept(j));
            neighbours.getChildren().add(link);
        }
        neighbourTitle.setText(Messages.get("inspector.neighbours", around.size()));
    }

    /// Whether what a run says is of another recipe than the open one.
    public void setStale(boolean other) {
        if (stale != other) {
            stale = other;
            show(said);
        }
    }

    /// Shows what the live picture says about the node.
    public void show(@Nullable Observation observation) {
        said = observation;
        Optional<String> text =
                graph != null && node >= 0 && observation != null
                        ? prediction(graph, observation)
                        : Optional.empty();
        prediction.setManaged(text.isPresent());
        prediction.setVisible(text.isPresent());
        text.ifPresent(line -> prediction.setText(stale ? Messages.get("stale.line", line) : line));
    }

    private Optional<String> prediction(AttributedGraph shown, Observation observation) {
        return switch (observation.outcome()) {
            case Outcome.NodeClasses _ -> ofClass(shown, observation);
            case Outcome.MemberClasses _ ->
                    ofClass(shown, observation)
                            .map(text ->
                                    Messages.get(
                                            "inspector.member",
                                            Integer.toString(shown.graphOf()[node]),
                                            text));
            case Outcome.NodeValues values -> ofValue(values, observation.step());
            case Outcome.PairScores pairs -> ofPairs(shown, pairs, observation.step());
        };
    }

    private Optional<String> ofClass(AttributedGraph shown, Observation observation) {
        ClassPredictions nodes = observation.outcome().nodes();
        if (observation.outcome().exampleOf(node) < 0 || nodes.predicted()[node] < 0) {
            return Optional.empty();
        }
        int predicted = nodes.predicted()[node];
        return Optional.of(
                Messages.get(
                        "inspector.prediction",
                        shown.classes().get(predicted),
                        nodes.confidence()[node],
                        predicted == shown.labels()[node] ? "✓" : "✗",
                        observation.step()));
    }

    private Optional<String> ofValue(Outcome.NodeValues values, int step) {
        if (!values.knows(node)) {
            return Optional.empty();
        }
        String said = NumberText.of(values.predicted()[node]);
        double right = values.right()[node];
        return Optional.of(
                Double.isNaN(right)
                        ? Messages.get("inspector.value.alone", said, step)
                        : Messages.get(
                                "inspector.value",
                                said,
                                NumberText.of(right),
                                NumberText.of(values.residual(node)),
                                step));
    }

    /// The likeliest edges of the node.
    private Optional<String> ofPairs(AttributedGraph shown, Outcome.PairScores pairs, int step) {
        List<String> likely =
                pairs.best(k -> pairs.has(k, node)).stream()
                        .limit(LIKELY_EDGES)
                        .map(k ->
                                Messages.get(
                                        "inspector.pair",
                                        shown.names().get(pairs.other(k, node)),
                                        pairs.probability()[k],
                                        pairs.joined()[k] ? "✓" : "✗"))
                        .toList();
        return likely.isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.get("inspector.pairs", String.join(", ", likely), step));
    }

    /// Light or dark.
    public void setTheme(Theme theme) {
        ego.setTheme(theme);
    }

    /// Lets go of the ego view's threads.
    public void dispose() {
        ego.dispose();
    }
}
