package innerloop.app.graphview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.colour.Theme;
import innerloop.scene.SceneModel.Caption;
import innerloop.scene.Scenery;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Numbers at the edges of a node.
class EdgeNumbersTest {

    private static final EdgeNumbers NUMBERS =
            new EdgeNumbers(0, List.of(0, 1, 2), List.of(0.9, 0.2, 0.05));

    @Test
    void anEdgeIsTheWiderTheLargerItsNumbersAre() {
        List<Scenery.Links> links = NUMBERS.links(3, Theme.LIGHT);
        assertThat(links).hasSize(2);
        assertThat(links.get(0).to()).containsExactly(2);
        assertThat(links.get(1).to()).containsExactly(1);
        assertThat(links.get(1).width()).isGreaterThan(links.get(0).width());
        assertThat(links).allMatch(line -> line.dash() == 0);
    }

    @Test
    void theNumbersStandInTheMiddleOfTheirEdges() {
        List<Caption> captions = NUMBERS.captions(new float[] {0, 0, 4, 2, 0, -6}, Theme.LIGHT);
        assertThat(captions.stream().map(Caption::text)).containsExactly("0.200", "0.050");
        assertThat(captions.get(0).x()).isEqualTo(2);
        assertThat(captions.get(1).y()).isEqualTo(-3);
    }

    @Test
    void nodesThatAreNotThereHaveNoEdges() {
        assertThat(NUMBERS.links(2, Theme.LIGHT)).hasSize(1);
        assertThat(EdgeNumbers.NONE.links(3, Theme.LIGHT)).isEmpty();
        assertThatThrownBy(() -> new EdgeNumbers(0, List.of(1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
