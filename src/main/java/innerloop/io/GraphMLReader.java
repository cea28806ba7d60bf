package innerloop.io;

import java.nio.file.Path;

/// Reads GraphML (<http://graphml.graphdrawing.org>): `graphml > key*, graph > (node | edge)*`.
///
/// Edges may stand before their nodes. Node attributes get their meaning by name (`NodeTable`):
/// `class`, `club`, … the class; `label` or `name` the name (without: the id); `x`, `y` the
/// position; other numbers and true/false are features. The edge attribute `weight` is the weight;
/// without it, or empty, 1.
///
/// `edgedefault` and an edge's `directed` decide about direction. When both kinds of edges occur
/// the graph is directed, an undirected edge becomes two, one each way, and a [Problem] says so.
///
/// Errors with line and column: not XML, no graph, a missing or doubled id, an edge without a known
/// end, a value that is not a finite number; nested graphs, several graphs, hyperedges, ports and
/// locators are unsupported. Elements of other namespaces (yEd) are ignored.
///
/// A DOCTYPE is skipped: nothing it names is opened or fetched, and its entities do not exist.
public final class GraphMLReader implements GraphReader {

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        return XmlReading.read(path, xml -> new GraphMLParser(path, xml).read());
    }
}
