package innerloop;

import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import java.util.List;

/// Six named nodes in two classes, joined as two paths.
public final class Ladder {

    private static final List<String> NAMES = List.of("Ann", "Bob", "Cy", "Di", "Eve", "Flo");

    private Ladder() {}

    /// The graph, to be finished.
    public static GraphBuilder builder() {
        return new GraphBuilder("ladder", 6, false)
                .edge(0, 1)
                .edge(1, 2)
                .edge(3, 4)
                .edge(4, 5)
                .labels(new int[] {0, 0, 1, 1, 1, 0}, List.of("games", "tools"))
                .names(new NodeNames(NAMES, NAMES));
    }
}
