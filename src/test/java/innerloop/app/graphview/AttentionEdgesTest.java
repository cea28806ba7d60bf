package innerloop.app.graphview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import innerloop.scene.EdgeList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Attention as the darkness of edges.
class AttentionEdgesTest {

    private static final AttributedGraph PATH =
            new GraphBuilder("path", 4, false).edge(0, 1).edge(1, 2).edge(2, 3).build();

    /// The first edge is hardly listened along, the last one most.
    private static final SparseMatrix ATTENTION =
            SparseMatrix.ofDense(
                    4,
                    4,
                    new double[] {
                        0.9, 0.1, 0, 0, 0.1, 0.5, 0.4, 0, 0, 0.3, 0.2, 0.5, 0, 0, 0.8, 0.2
                    });

    private static float strength(EdgeList edges, int from, int to) {
        for (int e = 0; e < edges.size(); e++) {
            if (edges.from()[e] + edges.to()[e] == from + to) {
                return edges.strength()[e];
            }
        }
        throw new IllegalArgumentException(from + " " + to);
    }

    @Test
    void theStrongestEdgeIsManyTimesAsDarkAsTheWeakest() {
        AttentionEdges seen = AttentionEdges.of(ATTENTION, EdgeList.of(PATH));
        assertThat(seen.range().low()).isCloseTo(0.2, within(1e-6));
        assertThat(seen.range().high()).isCloseTo(1.3, within(1e-6));
        float weakest = strength(seen.edges(), 0, 1);
        float strongest = strength(seen.edges(), 2, 3);
        assertThat(strongest).isGreaterThan(20 * weakest);
        assertThat(strength(seen.edges(), 1, 2)).isBetween(5 * weakest, strongest / 1.3f);
    }

    @Test
    void onlyTheStyleThatAsksForItShowsIt() {
        Prediction said =
                new Prediction(
                        List.of(), new int[4], new float[4], new float[4], Optional.of(ATTENTION));
        NodeAppearance plain = NodeAppearance.of(PATH, NodeStyle.PLAIN, Theme.LIGHT);
        NodeAppearance asking = plain.withStyle(NodeStyle.PLAIN.withEdges(EdgeMode.ATTENTION));
        assertThat(plain.withPrediction(said).attended()).isEmpty();
        assertThat(asking.attended()).isEmpty();
        NodeAppearance attended = asking.withPrediction(said);
        assertThat(attended.attended()).isPresent();
        assertThat(attended.scene(new float[8]).edges().strength()).hasSize(3);
        assertThat(attended.attended()).isEqualTo(attended.attended());
    }
}
