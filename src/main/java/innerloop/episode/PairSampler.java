package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.math.Seed;
import innerloop.nn.Answers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Draws episodes of link prediction: edges of one [Area] of the phase, uniformly without replacement, and as many pairs of
/// its nodes that no edge joins ([Negatives]). Support and query set have no pair in common; in each the edges come first.
public final class PairSampler implements Sampler {

    private final AttributedGraph graph;
    private final FewShot drawing;
    private final Negatives negatives;
    private final Seed seed;
    private final Map<Phase, List<Edges>> supplies = new EnumMap<>(Phase.class);

    /// An area that has enough edges.
    private record Edges(Area area, Targets.Pairs pairs) {}

    /// A sampler for this graph and split.
    public PairSampler(
            AttributedGraph graph, Split split, FewShot drawing, Negatives negatives, Seed seed) {
        this.graph = graph;
        this.drawing = drawing;
        this.negatives = negatives;
        this.seed = seed;
        for (Phase phase : Phase.values()) {
            supplies.put(
                    phase,
                    Area.of(graph, split, phase).stream()
                            .filter(area -> area.fits(drawing))
                            .map(area -> new Edges(area, area.edges()))
                            .toList());
        }
    }

    private List<Edges> of(Phase phase) {
        return Objects.requireNonNull(supplies.get(phase));
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
        if (!canSample(phase)) {
            throw new IllegalStateException(phase + " has nowhere enough edges");
        }
        SplittableRandom random = seed.stream(EpisodeSampler.purpose(phase), index);
        List<Edges> from = of(phase);
        Edges edges = from.size() == 1 ? from.getFirst() : from.get(random.nextInt(from.size()));
        int shots = drawing.shots();
        int count = drawing.examplesPerClass();
        Targets.Pairs all = edges.pairs();
        Targets.Pairs drawn = all.at(EpisodeSampler.draw(numbers(0, all.size()), count, random));
        Targets.Pairs none = negatives.draw(graph, edges.area(), all, count, random);
        Targets.Pairs shown = drawn.at(numbers(0, shots));
        return new Episode(
                Optional.of(examples(shown, none.at(numbers(0, shots)))),
                examples(drawn.at(numbers(shots, count)), none.at(numbers(shots, count))),
                Optional.of(shown));
    }

    private static int[] numbers(int begin, int end) {
        return IntStream.range(begin, end).toArray();
    }

    private static Examples examples(Targets.Pairs edges, Targets.Pairs none) {
        double[] joined = new double[edges.size() + none.size()];
        Arrays.fill(joined, 0, edges.size(), 1);
        return new Examples(edges.and(none), new Answers.Numbers(joined));
    }

    /// The query set of a training episode: its pairs are scored by what the support edges show.
    @Override
    public Episode batch(long index, int size) {
        Episode episode = sample(Phase.TRAIN, index);
        return new Episode(Optional.empty(), episode.query(), episode.messages());
    }
}
