package innerloop.app.workbench;

import innerloop.app.graphview.NodeLane;
import innerloop.episode.Area;
import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;
import java.util.BitSet;
import java.util.List;

/// The lane of each node as the graph view wants it.
final class NodeLanes {

    private NodeLanes() {}

    /// [NodeLane#code()] of each node, marked where it passes no messages while training; empty while nothing stands in a lane. A node used in several phases shows the first.
    static byte[] of(Split split, AttributedGraph graph) {
        byte[] codes = new byte[graph.nodes()];
        boolean any = false;
        for (Phase phase : List.of(Phase.TEST, Phase.VALIDATION, Phase.TRAIN)) {
            BitSet used = Area.nodes(graph, split, phase);
            byte code = of(phase).code();
            used.stream().forEach(node -> codes[node] = code);
            any |= !used.isEmpty();
        }
        split.unseen(graph, Phase.TRAIN).stream().forEach(node -> codes[node] |= NodeLane.CUT_OFF);
        return any ? codes : new byte[0];
    }

    private static NodeLane of(Phase phase) {
        return switch (phase) {
            case TRAIN -> NodeLane.BASE;
            case VALIDATION -> NodeLane.VALIDATION;
            case TEST -> NodeLane.NOVEL;
        };
    }
}
