package innerloop.episode;

import innerloop.episode.PaintedEpisode.Slot;
import innerloop.graph.AttributedGraph;
import innerloop.math.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Completes a painted episode, see [PaintedEpisode#complete].
final class EpisodeCompletion {

    private final AttributedGraph graph;
    private final FewShot drawing;
    private final SplittableRandom random;

    /// The areas of each phase, those of the test first: a painted episode should show the learner on data it has not been
    /// trained on.
    private List<List<Area>> preferred;

    private final boolean byClasses;

    EpisodeCompletion(AttributedGraph graph, Split split, FewShot drawing, Seed seed) {
        this.graph = graph;
        this.drawing = drawing;
        this.random = seed.stream(Seed.Purpose.PAINTING, 0);
        this.preferred =
                List.of(
                        Area.of(graph, split, Phase.TEST),
                        Area.of(graph, split, Phase.VALIDATION),
                        Area.of(graph, split, Phase.TRAIN));
        this.byClasses = split.kind() == Split.Kind.CLASSES;
    }

    PaintedEpisode of(PaintedEpisode begun) {
        if (!byClasses) {
            stayInOne(begun);
        }
        List<Slot> slots = new ArrayList<>(begun.slots());
        classes()
                .map(graph.classes()::get)
                .filter(name -> begun.slot(name).isEmpty())
                .limit(Math.max(0, drawing.ways() - slots.size()))
                .forEach(name -> slots.add(new Slot(name, List.of(), List.of())));
        Set<Integer> used = new HashSet<>();
        for (Slot slot : slots) {
            used.addAll(slot.support());
            used.addAll(slot.query());
        }
        slots.replaceAll(slot -> filled(slot, used));
        return new PaintedEpisode(slots);
    }

    /// An episode stays in one region or member graph: a random one from the first lane with areas that contain all painted
    /// nodes and enough others. If no lane has such an area, nodes come from all of them.
    private void stayInOne(PaintedEpisode begun) {
        for (List<Area> areas : preferred) {
            int[] fitting =
                    IntStream.range(0, areas.size())
                            .filter(k -> areas.get(k).fits(drawing) && begun.isIn(areas.get(k)))
                            .toArray();
            if (fitting.length > 0) {
                int chosen = fitting[random.nextInt(fitting.length)];
                preferred = List.of(List.of(areas.get(chosen)));
                return;
            }
        }
    }

    /// All classes of the lanes; in each lane, those with enough nodes for a slot come first.
    private Stream<Integer> classes() {
        Set<Integer> order = new LinkedHashSet<>();
        for (List<Area> areas : preferred) {
            addShuffled(order, union(areas, area -> area.classes(drawing)));
            addShuffled(order, union(areas, area -> area.classes(drawing.unit(), 1)));
        }
        return order.stream();
    }

    /// The nodes of a class in the order in which they are taken.
    private Set<Integer> nodes(int classIndex) {
        Set<Integer> order = new LinkedHashSet<>();
        for (List<Area> areas : preferred) {
            addShuffled(order, union(areas, area -> area.nodes(classIndex)));
        }
        if (byClasses) {
            int[] labels = graph.labels();
            addShuffled(
                    order, IntStream.range(0, labels.length).filter(i -> labels[i] == classIndex));
        }
        return order;
    }

    /// Areas may overlap.
    private static IntStream union(List<Area> areas, Function<Area, int[]> part) {
        return areas.stream().flatMapToInt(area -> Arrays.stream(part.apply(area))).distinct();
    }

    private void addShuffled(Set<Integer> order, IntStream numbers) {
        int[] all = numbers.toArray();
        Arrays.stream(EpisodeSampler.draw(all, all.length, random)).forEach(order::add);
    }

    private Slot filled(Slot slot, Set<Integer> used) {
        int index = graph.classes().indexOf(slot.className());
        if (index < 0) {
            return slot;
        }
        List<Integer> free = nodes(index).stream().filter(node -> !used.contains(node)).toList();
        // A class that is too small gets fewer support nodes, so that it has at least one query
        // node.
        int spared = slot.query().isEmpty() ? 1 : 0;
        int support =
                Math.clamp(
                        free.size() - spared, 0, missing(drawing.shots(), slot.support().size()));
        int query =
                Math.min(free.size() - support, missing(drawing.queries(), slot.query().size()));
        return new Slot(
                slot.className(),
                joined(slot.support(), free.subList(0, support)),
                joined(slot.query(), free.subList(support, support + query)));
    }

    private static int missing(int wanted, int there) {
        return Math.max(0, wanted - there);
    }

    private static List<Integer> joined(List<Integer> painted, List<Integer> drawn) {
        List<Integer> all = new ArrayList<>(painted);
        all.addAll(drawn);
        return all;
    }
}
