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

/// Draws episodes whose answers are classes. An episode is drawn from one [Area] of its phase, uniformly among those that have enough classes. Classes, their order
/// over the slots, and examples are drawn uniformly without replacement; only classes with at least shots + queries
/// examples in the area take part.
public final class EpisodeSampler implements Sampler {

    private final AttributedGraph graph;
    private final FewShot drawing;
    private final Seed seed;
    private final Map<Phase, Supply> supplies = new EnumMap<>(Phase.class);

    /// The areas and classes a phase can draw from.
    ///
    /// @param areas those with enough classes
    /// @param classes those that can be in an episode
    /// @param examples the examples of each of these classes that can be in an episode
    private record Supply(List<Area> areas, int[] classes, int[][] examples) {}

    /// A sampler for this graph and split.
    public EpisodeSampler(AttributedGraph graph, Split split, FewShot drawing, Seed seed) {
        this.graph = graph;
        this.drawing = drawing;
        this.seed = seed;
        for (Phase phase : Phase.values()) {
            supplies.put(phase, supply(Area.of(graph, split, phase)));
        }
    }

    private Supply supply(List<Area> all) {
        List<Area> areas = all.stream().filter(area -> area.fits(drawing)).toList();
        // Areas may overlap, so examples are collected as sets.
        Map<Integer, BitSet> examples = new LinkedHashMap<>();
        for (Area area : areas) {
            for (int c : area.classes(drawing)) {
                BitSet ofClass = examples.computeIfAbsent(c, _ -> new BitSet());
                for (int number : area.examples(c, drawing.unit())) {
                    ofClass.set(number);
                }
            }
        }
        return new Supply(
                areas,
                examples.keySet().stream().mapToInt(Integer::intValue).toArray(),
                examples.values().stream()
                        .map(set -> set.stream().toArray())
                        .toArray(int[][]::new));
    }

    private Supply of(Phase phase) {
        return Objects.requireNonNull(supplies.get(phase));
    }

    @Override
    public int usableAreas(Phase phase) {
        return of(phase).areas().size();
    }

    @Override
    public int usableClasses(Phase phase) {
        return of(phase).classes().length;
    }

    @Override
    public Episode sample(Phase phase, long index) {
        if (!canSample(phase)) {
            throw new IllegalStateException(
                    "%s has nowhere %d usable classes".formatted(phase, drawing.ways()));
        }
        SplittableRandom random = seed.stream(purpose(phase), index);
        Area area = area(of(phase).areas(), random);
        int ways = drawing.ways();
        int shots = drawing.shots();
        int queries = drawing.queries();
        int[] classes = draw(area.classes(drawing), ways, random);
        int[] support = new int[ways * shots];
        int[] query = new int[ways * queries];
        for (int slot = 0; slot < ways; slot++) {
            int[] from = area.examples(classes[slot], drawing.unit());
            int[] drawn = draw(from, drawing.examplesPerClass(), random);
            System.arraycopy(drawn, 0, support, slot * shots, shots);
            System.arraycopy(drawn, shots, query, slot * queries, queries);
        }
        return Episode.ofSlots(classes, targets(support), targets(query));
    }

    private Targets targets(int[] numbers) {
        return drawing.unit().targets(graph, numbers);
    }

    /// A single area needs no random number, so that splits by classes keep the episodes of versions without areas.
    private static Area area(List<Area> from, SplittableRandom random) {
        return from.size() == 1 ? from.getFirst() : from.get(random.nextInt(from.size()));
    }

    /// A batch of examples of the training areas: every usable class has its own slot; class and example are drawn
    /// uniformly, with replacement.
    @Override
    public Episode batch(long index, int size) {
        SplittableRandom random = seed.stream(Seed.Purpose.BATCHES, index);
        Supply supply = of(Phase.TRAIN);
        int[] classes = supply.classes().clone();
        int[] numbers = new int[size];
        int[] slots = new int[size];
        for (int i = 0; i < size; i++) {
            slots[i] = random.nextInt(classes.length);
            int[] ofClass = supply.examples()[slots[i]];
            numbers[i] = ofClass[random.nextInt(ofClass.length)];
        }
        return Episode.batch(new Examples(targets(numbers), new Answers.Slots(classes, slots)));
    }

    /// The random stream that the episodes of a phase come from.
    static Seed.Purpose purpose(Phase phase) {
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
