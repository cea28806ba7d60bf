package innerloop.graph.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.layout.PlantedPartition;
import innerloop.math.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunitiesTest {

    private static final Seed SEED = new Seed(3);

    @ParameterizedTest
    @CsvSource({"4, 30, 4, 0.5", "8, 30, 5, 1", "4, 50, 5, 1.5", "20, 50, 4, 0.5"})
    void plantedBlocksAreFound(int blocks, int size, double within, double across)
            throws InterruptedException {
        for (long seed = 0; seed < 5; seed++) {
            AttributedGraph graph = PlantedPartition.graph(blocks, size, within, across, seed);
            List<int[]> found = Communities.of(graph, new Seed(seed), Integer.MAX_VALUE);
            assertThat(sameness(graph.labels(), communityOf(graph, found)))
                    .as("seed " + seed)
                    .isGreaterThan(0.8);
        }
    }

    @Test
    void theLargestComeFirstAndNoNodeIsInTwo() throws InterruptedException {
        AttributedGraph graph = PlantedPartition.graph(6, 40, 4, 0.5, 1);
        List<int[]> all = Communities.of(graph, SEED, Integer.MAX_VALUE);
        assertThat(all.stream().map(c -> -c.length)).isSorted();
        assertThat(all).allSatisfy(c -> assertThat(c).isSorted());
        assertThat(all.stream().flatMapToInt(Arrays::stream).toArray()).doesNotHaveDuplicates();
        assertThat(Communities.of(graph, SEED, 2)).containsExactlyElementsOf(all.subList(0, 2));
    }

    @Test
    void theSameSeedFindsTheSame() throws InterruptedException {
        AttributedGraph graph = PlantedPartition.graph(10, 60, 2, 1, 2);
        List<int[]> first = Communities.of(graph, SEED, 100);
        assertThat(Communities.of(graph, SEED, 100)).containsExactlyElementsOf(first);
        List<int[]> other = Communities.of(graph, new Seed(4), 100);
        assertThat(communityOf(graph, other)).isNotEqualTo(communityOf(graph, first));
    }

    @Test
    void aNodeWithoutEdgesIsInNoCommunity() throws InterruptedException {
        AttributedGraph pair =
                new GraphBuilder("pair", 4, true).edge(1, 3).edge(3, 1).edge(2, 2).build();
        assertThat(Communities.of(pair, SEED, 9)).containsExactly(new int[] {1, 3});
        assertThat(Communities.of(new GraphBuilder("none", 3, false).build(), SEED, 9)).isEmpty();
    }

    @Test
    void anInterruptedThreadGivesUp() {
        AttributedGraph graph = PlantedPartition.graph(10, 60, 2, 1, 2);
        FutureTask<List<int[]>> search = new FutureTask<>(() -> Communities.of(graph, SEED, 9));
        Thread thread = Thread.ofPlatform().unstarted(search);
        thread.interrupt();
        thread.start();
        assertThatThrownBy(search::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void thePlantedCommunitiesOfFiveThousandNodesAreFound() throws InterruptedException {
        AttributedGraph graph = PlantedPartition.graph(10, 500, 2.6, 0.65, 5);
        List<int[]> found = Communities.of(graph, SEED, Integer.MAX_VALUE);
        assertThat(sameness(graph.labels(), communityOf(graph, found))).isGreaterThan(0.8);
    }

    private static int[] communityOf(AttributedGraph graph, List<int[]> communities) {
        int[] of = new int[graph.nodes()];
        for (int c = 0; c < communities.size(); c++) {
            for (int node : communities.get(c)) {
                of[node] = c + 1;
            }
        }
        return of;
    }

    /// Normalised mutual information of two partitions, 0 to 1.
    private static double sameness(int[] a, int[] b) {
        double[][] joint = new double[max(a) + 1][max(b) + 1];
        for (int i = 0; i < a.length; i++) {
            joint[a[i]][b[i]] += 1.0 / a.length;
        }
        double[] ofA = Arrays.stream(joint).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double[] ofB = new double[joint[0].length];
        double both = 0;
        for (double[] row : joint) {
            for (int c = 0; c < row.length; c++) {
                ofB[c] += row[c];
                both += bits(row[c]);
            }
        }
        double alone = Arrays.stream(ofA).map(CommunitiesTest::bits).sum();
        alone += Arrays.stream(ofB).map(CommunitiesTest::bits).sum();
        return 2 * (alone - both) / alone;
    }

    private static double bits(double share) {
        return share == 0 ? 0 : -share * Math.log(share);
    }

    private static int max(int[] numbers) {
        return Arrays.stream(numbers).max().orElse(0);
    }
}
