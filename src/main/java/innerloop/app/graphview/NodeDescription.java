package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.NumberText;
import innerloop.graph.AttributedGraph;
import java.util.ArrayList;
import java.util.List;

/// The lines of the card beside the pointer: name, class, degree and prediction of a node.
final class NodeDescription {

    private NodeDescription() {}

    static List<String> of(AttributedGraph graph, Prediction prediction, int node) {
        List<String> lines = new ArrayList<>();
        int label = graph.labels()[node];
        String name = graph.names().get(node);
        lines.add(name.matches("-?\\d+") ? Messages.get("canvas.card.node", name) : name);
        if (graph.nodeNames().idsDiffer()) {
            lines.add(Messages.get("canvas.card.id", graph.nodeNames().ids().get(node)));
        }
        lines.add(
                label < 0
                        ? Messages.get("canvas.card.unlabelled")
                        : Messages.get("canvas.card.class", graph.classes().get(label)));
        lines.add(Messages.get("canvas.card.degree", graph.degree(node)));
        if (prediction.knows(node)) {
            lines.add(
                    Messages.get(
                            "canvas.card.predicted",
                            graph.classes().get(prediction.predicted()[node]),
                            prediction.confidence()[node]));
        }
        prediction
                .values()
                .filter(said -> said.knows(node))
                .ifPresent(said -> {
                    lines.add(
                            Messages.get(
                                    "canvas.card.value", NumberText.of(said.predicted()[node])));
                    double right = said.right()[node];
                    if (!Double.isNaN(right)) {
                        lines.add(Messages.get("canvas.card.trueValue", NumberText.of(right)));
                    }
                });
        return lines;
    }
}
