package innerloop.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.select.NodeSet;
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
        assertThat(changed.hasNodesOf(READ)).isTrue();
        assertThat(changed.contentHash()).isNotEqualTo(READ.contentHash());
        assertThat(READ.labels()).containsExactly(0, 1, -1);
        assertThat(Relabelling.none().apply(READ)).isSameAs(READ);
    }

    @Test
    void theClassOfTheFileNeedsNoMention() {
        Relabelling changed =
                Relabelling.none()
                        .with(READ, NodeSet.of(3, 0, 1), "tools")
                        .with(READ, NodeSet.of(3, 2), "games");
        assertThat(changed).isEqualTo(of(Map.of(0, "tools", 2, "games")));
        assertThat(changed.with(READ, NodeSet.of(3, 0), "games").with(READ, NodeSet.of(3, 2), ""))
                .isEqualTo(Relabelling.none());
    }

    @Test
    void whatDoesNotFitIsOneLine() {
        assertThatThrownBy(() -> of(Map.of(3, "tools")).apply(READ))
                .isInstanceOf(InputException.class)
                .hasMessage("labels: the graph has no node 3; its nodes are 0 to 2");
        assertProblem("  ", "labels.1: a class needs a name; type one");
        assertProblem(
                "x".repeat(200),
                "labels.1: a class name of 200 characters is too long; use at most 100");
        assertProblem(
                "two\nlines",
                "labels.1: a class name has a line break or another invisible character; leave it"
                        + " out");
        assertProblem(
                " tool",
                "labels.1: the class name \" tool\" begins or ends with a space; leave it out");
    }

    private static void assertProblem(String name, String line) {
        assertThatThrownBy(() -> of(Map.of(1, name)).apply(READ))
                .isInstanceOf(InputException.class)
                .hasMessage(line);
    }

    @Test
    void newClassesFollowTheGraphsOwnInTheOrderOfTheirNames() throws InputException {
        Relabelling changed =
                Relabelling.none()
                        .with(READ, NodeSet.of(3, 0), "10")
                        .with(READ, NodeSet.of(3, 1), "9")
                        .with(READ, NodeSet.of(3, 2), "art");
        assertThat(changed.apply(READ).classes())
                .containsExactly("games", "tools", "9", "10", "art");
        assertThat(changed.apply(READ).labels()).containsExactly(3, 2, 4);
        assertThat(changed.with(READ, NodeSet.of(3, 1), "tools").apply(READ).classes())
                .containsExactly("games", "tools", "10", "art");
        assertThat(READ.classes()).containsExactly("games", "tools");
        AttributedGraph bare = new GraphBuilder("bare", 3, false).build();
        assertThat(of(Map.of(1, "tool")).apply(bare).labels()).containsExactly(-1, 0, -1);
    }
}
