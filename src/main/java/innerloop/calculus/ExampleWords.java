package innerloop.calculus;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;

/// An example in words.
///
/// @param heads knows it and its answer
record ExampleWords(Heads heads) {

    private AttributedGraph graph() {
        return heads.setup().graph();
    }

    /// The name of its class; empty if it has none.
    String label() {
        int label = graph().labels()[heads.example().focus()];
        return heads.classes().length == 0 || label < 0 ? "" : graph().classes().get(label);
    }

    private String node(int number) {
        return "node %s (id %s)"
                .formatted(
                        graph().nodeNames().names().get(number),
                        graph().nodeNames().ids().get(number));
    }

    /// What it is, and its answer.
    String example() {
        return heads.example()
                .edge()
                .map(edge -> "what %s gets of %s".formatted(whole(), node(edge.from())))
                .orElseGet(this::whole);
    }

    private String whole() {
        String focus = node(heads.example().focus());
        return switch (heads.example().targets()) {
            case Targets.Nodes _ -> focus + ", " + answer();
            case Targets.Members members ->
                    "%s of member graph %d, %s".formatted(focus, members.graphs()[0], answer());
            case Targets.Pairs pairs ->
                    "%s and %s, %s"
                            .formatted(
                                    focus,
                                    node(pairs.to()[0]),
                                    heads.joined() ? "which an edge joins" : "which no edge joins");
        };
    }

    private String answer() {
        if (heads.classes().length > 0) {
            return label().isEmpty() ? "without a class" : "of class " + label();
        }
        double truth = heads.truth();
        return Double.isNaN(truth) ? "whose number is not known" : "whose number is " + truth;
    }
}
