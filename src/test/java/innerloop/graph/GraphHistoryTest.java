package innerloop.graph;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.graph.GraphEvent.EdgeAdded;
import innerloop.graph.GraphEvent.EdgeRemoved;
import innerloop.graph.GraphEvent.FeatureSet;
import innerloop.graph.GraphEvent.NodeAdded;
import innerloop.graph.GraphEvent.NodeLabelled;
import innerloop.graph.GraphEvent.NodeRemoved;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A graph after some steps is what it becomes when events happen to it one by one.
class GraphHistoryTest {

    private static final int NODES = 12;

    /// The same by other means: a matrix, a set and an array that every event changes.
    private static final class Plain {
        final BitSet present = new BitSet();
        final Set<EdgeAdded> edges = new HashSet<>();
        final int[] labels = new int[NODES];
        final double[] feature = new double[NODES];
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everySnapshotIsTheSumOfItsEvents(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Plain plain = new Plain();
        Arrays.fill(plain.labels, -1);
        List<GraphHistory.Step> steps = new ArrayList<>();
        List<double[][]> adjacencies = new ArrayList<>();
        List<int[]> labels = new ArrayList<>();
        List<double[]> features = new ArrayList<>();
        List<BitSet> present = new ArrayList<>();
        int edges = 0;
        for (int step = 0; step < 20; step++) {
            List<GraphEvent> events = new ArrayList<>();
            for (int k = random.nextInt(8); k > 0; k--) {
                int node = random.nextInt(NODES);
                int other = random.nextInt(NODES);
                if (!plain.present.get(node)) {
                    plain.present.set(node);
                    events.add(new NodeAdded(node));
                } else if (random.nextInt(8) == 0) {
                    for (EdgeAdded edge : List.copyOf(plain.edges)) {
                        if (edge.from() == node || edge.to() == node) {
                            plain.edges.remove(edge);
                            events.add(new EdgeRemoved(edge.edge()));
                        }
                    }
                    plain.present.clear(node);
                    plain.labels[node] = -1;
                    plain.feature[node] = 0;
                    events.add(new NodeRemoved(node));
                } else if (random.nextBoolean() && plain.present.get(other)) {
                    EdgeAdded edge = new EdgeAdded(edges++, node, other, 1);
                    plain.edges.add(edge);
                    events.add(edge);
                } else {
                    plain.labels[node] = random.nextInt(2);
                    plain.feature[node] = random.nextInt(3);
                    events.add(new NodeLabelled(node, plain.labels[node]));
                    events.add(new FeatureSet(node, 0, plain.feature[node]));
                }
            }
            steps.add(new GraphHistory.Step(step, events));
            double[][] adjacency = new double[NODES][NODES];
            plain.edges.forEach(edge -> adjacency[edge.to()][edge.from()] = 1);
            adjacencies.add(adjacency);
            labels.add(plain.labels.clone());
            features.add(plain.feature.clone());
            present.add((BitSet) plain.present.clone());
        }
        AttributedGraph nodes =
                new GraphBuilder("g", NODES, true)
                        .features(SparseMatrix.ofDense(NODES, 1, new double[NODES]), List.of("f"))
                        .build();
        GraphHistory history = new GraphHistory(nodes, List.of("x", "y"), steps);
        for (int step = 1; step <= steps.size(); step++) {
            AttributedGraph at = history.at(step);
            for (int i = 0; i < NODES; i++) {
                for (int j = 0; j < NODES; j++) {
                    assertThat(at.adjacency().get(i, j)).isEqualTo(adjacencies.get(step - 1)[i][j]);
                }
                assertThat(at.features().get(i, 0)).isEqualTo(features.get(step - 1)[i]);
            }
            assertThat(at.labels()).isEqualTo(labels.get(step - 1));
            assertThat(at.snapshot().orElseThrow().present()).isEqualTo(present.get(step - 1));
            assertThat(at.snapshot().orElseThrow().step()).isEqualTo(step);
        }
        assertThat(history.last()).isEqualTo(history.at(20));
        assertThat(history.whole().nodes()).isEqualTo(NODES);
    }
}
