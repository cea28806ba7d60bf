package innerloop.io;

import innerloop.graph.GraphShape;
import innerloop.training.GeneratedGraph;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The shapes of a real and of a generated graph in JSON.
public final class GraphShapes {

    private GraphShapes() {}

    /// `{"real": {"edges": …, "clustering": …, "degrees": […]}, "generated": {…}, "sharedEdges": …, "sharedShare": …, "poor": …}`; `degrees` says how many nodes
    /// have 0, 1, 2, … neighbours.
    public static String json(GraphShape real, GraphShape generated, GeneratedGraph drawn) {
        ObjectNode top = JsonText.JSON.createObjectNode();
        put(top.putObject("real"), real);
        put(top.putObject("generated"), generated);
        top.put("sharedEdges", drawn.shared());
        top.put("sharedShare", drawn.sharedShare());
        top.put("poor", drawn.isPoor());
        return JsonText.write(top);
    }

    private static void put(ObjectNode into, GraphShape shape) {
        into.put("edges", shape.edges()).put("clustering", shape.clustering());
        ArrayNode degrees = into.putArray("degrees");
        for (int nodes : shape.degrees()) {
            degrees.add(nodes);
        }
    }
}
