package innerloop.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.graph.FeatureRecipe.Kind;
import innerloop.graph.FeatureRecipe.Normalize;
import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Features that are computed from the edges, against values computed by hand.
class ComputedFeaturesTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static double[][] features(Kind kind, AttributedGraph graph) {
        SparseMatrix made = new FeatureRecipe(kind, Normalize.NONE).apply(graph);
        double[][] rows = new double[made.rows()][made.columns()];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < rows[i].length; c++) {
                rows[i][c] = made.get(i, c);
            }
        }
        return rows;
    }

    private static double[] column(double[][] rows, int column) {
        return IntStream.range(0, rows.length).mapToDouble(i -> rows[i][column]).toArray();
    }

    /// The numbers less their mean, divided by their deviation.
    private static double[] standard(double... numbers) {
        double mean = DoubleStream.of(numbers).average().orElseThrow();
        double variance =
                DoubleStream.of(numbers).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        return DoubleStream.of(numbers).map(x -> (x - mean) / Math.sqrt(variance)).toArray();
    }

    private static double[] logs(double... numbers) {
        return DoubleStream.of(numbers).map(Math::log1p).toArray();
    }

    @Test
    void aTriangleWithATailHasTheseStructuralFeatures() {
        double[][] rows = features(Kind.STRUCTURAL, Drawn.triangleWithTail());
        assertThat(column(rows, 0)).containsExactly(standard(logs(2, 2, 3, 1)), EXACT);
        double ofTwo = (Math.log(3) + Math.log(4)) / 2;
        double ofThree = (2 * Math.log(3) + Math.log(2)) / 3;
        assertThat(column(rows, 1))
                .containsExactly(standard(ofTwo, ofTwo, ofThree, Math.log(4)), EXACT);
        assertThat(column(rows, 2)).containsExactly(standard(1, 1, 1 / 3.0, 0), EXACT);
        assertThat(column(rows, 3)).containsExactly(standard(logs(1, 1, 1, 0)), EXACT);
        assertThat(column(rows, 4)).containsExactly(standard(logs(2, 2, 2, 1)), EXACT);
        // PageRank a at the nodes 0 and 1, b at 2, c at 3:
        // a = 0.15 + 0.85 (a/2 + b/3), b = 0.15 + 0.85 (a + c), c = 0.15 + 0.85 b/3.
        double b = (0.15 + 0.85 * (0.15 / 0.575 + 0.15)) / (1 - 0.85 * 0.85 / 3 * (1 / 0.575 + 1));
        double a = (0.15 + 0.85 * b / 3) / 0.575;
        double c = 0.15 + 0.85 * b / 3;
        assertThat(2 * a + b + c).isEqualTo(4, EXACT);
        assertThat(column(rows, 5)).containsExactly(standard(logs(a, a, b, c)), within(1e-10));
    }

    @Test
    void theCoreNumberIsThatOfTheDensestPartANodeIsIn() {
        // K4 on 0 … 3, a ring 3, 4, 5, 6, and a tail 7, 8 at 5.
        AttributedGraph graph =
                Drawn.graph(
                        9, 0, 1, 0, 2, 0, 3, 1, 2, 1, 3, 2, 3, 3, 4, 4, 5, 5, 6, 6, 3, 5, 7, 7, 8);
        assertThat(column(features(Kind.STRUCTURAL, graph), 4))
                .containsExactly(standard(logs(3, 3, 3, 3, 2, 2, 2, 1, 1)), EXACT);
    }

    /// Peeled by brute force: as long as there is a node with fewer than k neighbours left, it goes.
    @Test
    void coreNumbersAreWhatTakingNodesAwayLeaves() {
        AttributedGraph graph = ClusteredGraph.of(300, 2400, 5);
        assertThat(graph.components()).isEqualTo(1);
        double[] core = new double[graph.nodes()];
        boolean[] gone = new boolean[graph.nodes()];
        for (int k = 1; k < 20; k++) {
            while (takeOne(graph, gone, k)) {}
            for (int i = 0; i < gone.length; i++) {
                core[i] = gone[i] ? core[i] : k;
            }
        }
        assertThat(DoubleStream.of(core).distinct().count()).isGreaterThan(4);
        assertThat(column(features(Kind.STRUCTURAL, graph), 4))
                .containsExactly(standard(logs(core)), EXACT);
    }

    private static boolean takeOne(AttributedGraph graph, boolean[] gone, int k) {
        for (int i = 0; i < gone.length; i++) {
            int[] start = graph.adjacency().rowStart();
            long left =
                    Arrays.stream(graph.adjacency().column(), start[i], start[i + 1])
                            .filter(j -> !gone[j])
                            .count();
            if (!gone[i] && left < k) {
                gone[i] = true;
                return true;
            }
        }
        return false;
    }

    @Test
    void whereAllNodesAreAlikeNothingStandsOut() {
        for (AttributedGraph graph : List.of(Drawn.complete(4), Drawn.path(2), Drawn.ring(7))) {
            for (double[] row : features(Kind.STRUCTURAL, graph)) {
                assertThat(row).containsOnly(0);
            }
        }
    }

    @Test
    void theHubOfAStarStandsOutTheSameHoweverLargeTheStar() {
        for (int leaves : new int[] {3, 30}) {
            double[] hub = features(Kind.STRUCTURAL, Drawn.star(leaves))[0];
            // One of n numbers that differs from the others lies √(n − 1) deviations away.
            double far = Math.sqrt(leaves);
            assertThat(hub).containsExactly(new double[] {far, -far, 0, 0, 0, far}, EXACT);
        }
    }

    @Test
    void aWalkReturnsAsOftenAsItShould() {
        double[][] complete = features(Kind.RANDOM_WALK, Drawn.complete(4));
        double[][] star = features(Kind.RANDOM_WALK, Drawn.star(3));
        double[][] path = features(Kind.RANDOM_WALK, Drawn.path(3));
        for (int k = 1; k <= 16; k++) {
            assertThat(complete[2][k - 1]).isEqualTo((1 + 3 * Math.pow(-1 / 3.0, k)) / 4, EXACT);
            assertThat(star[0][k - 1]).isEqualTo(k % 2 == 0 ? 1 : 0, EXACT);
            assertThat(star[1][k - 1]).isEqualTo(k % 2 == 0 ? 1 / 3.0 : 0, EXACT);
            assertThat(path[0][k - 1]).isEqualTo(k % 2 == 0 ? 1 / 2.0 : 0, EXACT);
            assertThat(path[1][k - 1]).isEqualTo(k % 2 == 0 ? 1 : 0, EXACT);
        }
        double[][] triangle = features(Kind.RANDOM_WALK, Drawn.triangleWithTail());
        assertThat(column(triangle, 1))
                .containsExactly(new double[] {5 / 12.0, 5 / 12.0, 2 / 3.0, 1 / 3.0}, EXACT);
        assertThat(column(triangle, 2))
                .containsExactly(new double[] {1 / 6.0, 1 / 6.0, 1 / 6.0, 0}, EXACT);
    }

    @Test
    void walksThatAreTooLongAreEstimated() {
        SimpleGraph graph = SimpleGraph.of(ClusteredGraph.of(500, 2500, 3));
        double[] exact = WalkFeatures.of(graph, Long.MAX_VALUE);
        // Enough for the first few steps of every node and 512 estimates.
        double[] estimated = WalkFeatures.of(graph, 8L * 512 * graph.entries() / 20);
        double[] mean = new double[WalkFeatures.COLUMNS];
        double[] square = new double[WalkFeatures.COLUMNS];
        for (int k = 0; k < exact.length; k++) {
            int column = k % WalkFeatures.COLUMNS;
            mean[column] += exact[k] / graph.nodes();
            square[column] += Math.pow(estimated[k] - exact[k], 2) / graph.nodes();
        }
        assertThat(square[1]).isZero();
        assertThat(square[15]).isPositive();
        for (int column = 0; column < mean.length; column++) {
            // About 25 estimates: an error of sqrt(2 / 25).
            assertThat(Math.sqrt(square[column])).isLessThan(0.4 * Math.max(mean[column], 0.01));
        }
    }

    @Test
    void aPathHasTheseEigenvectors() {
        double[][] rows = features(Kind.SPECTRAL, Drawn.path(3));
        double half = Math.sqrt(1.5);
        // Eigenvalue 1: both ends are as large, so the first is positive.
        assertThat(column(rows, 0)).containsExactly(new double[] {half, 0, -half}, EXACT);
        // Eigenvalue 2: the middle is the largest.
        assertThat(column(rows, 1))
                .containsExactly(new double[] {-Math.sqrt(3) / 2, half, -Math.sqrt(3) / 2}, EXACT);
        for (int column = 2; column < 8; column++) {
            assertThat(column(rows, column)).containsOnly(0);
        }
    }

    @Test
    void repeatedEigenvaluesHaveOneBasis() {
        double[][] rows = features(Kind.SPECTRAL, Drawn.complete(4));
        double r3 = Math.sqrt(3);
        assertThat(column(rows, 0))
                .containsExactly(new double[] {r3, -1 / r3, -1 / r3, -1 / r3}, EXACT);
        double r6 = 2 / Math.sqrt(6);
        assertThat(column(rows, 1)).containsExactly(new double[] {0, 2 * r6, -r6, -r6}, EXACT);
        double r2 = Math.sqrt(2);
        assertThat(column(rows, 2)).containsExactly(new double[] {0, 0, r2, -r2}, EXACT);
    }

    /// Path of 200 nodes: eigenvectors D^½ cos(π k i / 199), eigenvalues 1 − cos(π k / 199).
    @Test
    void aLongPathHasTheEigenvectorsOfALongPath() {
        int n = 200;
        double[][] rows = features(Kind.SPECTRAL, Drawn.path(n));
        for (int column = 0; column < 8; column++) {
            for (int i = 0; i < n; i++) {
                double degree = i == 0 || i == n - 1 ? 1 : 2;
                double wave = Math.cos(Math.PI * (column + 1) * i / (n - 1));
                double scale = Math.sqrt(n / (double) (n - 1));
                // Inner maxima are √2 as large as the ends: the first of them, at node 1 and in the
                // middle, are positive.
                double expected = scale * Math.sqrt(degree) * wave;
                double sign = column == 0 ? 1 : -1;
                assertThat(Math.abs(rows[i][column])).isEqualTo(Math.abs(expected), within(1e-6));
                if (column < 2) {
                    assertThat(rows[i][column]).isEqualTo(sign * expected, within(1e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = Mode.EXCLUDE, names = "ATTRIBUTES")
    void featuresFollowTheNodesWhateverTheirNumbers(Kind kind) {
        AttributedGraph graph = ClusteredGraph.of(150, 450, 11);
        int[] to = Drawn.shuffled(graph.nodes(), 4);
        double[][] rows = features(kind, graph);
        double[][] moved = features(kind, Drawn.renumbered(graph, to));
        for (int i = 0; i < to.length; i++) {
            assertThat(moved[to[i]]).containsExactly(rows[i], within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = Mode.EXCLUDE,
            names = {"ATTRIBUTES", "DEGREE"})
    void directionsWeightsAndLoopsDoNotCount(Kind kind) {
        AttributedGraph odd =
                new GraphBuilder("odd", 4, true)
                        .edge(1, 0, -3)
                        .edge(0, 1, 2)
                        .edge(1, 2, 0)
                        .edge(2, 0, 1e300)
                        .edge(3, 2, 1)
                        .edge(3, 3, 7)
                        .build();
        assertThat(features(kind, odd)).isDeepEqualTo(features(kind, Drawn.triangleWithTail()));
    }

    /// What stands beside a component changes nothing in it, so member graphs of any collection can be compared.
    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = Mode.EXCLUDE, names = "ATTRIBUTES")
    void aComponentHasTheSameFeaturesAloneAndBesideOthers(Kind kind) {
        double[][] alone = features(kind, Drawn.triangleWithTail());
        double[][] beside =
                features(
                        kind,
                        Drawn.graph(10, 0, 1, 1, 2, 2, 0, 2, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 4));
        for (int i = 0; i < alone.length; i++) {
            assertThat(beside[i]).containsExactly(alone[i], EXACT);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = Mode.EXCLUDE, names = "ATTRIBUTES")
    void everyGraphHasFiniteFeatures(Kind kind) {
        AttributedGraph empty = new GraphBuilder("empty", 0, false).build();
        AttributedGraph isolated = new GraphBuilder("isolated", 3, false).edge(1, 1).build();
        AttributedGraph bipartite = bipartite(40, 50);
        for (AttributedGraph graph :
                new AttributedGraph[] {
                    empty,
                    isolated,
                    Drawn.path(2),
                    Drawn.star(90),
                    Drawn.complete(70),
                    bipartite,
                    Drawn.path(500)
                }) {
            double[][] rows = features(kind, graph);
            assertThat(rows.length).isEqualTo(graph.nodes());
            for (double[] row : rows) {
                for (double value : row) {
                    assertThat(value).isFinite();
                }
            }
        }
    }

    private static AttributedGraph bipartite(int left, int right) {
        GraphBuilder builder = new GraphBuilder("bipartite", left + right, false);
        for (int i = 0; i < left; i++) {
            for (int j = 0; j < right; j++) {
                builder.edge(i, left + j);
            }
        }
        return builder.build();
    }

    /// Those that an iteration found, too.
    @Test
    void eigenvectorsAreOrthogonalAndOfMeanSquareOne() {
        double[][] rows = features(Kind.SPECTRAL, ClusteredGraph.of(400, 2000, 2));
        for (int a = 0; a < 8; a++) {
            for (int b = 0; b <= a; b++) {
                double product = 0;
                for (double[] row : rows) {
                    product += row[a] * row[b] / rows.length;
                }
                assertThat(product).isEqualTo(a == b ? 1 : 0, within(1e-9));
            }
        }
    }
}
