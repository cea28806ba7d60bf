package innerloop.app.graphview;

import innerloop.app.canvas.EdgeList;
import innerloop.app.canvas.Palette;
import innerloop.app.canvas.SceneModel;
import innerloop.app.canvas.Shape;
import innerloop.graph.AttributedGraph;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Everything that decides how the nodes of a graph look, as one value; [#scene(float[], EdgeList)]
/// draws the conclusions. Holds no toolkit objects.
///
/// @param graph the graph
/// @param laneOfClass [Lane#code()] of each class; empty while there is no split
/// @param support nodes of the watched episode's support set; empty for no episode
/// @param query nodes of its query set
/// @param predicted predicted class of each node, −1 for none; empty for no prediction
/// @param confidence probability of the predicted class, NaN for none; empty for no prediction
/// @param mode what colours mean
/// @param highlight the class in the foreground, −1 for all
/// @param palette the colours
@SuppressWarnings("ArrayRecordComponent") // replaced as a whole, compared by nobody
public record Appearance(
        AttributedGraph graph,
        byte[] laneOfClass,
        int[] support,
        int[] query,
        int[] predicted,
        float[] confidence,
        ColourMode mode,
        int highlight,
        Palette palette) {

    private static final int SUPPORT_COLOUR = 0xFF228833;
    private static final int QUERY_COLOUR = 0xFFE69F00;

    /// A graph about which nothing else is known.
    public static Appearance of(AttributedGraph graph, ColourMode mode, Palette palette) {
        return new Appearance(
                graph,
                new byte[0],
                new int[0],
                new int[0],
                new int[0],
                new float[0],
                mode,
                -1,
                palette);
    }

    /// With another split.
    public Appearance withLanes(byte[] lanes) {
        return new Appearance(
                graph,
                lanes.clone(),
                support,
                query,
                predicted,
                confidence,
                mode,
                highlight,
                palette);
    }

    /// With another watched episode.
    public Appearance withEpisode(int[] newSupport, int[] newQuery) {
        return new Appearance(
                graph,
                laneOfClass,
                newSupport.clone(),
                newQuery.clone(),
                predicted,
                confidence,
                mode,
                highlight,
                palette);
    }

    /// With another prediction.
    public Appearance withPrediction(int[] classOfNode, float[] probability) {
        return new Appearance(
                graph,
                laneOfClass,
                support,
                query,
                classOfNode.clone(),
                probability.clone(),
                mode,
                highlight,
                palette);
    }

    /// With colours meaning something else.
    public Appearance withMode(ColourMode newMode) {
        return new Appearance(
                graph,
                laneOfClass,
                support,
                query,
                predicted,
                confidence,
                newMode,
                highlight,
                palette);
    }

    /// With another class in the foreground.
    public Appearance withHighlight(int classIndex) {
        return new Appearance(
                graph,
                laneOfClass,
                support,
                query,
                predicted,
                confidence,
                mode,
                classIndex,
                palette);
    }

    /// In other colours.
    public Appearance withPalette(Palette newPalette) {
        return new Appearance(
                graph,
                laneOfClass,
                support,
                query,
                predicted,
                confidence,
                mode,
                highlight,
                newPalette);
    }

    /// The lane of a node: its class's lane; base while there is no split at all.
    public Lane laneOf(int node) {
        int label = graph.labels()[node];
        if (!split()) {
            return Lane.BASE;
        }
        return label < 0 || label >= laneOfClass.length ? Lane.NONE : Lane.of(laneOfClass[label]);
    }

    private boolean split() {
        for (byte lane : laneOfClass) {
            if (lane != 0) {
                return true;
            }
        }
        return false;
    }

    /// The picture with the nodes at these positions.
    public SceneModel scene(float[] xy, EdgeList edges) {
        int n = graph.nodes();
        int[] colour = new int[n];
        byte[] shape = new byte[n];
        byte[] emphasis = new byte[n];
        boolean[] mark = new boolean[n];
        boolean split = split();
        for (int i = 0; i < n; i++) {
            Lane lane = split ? laneOf(i) : Lane.BASE;
            shape[i] = lane.shape().code();
            emphasis[i] = lane == Lane.NONE ? SceneModel.DIM : SceneModel.NORMAL;
            colour[i] = colourOf(i, lane);
        }
        episode(support, Shape.TRIANGLE, SUPPORT_COLOUR, shape, emphasis, colour);
        episode(query, Shape.SQUARE, QUERY_COLOUR, shape, emphasis, colour);
        switch (mode) {
            case CLASS, ROLE -> {}
            case PREDICTION, CONFIDENCE -> predictions(colour, emphasis, mark);
        }
        if (highlight >= 0) {
            for (int i = 0; i < n; i++) {
                emphasis[i] = graph.labels()[i] != highlight ? SceneModel.DIM : SceneModel.STRONG;
            }
        }
        List<String> labels = named() ? graph.names() : List.of();
        return new SceneModel(
                xy,
                colour,
                shape,
                emphasis,
                mark,
                5,
                0,
                edges,
                labels,
                named() ? labelOrder() : new int[0],
                -1,
                -1,
                List.of(),
                palette);
    }

    private int colourOf(int node, Lane lane) {
        int label = graph.labels()[node];
        return switch (mode) {
            case CLASS ->
                    graph.classes().isEmpty() ? palette.classColour(0) : palette.classColour(label);
            case ROLE -> lane.colour();
            case PREDICTION, CONFIDENCE -> palette.faint();
        };
    }

    private void episode(
            int[] nodes, Shape role, int roleColour, byte[] shape, byte[] emphasis, int[] colour) {
        for (int i : nodes) {
            if (i >= 0 && i < shape.length) {
                shape[i] = role.code();
                emphasis[i] = SceneModel.STRONG;
                if (mode == ColourMode.ROLE) {
                    colour[i] = roleColour;
                }
            }
        }
    }

    /// Nodes in play take the colour of the prediction, all others step back.
    private void predictions(int[] colour, byte[] emphasis, boolean[] mark) {
        Arrays.fill(emphasis, SceneModel.DIM);
        for (int i : support) {
            if (i >= 0 && i < colour.length) {
                // The learner was told these, so they show their true class.
                emphasis[i] = SceneModel.NORMAL;
                colour[i] =
                        mode == ColourMode.PREDICTION
                                ? palette.classColour(graph.labels()[i])
                                : palette.dim();
            }
        }
        for (int i = 0; i < Math.min(colour.length, predicted.length); i++) {
            if (predicted[i] >= 0) {
                emphasis[i] = SceneModel.STRONG;
                mark[i] = graph.labels()[i] >= 0 && graph.labels()[i] != predicted[i];
                colour[i] =
                        mode == ColourMode.PREDICTION
                                ? palette.classColour(predicted[i])
                                : palette.ramp(i < confidence.length ? confidence[i] : Double.NaN);
            }
        }
    }

    /// Whether names say more than the node's number.
    private boolean named() {
        for (int i = 0; i < Math.min(graph.nodes(), 50); i++) {
            if (!graph.names().get(i).matches("-?\\d+")) {
                return true;
            }
        }
        return false;
    }

    private int[] labelOrder() {
        return IntStream.range(0, graph.nodes())
                .boxed()
                .sorted((a, b) -> Integer.compare(graph.degree(b), graph.degree(a)))
                .limit(1000)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
