package innerloop.experiment;

import innerloop.episode.Lanes;
import innerloop.episode.Task;
import innerloop.graph.AttributedGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Cross-validation over classes: every set of `ways` classes is the novel lane once, all other classes are the base
/// lane. A score on one set says little, because sets differ more than methods do.
public final class ClassFolds {

    private static final int MOST = 1_000;

    private ClassFolds() {}

    /// One fold.
    ///
    /// @param novel its novel classes
    /// @param record its run
    public record Fold(List<String> novel, RunRecord record) {}

    /// The split of every fold, in the order of the graph's classes. Classes that are too small for an episode are in
    /// no lane.
    ///
    /// @throws InputException if there are too few classes, or more than 1,000 sets of them
    public static List<Lanes> splits(AttributedGraph graph, Task task) throws InputException {
        int[] sizes = graph.classSizes();
        List<String> usable = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            if (sizes[c] >= task.nodesPerClass()) {
                usable.add(graph.classes().get(c));
            }
        }
        if (usable.size() < 2 * task.ways()) {
            throw new InputException(
                    "%d-way folds need %d classes of at least %d nodes, the graph has %d"
                            .formatted(
                                    task.ways(),
                                    2 * task.ways(),
                                    task.nodesPerClass(),
                                    usable.size()),
                    "task.ways",
                    "lower task.ways, task.shots or task.queries");
        }
        List<Lanes> splits = new ArrayList<>();
        choose(usable, 0, task.ways(), new ArrayList<>(), splits);
        if (splits.size() > MOST) {
            throw new InputException(
                    "more than %d sets of %d out of %d classes"
                            .formatted(MOST, task.ways(), usable.size()),
                    "task.ways",
                    "lower task.ways");
        }
        return splits;
    }

    private static void choose(
            List<String> from, int next, int more, List<String> chosen, List<Lanes> splits) {
        if (splits.size() > MOST) {
            return;
        }
        if (more == 0) {
            List<String> base = from.stream().filter(c -> !chosen.contains(c)).toList();
            splits.add(new Lanes(base, List.of(), List.copyOf(chosen)));
            return;
        }
        for (int i = next; i <= from.size() - more; i++) {
            chosen.add(from.get(i));
            choose(from, i + 1, more - 1, chosen, splits);
            chosen.removeLast();
        }
    }

    /// The mean over folds, with the interval of the fold means: 1.96 · sd / √folds.
    public static Score mean(List<Fold> folds, ToDoubleFunction<RunRecord> score) {
        return Score.of(folds.stream().map(Fold::record).mapToDouble(score).toArray());
    }
}
