package innerloop.graph.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Sets, and what belongs to them: two paths 0–1–2–3 and 4–5, and 6 alone.
class NodeSetTest {

    private static final AttributedGraph PATHS = paths();
    private final Surroundings around = new Surroundings(PATHS);

    private static AttributedGraph paths() {
        return new GraphBuilder("paths", 7, true)
                .edge(0, 1)
                .edge(2, 1)
                .edge(2, 3)
                .edge(5, 4)
                .build();
    }

    private static NodeSet set(int... nodes) {
        return NodeSet.of(7, nodes);
    }

    @Test
    void setsObeyTheLawsOfSets() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 100; i++) {
            NodeSet a = NodeSet.where(70, _ -> random.nextBoolean());
            NodeSet b = NodeSet.where(70, _ -> random.nextBoolean());
            assertThat(a.plus(b).inverted()).isEqualTo(a.inverted().and(b.inverted()));
            assertThat(a.minus(b)).isEqualTo(a.and(b.inverted()));
            assertThat(a.inverted().inverted()).isEqualTo(a).hasSameHashCodeAs(a);
            assertThat(a.plus(b).size() + a.and(b).size()).isEqualTo(a.size() + b.size());
        }
    }

    @Test
    void growingFollowsEdgesInBothDirections() {
        assertThat(around.grown(set(1))).isEqualTo(set(0, 1, 2));
        assertThat(around.grown(around.grown(set(0)))).isEqualTo(set(0, 1, 2));
        assertThat(around.grown(set(6))).isEqualTo(set(6));
    }

    @Test
    void shrinkingTakesTheRimAway() {
        assertThat(around.shrunk(set(0, 1, 2))).isEqualTo(set(0, 1));
        assertThat(around.shrunk(set(0, 1, 2, 3, 6))).isEqualTo(set(0, 1, 2, 3, 6));
        assertThat(around.shrunk(set(4))).isEqualTo(set());
    }

    @Test
    void aComponentIsAllThatIsConnected() {
        assertThat(around.component(set(3))).isEqualTo(set(0, 1, 2, 3));
        assertThat(around.component(set(4, 6))).isEqualTo(set(4, 5, 6));
    }

    @Test
    void onlyASingleNodeIsSingle() {
        assertThat(set(4).single()).isEqualTo(4);
        assertThat(set().single()).isEqualTo(-1);
        assertThat(set(1, 2).single()).isEqualTo(-1);
    }

    @Test
    void setsOfDifferentGraphsDoNotMix() {
        assertThatThrownBy(() -> set(1).plus(NodeSet.none(8)))
                .hasMessageContaining("7 and 8 nodes");
    }
}
