package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.graph.ClassOrder;
import innerloop.graph.Targets;
import innerloop.math.Seed;
import innerloop.nn.Answers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Examples with classes that somebody gives a learner to learn from, in order to be told the class of everything else. Their
/// classes need not be those of the graph, and each may have another number of examples.
///
/// Classes stand in the order of the graph, new ones behind them; examples in that of their numbers. So it is the same in whatever
/// order they were given.
///
/// @param classes what the classes are called, one for each slot
/// @param targets the examples
/// @param slots the slot of each example
@SuppressWarnings("ArrayRecordComponent") // replaced as a whole, compared by nobody
public record Support(List<String> classes, Targets targets, int[] slots) {

    public Support {
        classes = List.copyOf(classes);
    }

    /// These examples.
    ///
    /// @param unit what an example is
    /// @param classOf the class of each example by its number
    public static Support of(AttributedGraph graph, Unit unit, SortedMap<Integer, String> classOf) {
        List<String> classes =
                classOf.values().stream()
                        .distinct()
                        .sorted(
                                Comparator.comparingInt((String name) -> place(graph, name))
                                        .thenComparing(ClassOrder.NATURAL))
                        .toList();
        int[] numbers = classOf.keySet().stream().mapToInt(Integer::intValue).toArray();
        return new Support(
                classes,
                unit.targets(graph, numbers),
                classOf.values().stream().mapToInt(classes::indexOf).toArray());
    }

    private static int place(AttributedGraph graph, String className) {
        int index = graph.classes().indexOf(className);
        return index < 0 ? Integer.MAX_VALUE : index;
    }

    /// The support set of the painted episode of a split, if that is whole.
    public static Optional<Support> painted(AttributedGraph graph, Split split, FewShot drawing) {
        if (split.painted().toEpisode(graph, drawing).isEmpty()) {
            return Optional.empty();
        }
        SortedMap<Integer, String> classOf = new TreeMap<>();
        for (PaintedEpisode.Slot slot : split.painted().slots()) {
            slot.support().forEach(node -> classOf.put(node, slot.className()));
        }
        return Optional.of(of(graph, drawing.unit(), classOf));
    }

    /// As many examples of each class in the test lane as a task has shots, or all where there are fewer. Pure: the same seed
    /// gives the same examples.
    public static Support drawn(AttributedGraph graph, Split split, FewShot drawing, Seed seed) {
        Unit unit = drawing.unit();
        int[] nodes = Area.nodes(graph, split, Phase.TEST).stream().toArray();
        int[] numbers = unit.among(graph, nodes);
        Targets all = unit.targets(graph, numbers);
        List<List<Integer>> ofClass = new ArrayList<>();
        graph.classes().forEach(_ -> ofClass.add(new ArrayList<>()));
        for (int k = 0; k < numbers.length; k++) {
            int label = graph.labels()[all.nodesOf(k)[0]];
            if (label >= 0) {
                ofClass.get(label).add(numbers[k]);
            }
        }
        SortedMap<Integer, String> classOf = new TreeMap<>();
        for (int c = 0; c < ofClass.size(); c++) {
            int[] from = ofClass.get(c).stream().mapToInt(Integer::intValue).toArray();
            int count = Math.min(drawing.shots(), from.length);
            for (int number :
                    EpisodeSampler.draw(from, count, seed.stream(Seed.Purpose.SUPPORT, c))) {
                classOf.put(number, graph.classes().get(c));
            }
        }
        return of(graph, unit, classOf);
    }

    /// Those of the classes that a graph with classes does not have.
    public List<String> newTo(AttributedGraph graph) {
        return graph.classes().isEmpty()
                ? List.of()
                : classes.stream().filter(name -> !graph.classes().contains(name)).toList();
    }

    /// Number of classes.
    public int ways() {
        return classes.size();
    }

    /// Number of examples.
    public int size() {
        return slots.length;
    }

    /// The fewest examples that a class has; 0 if there are no classes.
    public int fewest() {
        int[] sizes = new int[ways()];
        for (int slot : slots) {
            sizes[slot]++;
        }
        return Arrays.stream(sizes).min().orElse(0);
    }

    /// The episode in which it is learned and asked about itself.
    public Episode episode() {
        Examples all = examples(IntStream.range(0, size()));
        return new Episode(Optional.of(all), all);
    }

    /// The episode in which some of the examples are asked about and the others are learned.
    ///
    /// @param places those of the examples that are asked about
    public Episode without(int... places) {
        BitSet asked = new BitSet();
        Arrays.stream(places).forEach(asked::set);
        return new Episode(
                Optional.of(examples(IntStream.range(0, size()).filter(k -> !asked.get(k)))),
                examples(Arrays.stream(places)));
    }

    /// The places of the examples, so that each part has one of every class that has as many: part k the k-th of each.
    public List<int[]> parts() {
        int[] next = new int[ways()];
        List<List<Integer>> parts = new ArrayList<>();
        for (int k = 0; k < size(); k++) {
            int rank = next[slots[k]]++;
            if (rank == parts.size()) {
                parts.add(new ArrayList<>());
            }
            parts.get(rank).add(k);
        }
        return parts.stream()
                .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private Examples examples(IntStream places) {
        int[] some = places.toArray();
        return new Examples(
                targets.at(some),
                new Answers.Slots(
                        IntStream.range(0, ways()).toArray(),
                        Arrays.stream(some).map(k -> slots[k]).toArray()));
    }
}
