package innerloop.io;

import innerloop.graph.AttributedGraph;
import java.util.Arrays;
import java.util.List;

/// The classes of member graphs as files name them.
final class MemberLabels {

    private MemberLabels() {}

    /// The class name of each member graph, empty for none.
    static List<String> names(AttributedGraph graph) {
        return Arrays.stream(graph.graphLabels())
                .mapToObj(c -> c < 0 ? "" : graph.graphClasses().get(c))
                .toList();
    }
}
