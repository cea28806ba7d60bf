package innerloop.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RelabellingTest {

    private static final AttributedGraph READ =
            new GraphBuilder("g", 3, false)
                    .edge(0, 1)
                    .labels(new int[] {0, 1, -1}, List.of("games", "tools"))
                    .build();

    private static Relabelling of(Map<Integer, String> classes) {
        return new Relabelling(new TreeMap<>(classes));
    }

    @Test
    void nodesGetTheClassesAndEverythingElseStays() throws InputException {
        AttributedGraph changed = of(Map.of(0, "", 2, "tools")).apply(READ);
        assertThat(changed.labels()).containsExactly(-1, 1, 1);
        assertThat(changed.classes()).isEqualTo(READ.classes());
        assertThat(changed.adjacency()).isSameAs(READ.adjacency());
        assertThat(changed.isRelabelled(READ)).isTrue();
        assertThat(changed.contentHash()).isNotEqualTo(READ.contentHash());
        assertThat(READ.labels()).containsExactly(0, 1, -1);
        assertThat(Relabelling.none().apply(READ)).isSameAs(READ);
    }

    @Test
    void theClassOfTheFileNeedsNoMention() {
        Relabelling changed = Relabelling.none().with(READ, 0, "tools").with(READ, 2, "games");
        assertThat(changed).isEqualTo(of(Map.of(0, "tools", 2, "games")));
        assertThat(changed.with(READ, 0, "games").with(READ, 2, "")).isEqualTo(Relabelling.none());
    }

    @Test
    void whatDoesNotFitIsOneLine() {
        assertThatThrownBy(() -> of(Map.of(3, "tools")).apply(READ))
                .isInstanceOf(InputException.class)
                .hasMessage("labels: the graph has no node 3; its nodes are 0 to 2");
        assertThatThrownBy(() -> of(Map.of(1, "tool")).apply(READ))
                .isInstanceOf(InputException.class)
                .hasMessage("labels.1: the graph has no class \"tool\"; did you mean \"tools\"?");
        AttributedGraph bare = new GraphBuilder("bare", 3, false).build();
        assertThatThrownBy(() -> of(Map.of(1, "tool")).apply(bare))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("it has no classes at all");
    }
}
