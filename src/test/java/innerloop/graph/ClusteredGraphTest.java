package innerloop.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusteredGraphTest {

    @ParameterizedTest
    @CsvSource({"2, 1", "40, 780", "2708, 5278"})
    void itHasTheNodesAndEdgesThatWereAskedFor(int nodes, int edges) {
        AttributedGraph graph = ClusteredGraph.of(nodes, edges, 1);
        assertThat(graph.nodes()).isEqualTo(nodes);
        assertThat(graph.edges()).isEqualTo(edges);
        assertThat(graph.selfLoops()).isZero();
        assertThat(graph.positions()).hasSize(2 * nodes);
    }

    @Test
    void moreEdgesThanPairsCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredGraph.of(40, 781, 1));
    }

    @Test
    void theSeedDecides() {
        AttributedGraph graph = ClusteredGraph.of(500, 1000, 1);
        assertThat(ClusteredGraph.of(500, 1000, 1).positions()).isEqualTo(graph.positions());
        assertThat(ClusteredGraph.of(500, 1000, 1).adjacency().column())
                .isEqualTo(graph.adjacency().column());
        assertThat(ClusteredGraph.of(500, 1000, 2).positions()).isNotEqualTo(graph.positions());
    }

    @Test
    void mostEdgesStayWithinTheirCluster() {
        AttributedGraph graph = ClusteredGraph.of(20_000, 50_000, 1);
        int[] start = graph.adjacency().rowStart();
        int[] column = graph.adjacency().column();
        int within = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            for (int k = start[i]; k < start[i + 1]; k++) {
                within += graph.labels()[i] == graph.labels()[column[k]] ? 1 : 0;
            }
        }
        assertThat(within / (double) column.length).isBetween(0.8, 0.9);
    }
}
