package innerloop.app.selection;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.episode.Unit;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.select.NodeSet;
import innerloop.training.ClassPredictions;
import innerloop.training.Outcome;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PointSelectionTest {

    private static final AttributedGraph GRAPH =
            new GraphBuilder("small", 5, false)
                    .edge(0, 3)
                    .members(new int[] {0, 1, 1, 0, 1})
                    .memberLabels(List.of("ring", "star"))
                    .build()
                    .withLabelsOfMembers();

    private final Selection nodes = new Selection();
    private final PointSelection selection = new PointSelection(nodes);
    private final Selection points = selection.points();

    @BeforeEach
    void openTheGraph() {
        nodes.reset(GRAPH);
    }

    private void show(Unit unit) {
        int size = unit.all(GRAPH).size();
        Outcome outcome =
                Outcome.of(
                        unit.all(GRAPH),
                        new ClassPredictions(new int[size], new float[size], new float[size]),
                        5);
        selection.show(outcome, outcome.points(GRAPH));
    }

    @Test
    void aPointSelectsAllNodesOfItsMemberGraph() {
        show(Unit.MEMBER_GRAPH);
        points.point(1, SelectionMode.REPLACE);
        assertThat(nodes.nodes()).isEqualTo(NodeSet.of(5, 1, 2, 4));
        assertThat(nodes.focusProperty().get()).isEqualTo(1);
        points.point(0, SelectionMode.ADD);
        assertThat(nodes.nodes().size()).isEqualTo(5);
        points.clear();
        assertThat(nodes.nodes().isEmpty()).isTrue();
    }

    @Test
    void aNodeSelectsThePointOfItsMemberGraphAndStaysAlone() {
        show(Unit.MEMBER_GRAPH);
        nodes.point(2, SelectionMode.REPLACE);
        assertThat(points.nodes()).isEqualTo(NodeSet.of(2, 1));
        assertThat(points.focusProperty().get()).isEqualTo(1);
        assertThat(nodes.nodes()).isEqualTo(NodeSet.of(5, 2));
        show(Unit.MEMBER_GRAPH);
        assertThat(nodes.nodes()).isEqualTo(NodeSet.of(5, 2));
    }

    @Test
    void aPointIsRingedWithItsNodesUntilAnotherGraphIsOpened() {
        show(Unit.MEMBER_GRAPH);
        nodes.ring(NodeSet.of(5, 4));
        assertThat(points.ringedProperty().get()).isEqualTo(NodeSet.of(2, 1));
        assertThat(points.pointedAt(2, -1).changed()).isEqualTo(NodeSet.of(2, 1));
        show(Unit.NODE);
        assertThat(points.ringedProperty().get()).isEqualTo(NodeSet.of(5, 4));
        nodes.reset(GRAPH);
        assertThat(points.ringedProperty().get().isEmpty()).isTrue();
        assertThat(nodes.nodes().isEmpty()).isTrue();
    }

    @Test
    void nodesAndPointsAreTheSameWhereNodesAreClassified() {
        nodes.point(3, SelectionMode.REPLACE);
        show(Unit.NODE);
        assertThat(points.nodes()).isEqualTo(NodeSet.of(5, 3));
        points.grow();
        assertThat(nodes.nodes()).isEqualTo(NodeSet.of(5, 0, 3));
        points.shrink();
        assertThat(nodes.nodes()).isEqualTo(NodeSet.of(5, 3));
        assertThat(nodes.focusProperty().get()).isEqualTo(3);
    }

    @Test
    void anotherGraphHasNoPointsYet() {
        show(Unit.MEMBER_GRAPH);
        points.point(1, SelectionMode.REPLACE);
        nodes.reset(new GraphBuilder("other", 2, false).build());
        selection.clear();
        assertThat(points.nodes().nodes()).isZero();
        nodes.point(1, SelectionMode.REPLACE);
        assertThat(nodes.nodes()).isEqualTo(NodeSet.of(2, 1));
    }
}
