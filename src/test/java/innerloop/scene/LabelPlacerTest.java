package innerloop.scene;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.colour.Theme;
import innerloop.scene.LabelPlacer.Placed;
import innerloop.scene.SceneModel.Caption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Words on a picture of many nodes that all want one.
class LabelPlacerTest {

    private static final Viewport VIEW = new Viewport(200, 150, 1, 400, 300);
    private static final int ROW = 12;

    /// A grid of nodes that fills the picture, with captions among them.
    private static SceneModel scene() {
        int n = ROW * ROW;
        float[] xy = new float[2 * n];
        for (int i = 0; i < n; i++) {
            xy[2 * i] = 20 + 33 * (i % ROW);
            xy[2 * i + 1] = 15 + 25 * (i / ROW);
        }
        List<Caption> captions = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            captions.add(new Caption("member " + k, 30 + 9 * k, 290 - 2 * k, 0xFF000000));
        }
        return SceneModel.plain(xy, new int[n], EdgeList.NONE, Theme.LIGHT)
                .withRadius(2, 0)
                .withLabels(
                        IntStream.range(0, n).mapToObj(i -> "node " + i).toList(),
                        IntStream.range(0, n).toArray())
                .withCaptions(captions);
    }

    private static boolean meet(
            Placed label, double left, double top, double right, double bottom) {
        // A cautious estimate of what the words take.
        double width = 0.5 * LabelPlacer.FONT * label.text().length();
        return label.x() < right
                && label.x() + width > left
                && label.baseline() - LabelPlacer.FONT < bottom
                && label.baseline() > top;
    }

    @Test
    void wordsDoNotLieOverEachOther() {
        List<Placed> placed = LabelPlacer.place(scene(), VIEW, List.of());
        assertThat(placed).hasSizeGreaterThan(10);
        for (int a = 0; a < placed.size(); a++) {
            for (int b = 0; b < a; b++) {
                Placed one = placed.get(a);
                Placed other = placed.get(b);
                assertThat(
                                meet(
                                        one,
                                        other.x(),
                                        other.baseline() - LabelPlacer.FONT,
                                        other.x() + 0.5 * LabelPlacer.FONT * other.text().length(),
                                        other.baseline()))
                        .as("%s and %s", one, other)
                        .isFalse();
            }
        }
    }

    @Test
    void noWordsLieUnderTheSmallMap() {
        Bounds2 map = new Bounds2(258, 194, 390, 290);
        assertThat(LabelPlacer.place(scene(), VIEW, List.of()))
                .anyMatch(label -> meet(label, 258, 194, 390, 290));
        assertThat(LabelPlacer.place(scene(), VIEW, List.of(map)))
                .isNotEmpty()
                .noneMatch(label -> meet(label, 258, 194, 390, 290));
    }

    /// Otherwise it would be taken for the number of another member graph.
    @Test
    void theNumberOfAMemberGraphStandsBelowItOrNowhere() {
        SceneModel scene = scene();
        Caption clear = new Caption("7", 36, 28, 0xFF000000);
        Caption onNodes = new Caption("a long caption over nodes", 200, 40, 0xFF000000);
        assertThat(
                        LabelPlacer.place(
                                scene.withLabels(List.of(), new int[0])
                                        .withRadius(9, 0)
                                        .withCaptions(List.of(clear, onNodes)),
                                VIEW,
                                List.of()))
                .extracting(Placed::text)
                .containsExactly("7");
    }
}
