package innerloop.io;

import innerloop.io.GraphContent.Place;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads DOT, the language of Graphviz:
///
///     digraph g { a [class=x]; a -> b -> {c d} [weight=2]; subgraph s { e } }
///
/// A node comes with its first mention. What its attributes say are columns ([NodeTable]), `label` its name; of an edge `weight` is used.
/// Attributes of a whole graph, of subgraphs and ports are not used; `node [class=x]` holds for the nodes that come after it in its
/// block.
public final class DotReader implements GraphReader {

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        try (TextScanner text = new TextScanner(path)) {
            return new Reading(path, new DotWords(text)).read();
        }
    }

    /// One reading of one file.
    private static final class Reading {

        private static final int DEEPEST = 100;

        /// How a graph looks, which says nothing of it.
        private static final Set<String> LOOKS =
                Set.of("color", "fillcolor", "fontcolor", "fontname", "fontsize", "shape", "style");

        private final DotWords words;
        private final GraphContent content;
        private final Set<String> known = new LinkedHashSet<>();
        private final Path file;
        private boolean directed;
        private boolean strict;
        private long edges;

        Reading(Path file, DotWords words) {
            this.file = file;
            this.words = words;
            this.content = new GraphContent(file, GraphFormat.DOT);
        }

        GraphImport read() throws GraphFormatException {
            words.next();
            if (words.is("strict")) {
                strict = true;
                words.next();
            }
            if (!words.is("graph") && !words.is("digraph")) {
                throw words.expected(Phrase.of("text.part.graphOrDigraph"));
            }
            directed = words.is("digraph");
            content.directedDefault(directed);
            words.next();
            if (!words.isSign('{')) {
                // The name of the graph.
                words.next();
            }
            block(Map.of(), Map.of(), 0);
            if (!words.atEnd()) {
                throw words.expected(Phrase.of("text.part.end"));
            }
            return content.build();
        }

        /// Statements in braces; gives the nodes that are mentioned in them.
        private Set<String> block(
                Map<String, String> ofNodes, Map<String, String> ofEdges, int depth)
                throws GraphFormatException {
            if (depth == DEEPEST) {
                throw words.problem(Trouble.of("dot.tooDeep"));
            }
            words.take('{');
            Set<String> mentioned = new LinkedHashSet<>();
            Map<String, String> node = new LinkedHashMap<>(ofNodes);
            Map<String, String> edge = new LinkedHashMap<>(ofEdges);
            while (!words.isSign('}')) {
                if (words.isSign(';')) {
                    words.next();
                } else if (words.is("node")) {
                    words.next();
                    node.putAll(attributes());
                } else if (words.is("edge")) {
                    words.next();
                    edge.putAll(attributes());
                } else if (words.is("graph")) {
                    words.next();
                    attributes();
                } else {
                    statement(node, edge, mentioned, depth);
                }
            }
            words.next();
            return mentioned;
        }

        /// A node, a chain of edges, or a setting of the graph.
        private void statement(
                Map<String, String> ofNodes,
                Map<String, String> ofEdges,
                Set<String> mentioned,
                int depth)
                throws GraphFormatException {
            Place place = words.place();
            boolean single = !words.isSign('{') && !words.is("subgraph");
            Set<String> last = group(ofNodes, ofEdges, depth);
            if (single && words.isSign('=')) {
                words.next();
                words.next();
                return;
            }
            declare(last, ofNodes, place, mentioned);
            List<Set<String>> chain = new ArrayList<>(List.of(last));
            while (words.isEdge()) {
                requireKind();
                words.next();
                Set<String> further = group(ofNodes, ofEdges, depth);
                declare(further, ofNodes, place, mentioned);
                chain.add(further);
            }
            Map<String, String> own = new LinkedHashMap<>(chain.size() > 1 ? ofEdges : Map.of());
            own.putAll(attributes());
            if (chain.size() > 1) {
                edges(chain, own, place);
            } else if (single) {
                set(last.iterator().next(), own, place);
            }
        }

        private void requireKind() throws GraphFormatException {
            if (words.isArrow() != directed) {
                throw words.problem(Trouble.of(directed ? "dot.directed" : "dot.undirected"));
            }
        }

        /// A node with its port, or all nodes of a block.
        private Set<String> group(
                Map<String, String> ofNodes, Map<String, String> ofEdges, int depth)
                throws GraphFormatException {
            if (words.is("subgraph")) {
                words.next();
                if (!words.isSign('{')) {
                    words.next();
                }
            }
            if (words.isSign('{')) {
                return block(ofNodes, ofEdges, depth + 1);
            }
            String id = words.id();
            while (words.isSign(':')) {
                words.next();
                words.id();
            }
            return Set.of(id);
        }

        private void declare(
                Set<String> nodes, Map<String, String> usual, Place place, Set<String> mentioned) {
            for (String id : nodes) {
                if (known.add(id)) {
                    content.mentioned(id, place);
                    set(id, usual, place);
                }
                mentioned.add(id);
            }
        }

        private void set(String id, Map<String, String> values, Place place) {
            int node = content.mentioned(id, place);
            values.forEach((key, value) -> {
                if (key.equals("pos")) {
                    position(node, value, place);
                } else if (!LOOKS.contains(key)) {
                    content.set(node, key, value, place.line());
                }
            });
        }

        /// `x,y`, as Graphviz writes it.
        private void position(int node, String value, Place place) {
            String[] parts = value.replace("!", "").split(",", -1);
            if (parts.length >= 2) {
                content.set(node, "x", parts[0], place.line());
                content.set(node, "y", parts[1], place.line());
            }
        }

        private void edges(List<Set<String>> chain, Map<String, String> values, Place place)
                throws GraphFormatException {
            double weight = content.weight(values.getOrDefault("weight", "1"), place);
            for (int k = 1; k < chain.size(); k++) {
                edges += (long) chain.get(k - 1).size() * chain.get(k).size();
                MemoryNeed.requireEdges(file, edges);
                for (String source : chain.get(k - 1)) {
                    for (String target : chain.get(k)) {
                        edge(source, target, weight, place);
                    }
                }
            }
        }

        /// In a strict graph an edge that is already there is the same one, with the newer weight.
        private void edge(String source, String target, double weight, Place place) {
            if (!strict) {
                content.edge(source, target, weight, place);
                return;
            }
            boolean turned = !directed && source.compareTo(target) > 0;
            content.edgeOnce(turned ? target : source, turned ? source : target, weight, place);
        }

        /// `[key=value, …]`, any number of times.
        private Map<String, String> attributes() throws GraphFormatException {
            Map<String, String> attributes = new LinkedHashMap<>();
            while (words.isSign('[')) {
                words.next();
                while (!words.isSign(']')) {
                    String key = words.id().toLowerCase(Locale.ROOT);
                    String value = "true";
                    if (words.isSign('=')) {
                        words.next();
                        value = words.id();
                    }
                    attributes.put(key, value);
                    if (words.isSign(',') || words.isSign(';')) {
                        words.next();
                    }
                }
                words.next();
            }
            return attributes;
        }
    }
}
