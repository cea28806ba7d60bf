package innerloop.calculus;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.Trouble;
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
            throw new InputException(Trouble.of("lookup.noNode", called, names.getFirst()), where);
        }
        if (found.length > 1) {
            throw new InputException(
                    Trouble.of("lookup.ambiguous", found.length, called, ids.get(found[0])), where);
        }
        if (!graph.isPresent(found[0])) {
            throw new InputException(Trouble.of("lookup.notYet", called), where);
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
                    throw new InputException(Trouble.of("lookup.sameNode"), where);
                }
                return pair;
            }
        }
        int comma = called.indexOf(',');
        if (comma < 0) {
            throw new InputException(Trouble.of("lookup.noPair", called), where);
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
                    Trouble.of("lookup.noMember", number, Integer.toString(graph.graphs() - 1)),
                    "--graph");
        }
        return new Wanted.Graph(number);
    }
}
