package innerloop.scene;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.select.NodeSet;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// A scene's SVG has what is seen, where it is seen.
class SceneSvgTest {

    private static final Viewport VIEW = new Viewport(50, 50, 1, 100, 100);
    private static final int RED = Theme.LIGHT.colour(Colour.CLASS_2);

    private static Document parsed(SceneModel scene) throws Exception {
        String svg = SceneSvg.of(scene, VIEW, List.of());
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> all(Document svg, String name) {
        List<Element> found = new ArrayList<>();
        for (int k = 0; k < svg.getElementsByTagName(name).getLength(); k++) {
            found.add((Element) svg.getElementsByTagName(name).item(k));
        }
        return found;
    }

    private static SceneModel scene(float[] xy, NodeShape shape, boolean wrong, EdgeList edges) {
        int n = xy.length / 2;
        byte[] shapes = new byte[n];
        boolean[] mark = new boolean[n];
        int[] colour = new int[n];
        for (int i = 0; i < n; i++) {
            shapes[i] = shape.code();
            mark[i] = wrong;
            colour[i] = RED;
        }
        return new SceneModel(
                xy,
                new NodeLook(colour, shapes, new byte[n], mark, new float[0]),
                edges,
                Theme.LIGHT);
    }

    @Test
    void aDiscStandsWhereItsNodeIsAndWhatIsOutsideIsLeftOut() throws Exception {
        float[] xy = {30, 40, Float.NaN, 10, 1000, 1000};
        Document svg = parsed(scene(xy, NodeShape.DISC, false, EdgeList.NONE));
        List<Element> circles = all(svg, "circle");
        // The ground around the node, then the node.
        assertThat(circles).hasSize(2);
        Element disc = circles.getLast();
        assertThat(disc.getAttribute("cx")).isEqualTo("30");
        assertThat(disc.getAttribute("cy")).isEqualTo("40");
        assertThat(disc.getAttribute("r")).isEqualTo("5");
        assertThat(disc.getAttribute("fill")).isEqualTo(Theme.web(RED));
        assertThat(circles.getFirst().getAttribute("stroke"))
                .isEqualTo(Theme.web(Theme.LIGHT.colour(Colour.PANEL)));
    }

    @Test
    void aWrongTriangleHasItsCornersItsRingAndItsCross() throws Exception {
        Document svg = parsed(scene(new float[] {50, 50}, NodeShape.TRIANGLE, true, EdgeList.NONE));
        List<Element> paths = all(svg, "path");
        assertThat(paths).hasSize(3);
        String d = paths.get(1).getAttribute("d");
        assertThat(d).startsWith("M50 ").endsWith("Z");
        // All corners of the shape are where the painter's distance is zero.
        double[] corners = NodeShape.TRIANGLE.corners(10);
        for (int k = 0; k < corners.length; k += 2) {
            assertThat(NodeShape.TRIANGLE.distance(corners[k], corners[k + 1], 10))
                    .isBetween(-1e-9, 1e-9);
        }
        assertThat(all(svg, "circle"))
                .extracting(c -> c.getAttribute("stroke"))
                .containsExactly(
                        Theme.web(Theme.LIGHT.colour(Colour.PANEL)),
                        Theme.web(Theme.LIGHT.colour(Colour.WRONG)));
    }

    @Test
    void edgesEndAtTheirNodesAndADirectedOneHasAnArrow() throws Exception {
        float[] xy = {10, 50, 90, 50};
        int[] from = {0};
        int[] to = {1};
        Document plain = parsed(scene(xy, NodeShape.DISC, false, new EdgeList(from, to)));
        assertThat(all(plain, "path"))
                .extracting(p -> p.getAttribute("d"))
                .containsExactly("M10 50L90 50");
        Document directed =
                parsed(
                        scene(
                                xy,
                                NodeShape.DISC,
                                false,
                                new EdgeList(from, to, new float[0], true)));
        assertThat(all(directed, "path"))
                .extracting(p -> p.getAttribute("d"))
                .contains("M10 50L90 50", "M84 50L78 53", "M84 50L78 47")
                .hasSize(3);
    }

    @Test
    void wordsAreTextAndTheSelectionHasItsRing() throws Exception {
        SceneModel scene =
                scene(new float[] {20, 20, 80, 80}, NodeShape.DISC, false, EdgeList.NONE)
                        .withLabels(List.of("a < b & c", "d"), new int[] {0, 1})
                        .withFocus(
                                new Focus(1, -1, NodeSet.where(2, i -> i == 1), NodeSet.none(2)));
        Document svg = parsed(scene);
        assertThat(all(svg, "text")).extracting(Element::getTextContent).contains("a < b & c");
        String accent = Theme.web(Theme.LIGHT.colour(Colour.ACCENT));
        assertThat(all(svg, "circle"))
                .filteredOn(c -> c.getAttribute("stroke").equals(accent))
                .hasSize(2)
                .allSatisfy(c -> assertThat(c.getAttribute("cx")).isEqualTo("80"));
    }

    @Test
    void aNodeThatChangedItsMindHasARingOfItsOwn() throws Exception {
        Focus changed = new Focus(-1, -1, NodeSet.none(2), NodeSet.of(2, 0));
        Document svg =
                parsed(
                        scene(new float[] {20, 20, 80, 80}, NodeShape.DISC, true, EdgeList.NONE)
                                .withFocus(changed));
        String colour = Theme.web(Theme.LIGHT.colour(Colour.CHANGED));
        assertThat(all(svg, "circle"))
                .filteredOn(c -> c.getAttribute("stroke").equals(colour))
                .hasSize(1)
                .allSatisfy(c -> assertThat(c.getAttribute("cx")).isEqualTo("20"));
    }

    @Test
    void groundAndStarsAreBelowAndAboveTheNodes() throws Exception {
        SceneModel scene =
                scene(new float[] {50, 50}, NodeShape.DISC, false, EdgeList.NONE)
                        .withLayers(
                                new Scenery(
                                        Optional.of(
                                                new Shading(
                                                        new Bounds2(0, 0, 100, 100),
                                                        2,
                                                        2,
                                                        new int[] {0x40400000, 0, 0, 0})),
                                        List.of(
                                                new Scenery.Area(
                                                        new double[] {10, 10, 90, 10, 50, 90},
                                                        RED)),
                                        List.of(new Scenery.Landmark(50, 50, RED)),
                                        List.of(),
                                        List.of(new Scenery.Arrow(10, 20, 60, 20, 2, RED))));
        String svg = SceneSvg.of(scene, VIEW, List.of());
        assertThat(svg)
                .contains(
                        "<rect x=\"0\" y=\"0\" width=\"50\" height=\"50\" fill=\"#FF0000\""
                                + " fill-opacity=\"0.25\"/>");
        assertThat(svg.indexOf("M10 10L90 10L50 90Z"))
                .isPositive()
                .isLessThan(svg.indexOf("<circle"));
        assertThat(svg.lastIndexOf("M50 40L")).isGreaterThan(svg.lastIndexOf("<circle"));
    }
}
