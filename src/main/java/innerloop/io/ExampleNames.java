package innerloop.io;

import innerloop.episode.Unit;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a person's file calls the examples of a graph: nodes by their ids, beside names where the file has both; member graphs
/// by their numbers.
final class ExampleNames {

    private final AttributedGraph graph;
    private final boolean ofNodes;

    ExampleNames(AttributedGraph graph, Unit unit) {
        this.graph = graph;
        this.ofNodes = unit != Unit.MEMBER_GRAPH;
    }

    static ExampleNames of(AttributedGraph graph, Targets targets) {
        return new ExampleNames(
                graph, targets instanceof Targets.Members ? Unit.MEMBER_GRAPH : Unit.NODE);
    }

    /// `node` or `graph`.
    String word() {
        return ofNodes ? "node" : "graph";
    }

    /// What one of them is.
    Phrase phrase() {
        return Phrase.of(ofNodes ? "example.node" : "example.graph");
    }

    /// How many examples there can be.
    int count() {
        return ofNodes ? graph.nodes() : graph.graphs();
    }

    /// Whether there is such an example: a node that is not there yet is none, nor is a member graph without nodes.
    boolean isThere(int number) {
        return ofNodes ? graph.isPresent(number) : graph.members()[number].length > 0;
    }

    /// The id of an example.
    String id(int number) {
        return ofNodes ? graph.nodeNames().ids().get(number) : Integer.toString(number);
    }

    /// Whether examples have names beside their ids.
    boolean named() {
        return ofNodes && graph.nodeNames().idsDiffer();
    }

    /// The name of an example that has one.
    String name(int number) {
        return graph.names().get(number);
    }

    /// What ids look like: that of the first example; empty if there is none.
    String exampleId() {
        return IntStream.range(0, count())
                .filter(this::isThere)
                .mapToObj(k -> Problem.shortened(id(k)))
                .findFirst()
                .orElse("");
    }

    /// The number of one of some targets.
    static int number(Targets targets, int k) {
        return switch (targets) {
            case Targets.Nodes(int[] nodes) -> nodes[k];
            case Targets.Members(int[] graphs, _) -> graphs[k];
            case Targets.Pairs _ ->
                    throw new IllegalArgumentException("pairs of nodes have no name");
        };
    }

    /// `id`, and `name` where there are names.
    List<String> header() {
        return named() ? List.of("id", "name") : List.of("id");
    }

    /// The cells of an example below [#header]; more can be added.
    List<String> cells(int number) {
        List<String> cells = new ArrayList<>(List.of(id(number)));
        if (named()) {
            cells.add(name(number));
        }
        return cells;
    }
}
