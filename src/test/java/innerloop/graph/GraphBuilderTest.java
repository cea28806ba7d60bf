package innerloop.graph;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {

    @Test
    void anUndirectedEdgeIsStoredBothWaysAndCountsOnce() {
        AttributedGraph graph = new GraphBuilder("g", 3, false).edge(0, 1).edge(1, 2).build();
        assertThat(graph.edges()).isEqualTo(2);
        assertThat(graph.adjacency().get(0, 1)).isEqualTo(1);
        assertThat(graph.adjacency().get(1, 0)).isEqualTo(1);
        assertThat(graph.degree(1)).isEqualTo(2);
    }

    @Test
    void aDirectedEdgeReachesItsTargetOnly() {
        AttributedGraph graph = new GraphBuilder("g", 2, true).edge(0, 1).build();
        assertThat(graph.adjacency().get(1, 0)).isEqualTo(1);
        assertThat(graph.adjacency().get(0, 1)).isZero();
        assertThat(graph.edges()).isEqualTo(1);
    }

    @Test
    void repeatedEdgesWithoutWeightsStayOneAndAreCounted() {
        GraphBuilder builder = new GraphBuilder("g", 3, false);
        AttributedGraph graph = builder.edge(0, 1).edge(1, 0).edge(0, 1).edge(1, 2).build();
        assertThat(graph.adjacency().get(0, 1)).isEqualTo(1);
        assertThat(graph.edges()).isEqualTo(2);
        assertThat(builder.parallelEdges()).isEqualTo(2);
    }

    @Test
    void repeatedEdgesWithWeightsAreAdded() {
        GraphBuilder builder = new GraphBuilder("g", 2, false);
        AttributedGraph graph = builder.edge(0, 1, 0.5).edge(1, 0).build();
        assertThat(graph.adjacency().get(0, 1)).isEqualTo(1.5);
        assertThat(graph.adjacency().get(1, 0)).isEqualTo(1.5);
    }

    @Test
    void oppositeDirectedEdgesAreNotParallel() {
        GraphBuilder builder = new GraphBuilder("g", 2, true);
        AttributedGraph graph = builder.edge(0, 1).edge(1, 0).edge(0, 1).build();
        assertThat(builder.parallelEdges()).isEqualTo(1);
        assertThat(graph.edges()).isEqualTo(2);
    }

    @Test
    void selfLoopsAreStoredOnceAndCounted() {
        GraphBuilder builder = new GraphBuilder("g", 2, false);
        AttributedGraph graph = builder.edge(0, 0).edge(0, 0).edge(0, 1).build();
        assertThat(graph.selfLoops()).isEqualTo(1);
        assertThat(graph.edges()).isEqualTo(2);
        assertThat(builder.parallelEdges()).isEqualTo(1);
        assertThat(graph.adjacency().get(0, 0)).isEqualTo(1);
    }

    @Test
    void aSelfLoopOfWeightZeroIsStillASelfLoop() {
        AttributedGraph graph = new GraphBuilder("g", 2, false).edge(0, 0, 0).edge(0, 1).build();
        assertThat(graph.selfLoops()).isEqualTo(1);
        assertThat(graph.edges()).isEqualTo(2);
    }

    @Test
    void nodesWithoutEdgesAreIsolatedWhateverTheirLoops() {
        AttributedGraph graph = new GraphBuilder("g", 4, false).edge(0, 1).edge(2, 2).build();
        assertThat(graph.isolated()).isEqualTo(2);
        assertThat(graph.components()).isEqualTo(3);
    }

    @Test
    void classNamesThatAreNumbersComeFirstByValue() {
        List<String> names = List.of("b", "10", "1a", "2", "-3", "a", "2");
        AttributedGraph graph = new GraphBuilder("g", 7, false).labels(names).build();
        assertThat(graph.classes()).containsExactly("-3", "2", "10", "1a", "a", "b");
        assertThat(graph.labels()).containsExactly(5, 2, 3, 1, 0, 4, 1);
    }

    @Test
    void theOrderOfClassNamesIsATotalOrder() {
        List<String> names =
                new ArrayList<>(
                        List.of(
                                "2",
                                "10",
                                "1a",
                                "02",
                                "-",
                                "-1",
                                "",
                                "1",
                                "a",
                                "A",
                                "é",
                                "99999999999999999999",
                                "9999999999999999",
                                "1.5"));
        List<String> sorted = names.stream().sorted(ClassOrder.NATURAL).toList();
        for (int shuffle = 0; shuffle < 50; shuffle++) {
            Collections.shuffle(names, new Random(shuffle));
            assertThat(names.stream().sorted(ClassOrder.NATURAL).toList()).isEqualTo(sorted);
        }
        for (String a : names) {
            for (String b : names) {
                for (String c : names) {
                    if (before(a, b) && before(b, c)) {
                        assertThat(before(a, c)).as("%s < %s < %s", a, b, c).isTrue();
                    }
                }
            }
        }
    }

    private static boolean before(String a, String b) {
        return ClassOrder.NATURAL.compare(a, b) < 0;
    }

    @Test
    void nodesWithoutAClassNameHaveNoClass() {
        AttributedGraph graph =
                new GraphBuilder("g", 3, false).labels(List.of("x", "", "y")).build();
        assertThat(graph.labels()).containsExactly(0, -1, 1);
        assertThat(graph.classSizes()).containsExactly(1, 1);
    }

    @Test
    void theContentHashSeesWhatEqualsSees() {
        AttributedGraph one = withFeatureNames("height", "age");
        assertThat(withFeatureNames("height", "age").contentHash()).isEqualTo(one.contentHash());
        AttributedGraph other = withFeatureNames("height", "weight");
        assertThat(other).isNotEqualTo(one);
        assertThat(other.contentHash()).isNotEqualTo(one.contentHash());
    }

    private static AttributedGraph withFeatureNames(String... names) {
        return new GraphBuilder("g", 2, false)
                .edge(0, 1)
                .features(SparseMatrix.identity(2), List.of(names))
                .build();
    }

    @Test
    void theContentHashDoesNotRunTextsTogether() {
        int[] none = {-1, -1};
        AttributedGraph one =
                new GraphBuilder("g", 2, false)
                        .labels(none, List.of("a", "b"))
                        .names(List.of("c", "d"))
                        .build();
        AttributedGraph other =
                new GraphBuilder("g", 2, false)
                        .labels(none, List.of("a\0b"))
                        .names(List.of("c", "d"))
                        .build();
        assertThat(one.contentHash()).isNotEqualTo(other.contentHash());
    }
}
