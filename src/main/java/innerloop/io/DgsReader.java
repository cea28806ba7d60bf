package innerloop.io;

import innerloop.io.DgsLine.Attribute;
import innerloop.phrase.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads a graph as events: GraphStream's DGS, versions 3 and 4, plain or packed (`.dgs.gz`).
///
///     DGS004
///     "name" 0 0
///     an "a" class:"x" age:3      a node comes; cn changes its attributes (- removes one), dn removes it
///     ae "ab" "a" > "b" weight:2  an edge comes, > and < if it has a direction; ce, de
///     st 1                        the next batch of events begins at this time
///     cl                          everything goes
///     cg …                        attributes of the graph, which are not used
///
/// The graph that is read is the one after all events; with it comes its [innerloop.graph.GraphHistory]. The attributes of nodes are columns
/// as in `NodeTable`; a list is a column for each part (`a.0`, `a.1`), of `xy` and `xyz` x and y are used. Of the attributes of edges
/// `weight` is used; those named `ui.…` are GraphStream's looks, of which only `ui.label` is used, as the name.
///
/// It is read line by line here, because GraphStream's own reader forgets lines, drops events in silence or throws errors
/// of any kind. What does not follow from the events before (a second node of the same name, the end of one that never
/// came) is refused with its line: a history with a hole in it is none.
public final class DgsReader implements GraphReader {

    private static final Pattern VERSION = Pattern.compile("DGS00[34]\\b.*");

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        if (Files.isDirectory(path)) {
            throw Problem.ofFile(path, Trouble.of("dgs.folder")).exception();
        }
        try (LineScanner lines = new LineScanner(path)) {
            if (!lines.next() || !lines.token() || !isVersion(lines)) {
                throw lines.lineProblem(Trouble.of("dgs.begin")).exception();
            }
            // The name and two numbers, which writers leave 0.
            lines.next();
            DgsEvents events = new DgsEvents(path);
            while (lines.next()) {
                DgsLine line = new DgsLine(path, lines.lineNumber(), lines.text());
                if (!line.atEnd()) {
                    event(line, events);
                }
            }
            return events.build();
        }
    }

    private static boolean isVersion(LineScanner lines) throws GraphFormatException {
        return lines.tokenStartsWith('D') && VERSION.matcher(lines.text().strip()).matches();
    }

    private static void event(DgsLine line, DgsEvents events) throws GraphFormatException {
        String kind = line.word(DgsLine.Part.EVENT).toLowerCase(Locale.ROOT);
        switch (kind) {
            case "an" -> {
                int node = events.addNode(line.word(DgsLine.Part.NODE), line);
                nodeAttributes(line, node, events);
            }
            case "cn" -> {
                int node = events.node(line.word(DgsLine.Part.NODE), line);
                nodeAttributes(line, node, events);
            }
            case "dn" -> events.removeNode(line.word(DgsLine.Part.NODE), line);
            case "ae" -> addEdge(line, events);
            case "ce" -> {
                int edge = events.edge(line.word(DgsLine.Part.EDGE), line);
                for (Attribute attribute : line.attributes()) {
                    events.setEdge(edge, attribute, line);
                }
            }
            case "de" -> events.removeEdge(line.word(DgsLine.Part.EDGE), line);
            case "st" -> events.step(line.word(DgsLine.Part.TIME), line);
            case "cl" -> events.clear();
            case "cg" -> line.attributes();
            default ->
                    throw line.problem(Trouble.of("dgs.noEvent", Problem.shortened(kind)))
                            .exception();
        }
        if (!line.atEnd()) {
            throw line.problem(Trouble.of("dgs.more", Problem.shortened(kind))).exception();
        }
    }

    private static void nodeAttributes(DgsLine line, int node, DgsEvents events)
            throws GraphFormatException {
        for (Attribute attribute : line.attributes()) {
            events.setNode(node, attribute, line.line());
        }
    }

    private static void addEdge(DgsLine line, DgsEvents events) throws GraphFormatException {
        String id = line.word(DgsLine.Part.EDGE);
        String first = line.word(DgsLine.Part.FIRST_NODE);
        int from = events.end(id, first, line);
        boolean forward = line.take('>');
        boolean backward = !forward && line.take('<');
        int to = events.end(id, line.word(DgsLine.Part.SECOND_NODE), line);
        int edge =
                events.addEdge(
                        id, backward ? to : from, backward ? from : to, forward || backward, line);
        for (Attribute attribute : line.attributes()) {
            events.setEdge(edge, attribute, line);
        }
    }
}
