package innerloop.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.math.SparseMatrix;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PropagationTest {

    private static final Offset<Double> EXACT = within(1e-15);

    @Test
    void inARegularGraphEveryEntryIsOneOverDegreePlusOne() {
        GraphBuilder ring = new GraphBuilder("ring", 7, false);
        for (int i = 0; i < 7; i++) {
            ring.edge(i, (i + 1) % 7);
        }
        SparseMatrix a = Propagation.symmetric(ring.build());
        assertThat(a.size()).isEqualTo(21);
        for (double value : a.value()) {
            assertThat(value).isCloseTo(1 / 3.0, EXACT);
        }
    }

    @Test
    void anIsolatedNodeKeepsItsOwnFeatures() {
        SparseMatrix a = Propagation.symmetric(new GraphBuilder("g", 2, false).build());
        assertThat(a).isEqualTo(SparseMatrix.identity(2));
    }

    @Test
    void anExistingSelfLoopIsKeptAndNoneIsAddedToIt() {
        AttributedGraph graph = new GraphBuilder("g", 2, false).edge(0, 0, 2).edge(0, 1, 1).build();
        SparseMatrix a = Propagation.symmetric(graph);
        // Degrees 3 and 2.
        assertThat(a.get(0, 0)).isCloseTo(2 / 3.0, EXACT);
        assertThat(a.get(0, 1)).isCloseTo(1 / Math.sqrt(6), EXACT);
        assertThat(a.get(1, 0)).isCloseTo(1 / Math.sqrt(6), EXACT);
        assertThat(a.get(1, 1)).isCloseTo(1 / 2.0, EXACT);
    }

    @Test
    void weightsCountInTheDegree() {
        AttributedGraph graph = new GraphBuilder("g", 2, false).edge(0, 1, 3).build();
        SparseMatrix a = Propagation.symmetric(graph);
        assertThat(a.get(0, 1)).isCloseTo(3 / 4.0, EXACT);
        assertThat(a.get(0, 0)).isCloseTo(1 / 4.0, EXACT);
    }

    @Test
    void theNormalisedAdjacencyOfAnUndirectedGraphIsSymmetric() {
        AttributedGraph graph =
                new GraphBuilder("g", 5, false).edge(0, 1).edge(1, 2).edge(1, 3).build();
        SparseMatrix a = Propagation.symmetric(graph);
        assertThat(a.transpose()).isEqualTo(a);
    }

    @Test
    void attentionRunsOverOneLoopPerNodeAndForgetsWeights() {
        AttributedGraph graph = new GraphBuilder("g", 3, false).edge(1, 1, 5).edge(0, 1, 2).build();
        SparseMatrix a = Propagation.attention(graph);
        assertThat(a.size()).isEqualTo(5);
        assertThat(a.get(0, 0)).isEqualTo(0.5);
        assertThat(a.get(0, 1)).isEqualTo(0.5);
        assertThat(a.get(1, 0)).isEqualTo(0.5);
        assertThat(a.get(1, 1)).isEqualTo(0.5);
        assertThat(a.get(2, 2)).isEqualTo(1);
    }

    @Test
    void featureRowsHaveLengthOneOrSumOneOrStayAsTheyAre() {
        double[] x = {3, -4, 0, 0, 1, 1};
        AttributedGraph graph =
                new GraphBuilder("g", 3, false)
                        .features(SparseMatrix.ofDense(3, 2, x), List.of())
                        .build();
        assertThat(recipe(FeatureRecipe.Normalize.L2).apply(graph).get(0, 1))
                .isCloseTo(-0.8, EXACT);
        assertThat(recipe(FeatureRecipe.Normalize.SUM).apply(graph).get(0, 1))
                .isCloseTo(-4 / 7.0, EXACT);
        assertThat(recipe(FeatureRecipe.Normalize.NONE).apply(graph)).isEqualTo(graph.features());
    }

    @Test
    void aRowOfZerosStaysZero() {
        AttributedGraph graph =
                new GraphBuilder("g", 2, false)
                        .features(SparseMatrix.ofDense(2, 2, new double[] {0, 0, 1, 1}), List.of())
                        .build();
        for (FeatureRecipe.Normalize normalize : FeatureRecipe.Normalize.values()) {
            SparseMatrix features = recipe(normalize).apply(graph);
            assertThat(features.rowSize(0)).isZero();
            assertThat(features.get(1, 0)).isFinite();
        }
    }

    @Test
    void degreesAreOneHotAndExactUpToFifteen() {
        GraphBuilder star = new GraphBuilder("star", 40, false);
        for (int leaf = 1; leaf <= 32; leaf++) {
            star.edge(0, leaf);
        }
        star.edge(33, 34).edge(33, 35);
        SparseMatrix x =
                new FeatureRecipe(FeatureRecipe.Kind.DEGREE, FeatureRecipe.Normalize.L2)
                        .apply(star.build());
        assertThat(x.size()).isEqualTo(40);
        assertThat(x.value()).containsOnly(1);
        assertThat(x.get(1, 1)).isEqualTo(1);
        assertThat(x.get(33, 2)).isEqualTo(1);
        assertThat(x.get(39, 0)).isEqualTo(1);
        // 32 = 16 · 2: the second column of powers.
        assertThat(x.get(0, 17)).isEqualTo(1);
    }

    private static FeatureRecipe recipe(FeatureRecipe.Normalize normalize) {
        return new FeatureRecipe(FeatureRecipe.Kind.ATTRIBUTES, normalize);
    }
}
