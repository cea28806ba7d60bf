package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.episode.Unit;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    /// Three member graphs, the second one without nodes.
    private static final AttributedGraph GRAPH =
            new GraphBuilder("small", 5, false)
                    .members(new int[] {0, 2, 2, 0, 2})
                    .memberLabels(List.of("ring", "star", "star"))
                    .build()
                    .withLabelsOfMembers();

    private static final ClassPredictions SAID =
            new ClassPredictions(
                    new int[] {1, 0}, new float[] {0.9f, 0.6f}, new float[] {2.3f, 0.9f});

    @Test
    void everyNodeTakesWhatIsSaidOfItsMemberGraph() {
        Outcome outcome = Outcome.of(Unit.MEMBER_GRAPH.all(GRAPH), SAID, 5);
        assertThat(outcome.examples().predicted()).containsExactly(1, 0);
        assertThat(outcome.nodes().predicted()).containsExactly(1, 0, 0, 1, 0);
        assertThat(outcome.nodes().confidence()).containsExactly(0.9f, 0.6f, 0.6f, 0.9f, 0.6f);
        assertThat(outcome.nodes().loss()).containsExactly(2.3f, 0.9f, 0.9f, 2.3f, 0.9f);
        assertThat(outcome.exampleOf(4)).isEqualTo(1);
    }

    @Test
    void pointsHaveNumberAndClassOfTheirMemberGraph() {
        AttributedGraph points = Outcome.of(Unit.MEMBER_GRAPH.all(GRAPH), SAID, 5).points(GRAPH);
        assertThat(points.names()).containsExactly("0", "2");
        assertThat(points.labels()).containsExactly(0, 1);
        assertThat(points.classes()).containsExactly("ring", "star");
    }

    @Test
    void nodesAreTheirOwnPoints() {
        ClassPredictions said =
                new ClassPredictions(new int[] {0, 1, -1, 0, 1}, new float[5], new float[5]);
        Outcome outcome = Outcome.of(Unit.NODE.all(GRAPH), said, 5);
        assertThat(outcome.points(GRAPH)).isSameAs(GRAPH);
        assertThat(outcome.nodes()).isSameAs(outcome.examples());
        assertThat(outcome.exampleOf(3)).isEqualTo(3);
        assertThat(outcome.exampleOf(5)).isEqualTo(-1);
    }

    @Test
    void predictionsFollowTheirClasses() {
        Outcome outcome =
                Outcome.of(Unit.MEMBER_GRAPH.all(GRAPH), SAID, 5).renumbered(new int[] {-1, 0});
        assertThat(outcome.examples().predicted()).containsExactly(0, -1);
        assertThat(outcome.nodes().predicted()).containsExactly(0, -1, -1, 0, -1);
    }
}
