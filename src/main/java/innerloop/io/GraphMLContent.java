package innerloop.io;

import innerloop.graph.GraphBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The contents that [GraphMLParser] found.
///
/// A file of [GraphMLWriter] has the key [#MARKER]. There the keys' ids define their meaning, so
/// that any feature may be called `class`, and graph data holds what GraphML has no place for.
final class GraphMLContent extends GraphContent {

    /// Id of the key that marks our own files; also the flag for unnamed feature columns.
    static final String MARKER = "innerloop";

    static final String UNNAMED = "unnamed";
    static final String NAMES = "name";

    /// Id of the key whose presence says that the nodes have ids of their own.
    static final String IDS = "ids";

    static final String CLASS = "class";
    static final String CLASSES = "classes";
    static final String GRAPH_OF = "graph";
    static final String GRAPH_LABELS = "graphLabels";
    static final String FEATURE = "f";

    private final Map<String, String> graphData = new HashMap<>();
    private boolean own;

    GraphMLContent(Path file) {
        super(file, GraphFormat.GRAPHML);
    }

    void ownFile() {
        own = true;
    }

    void graphData(String key, String text) {
        graphData.put(key, text);
    }

    @Override
    TableGaps describe(
            GraphBuilder builder,
            Path from,
            List<String> nodes,
            Map<String, NodeColumn> known,
            List<Problem> found)
            throws GraphFormatException {
        return own
                ? OwnGraphML.apply(builder, from, nodes, known, graphData, found)
                : super.describe(builder, from, nodes, known, found);
    }

    /// Blanks around it come from how the file is indented.
    @Override
    String name(String text) {
        return text.strip();
    }
}
