package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.math.Seed;
import innerloop.nn.Answers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/// Draws episodes of regression: nodes of one [Area] of the phase, uniformly without replacement, with their numbers. The area is
/// drawn first, then its numbers ([NodeNumbers]), then the nodes.
public final class NumberSampler implements Sampler {

    private final FewShot drawing;
    private final NodeNumbers numbers;
    private final Seed seed;
    private final Map<Phase, List<Place>> places = new EnumMap<>(Phase.class);
    private final int[] trained;

    /// An area with enough numbers.
    ///
    /// @param known without the nodes whose number is not known
    private record Place(Area all, Area known) {}

    /// @param unanswered nodes that have no number
    public NumberSampler(
            AttributedGraph graph,
            Split split,
            FewShot drawing,
            NodeNumbers numbers,
            BitSet unanswered,
            Seed seed) {
        this.drawing = drawing;
        this.numbers = numbers;
        this.seed = seed;
        for (Phase phase : Phase.values()) {
            places.put(
                    phase,
                    Area.of(graph, split, phase).stream()
                            .map(area -> new Place(area, area.without(unanswered)))
                            .filter(place -> place.known().fits(drawing))
                            .toList());
        }
        this.trained =
                of(Phase.TRAIN).stream()
                        .flatMapToInt(place -> Arrays.stream(place.known().nodes()))
                        .sorted()
                        .distinct()
                        .toArray();
    }

    private List<Place> of(Phase phase) {
        return Objects.requireNonNull(places.get(phase));
    }

    @Override
    public int usableAreas(Phase phase) {
        return of(phase).size();
    }

    @Override
    public int usableClasses(Phase phase) {
        return 0;
    }

    @Override
    public Episode sample(Phase phase, long index) {
        SplittableRandom random = random(phase, index);
        Area area = place(phase, random).known();
        double[] known = numbers.of(area, random);
        int shots = drawing.shots();
        int[] nodes = EpisodeSampler.draw(area.nodes(), drawing.examplesPerClass(), random);
        return new Episode(
                Optional.of(examples(Arrays.copyOf(nodes, shots), known)),
                examples(Arrays.copyOfRange(nodes, shots, nodes.length), known));
    }

    private SplittableRandom random(Phase phase, long index) {
        return seed.stream(EpisodeSampler.purpose(phase), index);
    }

    private Place place(Phase phase, SplittableRandom random) {
        List<Place> from = of(phase);
        if (from.isEmpty()) {
            throw new IllegalStateException(phase + " has nowhere enough nodes with a number");
        }
        return from.size() == 1 ? from.getFirst() : from.get(random.nextInt(from.size()));
    }

    private Examples examples(int[] nodes, double[] known) {
        double[] values = Arrays.stream(nodes).mapToDouble(node -> known[node]).toArray();
        return new Examples(
                new Targets.Nodes(nodes), new Answers.Numbers(values, numbers.standard()));
    }

    @Override
    public double[] truth(Phase phase, long index) {
        SplittableRandom random = random(phase, index);
        return numbers.of(place(phase, random).known(), random);
    }

    @Override
    public int[] area(Phase phase, long index) {
        return place(phase, random(phase, index)).all().nodes();
    }

    /// Nodes of the training areas, uniformly with replacement. Numbers that are others in every episode are those of the episode with
    /// this index.
    @Override
    public Episode batch(long index, int size) {
        SplittableRandom random = seed.stream(Seed.Purpose.BATCHES, index);
        double[] known = truth(Phase.TRAIN, index);
        int[] from =
                numbers instanceof NodeNumbers.OfColumn
                        ? trained
                        : Arrays.stream(trained).filter(i -> !Double.isNaN(known[i])).toArray();
        int[] nodes = new int[size];
        Arrays.setAll(nodes, _ -> from[random.nextInt(from.length)]);
        return Episode.batch(examples(nodes, known));
    }
}
