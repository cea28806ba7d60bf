package innerloop.scene;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.colour.Theme;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EmbeddingSceneTest {

    private static final int[] CLASSES = {0, 0, 0, 1, 1, 1, -1};
    private static final int[] PREDICTED = {0, 0, 1, 1, 1, 1, -1};
    private static final float[] PLANE = {0, 0, 2, 0, 0, 3, 10, 10, 12, 10, 10, 13, 5, 5};
    private static final float[] SPACE = {
        0, 0, 1, 2, 0, 1, 0, 3, 1, 10, 10, 0, 12, 10, 0, 10, 13, 0, 5, 5, 5
    };

    private static EmbeddedNodes nodes(float[] positions, boolean linear) {
        int[] support = {0, 1, 3, 4};
        int[] query = {2, 5};
        int dimensions = positions.length / CLASSES.length;
        return new EmbeddedNodes(
                positions, dimensions, List.of(), CLASSES, PREDICTED, support, query, linear);
    }

    private static SceneModel scene(EmbeddedNodes nodes, int highlight) {
        EmbeddingStyle style =
                new EmbeddingStyle(
                        Theme.LIGHT,
                        List.of("left", "right"),
                        highlight,
                        Set.of(EmbeddingLayer.values()));
        return new EmbeddingScene(nodes, style)
                .at(nodes.positions(), new Orientation(0.3, 0.2))
                .scene();
    }

    @Test
    void aPrototypeIsTheMeanOfItsSupportNodes() {
        List<Scenery.Landmark> stars = scene(nodes(PLANE, true), -1).layers().landmarks();
        assertThat(stars).hasSize(2);
        assertThat(stars.get(0).x()).isEqualTo(1);
        assertThat(stars.get(0).y()).isEqualTo(0);
        assertThat(stars.get(1).x()).isEqualTo(11);
        assertThat(stars.get(1).y()).isEqualTo(10);
    }

    @Test
    void inSpaceItIsTheMeanOfWhereTheyAreSeen() {
        SceneModel scene = scene(nodes(SPACE, true), -1);
        Scenery.Landmark star = scene.layers().landmarks().getFirst();
        assertThat(star.x()).isCloseTo((scene.xy()[0] + scene.xy()[2]) / 2, Offset.offset(1e-6));
        assertThat(star.y()).isCloseTo((scene.xy()[1] + scene.xy()[3]) / 2, Offset.offset(1e-6));
        assertThat(scene.look().order()).hasSize(CLASSES.length);
    }

    @Test
    void whatMeansNothingIsNotShown() {
        assertThat(scene(nodes(PLANE, false), -1).layers().landmarks()).isEmpty();
        assertThat(scene(nodes(PLANE, true), -1).layers().shading()).isPresent();
        assertThat(scene(nodes(SPACE, true), -1).layers().shading()).isEmpty();
        assertThat(scene(nodes(PLANE, true), -1).layers().areas()).hasSize(2);
        assertThat(scene(nodes(PLANE, true), 1).layers().areas()).hasSize(1);
    }

    @Test
    void anEpisodeStandsOutAndAllOthersStepBack() {
        EmbeddedNodes usual = nodes(PLANE, true);
        assertThat(scene(usual, -1).look().emphasis()).containsOnly(SceneModel.NORMAL);
        EmbeddedNodes lit =
                new EmbeddedNodes(
                                PLANE,
                                2,
                                List.of(),
                                CLASSES,
                                PREDICTED,
                                new int[] {6},
                                new int[] {2},
                                true)
                        .lit(List.of(3, 1), new int[] {1, 1, 1, 1, 1, 1, 3});
        byte[] emphasis = scene(lit, -1).look().emphasis();
        for (int i = 0; i < emphasis.length; i++) {
            assertThat(emphasis[i])
                    .isEqualTo(i == 2 || i == 6 ? SceneModel.NORMAL : SceneModel.DIM);
        }
        assertThat(lit.classes()).containsExactly(-1, -1, 1, -1, -1, -1, 3);
        assertThat(lit.wrong()).containsOnly(false);
    }

    @Test
    void supportIsLargerAndWrongNodesAreMarked() {
        SceneModel scene = scene(nodes(PLANE, true), -1);
        assertThat(scene.look().sizeOf(0)).isGreaterThan(1.5f * scene.look().sizeOf(6));
        assertThat(scene.look().mark())
                .containsExactly(false, false, true, false, false, false, false);
        assertThat(scene.captions())
                .extracting(SceneModel.Caption::text)
                .containsExactly("left", "right");
    }

    @Test
    void theGroundHasTheColourOfThePredictionsNearby() {
        Shading ground = scene(nodes(PLANE, true), -1).layers().shading().orElseThrow();
        // Node 2 is of class 0 and predicted to be of class 1.
        assertHue(colourAt(ground, 0, 0), Theme.LIGHT.classColour(0));
        assertHue(colourAt(ground, 0, 3), Theme.LIGHT.classColour(1));
        assertThat(colourAt(ground, 5, 5) >>> 24).isLessThan(3);
    }

    private static int colourAt(Shading ground, double x, double y) {
        double column = (x - ground.bounds().minX()) / ground.bounds().width() * ground.columns();
        double row = (y - ground.bounds().minY()) / ground.bounds().height() * ground.rows();
        int cell = ground.columns() * (int) row + (int) column;
        return ground.argb()[cell];
    }

    private static void assertHue(int premultiplied, int wanted) {
        double alpha = (premultiplied >>> 24) / 255.0;
        assertThat(alpha).isGreaterThan(0.1);
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(((premultiplied >> shift) & 0xFF) / alpha)
                    .isCloseTo((wanted >> shift) & 0xFF, Offset.offset(8.0));
        }
    }
}
