package innerloop.calculus;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.util.List;
import java.util.stream.IntStream;

/// Finds what a person calls by name in a graph.
///
/// @param graph the graph
record NodeLookup(AttributedGraph graph) {

    /// A node by its id, its name, or else its number, counted from 0.
    ///
    /// @param where the option that names it
    int node(String called, String where) throws InputException {
        int id = graph.nodeNames().ids().indexOf(called);
        List<String> names = graph.nodeNames().names();
        int[] found =
                id >= 0
                        ? new int[] {id}
                        : IntStream.range(0, names.size())
                                .filter(k -> names.get(k).equals(called))
                                .toArray();
        List<String> ids = graph.nodeNames().ids();
        if (found.length == 0 && called.matches("\\d{1,9}")) {
            int number = Integer.parseInt(called);
            found = number < graph.nodes() ? new int[] {number} : found;
        }
        if (found.length == 0) {
            throw new InputException(
                    "no node is called \"" + called + "\"",
                    where,
                    "give a name or an id such as \"%s\"".formatted(names.getFirst()));
        }
        if (found.length > 1) {
            throw new InputException(
                    "%d nodes are called \"%s\"".formatted(found.length, called),
                    where,
                    "give an id such as \"%s\"".formatted(ids.get(found[0])));
        }
        if (!graph.isPresent(found[0])) {
            throw new InputException(
                    "\"" + called + "\" is not there at this step of the history",
                    where,
                    "choose another node, or a later history.until");
        }
        return found[0];
    }

    /// Two nodes with a comma between them; names may have commas, too.
    Wanted.Pair pair(String called) throws InputException {
        String where = "--edge";
        for (int at = called.indexOf(','); at >= 0; at = called.indexOf(',', at + 1)) {
            String one = called.substring(0, at).strip();
            String other = called.substring(at + 1).strip();
            if (knows(one) && knows(other)) {
                Wanted.Pair pair = new Wanted.Pair(node(one, where), node(other, where));
                if (pair.one() == pair.other()) {
                    throw new InputException("both are the same node", where, "give two nodes");
                }
                return pair;
            }
        }
        int comma = called.indexOf(',');
        if (comma < 0) {
            throw new InputException(
                    "\"" + called + "\" is no pair", where, "give two nodes with a comma, A,B");
        }
        int one = node(called.substring(0, comma).strip(), where);
        return new Wanted.Pair(one, node(called.substring(comma + 1).strip(), where));
    }

    private boolean knows(String called) {
        return graph.nodeNames().ids().contains(called)
                || graph.nodeNames().names().contains(called)
                || (called.matches("\\d{1,9}") && Integer.parseInt(called) < graph.nodes());
    }

    /// A member graph by its number, counted from 0.
    Wanted.Graph graph(int number) throws InputException {
        if (number < 0 || number >= graph.graphs()) {
            throw new InputException(
                    "there is no member graph " + number,
                    "--graph",
                    "give 0 to " + (graph.graphs() - 1));
        }
        return new Wanted.Graph(number);
    }
}
