package innerloop.app.selection;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.Targets;
import innerloop.graph.select.NodeSet;
import innerloop.training.Outcome;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The selected points of an embedding, in step with the selected nodes of the graph: a point is selected with any of the
/// nodes it stands for, and selecting a point selects all of them. A point is ringed with any of its nodes. All of it lives on the JavaFX thread.
public final class PointSelection {

    private static final AttributedGraph NO_POINTS = new GraphBuilder("", 0, false).build();

    private final Selection nodes;
    private final Selection points = new Selection();
    private @Nullable Outcome outcome;
    private boolean following;

    /// No points of the graph whose nodes are selected here.
    public PointSelection(Selection nodes) {
        this.nodes = nodes;
        nodes.nodesProperty().addListener((_, _, _) -> followNodes());
        nodes.focusProperty().addListener((_, _, _) -> followNodes());
        nodes.ringedProperty().addListener((_, _, _) -> followRings());
        points.nodesProperty().addListener((_, _, _) -> followPoints());
        points.focusProperty().addListener((_, _, _) -> followPoints());
    }

    /// The selected points.
    public Selection points() {
        return points;
    }

    /// The points are others, or have other classes.
    ///
    /// @param seen what they stand for
    /// @param shown the points as nodes of a graph
    public void show(Outcome seen, AttributedGraph shown) {
        boolean same = outcome != null && isSame(outcome.targets(), seen.targets());
        outcome = seen;
        if (!same) {
            reset(shown);
        } else {
            points.relabel(shown);
        }
        followNodes();
        followRings();
    }

    /// There are no points any more.
    public void clear() {
        outcome = null;
        reset(NO_POINTS);
    }

    private void reset(AttributedGraph shown) {
        following = true;
        try {
            points.reset(shown);
        } finally {
            following = false;
        }
    }

    private static boolean isSame(Targets one, Targets other) {
        return switch (one) {
            case Targets.Nodes a ->
                    other instanceof Targets.Nodes b && Arrays.equals(a.nodes(), b.nodes());
            case Targets.Members a ->
                    other instanceof Targets.Members b && Arrays.equals(a.graphs(), b.graphs());
            case Targets.Pairs a ->
                    other instanceof Targets.Pairs b && Arrays.equals(a.nodes(), b.nodes());
        };
    }

    private void followNodes() {
        Outcome seen = outcome;
        if (seen == null || following || seen.nodes().size() != nodes.nodes().nodes()) {
            return;
        }
        int focus = nodes.focusProperty().get();
        follow(points, pointsOf(seen, nodes.nodes()), focus < 0 ? -1 : seen.exampleOf(focus));
    }

    private void followRings() {
        Outcome seen = outcome;
        NodeSet ringed = nodes.ringedProperty().get();
        if (seen != null && seen.nodes().size() == ringed.nodes()) {
            points.ring(pointsOf(seen, ringed));
        }
    }

    private void followPoints() {
        Outcome seen = outcome;
        if (seen == null || following || seen.nodes().size() != nodes.nodes().nodes()) {
            return;
        }
        int focus = points.focusProperty().get();
        NodeSet wanted = nodesOf(seen, points.nodes());
        int known = nodes.focusProperty().get();
        boolean kept = known >= 0 && focus >= 0 && seen.exampleOf(known) == focus;
        follow(nodes, wanted, kept ? known : focus < 0 ? -1 : seen.targets().nodesOf(focus)[0]);
    }

    private void follow(Selection follower, NodeSet wanted, int focus) {
        boolean settled =
                follower.nodes().equals(wanted) && follower.focusProperty().get() == focus;
        if (!settled) {
            following = true;
            try {
                follower.select(wanted, focus);
            } finally {
                following = false;
            }
        }
    }

    private static NodeSet pointsOf(Outcome seen, NodeSet some) {
        return switch (seen) {
            case Outcome.NodeClasses _, Outcome.NodeValues _, Outcome.PairScores _ -> some;
            case Outcome.MemberClasses _ ->
                    NodeSet.of(
                            seen.examples().size(),
                            some.stream()
                                    .map(seen::exampleOf)
                                    .filter(point -> point >= 0)
                                    .distinct()
                                    .toArray());
        };
    }

    private static NodeSet nodesOf(Outcome seen, NodeSet some) {
        return switch (seen) {
            case Outcome.NodeClasses _, Outcome.NodeValues _, Outcome.PairScores _ -> some;
            case Outcome.MemberClasses _ ->
                    NodeSet.where(
                            seen.nodes().size(),
                            node ->
                                    seen.exampleOf(node) >= 0
                                            && some.contains(seen.exampleOf(node)));
        };
    }
}
