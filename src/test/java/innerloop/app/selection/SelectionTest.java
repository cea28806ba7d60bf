package innerloop.app.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.select.NodeAttributes;
import innerloop.graph.select.NodeQuery;
import innerloop.graph.select.NodeSet;
import innerloop.scene.EdgeList;
import org.junit.jupiter.api.Test;

/// What is selected, and what of it is forgotten when.
class SelectionTest {

    private static AttributedGraph path(int nodes) {
        GraphBuilder builder = new GraphBuilder("path", nodes, false);
        for (int i = 1; i < nodes; i++) {
            builder.edge(i - 1, i);
        }
        return builder.build();
    }

    private static Selection on(int nodes) {
        Selection selection = new Selection();
        selection.reset(path(nodes));
        return selection;
    }

    @Test
    void shrinkingLeadsBackStepByStep() {
        Selection selection = on(9);
        selection.point(4, SelectionMode.REPLACE);
        selection.grow();
        selection.grow();
        assertThat(selection.nodes()).isEqualTo(NodeSet.of(9, 2, 3, 4, 5, 6));
        selection.shrink();
        assertThat(selection.nodes()).isEqualTo(NodeSet.of(9, 3, 4, 5));
        selection.shrink();
        assertThat(selection.nodes()).isEqualTo(NodeSet.of(9, 4));
        assertThat(selection.focusProperty().get()).isEqualTo(4);
    }

    @Test
    void anotherGraphAndAnotherSelectionForgetTheGrowth() {
        Selection selection = on(5);
        selection.point(4, SelectionMode.REPLACE);
        selection.grow();
        selection.reset(path(2));
        selection.shrink();
        assertThat(selection.nodes()).isEqualTo(NodeSet.none(2));
        selection.point(0, SelectionMode.REPLACE);
        selection.grow();
        selection.point(-1, SelectionMode.REPLACE);
        selection.shrink();
        assertThat(selection.nodes().isEmpty()).isTrue();
    }

    @Test
    void theFocusIsAlwaysSelected() {
        Selection selection = on(5);
        selection.focusProperty().set(3);
        assertThat(selection.nodes()).isEqualTo(NodeSet.of(5, 3));
        selection.point(1, SelectionMode.ADD);
        assertThat(selection.focusProperty().get()).isEqualTo(1);
        selection.invert();
        assertThat(selection.nodes()).isEqualTo(NodeSet.of(5, 0, 2, 4));
        assertThat(selection.focusProperty().get()).isEqualTo(-1);
        selection.take(NodeSet.of(5, 0, 2), SelectionMode.SUBTRACT);
        assertThat(selection.focusProperty().get()).isEqualTo(4);
    }

    @Test
    void nodesOfAnotherGraphAreRefused() {
        Selection selection = on(5);
        assertThatThrownBy(() -> selection.take(NodeSet.of(4, 1), SelectionMode.REPLACE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void arrowsPointWhereEdgesLead() {
        EdgeList edges = EdgeList.of(new GraphBuilder("d", 2, true).edge(0, 1).build());
        assertThat(edges.directed()).isTrue();
        assertThat(edges.from()).containsExactly(0);
        assertThat(edges.to()).containsExactly(1);
    }

    @Test
    void aVeryDeepQueryIsRefused() {
        AttributedGraph graph = path(3);
        String deep = "(".repeat(20_000) + "degree > 1";
        assertThatThrownBy(() -> Finder.find(deep, graph, NodeAttributes.of(graph)))
                .isInstanceOf(NodeQuery.NotUnderstoodException.class)
                .hasMessageContaining("simpler");
    }
}
