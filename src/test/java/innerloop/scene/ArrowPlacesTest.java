package innerloop.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.projection.Directions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrowPlacesTest {

    private static final float[] PLANE = {1, 2, -3, 0, Float.NaN, Float.NaN};
    private static final float[] SPACE = {1, 2, 3, -3, 0, 1};

    /// The picture's x is the space's third coordinate, its y the first one backwards.
    private static final Directions FLAT =
            new Directions(List.of(new double[] {0, 0, 1}, new double[] {-1, 0, 0}));

    private static final Directions DEEP =
            new Directions(
                    List.of(
                            new double[] {1, 0, 0},
                            new double[] {0, 1, 0},
                            new double[] {0, 0, 1}));

    private static final VectorArrow PULL =
            new VectorArrow(0, new double[] {0.01, 5, 0.02}, VectorArrow.Kind.PULL);
    private static final VectorArrow SUM =
            new VectorArrow(0, new double[] {0.03, 0, 0.04}, VectorArrow.Kind.BOTH);
    private static final VectorArrow SAMPLE =
            new VectorArrow(1, new double[] {0.5, 0, 0.25}, VectorArrow.Kind.SAMPLE);

    private static EmbeddedNodes nodes(float[] positions, int dimensions, Directions directions) {
        int count = positions.length / dimensions;
        return new EmbeddedNodes(
                positions,
                dimensions,
                List.of(),
                new int[count],
                new int[count],
                new int[0],
                new int[0],
                new float[0],
                false,
                true,
                directions);
    }

    private static List<Scenery.Arrow> flat(ArrowPlaces places) {
        return places.at(PLANE, Orientation.FIRST, Theme.LIGHT);
    }

    @Test
    void pullsHaveOneFactorAndTheLongestItsShareOfThePicture() {
        ArrowPlaces places = new ArrowPlaces(nodes(PLANE, 2, FLAT), List.of(PULL, SUM), 4);
        // The sum is 0.05 long in the picture, which is 8 wide.
        assertThat(places.factor()).isCloseTo(0.3 * 8 / 0.05, within(1e-9));
        List<Scenery.Arrow> seen = flat(places);
        assertThat(seen).hasSize(2);
        for (int k = 0; k < 2; k++) {
            double[] vector = List.of(PULL, SUM).get(k).vector();
            Scenery.Arrow arrow = seen.get(k);
            assertThat(arrow.x()).isEqualTo(1);
            assertThat(arrow.y()).isEqualTo(2);
            assertThat(arrow.toX() - 1).isCloseTo(places.factor() * vector[2], within(1e-5));
            assertThat(arrow.toY() - 2).isCloseTo(places.factor() * -vector[0], within(1e-5));
        }
        assertThat(seen.getFirst().colour()).isEqualTo(Theme.LIGHT.colour(Colour.RIGHT));
    }

    @Test
    void aSampleIsAsFarAsItIs() {
        ArrowPlaces places = new ArrowPlaces(nodes(PLANE, 2, FLAT), List.of(SUM, SAMPLE), 4);
        Scenery.Arrow sample = flat(places).get(1);
        assertThat(sample.toX() - sample.x()).isCloseTo(0.25, within(1e-6));
        assertThat(sample.toY() - sample.y()).isCloseTo(-0.5, within(1e-6));
        assertThat(new ArrowPlaces(nodes(PLANE, 2, FLAT), List.of(SAMPLE), 4).factor())
                .isEqualTo(1);
    }

    @Test
    void inSpaceAnArrowIsSeenFromTheSameSideAsTheNodes() {
        ArrowPlaces places = new ArrowPlaces(nodes(SPACE, 3, DEEP), List.of(SUM), 4);
        Orientation from = new Orientation(0.7, 0.2);
        Scenery.Arrow arrow = places.at(SPACE, from, Theme.LIGHT).getFirst();
        float[] tip = {
            (float) (1 + places.factor() * 0.03), 2, (float) (3 + places.factor() * 0.04)
        };
        float[] begin = from.see(new float[] {1, 2, 3});
        float[] end = from.see(tip);
        assertThat(arrow.x()).isCloseTo(begin[0], within(1e-5));
        assertThat(arrow.y()).isCloseTo(begin[1], within(1e-5));
        assertThat(arrow.toX()).isCloseTo(end[0], within(1e-5));
        assertThat(arrow.toY()).isCloseTo(end[1], within(1e-5));
    }

    @Test
    void whatHasNoPlaceIsLeftOut() {
        VectorArrow nowhere = new VectorArrow(2, new double[3], VectorArrow.Kind.PUSH);
        VectorArrow beyond = new VectorArrow(9, new double[3], VectorArrow.Kind.PUSH);
        VectorArrow ofAnotherSpace = new VectorArrow(0, new double[2], VectorArrow.Kind.PUSH);
        List<VectorArrow> none = List.of(nowhere, beyond, ofAnotherSpace);
        assertThat(flat(new ArrowPlaces(nodes(PLANE, 2, FLAT), none, 4))).isEmpty();
        assertThat(flat(new ArrowPlaces(nodes(PLANE, 2, Directions.NONE), List.of(SUM), 4)))
                .isEmpty();
    }

    @Test
    void theyStayAsLongWhileNodesMoveAndGoWithTheirLayer() {
        EmbeddedNodes nodes = nodes(PLANE, 2, FLAT);
        float[] elsewhere = {7, 7, 9, 9, Float.NaN, Float.NaN};
        assertThat(lengths(nodes, PLANE)).isEqualTo(lengths(nodes, elsewhere));
        assertThat(scene(nodes, Set.of()).enlargement()).isEqualTo(1);
        assertThat(arrows(scene(nodes, Set.of()), PLANE)).isEmpty();
    }

    private static double lengths(EmbeddedNodes nodes, float[] positions) {
        Scenery.Arrow arrow =
                arrows(scene(nodes, Set.of(EmbeddingLayer.FORCES)), positions).getFirst();
        return Math.rint(1e4 * Math.hypot(arrow.toX() - arrow.x(), arrow.toY() - arrow.y()));
    }

    private static EmbeddingScene scene(EmbeddedNodes nodes, Set<EmbeddingLayer> layers) {
        EmbeddingStyle style = new EmbeddingStyle(Theme.LIGHT, List.of(), -1, layers);
        return new EmbeddingScene(nodes, style.withArrows(List.of(SUM)));
    }

    private static List<Scenery.Arrow> arrows(EmbeddingScene scene, float[] positions) {
        return scene.at(positions, Orientation.FIRST).scene().layers().arrows();
    }
}
