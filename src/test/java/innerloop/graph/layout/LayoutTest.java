package innerloop.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.stream.SpringBoxLayout;
import innerloop.math.Seed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final Seed SEED = new Seed(7);

    @Test
    void sameSeedGivesTheSamePositions() {
        AttributedGraph graph = PlantedPartition.graph(4, 30, 4, 0.3, 1);
        assertThat(finish(new ForceLayout(graph, SEED)))
                .isEqualTo(finish(new ForceLayout(graph, SEED)));
        assertThat(finish(new ForceLayout(graph, SEED)))
                .isNotEqualTo(finish(new ForceLayout(graph, new Seed(8))));
        assertThat(finish(new SpringBoxLayout(graph, SEED)))
                .isEqualTo(finish(new SpringBoxLayout(graph, SEED)));
    }

    @Test
    void communitiesAreLessThanHalfAsFarApartInsideAsOutside() {
        AttributedGraph graph = PlantedPartition.graph(6, 60, 5, 0.4, 2);
        for (ForceLayout.Attraction attraction : ForceLayout.Attraction.values()) {
            float[] xy = finish(new ForceLayout(graph, SEED, attraction, 700));
            assertThat(insideToOutside(graph, xy)).as("%s", attraction).isLessThan(0.5);
        }
    }

    /// The member graphs are not one after another, and number 1 has no node.
    @Test
    void memberGraphsStandSideBySideAndAsTheyWouldAlone() {
        int[] graphOf = {0, 2, 0, 2, 0, 2, 3};
        AttributedGraph graph =
                new GraphBuilder("three", 7, false)
                        .edge(0, 2)
                        .edge(2, 4)
                        .edge(1, 3)
                        .edge(3, 5)
                        .edge(1, 5)
                        .members(graphOf)
                        .build();
        float[] xy = finish(new CollectionLayout(graph, SEED));
        for (int i = 0; i < 7; i++) {
            assertThat(xy[2 * i]).isFinite();
            for (int j = 0; j < i; j++) {
                double d = Math.hypot(xy[2 * i] - xy[2 * j], xy[2 * i + 1] - xy[2 * j + 1]);
                assertThat(d).as("%d and %d", i, j).isPositive();
            }
        }
        for (int g : new int[] {0, 2, 3}) {
            for (int other = g + 1; other < 4; other++) {
                double[] box = box(xy, graphOf, g);
                double[] next = box(xy, graphOf, other);
                boolean apart =
                        box[1] < next[0]
                                || next[1] < box[0]
                                || box[3] < next[2]
                                || next[3] < box[2];
                assertThat(apart).as("%d beside %d", g, other).isTrue();
            }
        }
        assertThat(finish(new CollectionLayout(graph, SEED))).isEqualTo(xy);
    }

    private static double[] box(float[] xy, int[] graphOf, int graph) {
        double[] box = {9e9, -9e9, 9e9, -9e9};
        for (int i = 0; i < graphOf.length; i++) {
            if (graphOf[i] == graph) {
                box[0] = Math.min(box[0], xy[2 * i]);
                box[1] = Math.max(box[1], xy[2 * i]);
                box[2] = Math.min(box[2], xy[2 * i + 1]);
                box[3] = Math.max(box[3], xy[2 * i + 1]);
            }
        }
        return box;
    }

    @Test
    void positionsStayFiniteForAwkwardGraphs() {
        GraphBuilder star = new GraphBuilder("star", 400, false);
        for (int i = 1; i < 400; i++) {
            star.edge(0, i);
        }
        List<AttributedGraph> awkward =
                List.of(
                        new GraphBuilder("none", 0, false).build(),
                        new GraphBuilder("one", 1, false).edge(0, 0).build(),
                        new GraphBuilder("two", 2, true).edge(0, 1).build(),
                        new GraphBuilder("lonely", 300, false).build(),
                        star.build());
        for (AttributedGraph graph : awkward) {
            for (IncrementalLayout layout :
                    List.of(new ForceLayout(graph, SEED), new SpringBoxLayout(graph, SEED))) {
                float[] xy = finish(layout);
                assertThat(xy).hasSize(2 * graph.nodes());
                for (float v : xy) {
                    assertThat(v).as(graph.name()).isFinite();
                }
            }
        }
    }

    @Test
    void aJobPublishesAndCanBeCancelled() throws InterruptedException {
        AttributedGraph graph = PlantedPartition.graph(14, 300, 3, 0.6, 3);
        List<Layout> snapshots = new CopyOnWriteArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        LayoutJob job =
                LayoutJob.start(
                        () -> new ForceLayout(graph, SEED),
                        Duration.ofHours(1),
                        snapshot -> {
                            snapshots.add(snapshot);
                            first.countDown();
                        });
        first.await();
        job.cancel();
        job.join();
        assertThat(job.running()).isFalse();
        assertThat(snapshots.getLast().done()).isTrue();
        assertThat(snapshots.subList(0, snapshots.size() - 1)).noneMatch(Layout::done);
        assertThat(snapshots.getLast().xy()).hasSize(2 * graph.nodes());
    }

    private static float[] finish(IncrementalLayout layout) {
        while (layout.step()) {
            assertThat(layout.progress()).isBetween(0.0, 1.0);
        }
        return layout.positions();
    }

    private static double insideToOutside(AttributedGraph graph, float[] xy) {
        double inside = 0;
        double outside = 0;
        long insidePairs = 0;
        long outsidePairs = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            for (int j = 0; j < i; j++) {
                double d = Math.hypot(xy[2 * i] - xy[2 * j], xy[2 * i + 1] - xy[2 * j + 1]);
                if (graph.labels()[i] == graph.labels()[j]) {
                    inside += d;
                    insidePairs++;
                } else {
                    outside += d;
                    outsidePairs++;
                }
            }
        }
        return inside / insidePairs / (outside / outsidePairs);
    }
}
