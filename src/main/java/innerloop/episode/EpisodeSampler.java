package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.math.Seed;
import innerloop.nn.Answers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/// Draws episodes. Pure: the same seed, phase and index give the same episode, in any order and on any thread.
///
/// An episode is drawn from one [Area] of its phase, uniformly among those that have enough classes. Classes, their order
/// over the slots, and nodes are drawn uniformly without replacement; only classes with at least shots + queries nodes in
/// the area take part.
public final class EpisodeSampler {

    private final Task task;
    private final Seed seed;
    private final Map<Phase, Supply> supplies = new EnumMap<>(Phase.class);

    /// What a phase can draw from.
    ///
    /// @param areas those with enough classes
    /// @param classes those that can be in an episode
    /// @param nodes the nodes of each of these classes that can be
    private record Supply(List<Area> areas, int[] classes, int[][] nodes) {}

    /// A sampler for this graph and split.
    public EpisodeSampler(AttributedGraph graph, Split split, Task task, Seed seed) {
        this.task = task;
        this.seed = seed;
        for (Phase phase : Phase.values()) {
            supplies.put(phase, supply(Area.of(graph, split, phase)));
        }
    }

    private Supply supply(List<Area> all) {
        List<Area> areas = all.stream().filter(area -> area.fits(task)).toList();
        // Areas may overlap, so nodes are collected as sets.
        Map<Integer, BitSet> nodes = new LinkedHashMap<>();
        for (Area area : areas) {
            for (int c : area.classes(task.nodesPerClass())) {
                BitSet ofClass = nodes.computeIfAbsent(c, _ -> new BitSet());
                for (int node : area.nodes(c)) {
                    ofClass.set(node);
                }
            }
        }
        return new Supply(
                areas,
                nodes.keySet().stream().mapToInt(Integer::intValue).toArray(),
                nodes.values().stream().map(set -> set.stream().toArray()).toArray(int[][]::new));
    }

    private Supply of(Phase phase) {
        return Objects.requireNonNull(supplies.get(phase));
    }

    /// How many areas of the phase have enough classes for an episode.
    public int usableAreas(Phase phase) {
        return of(phase).areas().size();
    }

    /// How many classes can be in an episode of the phase.
    public int usableClasses(Phase phase) {
        return of(phase).classes().length;
    }

    /// Whether an episode of the phase can be drawn.
    public boolean canSample(Phase phase) {
        return usableAreas(phase) > 0;
    }

    /// The episode of this phase and index.
    public Episode sample(Phase phase, long index) {
        if (!canSample(phase)) {
            throw new IllegalStateException(
                    "%s has nowhere %d usable classes".formatted(phase, task.ways()));
        }
        SplittableRandom random = seed.stream(purpose(phase), index);
        Area area = area(of(phase).areas(), random);
        int[] classes = draw(area.classes(task.nodesPerClass()), task.ways(), random);
        int[] support = new int[task.ways() * task.shots()];
        int[] query = new int[task.ways() * task.queries()];
        for (int slot = 0; slot < classes.length; slot++) {
            int[] nodes = draw(area.nodes(classes[slot]), task.nodesPerClass(), random);
            System.arraycopy(nodes, 0, support, slot * task.shots(), task.shots());
            System.arraycopy(nodes, task.shots(), query, slot * task.queries(), task.queries());
        }
        return Episode.ofSlots(classes, new Targets.Nodes(support), new Targets.Nodes(query));
    }

    /// A single area needs no random number: so a split by classes has the episodes it had before there were areas.
    private static Area area(List<Area> from, SplittableRandom random) {
        return from.size() == 1 ? from.getFirst() : from.get(random.nextInt(from.size()));
    }

    /// A batch of nodes of the training areas as an episode without support: every usable class has its own slot; class
    /// and node are drawn uniformly, with replacement.
    public Episode batch(long index, int size) {
        SplittableRandom random = seed.stream(Seed.Purpose.BATCHES, index);
        Supply supply = of(Phase.TRAIN);
        int[] classes = supply.classes().clone();
        int[] nodes = new int[size];
        int[] slots = new int[size];
        for (int i = 0; i < size; i++) {
            slots[i] = random.nextInt(classes.length);
            int[] ofClass = supply.nodes()[slots[i]];
            nodes[i] = ofClass[random.nextInt(ofClass.length)];
        }
        return Episode.batch(
                new Examples(new Targets.Nodes(nodes), new Answers.Slots(classes, slots)));
    }

    private static Seed.Purpose purpose(Phase phase) {
        return switch (phase) {
            case TRAIN -> Seed.Purpose.TRAIN_EPISODES;
            case VALIDATION -> Seed.Purpose.VALIDATION_EPISODES;
            case TEST -> Seed.Purpose.TEST_EPISODES;
        };
    }

    /// The first `count` entries of a random permutation.
    static int[] draw(int[] from, int count, SplittableRandom random) {
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
