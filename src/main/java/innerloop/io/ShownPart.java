package innerloop.io;

import innerloop.episode.Episode;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.scene.EdgeList;
import innerloop.training.Outcome;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The part of a graph that a page of bounded size shows: all of it, or of a large one a fair sample of nodes with those of the
/// episode, and of their edges.
///
/// @param nodes the nodes that are shown, ascending
/// @param points the points of the embedding that are, ascending
/// @param pointOf the place in `points` of each shown node; −1 for none
/// @param from one end of each shown edge, as a place in `nodes`
/// @param to the other end
/// @param edges how many edges there are between all nodes
/// @param directed whether edges lead somewhere
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record ShownPart(
        int[] nodes,
        int[] points,
        int[] pointOf,
        int[] from,
        int[] to,
        int edges,
        boolean directed) {

    /// With more of them a browser does not play smoothly.
    static final int MOST_NODES = 20_000;

    static final int MOST_EDGES = 60_000;

    static ShownPart of(AttributedGraph graph, Outcome outcome, Episode episode) {
        int[] nodes = nodes(graph.nodes(), episode);
        int[] points =
                Arrays.stream(nodes)
                        .map(outcome::exampleOf)
                        .filter(point -> point >= 0)
                        .sorted()
                        .distinct()
                        .toArray();
        int[] pointOf =
                Arrays.stream(nodes)
                        .map(outcome::exampleOf)
                        .map(point -> point < 0 ? -1 : Arrays.binarySearch(points, point))
                        .toArray();
        int[] placeOf = new int[graph.nodes()];
        Arrays.fill(placeOf, -1);
        for (int k = 0; k < nodes.length; k++) {
            placeOf[nodes[k]] = k;
        }
        EdgeList all = EdgeList.of(graph);
        // The order of an edge list is shuffled: its first ones are a fair sample.
        int[] shown =
                IntStream.range(0, all.size())
                        .filter(e -> placeOf[all.from()[e]] >= 0 && placeOf[all.to()[e]] >= 0)
                        .limit(MOST_EDGES)
                        .toArray();
        return new ShownPart(
                nodes,
                points,
                pointOf,
                Arrays.stream(shown).map(e -> placeOf[all.from()[e]]).toArray(),
                Arrays.stream(shown).map(e -> placeOf[all.to()[e]]).toArray(),
                all.size(),
                all.directed());
    }

    private static int[] nodes(int count, Episode episode) {
        if (count <= MOST_NODES) {
            return IntStream.range(0, count).toArray();
        }
        BitSet taken = new BitSet(count);
        Stream.concat(
                        episode.support().map(s -> s.targets()).stream(),
                        Stream.of(episode.query().targets()))
                .map(Targets::nodes)
                .flatMapToInt(Arrays::stream)
                .limit(MOST_NODES)
                .forEach(taken::set);
        SplittableRandom random = new SplittableRandom(1);
        int missing = MOST_NODES - taken.cardinality();
        while (missing > 0) {
            int node = random.nextInt(count);
            if (!taken.get(node)) {
                taken.set(node);
                missing--;
            }
        }
        return taken.stream().toArray();
    }

    /// The places in `points` of some targets that are shown.
    int[] pointsOf(Outcome outcome, Targets targets) {
        return Arrays.stream(outcome.examplesOf(targets))
                .map(point -> Arrays.binarySearch(points, point))
                .filter(place -> place >= 0)
                .toArray();
    }
}
