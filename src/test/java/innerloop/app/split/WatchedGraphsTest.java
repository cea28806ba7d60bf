package innerloop.app.split;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.split.WatchedGraphs.Member;
import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.episode.Unit;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.nn.Answers;
import innerloop.projection.Directions;
import innerloop.projection.PlaneAndSpace;
import innerloop.training.ClassPredictions;
import innerloop.training.Moment;
import innerloop.training.Observation;
import innerloop.training.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchedGraphsTest {

    /// Four member graphs of two nodes each.
    private static final AttributedGraph GRAPH =
            new GraphBuilder("small", 8, false)
                    .members(new int[] {0, 0, 1, 1, 2, 2, 3, 3})
                    .memberLabels(List.of("ring", "star", "ring", "star"))
                    .build()
                    .withLabelsOfMembers();

    private static Examples examples(Unit unit, int... numbers) {
        return new Examples(
                unit.targets(GRAPH, numbers),
                new Answers.Slots(new int[] {1, 0}, new int[] {0, 1}));
    }

    private static Episode episode(Unit unit) {
        return new Episode(Optional.of(examples(unit, 1, 0)), examples(unit, 3, 2));
    }

    private static Observation seen(int... predicted) {
        return new Observation(
                Moment.after(7),
                0,
                0,
                new PlaneAndSpace.Picture(
                        new float[8], new float[12], 1, 1, Directions.NONE, Directions.NONE),
                Optional.empty(),
                2,
                List.of(0, 1),
                GRAPH.classes(),
                Outcome.of(
                        Unit.MEMBER_GRAPH.all(GRAPH),
                        new ClassPredictions(predicted, new float[4], new float[4]),
                        8),
                Optional.empty(),
                0.5);
    }

    @Test
    void theGraphsOfTheEpisodeStandByClassWithWhatIsSaidOfThem() {
        WatchedGraphs watched =
                WatchedGraphs.of(GRAPH, episode(Unit.MEMBER_GRAPH), seen(0, 1, 1, 1)).orElseThrow();
        assertThat(watched.slots())
                .containsExactly(
                        new WatchedGraphs.Slot(
                                "star",
                                1,
                                List.of(new Member(1, 1, 1, "star")),
                                List.of(new Member(3, 1, 1, "star"))),
                        new WatchedGraphs.Slot(
                                "ring",
                                0,
                                List.of(new Member(0, 0, 0, "ring")),
                                List.of(new Member(2, 0, 1, "star"))));
        assertThat(watched.members().stream().filter(Member::isWrong).map(Member::number))
                .containsExactly(2);
        assertThat(watched.right()).isEqualTo(1);
        assertThat(watched.queries()).isEqualTo(2);
        assertThat(watched.step()).isEqualTo(7);
    }

    @Test
    void nothingIsSaidBeforeTheFirstPicture() {
        WatchedGraphs watched =
                WatchedGraphs.of(GRAPH, episode(Unit.MEMBER_GRAPH), null).orElseThrow();
        assertThat(watched.step()).isEqualTo(-1);
        assertThat(watched.right()).isZero();
        assertThat(watched.members()).noneMatch(Member::isWrong);
        assertThat(
                        watched.isOf(
                                WatchedGraphs.of(
                                                GRAPH, episode(Unit.MEMBER_GRAPH), seen(0, 0, 0, 0))
                                        .orElseThrow()))
                .isTrue();
    }

    @Test
    void anEpisodeOfNodesHasNone() {
        assertThat(WatchedGraphs.of(GRAPH, episode(Unit.NODE), null)).isEmpty();
    }
}
