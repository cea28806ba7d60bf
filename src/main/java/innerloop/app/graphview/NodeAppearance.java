package innerloop.app.graphview;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeAttribute;
import innerloop.graph.select.NodeAttributes;
import innerloop.scene.EdgeList;
import innerloop.scene.NodeLook;
import innerloop.scene.NodeShape;
import innerloop.scene.SceneModel;
import innerloop.scene.Scenery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Everything that decides how the nodes of a graph look, as one value; [#scene(float[])]
/// draws the conclusions. Holds no toolkit objects.
///
/// @param facts the graph
/// @param laneOfNode [NodeLane#code()] of each node; empty while there is no split
/// @param support nodes of the watched episode's support set; empty for no episode
/// @param query nodes of its query set
/// @param prediction what the learner says
/// @param style what colours and sizes mean
/// @param highlight what is in the foreground
/// @param theme the colours
@SuppressWarnings("ArrayRecordComponent") // replaced as a whole, never compared
record NodeAppearance(
        DrawnGraph facts,
        byte[] laneOfNode,
        int[] support,
        int[] query,
        Prediction prediction,
        NodeStyle style,
        Highlight highlight,
        Theme theme) {

    private static final double SMALLEST = 0.6;
    private static final double LARGEST = 2.6;

    /// A graph about which nothing else is known.
    static NodeAppearance of(AttributedGraph graph, NodeStyle style, Theme theme) {
        return new NodeAppearance(
                DrawnGraph.of(graph),
                new byte[0],
                new int[0],
                new int[0],
                Prediction.NONE,
                style,
                Highlight.NONE,
                theme);
    }

    /// The graph.
    AttributedGraph graph() {
        return facts.graph();
    }

    /// With other classes of nodes of the same graph.
    NodeAppearance relabelled(AttributedGraph same) {
        return new NodeAppearance(
                facts.relabelled(same),
                laneOfNode,
                support,
                query,
                prediction,
                style,
                highlight,
                theme);
    }

    /// With other lanes, of as many nodes or none.
    NodeAppearance withLanes(byte[] lanes) {
        return new NodeAppearance(
                facts, lanes.clone(), support, query, prediction, style, highlight, theme);
    }

    /// With another watched episode.
    NodeAppearance withEpisode(int[] newSupport, int[] newQuery) {
        return new NodeAppearance(
                facts,
                laneOfNode,
                newSupport.clone(),
                newQuery.clone(),
                prediction,
                style,
                highlight,
                theme);
    }

    /// With another prediction.
    NodeAppearance withPrediction(Prediction said) {
        return new NodeAppearance(facts, laneOfNode, support, query, said, style, highlight, theme);
    }

    /// With colours and sizes meaning something else.
    NodeAppearance withStyle(NodeStyle newStyle) {
        return new NodeAppearance(
                facts, laneOfNode, support, query, prediction, newStyle, highlight, theme);
    }

    /// With something else in the foreground.
    NodeAppearance withHighlight(Highlight newHighlight) {
        return new NodeAppearance(
                facts, laneOfNode, support, query, prediction, style, newHighlight, theme);
    }

    /// In other colours.
    NodeAppearance withTheme(Theme newTheme) {
        return new NodeAppearance(
                facts, laneOfNode, support, query, prediction, style, highlight, newTheme);
    }

    /// The present attributes of the nodes.
    NodeAttributes attributes() {
        return prediction.addTo(facts.attributes(), graph());
    }

    /// The scale the colours show; empty where they show no numbers.
    Optional<NodeScale> colourScale() {
        ColourMode mode = style.colour();
        if (mode.ofValues()) {
            return prediction.values().flatMap(_ -> valueScale(mode));
        }
        boolean silent =
                mode == ColourMode.ATTENTION
                        ? prediction.attention().isEmpty()
                        : mode.ofLearner() && prediction.predicted().length == 0;
        if (silent) {
            // A feature may have the name of what the learner does not say yet.
            return Optional.empty();
        }
        return scale(mode == ColourMode.ATTRIBUTE ? style.colourBy() : mode.attribute());
    }

    /// Predicted numbers are shown on the scale of the true ones, beside which they stand.
    private Optional<NodeScale> valueScale(ColourMode mode) {
        NodeAttributes all = attributes();
        Optional<NodeAttribute.Numeric> shown =
                all.find(mode.attribute())
                        .filter(NodeAttribute.Numeric.class::isInstance)
                        .map(NodeAttribute.Numeric.class::cast);
        int nodes = graph().nodes();
        return mode == ColourMode.RESIDUAL
                ? shown.map(residual -> NodeScale.around0(residual, nodes))
                : shown.flatMap(numbers ->
                        DrawnGraph.scale(all, ColourMode.TRUE_VALUE.attribute(), nodes)
                                .map(scale -> scale.with(numbers)));
    }

    /// The scale the sizes show; empty for one size.
    Optional<NodeScale> sizeScale() {
        return scale(style.sizeBy());
    }

    private Optional<NodeScale> scale(String attribute) {
        // Only what the learner says changes, and is measured each time.
        return facts.attributes().find(attribute).isPresent()
                ? facts.scale(attribute)
                : DrawnGraph.scale(attributes(), attribute, graph().nodes());
    }

    /// The positions without those of nodes that are not there.
    float[] placed(float[] xy) {
        return graph().snapshot()
                .map(at -> {
                    float[] placed = xy.clone();
                    int absent = at.present().nextClearBit(0);
                    while (absent < placed.length / 2) {
                        placed[2 * absent] = Float.NaN;
                        placed[2 * absent + 1] = Float.NaN;
                        absent = at.present().nextClearBit(absent + 1);
                    }
                    return placed;
                })
                .orElse(xy);
    }

    /// The lane of a node; base while there is no split at all.
    NodeLane laneOf(int node) {
        return laneOfNode.length == 0 ? NodeLane.BASE : NodeLane.of(laneOfNode[node]);
    }

    /// Whether a node takes no part in training at all.
    private boolean stepsBack(int node, NodeLane lane) {
        return lane == NodeLane.NONE
                || (laneOfNode.length > 0 && (laneOfNode[node] & NodeLane.CUT_OFF) != 0);
    }

    /// The picture with the nodes at these positions.
    SceneModel scene(float[] xy) {
        int n = graph().nodes();
        int[] colour = new int[n];
        byte[] shape = new byte[n];
        byte[] emphasis = new byte[n];
        boolean[] mark = new boolean[n];
        for (int i = 0; i < n; i++) {
            NodeLane lane = laneOf(i);
            shape[i] = lane.shape().code();
            emphasis[i] = stepsBack(i, lane) ? SceneModel.DIM : SceneModel.NORMAL;
            colour[i] = colourOf(i, lane);
        }
        episode(support, NodeShape.TRIANGLE, Colour.SUPPORT, shape, emphasis, colour);
        episode(query, NodeShape.SQUARE, Colour.QUERY, shape, emphasis, colour);
        if (style.colour().ofLearner()) {
            if (style.colour().ofValues()) {
                values(emphasis);
            } else {
                predictions(colour, emphasis, mark);
            }
        }
        colourScale()
                .ifPresent(scale -> {
                    for (int i = 0; i < n; i++) {
                        double share = scale.share(i);
                        // Where a learner says nothing, nodes keep stepping back.
                        if (!style.colour().ofLearner() || !Double.isNaN(share)) {
                            colour[i] =
                                    style.colour() == ColourMode.RESIDUAL
                                            ? theme.diverging(share)
                                            : theme.ramp(share);
                        }
                    }
                });
        if (highlight.any()) {
            for (int i = 0; i < n; i++) {
                emphasis[i] = highlight.nodes().contains(i) ? SceneModel.STRONG : SceneModel.DIM;
            }
        }
        NodeLook look = new NodeLook(colour, shape, emphasis, mark, sizes());
        SceneModel scene =
                new SceneModel(xy, look, edges(), theme)
                        .withCaptions(captions(xy))
                        .withLayers(Scenery.ofLinks(links()));
        return facts.labelOrder().length == 0
                ? scene
                : scene.withLabels(graph().names(), facts.labelOrder());
    }

    private List<SceneModel.Caption> captions(float[] xy) {
        List<SceneModel.Caption> captions = new ArrayList<>(MemberCaptions.of(graph(), xy, theme));
        captions.addAll(highlight.numbers().captions(xy, theme));
        return captions;
    }

    private List<Scenery.Links> links() {
        List<Scenery.Links> links =
                new ArrayList<>(prediction.edges().links(graph().nodes(), theme));
        links.addAll(highlight.numbers().links(graph().nodes(), theme));
        return links;
    }

    /// The edges by attention, if that is what they show and there is any.
    Optional<AttentionEdges> attended() {
        return style.edges() == EdgeMode.ATTENTION
                ? prediction.attention().map(facts::attended)
                : Optional.empty();
    }

    /// The edges as dark as the style wants them.
    private EdgeList edges() {
        return switch (style.edges()) {
            case SAME -> facts.edges();
            case WEIGHT -> facts.weightedEdges();
            case ATTENTION -> attended().map(AttentionEdges::edges).orElseGet(facts::edges);
        };
    }

    /// The size at a share of the scale: areas grow with the shown number; what is unknown is small.
    static double size(double share) {
        double root = Double.isNaN(share) ? 0 : Math.sqrt(share);
        return SMALLEST + (LARGEST - SMALLEST) * root;
    }

    private float[] sizes() {
        return sizeScale()
                .map(scale -> {
                    float[] size = new float[graph().nodes()];
                    for (int i = 0; i < size.length; i++) {
                        size[i] = (float) size(scale.share(i));
                    }
                    return size;
                })
                .orElse(new float[0]);
    }

    private int colourOf(int node, NodeLane lane) {
        int label = graph().labels()[node];
        return switch (style.colour()) {
            case CLASS ->
                    graph().classes().isEmpty() ? theme.classColour(0) : theme.classColour(label);
            case ROLE -> theme.colour(lane.colour());
            case PREDICTION,
                    CORRECTNESS,
                    CONFIDENCE,
                    LOSS,
                    VALUE,
                    TRUE_VALUE,
                    RESIDUAL,
                    ATTENTION,
                    ATTRIBUTE ->
                    theme.colour(Colour.FAINT);
        };
    }

    private void episode(
            int[] nodes,
            NodeShape role,
            Colour roleColour,
            byte[] shape,
            byte[] emphasis,
            int[] colour) {
        for (int i : nodes) {
            if (i >= 0 && i < shape.length) {
                shape[i] = role.code();
                emphasis[i] = SceneModel.STRONG;
                if (style.colour() == ColourMode.ROLE) {
                    colour[i] = theme.colour(roleColour);
                }
            }
        }
    }

    /// Nodes of the watched episode's area are seen, those that are asked for or known most; all others step back.
    private void values(byte[] emphasis) {
        for (int i = 0; i < emphasis.length; i++) {
            int node = i;
            boolean said = prediction.values().filter(v -> v.knows(node)).isPresent();
            if (!said) {
                emphasis[i] = SceneModel.DIM;
            } else if (emphasis[i] != SceneModel.STRONG) {
                emphasis[i] = SceneModel.NORMAL;
            }
        }
    }

    /// Nodes in play take the colour of the prediction, all others step back.
    private void predictions(int[] colour, byte[] emphasis, boolean[] mark) {
        boolean classes = style.colour() == ColourMode.PREDICTION;
        Arrays.fill(emphasis, SceneModel.DIM);
        for (int i : support) {
            if (i >= 0 && i < colour.length) {
                // The learner was told these, so they show their true class.
                emphasis[i] = SceneModel.NORMAL;
                colour[i] =
                        classes
                                ? theme.classColour(graph().labels()[i], prediction.ways())
                                : theme.colour(Colour.MUTED);
            }
        }
        for (int i = 0; i < colour.length; i++) {
            if (prediction.knows(i)) {
                boolean wrong = prediction.isWrong(i, graph().labels()[i]);
                emphasis[i] = SceneModel.STRONG;
                mark[i] = wrong && style.colour() != ColourMode.CORRECTNESS;
                colour[i] =
                        classes
                                ? theme.classColour(prediction.predicted()[i], prediction.ways())
                                : wrong
                                        ? theme.colour(Colour.WRONG)
                                        : graph().labels()[i] < 0
                                                ? theme.colour(Colour.FAINT)
                                                : theme.colour(Colour.RIGHT);
            }
        }
    }
}
