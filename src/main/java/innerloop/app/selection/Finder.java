package innerloop.app.selection;

import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeAttributes;
import innerloop.graph.select.NodeQuery;
import innerloop.graph.select.NodeSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Finds nodes by what a person types: a name or an id, a part of one, or a [NodeQuery] such as `degree > 5 and class = games`.
public final class Finder {

    private static final Pattern COMPARISON =
            Pattern.compile("[=<>]|\\bcontains\\b", Pattern.CASE_INSENSITIVE);

    private Finder() {}

    /// Whether this is meant as a query rather than as a part of a name.
    public static boolean isQuery(String text) {
        return COMPARISON.matcher(text).find();
    }

    /// The nodes meant; none for blank text.
    ///
    /// @throws NodeQuery.NotUnderstoodException if a query is not understood
    public static NodeSet find(String text, AttributedGraph graph, NodeAttributes attributes)
            throws NodeQuery.NotUnderstoodException {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return NodeSet.none(graph.nodes());
        }
        if (isQuery(text)) {
            return NodeQuery.select(text, graph.nodes(), attributes);
        }
        List<String> names = graph.names();
        List<String> ids = graph.nodeNames().ids();
        List<Predicate<String>> closeness =
                List.of(name -> name.equals(wanted), name -> name.contains(wanted));
        for (Predicate<String> close : closeness) {
            for (List<String> called : List.of(names, ids)) {
                NodeSet found =
                        NodeSet.where(
                                graph.nodes(),
                                i -> close.test(called.get(i).toLowerCase(Locale.ROOT)));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return NodeSet.none(graph.nodes());
    }
}
