package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.episode.FewShot;
import innerloop.episode.Lanes;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;
import innerloop.math.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Suggests a split.
public final class SplitAdvice {

    private static final int LEARNED_PER_CLASS = 20;
    private static final int MOST_VALIDATION = 500;
    private static final int MOST_TEST = 1000;

    private SplitAdvice() {}

    /// Assigns at random what an episode can use; the same seed assigns the same.
    ///
    /// Classes: from three times `ways` on a quarter each is novel and validation, but at least `ways`; from twice on novel
    /// has `ways`, base the rest, and there is no validation; below that base and novel share. Regions and member graphs: a
    /// fifth each is novel and validation; of fewer than three the last is novel.
    static Lanes random(Split split, AttributedGraph graph, FewShot drawing, long seed) {
        List<String> usable = shuffled(new SplitItems(split, drawing, graph).usable(), seed);
        return split.kind() == Split.Kind.CLASSES ? classes(usable, drawing.ways()) : areas(usable);
    }

    /// The same for a split by classes.
    public static Lanes random(AttributedGraph graph, FewShot drawing, long seed) {
        return random(Split.empty(), graph, drawing, seed);
    }

    /// A region for each lane, with nodes of all classes: of each class 20 to learn from, or a third of a small class; of the
    /// others up to 500 for validation, or a third of few, and up to 1000 for the test. These are the sizes of the usual split of
    /// citation graphs (Yang et al. 2016). The same seed draws the same.
    static Split heldOutNodes(AttributedGraph graph, Split split, long seed) {
        SplittableRandom random = new Seed(seed).stream(Seed.Purpose.SPLIT, 0);
        List<Integer> base = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        for (int c = 0; c < graph.classes().size(); c++) {
            int wanted = c;
            List<Integer> nodes =
                    mixed(
                            IntStream.range(0, graph.nodes())
                                    .filter(i -> graph.labels()[i] == wanted)
                                    .boxed()
                                    .toList(),
                            random);
            int learned = Math.min(LEARNED_PER_CLASS, Math.ceilDiv(nodes.size(), 3));
            base.addAll(nodes.subList(0, learned));
            rest.addAll(nodes.subList(learned, nodes.size()));
        }
        rest = mixed(rest, random);
        int validation = Math.min(MOST_VALIDATION, rest.size() / 3);
        int test = Math.min(MOST_TEST, rest.size() - validation);
        List<Region> regions = new ArrayList<>();
        regions.add(region("base", base));
        regions.add(region("validation", rest.subList(0, validation)));
        regions.add(region("novel", rest.subList(validation, validation + test)));
        regions.removeIf(region -> region.nodes().isEmpty());
        List<String> names = regions.stream().map(Region::name).toList();
        return split.withKind(Split.Kind.REGIONS)
                .withRegions(regions)
                .withLanes(
                        new Lanes(
                                names.subList(0, 1),
                                names.size() < 3 ? List.of() : names.subList(1, 2),
                                names.subList(names.size() - 1, names.size())));
    }

    private static Region region(String lane, List<Integer> nodes) {
        return new Region(Messages.get("region.lane." + lane), nodes);
    }

    private static Lanes classes(List<String> usable, int ways) {
        int count = usable.size();
        int novel =
                count >= 2 * ways
                        ? (count >= 3 * ways ? Math.max(ways, count / 4) : ways)
                        : count / 2;
        return lanes(usable, count >= 3 * ways ? Math.max(ways, count / 4) : 0, novel);
    }

    private static Lanes areas(List<String> usable) {
        int count = usable.size();
        int novel = count < 2 ? 0 : Math.max(1, count / 5);
        return lanes(usable, count < 3 ? 0 : Math.max(1, count / 5), novel);
    }

    private static Lanes lanes(List<String> names, int validation, int novel) {
        int base = names.size() - novel - validation;
        return new Lanes(
                names.subList(0, base),
                names.subList(base, base + validation),
                names.subList(base + validation, names.size()));
    }

    private static List<String> shuffled(List<String> classes, long seed) {
        return mixed(classes, new Seed(seed).stream(Seed.Purpose.SPLIT, 0));
    }

    private static <T> List<T> mixed(List<T> some, SplittableRandom random) {
        List<T> mixed = new ArrayList<>(some);
        for (int i = mixed.size() - 1; i > 0; i--) {
            T moved = mixed.set(random.nextInt(i + 1), mixed.get(i));
            mixed.set(i, moved);
        }
        return mixed;
    }
}
