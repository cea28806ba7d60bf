package innerloop.app.workbench;

import innerloop.app.graphview.Lane;
import innerloop.episode.Phase;
import innerloop.episode.PhaseNodes;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;

/// The lane of each node as the graph view wants it.
final class NodeLanes {

    private NodeLanes() {}

    /// [Lane#code()] of each node; empty while nothing stands in a lane. A node used in several phases shows the first.
    static byte[] of(Split split, AttributedGraph graph) {
        PhaseNodes phases = PhaseNodes.of(split, graph);
        byte[] codes = new byte[graph.nodes()];
        boolean any = false;
        for (int i = 0; i < codes.length; i++) {
            Lane lane = phases.first(i).map(NodeLanes::of).orElse(Lane.NONE);
            codes[i] = lane.code();
            any |= lane != Lane.NONE;
        }
        return any ? codes : new byte[0];
    }

    private static Lane of(Phase phase) {
        return switch (phase) {
            case TRAIN -> Lane.BASE;
            case VALIDATION -> Lane.VALIDATION;
            case TEST -> Lane.NOVEL;
        };
    }
}
