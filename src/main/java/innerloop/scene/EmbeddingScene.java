package innerloop.scene;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.projection.ConvexHull;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Draws the same nodes again and again while they move or are turned; what does not depend on where they are is found out
/// once.
public final class EmbeddingScene {

    /// With more classes than this their names would only be in the way.
    static final int MOST_NAMES = 12;

    /// A hull goes around this share of a class: one node that strayed would draw it across the whole picture.
    private static final double HULL_SHARE = 0.9;

    /// Projections have outliers; the fitted view shows this share of the nodes.
    private static final double SHOWN = 0.98;

    /// Names stay so far from a star's middle, in pixels.
    private static final double NAME_GAP = Scenery.Landmark.RADIUS + 1;

    private final EmbeddedNodes nodes;
    private final EmbeddingStyle style;
    private final NodeLook look;
    private final List<Group> groups;
    private final Optional<Shading> shading;
    private final double reach;
    private final ArrowPlaces arrows;

    /// A class in play.
    ///
    /// @param core the nodes its hull goes around
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Group(int number, int[] nodes, int[] core, int[] support) {}

    /// A frame: what to draw and what of it a fitted view shows.
    public record Frame(SceneModel scene, Bounds2 whole) {}

    public EmbeddingScene(EmbeddedNodes nodes, EmbeddingStyle style) {
        this.nodes = nodes;
        this.style = style;
        this.look = look();
        this.groups = groups();
        this.shading =
                shows(EmbeddingLayer.REGIONS)
                        ? DecisionRegions.of(nodes, style.theme())
                        : Optional.empty();
        this.reach = nodes.dimensions() == 3 ? reach(nodes.positions()) : 0;
        this.arrows =
                new ArrowPlaces(
                        nodes, shows(EmbeddingLayer.FORCES) ? style.arrows() : List.of(), half());
    }

    private boolean shows(EmbeddingLayer layer) {
        return style.layers().contains(layer) && layer.isFor(nodes);
    }

    private NodeLook look() {
        int[] colour = new int[nodes.count()];
        byte[] emphasis = new byte[nodes.count()];
        boolean[] front = nodes.inFront();
        for (int i = 0; i < colour.length; i++) {
            int own = nodes.classes()[i];
            colour[i] =
                    nodes.shares().length > 0
                            ? style.theme().ramp(nodes.shares()[i])
                            : style.theme().classColour(own, nodes.ways());
            emphasis[i] = front[i] ? style.emphasis(i, own) : SceneModel.DIM;
        }
        return new NodeLook(colour, nodes.shapes(), emphasis, nodes.wrong(), nodes.sizes());
    }

    private List<Group> groups() {
        boolean hulls = shows(EmbeddingLayer.HULLS);
        boolean prototypes = shows(EmbeddingLayer.PROTOTYPES);
        List<Group> made = new ArrayList<>();
        for (int number : nodes.inPlay()) {
            int[] members = nodes.of(number);
            made.add(
                    new Group(
                            number,
                            members,
                            // Chosen where the nodes are at rest, so that the hull does not flicker
                            // while they are turned.
                            hulls && style.isInFront(number)
                                    ? ConvexHull.core(
                                            nodes.positions(),
                                            nodes.dimensions(),
                                            members,
                                            HULL_SHARE)
                                    : new int[0],
                            prototypes ? nodes.supportOf(number) : new int[0]));
        }
        return made;
    }

    /// How far from the origin nearly all nodes are: turned as one likes they stay inside.
    private static double reach(float[] xyz) {
        double[] distances = new double[xyz.length / 3];
        int placed = 0;
        for (int k = 0; k < xyz.length; k += 3) {
            double distance = Math.hypot(Math.hypot(xyz[k], xyz[k + 1]), xyz[k + 2]);
            if (Double.isFinite(distance)) {
                distances[placed++] = distance;
            }
        }
        Arrays.sort(distances, 0, placed);
        return placed == 0 ? 1 : Math.max(distances[(int) (SHOWN * (placed - 1))], 1e-6);
    }

    /// The nodes at these positions.
    ///
    /// @param positions as many numbers as the nodes have
    /// @param from where they are seen from, if they are in space
    public Frame at(float[] positions, Orientation from) {
        if (nodes.dimensions() == 2) {
            Bounds2 whole = Bounds2.ofMost(positions, SHOWN);
            return new Frame(scene(positions, look, positions, from), whole);
        }
        Depth depth = Depth.of(from.see(positions), reach);
        return new Frame(
                scene(
                        depth.xy(),
                        depth.deepen(look, style.theme().colour(Colour.PANEL)),
                        positions,
                        from),
                new Bounds2(-reach, -reach, reach, reach));
    }

    /// Half the width of what is seen while the nodes are at rest.
    private double half() {
        if (nodes.dimensions() == 3) {
            return reach;
        }
        Bounds2 whole = Bounds2.ofMost(nodes.positions(), SHOWN);
        return Math.min(whole.width(), whole.height()) / 2;
    }

    /// By how much the pulls and pushes are drawn longer than they are; 1 without any.
    public double enlargement() {
        return arrows.factor();
    }

    /// @param xy where the nodes are seen
    /// @param positions where they are
    private SceneModel scene(float[] xy, NodeLook seen, float[] positions, Orientation from) {
        Theme theme = style.theme();
        boolean named = !style.names().isEmpty() && groups.size() <= MOST_NAMES;
        List<Scenery.Area> areas = new ArrayList<>();
        List<Scenery.Landmark> landmarks = new ArrayList<>();
        List<SceneModel.Caption> captions = new ArrayList<>();
        for (Group group : groups) {
            int colour = theme.classColour(group.number(), nodes.ways());
            int dark = Theme.mix(colour, theme.colour(Colour.TEXT), 0.6);
            if (group.core().length > 0) {
                areas.add(new Scenery.Area(ConvexHull.around(xy, group.core()), colour));
            }
            double[] prototype = mean(xy, group.support());
            boolean marked = prototype.length > 0 && style.isInFront(group.number());
            if (marked) {
                landmarks.add(
                        new Scenery.Landmark(
                                prototype[0],
                                prototype[1],
                                Theme.mix(colour, theme.colour(Colour.TEXT), 0.4)));
            }
            double[] place = marked ? prototype : mean(xy, group.nodes());
            if (named && group.number() < style.names().size() && place.length > 0) {
                captions.add(
                        new SceneModel.Caption(
                                style.names().get(group.number()),
                                place[0],
                                place[1],
                                marked ? NAME_GAP : 0,
                                dark));
            }
        }
        return new SceneModel(xy, seen, EdgeList.NONE, theme)
                .withCaptions(captions)
                .withLayers(
                        new Scenery(
                                shading,
                                areas,
                                landmarks,
                                List.of(),
                                arrows.at(positions, from, theme)));
    }

    /// The mean of nodes that have a place; nothing if there are none.
    private static double[] mean(float[] xy, int[] some) {
        double x = 0;
        double y = 0;
        int count = 0;
        for (int i : some) {
            if (Float.isFinite(xy[2 * i]) && Float.isFinite(xy[2 * i + 1])) {
                x += xy[2 * i];
                y += xy[2 * i + 1];
                count++;
            }
        }
        return count == 0 ? new double[0] : new double[] {x / count, y / count};
    }
}
