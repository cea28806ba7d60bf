package innerloop.app.graphview;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.scene.SceneModel.Caption;
import innerloop.scene.Scenery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Numbers of the edges between a node and its neighbours. An edge is drawn the wider the larger its number is.
///
/// @param centre the node
/// @param neighbours the other ends; the centre may be among them, and has no edge to itself then
/// @param numbers of each edge
public record EdgeNumbers(int centre, List<Integer> neighbours, List<Double> numbers) {

    /// No numbers.
    public static final EdgeNumbers NONE = new EdgeNumbers(-1, List.of(), List.of());

    /// More would hide each other.
    private static final int MOST_WORDS = 40;

    private static final int WIDTHS = 5;
    private static final double LEAST_WIDTH = 1.5;
    private static final double MORE_WIDTH = 1.5;

    /// Copies the lists.
    public EdgeNumbers {
        neighbours = List.copyOf(neighbours);
        numbers = List.copyOf(numbers);
        if (neighbours.size() != numbers.size()) {
            throw new IllegalArgumentException(
                    "numbers of %d edges for %d neighbours"
                            .formatted(numbers.size(), neighbours.size()));
        }
    }

    /// The places of the edges of a graph with this many nodes.
    private IntStream edges(int nodes) {
        return IntStream.range(0, neighbours.size())
                .filter(k ->
                        neighbours.get(k) != centre && centre < nodes && neighbours.get(k) < nodes);
    }

    private double size(int edge) {
        return Math.abs(numbers.get(edge));
    }

    /// The lines of a graph with this many nodes, thin ones first.
    List<Scenery.Links> links(int nodes, Theme theme) {
        double largest = edges(nodes).mapToDouble(this::size).max().orElse(0);
        List<Scenery.Links> links = new ArrayList<>();
        for (int width = 0; width < WIDTHS; width++) {
            int wanted = width;
            int[] these =
                    edges(nodes)
                            .filter(k ->
                                    (largest == 0
                                                    ? 0
                                                    : (int)
                                                            Math.round(
                                                                    (WIDTHS - 1)
                                                                            * size(k)
                                                                            / largest))
                                            == wanted)
                            .toArray();
            if (these.length > 0) {
                links.add(
                        new Scenery.Links(
                                IntStream.of(these).map(_ -> centre).toArray(),
                                IntStream.of(these).map(neighbours::get).toArray(),
                                0,
                                LEAST_WIDTH + MORE_WIDTH * width,
                                theme.colour(Colour.ACCENT)));
            }
        }
        return links;
    }

    /// The numbers in the middle of their edges.
    List<Caption> captions(float[] xy, Theme theme) {
        return edges(xy.length / 2).limit(MOST_WORDS).mapToObj(k -> caption(k, xy, theme)).toList();
    }

    private Caption caption(int edge, float[] xy, Theme theme) {
        int other = neighbours.get(edge);
        return new Caption(
                String.format(Locale.ROOT, "%.3f", numbers.get(edge)),
                (xy[2 * centre] + xy[2 * other]) / 2,
                (xy[2 * centre + 1] + xy[2 * other + 1]) / 2,
                theme.colour(Colour.TEXT));
    }
}
