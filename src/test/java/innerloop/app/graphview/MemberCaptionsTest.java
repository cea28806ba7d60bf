package innerloop.app.graphview;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.scene.SceneModel.Caption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemberCaptionsTest {

    @Test
    void everyMemberGraphHasItsNumberUntilThereAreTooMany() {
        assertThat(numbers(1)).isEmpty();
        assertThat(numbers(200)).hasSize(200).startsWith("0", "1", "2");
        assertThat(numbers(201)).hasSize(101).startsWith("0", "2", "4").endsWith("200");
        assertThat(numbers(1000)).hasSize(200).startsWith("0", "5", "10");
    }

    @Test
    void withoutPlacesThereAreNone() {
        assertThat(MemberCaptions.of(collection(3), new float[0], Theme.LIGHT)).isEmpty();
        float[] unknown = {Float.NaN, 0, 1, 1, 2, 2};
        assertThat(MemberCaptions.of(collection(3), unknown, Theme.LIGHT))
                .extracting(Caption::text)
                .containsExactly("1", "2");
    }

    private static List<String> numbers(int members) {
        return MemberCaptions.of(collection(members), new float[2 * members], Theme.LIGHT).stream()
                .map(Caption::text)
                .toList();
    }

    /// As many member graphs of a node each.
    private static AttributedGraph collection(int members) {
        return new GraphBuilder("many", members, false)
                .members(IntStream.range(0, members).toArray())
                .build();
    }
}
