package innerloop.app.recipe;

import innerloop.episode.Lanes;
import innerloop.episode.Task;
import innerloop.graph.AttributedGraph;
import innerloop.math.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Suggests a split.
public final class SplitAdvice {

    private SplitAdvice() {}

    /// A random assignment of the graph's classes, a pure function of its arguments.
    ///
    /// Classes with fewer than shots + queries nodes stay unused. With 3 × ways classes or more, a
    /// quarter each (at least `ways`) goes to validation and novel; with 2 × ways, novel gets
    /// `ways`, base the rest, and there is no validation; below that base and novel share.
    public static Lanes random(AttributedGraph graph, Task task, long seed) {
        List<String> usable = shuffled(usable(graph, task), seed);
        int count = usable.size();
        int ways = task.ways();
        int novel =
                count >= 2 * ways
                        ? (count >= 3 * ways ? Math.max(ways, count / 4) : ways)
                        : count / 2;
        int validation = count >= 3 * ways ? Math.max(ways, count / 4) : 0;
        int base = count - novel - validation;
        return new Lanes(
                usable.subList(0, base),
                usable.subList(base, base + validation),
                usable.subList(base + validation, count));
    }

    private static List<String> usable(AttributedGraph graph, Task task) {
        int[] sizes = graph.classSizes();
        List<String> usable = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            if (sizes[c] >= task.nodesPerClass()) {
                usable.add(graph.classes().get(c));
            }
        }
        return usable;
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
