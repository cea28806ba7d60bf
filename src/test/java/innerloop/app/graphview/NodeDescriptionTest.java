package innerloop.app.graphview;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeDescriptionTest {

    @Test
    void theIdIsSaidWhereTheNameIsAnother() {
        NodeNames names = new NodeNames(List.of("Ann", "Bob"), List.of("p-17", "p-18"));
        assertThat(described(names)).containsExactly("Bob", "id p-18", "no class", "degree 0");
        assertThat(described(NodeNames.numbered(2)))
                .containsExactly("node 1", "no class", "degree 0");
    }

    private static List<String> described(NodeNames names) {
        return NodeDescription.of(
                new GraphBuilder("g", 2, false).names(names).build(), Prediction.NONE, 1);
    }
}
