package innerloop.app.selection;

import innerloop.app.Messages;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeAttributes;
import innerloop.graph.select.NodeQuery;
import innerloop.graph.select.NodeSet;
import innerloop.graph.select.QueryProblem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds nodes by what a person types: a part of a name, or a [NodeQuery] such as `degree > 5 and class = games`.
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
    /// @throws NodeQuery.NotUnderstoodException if a query is not understood; [#explained(QueryProblem)] says why
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
        NodeSet exact =
                NodeSet.where(
                        graph.nodes(), i -> names.get(i).toLowerCase(Locale.ROOT).equals(wanted));
        return exact.isEmpty()
                ? NodeSet.where(
                        graph.nodes(), i -> names.get(i).toLowerCase(Locale.ROOT).contains(wanted))
                : exact;
    }

    /// The problem of a query, in the person's language.
    public static String explained(QueryProblem problem) {
        return Messages.get("find.problem." + problem.kind().name(), problem.arguments().toArray());
    }
}
