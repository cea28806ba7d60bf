package innerloop.io;

import innerloop.graph.GraphBuilder;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of a node table that make it a table of member graphs.
///
/// @param graphOf the number of each node's member graph, from 0
/// @param classes the class of that member graph, the same for all its nodes
record MemberColumns(NodeColumn graphOf, @Nullable NodeColumn classes) {

    static final String GRAPH_OF = "graph_of";
    static final String GRAPH_CLASS = "graph_class";

    /// These columns, if the first holds such numbers; a column of other numbers that has this name is a feature.
    static @Nullable MemberColumns of(
            @Nullable NodeColumn graphOf, @Nullable NodeColumn classes, int nodes) {
        boolean numbers =
                graphOf != null
                        && graphOf.texts(nodes).stream()
                                .allMatch(text -> text.strip().matches("[0-9]{1,9}"));
        return graphOf == null || !numbers ? null : new MemberColumns(graphOf, classes);
    }

    void applyTo(GraphBuilder builder, Path file, int nodes) throws GraphFormatException {
        int[] of =
                graphOf.texts(nodes).stream()
                        .mapToInt(text -> Integer.parseInt(text.strip()))
                        .toArray();
        int graphs = Arrays.stream(of).max().orElse(-1) + 1;
        MostNodes.require(graphs, file);
        builder.members(of);
        if (classes == null) {
            return;
        }
        List<String> labels = new ArrayList<>(Collections.nCopies(graphs, ""));
        for (int node = 0; node < nodes; node++) {
            String label = classes.texts(nodes).get(node).strip();
            String before = labels.set(of[node], label);
            if (!before.isEmpty() && !before.equals(label)) {
                throw Problem.ofText(
                                file,
                                classes.line(node),
                                0,
                                label,
                                Trouble.of(
                                        "nodes.memberClasses",
                                        Integer.toString(of[node]),
                                        Problem.shortened(before),
                                        Problem.shortened(label),
                                        GRAPH_CLASS))
                        .exception();
            }
        }
        builder.memberLabels(labels);
    }
}
