package innerloop.lesson;

import innerloop.calculus.Explainer;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeSet;
import innerloop.graph.select.Surroundings;

/// Values of a graph.
final class GraphValues {

    private GraphValues() {}

    static double of(AttributedGraph graph, Quantity.Named named) throws InputException {
        return switch (named.word()) {
            case "nodes" -> graph.nodesPresent();
            case "edges" -> graph.edges();
            case "classes" -> graph.classes().size();
            case "components" -> graph.components();
            case "isolated" -> graph.isolated();
            case "neighbours" -> within(graph, named, 1) - 1.0;
            case "within" -> within(graph, named, Keys.whole(named, "hops").orElse(1));
            default -> throw new IllegalArgumentException(named.word());
        };
    }

    /// How many nodes are so near to a node, itself included.
    private static int within(AttributedGraph graph, Quantity.Named named, int hops)
            throws InputException {
        int node = Explainer.node(graph, Keys.required(named, "node"));
        Surroundings surroundings = new Surroundings(graph);
        NodeSet near = NodeSet.of(graph.nodes(), node);
        for (int hop = 0; hop < hops; hop++) {
            near = near.plus(surroundings.grown(near));
        }
        return near.size();
    }
}
