package innerloop.calculus;

import innerloop.episode.Episode;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.phrase.Trouble;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is explained of an episode.
///
/// @param targets the one example
/// @param focus the node whose numbers are shown
/// @param edge whose part alone is shown; empty for all
record Example(Targets targets, int focus, Optional<Edge> edge) {

    private Example(Targets targets, int focus) {
        this(targets, focus, Optional.empty());
    }

    /// The example that a person asks for, of the kind that an episode has.
    ///
    /// @throws InputException if the episode asks about something else
    static Example of(Wanted wanted, AttributedGraph graph, Episode episode) throws InputException {
        return switch (episode.query().targets()) {
            case Targets.Nodes _ -> node(wanted);
            case Targets.Members _ -> member(wanted, graph);
            case Targets.Pairs _ -> pair(wanted, graph, episode);
        };
    }

    private static Example node(Wanted wanted) throws InputException {
        return switch (wanted) {
            case Wanted.Node(int node) -> new Example(new Targets.Nodes(new int[] {node}), node);
            case Wanted.Graph _ -> throw another("--graph", "nodes");
            case Wanted.Pair pair -> along(pair, node(new Wanted.Node(pair.one())));
        };
    }

    /// What the first node of a pair gets of the other.
    private static Example along(Wanted.Pair pair, Example one) {
        return new Example(
                one.targets, pair.one(), Optional.of(new Edge(pair.one(), pair.other())));
    }

    private static InputException another(String given, String asked) {
        return new InputException(Trouble.of("explain.asks." + asked), given);
    }

    private static Example member(Wanted wanted, AttributedGraph graph) throws InputException {
        return switch (wanted) {
            case Wanted.Node(int node) -> members(graph, graph.graphOf()[node], node);
            case Wanted.Graph(int number) -> members(graph, number, graph.members()[number][0]);
            case Wanted.Pair pair -> along(pair, member(new Wanted.Node(pair.one()), graph));
        };
    }

    private static Example members(AttributedGraph graph, int number, int focus) {
        int[] nodes = graph.members()[number];
        return new Example(new Targets.Members(new int[] {number}, new int[][] {nodes}), focus);
    }

    private static Example pair(Wanted wanted, AttributedGraph graph, Episode episode)
            throws InputException {
        return switch (wanted) {
            case Wanted.Pair(int one, int other) -> pair(one, other);
            case Wanted.Node(int node) -> pair(node, partner(node, graph, episode));
            case Wanted.Graph _ -> throw another("--graph", "pairs");
        };
    }

    private static Example pair(int one, int other) {
        return new Example(new Targets.Pairs(new int[] {one}, new int[] {other}), one);
    }

    /// The other node of a pair of the episode, or else the first neighbour.
    private static int partner(int node, AttributedGraph graph, Episode episode)
            throws InputException {
        Targets asked = episode.query().targets();
        for (int k = 0; k < asked.size(); k++) {
            int[] ends = asked.nodesOf(k);
            if (ends[0] == node || ends[1] == node) {
                return ends[0] == node ? ends[1] : ends[0];
            }
        }
        return Arrays.stream(Field.active(graph.adjacency(), node))
                .filter(neighbour -> neighbour != node)
                .findFirst()
                .orElseThrow(() -> new InputException(Trouble.of("explain.noPartner"), "--node"));
    }

    /// Where it stands among some examples; −1 if it is none of them.
    int place(Targets among) {
        int[] own = targets.nodesOf(0);
        return IntStream.range(0, among.size())
                .filter(k -> same(own, among.nodesOf(k)))
                .findFirst()
                .orElse(-1);
    }

    private boolean same(int[] own, int[] other) {
        return switch (targets) {
            case Targets.Nodes _, Targets.Members _ -> Arrays.equals(own, other);
            case Targets.Pairs _ ->
                    Targets.Pairs.key(own[0], own[1]) == Targets.Pairs.key(other[0], other[1]);
        };
    }

    /// Where it stands in an episode.
    Explanation.Role role(Episode episode) {
        if (place(episode.query().targets()) >= 0) {
            return Explanation.Role.QUERY;
        }
        return episode.support().filter(support -> place(support.targets()) >= 0).isPresent()
                ? Explanation.Role.SUPPORT
                : Explanation.Role.NEITHER;
    }
}
