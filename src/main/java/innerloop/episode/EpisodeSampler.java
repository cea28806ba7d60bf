package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.math.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Draws episodes. Pure: the same seed, phase and index give the same episode, in any order and on any thread.
///
/// Classes, their order over the slots, and nodes are drawn uniformly without replacement; only classes with
/// at least shots + queries nodes take part.
public final class EpisodeSampler {

    private final Task task;
    private final Seed seed;
    private final int[][] nodesOfClass;
    private final int[][] usable = new int[Phase.values().length][];

    /// A sampler for this graph and split.
    public EpisodeSampler(AttributedGraph graph, Lanes lanes, Task task, Seed seed) {
        this.task = task;
        this.seed = seed;
        this.nodesOfClass = nodesOfClass(graph);
        for (Phase phase : Phase.values()) {
            usable[slot(phase)] = usable(graph, lanes.of(phase));
        }
    }

    private static int slot(Phase phase) {
        return switch (phase) {
            case TRAIN -> 0;
            case VALIDATION -> 1;
            case TEST -> 2;
        };
    }

    private static int[][] nodesOfClass(AttributedGraph graph) {
        int[] sizes = graph.classSizes();
        int[][] nodes = new int[sizes.length][];
        for (int c = 0; c < sizes.length; c++) {
            nodes[c] = new int[sizes[c]];
        }
        int[] next = new int[sizes.length];
        int[] labels = graph.labels();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                nodes[labels[i]][next[labels[i]]++] = i;
            }
        }
        return nodes;
    }

    private int[] usable(AttributedGraph graph, List<String> names) {
        return names.stream()
                .mapToInt(graph.classes()::indexOf)
                .filter(c -> c >= 0 && nodesOfClass[c].length >= task.nodesPerClass())
                .toArray();
    }

    /// How many classes of the phase are large enough to take part.
    public int usableClasses(Phase phase) {
        return usable[slot(phase)].length;
    }

    /// Whether the phase has enough classes for an episode.
    public boolean canSample(Phase phase) {
        return usableClasses(phase) >= task.ways();
    }

    /// The episode of this phase and index.
    public Episode sample(Phase phase, long index) {
        if (!canSample(phase)) {
            throw new IllegalStateException(
                    "%s has %d usable classes, an episode needs %d"
                            .formatted(phase, usable[slot(phase)].length, task.ways()));
        }
        SplittableRandom random = seed.stream(purpose(phase), index);
        int[] classes = draw(usable[slot(phase)], task.ways(), random);
        int[] support = new int[task.ways() * task.shots()];
        int[] query = new int[task.ways() * task.queries()];
        for (int slot = 0; slot < classes.length; slot++) {
            int[] nodes = draw(nodesOfClass[classes[slot]], task.nodesPerClass(), random);
            System.arraycopy(nodes, 0, support, slot * task.shots(), task.shots());
            System.arraycopy(nodes, task.shots(), query, slot * task.queries(), task.queries());
        }
        return Episode.of(classes, support, query);
    }

    /// A batch of base-class nodes as an episode without support: every usable class has its own slot; class and node
    /// are drawn uniformly, with replacement.
    public Episode batch(long index, int size) {
        SplittableRandom random = seed.stream(Seed.Purpose.BATCHES, index);
        int[] classes = usable[slot(Phase.TRAIN)];
        int[] nodes = new int[size];
        int[] slots = new int[size];
        for (int i = 0; i < size; i++) {
            slots[i] = random.nextInt(classes.length);
            int[] members = nodesOfClass[classes[slots[i]]];
            nodes[i] = members[random.nextInt(members.length)];
        }
        return new Episode(classes.clone(), new int[0], nodes, new int[0], slots);
    }

    private static Seed.Purpose purpose(Phase phase) {
        return switch (phase) {
            case TRAIN -> Seed.Purpose.TRAIN_EPISODES;
            case VALIDATION -> Seed.Purpose.VALIDATION_EPISODES;
            case TEST -> Seed.Purpose.TEST_EPISODES;
        };
    }

    /// The first `count` entries of a random permutation.
    private static int[] draw(int[] from, int count, SplittableRandom random) {
        int[] pool = from.clone();
        for (int k = 0; k < count; k++) {
            int pick = k + random.nextInt(pool.length - k);
            int swap = pool[k];
            pool[k] = pool[pick];
            pool[pick] = swap;
        }
        return Arrays.copyOf(pool, count);
    }
}
