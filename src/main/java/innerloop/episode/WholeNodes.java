package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.nn.Answers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// All labelled nodes of a lane as one episode: learned from are those of the base lane, and what a phase asks about are those
/// of its own lane. The slots are the classes of the graph in their order. Every phase has this one episode, whatever its
/// index.
public final class WholeNodes implements Sampler {

    private final int[] classes;
    private final Map<Phase, Examples> lanes = new EnumMap<>(Phase.class);

    /// The nodes of the lanes of a split.
    public WholeNodes(AttributedGraph graph, Split split) {
        this.classes = IntStream.range(0, graph.classes().size()).toArray();
        for (Phase phase : Phase.values()) {
            int[] nodes = nodes(graph, split, phase);
            int[] slots = IntStream.of(nodes).map(i -> graph.labels()[i]).toArray();
            lanes.put(
                    phase,
                    new Examples(new Targets.Nodes(nodes), new Answers.Slots(classes, slots)));
        }
    }

    /// The labelled nodes of a lane, ascending.
    public static int[] nodes(AttributedGraph graph, Split split, Phase phase) {
        return Area.nodes(graph, split, phase).stream()
                .filter(node -> graph.labels()[node] >= 0)
                .toArray();
    }

    private Examples of(Phase phase) {
        return Objects.requireNonNull(lanes.get(phase));
    }

    /// The nodes learned from stand beside those asked about, for baselines that look at them.
    @Override
    public Episode sample(Phase phase, long index) {
        return new Episode(Optional.of(of(Phase.TRAIN)), of(phase));
    }

    @Override
    public Episode batch(long index, int size) {
        return Episode.batch(of(Phase.TRAIN));
    }

    @Override
    public int usableAreas(Phase phase) {
        return of(phase).size() > 0 ? 1 : 0;
    }

    @Override
    public int usableClasses(Phase phase) {
        return classes.length;
    }
}
