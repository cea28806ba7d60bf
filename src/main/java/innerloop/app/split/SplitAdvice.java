package innerloop.app.split;

import innerloop.episode.FewShot;
import innerloop.episode.Lanes;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;
import innerloop.math.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Suggests a split.
public final class SplitAdvice {

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
        SplittableRandom random = new Seed(seed).stream(Seed.Purpose.SPLIT, 0);
        List<String> mixed = new ArrayList<>(classes);
        for (int i = mixed.size() - 1; i > 0; i--) {
            String moved = mixed.set(random.nextInt(i + 1), mixed.get(i));
            mixed.set(i, moved);
        }
        return mixed;
    }
}
