package innerloop.task;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.EpisodeParts;
import innerloop.episode.Episode;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import org.junit.jupiter.api.Test;

class LabelPropagationTest {

    /// Two paths, 0–1–2 and 3–4–5, and node 6 alone.
    private static final AttributedGraph GRAPH =
            new GraphBuilder("paths", 7, false).edge(0, 1).edge(1, 2).edge(3, 4).edge(4, 5).build();

    @Test
    void labelsReachTheirOwnComponent() {
        assertThat(accuracy(new int[] {2, 5}, new int[] {0, 1})).isEqualTo(1);
        assertThat(accuracy(new int[] {2, 5}, new int[] {1, 0})).isEqualTo(0);
    }

    @Test
    void aNodeNoLabelReachesCountsAsAGuess() {
        assertThat(accuracy(new int[] {6, 5}, new int[] {0, 1})).isEqualTo(0.75);
    }

    private static double accuracy(int[] query, int[] slots) {
        Episode episode =
                EpisodeParts.episode(
                        new int[] {0, 1}, new int[] {0, 3}, query, new int[] {0, 1}, slots);
        return new LabelPropagation(GRAPH).of(episode);
    }
}
