package innerloop.training;

import innerloop.episode.Episode;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.Phase;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import innerloop.math.SymmetricEigen;
import innerloop.plot.Series;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The live picture of a run that is over, at each of its checkpoints: θ adapted to one and the same episode, as the [Observer]
/// shows it while the run goes on. Pictures are turned to the one before them, so they are to be made in the order of the
/// checkpoints. For one thread.
public final class RunPictures {

    private final RunRecord record;
    private final AttributedGraph graph;
    private final Observer.ObservedNetwork network;

    private RunPictures(RunRecord record, AttributedGraph graph, Observer.ObservedNetwork network) {
        this.record = record;
        this.graph = graph;
        this.network = network;
    }

    /// The pictures of a run.
    ///
    /// @param graph that of its experiment
    /// @param phase whose episode is watched; one without episodes means training
    /// @param number which of its episodes, counted from 0; empty for the painted one of the experiment, or the first
    /// @throws InputException if the experiment does not fit the graph
    public static RunPictures of(
            RunRecord record,
            AttributedGraph graph,
            Phase phase,
            OptionalLong number,
            SymmetricEigen eigen,
            Backend backend)
            throws InputException {
        ExperimentSetup setup = ExperimentSetup.of(record.experiment(), graph, backend);
        Observer.ObservedNetwork network = new Observer.ObservedNetwork(setup, eigen);
        PaintedEpisode painted =
                number.isPresent() ? PaintedEpisode.NONE : record.experiment().split().painted();
        network.watch(new Observer.Request(0, painted, phase, number.orElse(0)));
        return new RunPictures(record, graph, network);
    }

    /// The run.
    public RunRecord record() {
        return record;
    }

    /// The graph of its experiment.
    public AttributedGraph graph() {
        return graph;
    }

    /// The episode that θ is adapted to.
    public Episode episode() {
        return network.episode();
    }

    /// The checkpoints of the run, the end alone if none were kept; evenly thinned to so many, the first and the last among
    /// them.
    ///
    /// @param most at least 2
    public List<Checkpoint> moments(int most) {
        List<Checkpoint> all =
                record.checkpoints().isEmpty()
                        ? List.of(new Checkpoint(record.steps(), record.tested()))
                        : record.checkpoints();
        return Arrays.stream(Series.evenly(all.size(), most)).mapToObj(all::get).toList();
    }

    /// The picture of what was learned in the end, adapted by this many inner steps.
    public Observation inner(int step) {
        return network.observe(
                new Observer.Snapshot(
                        Moment.after(record.steps()).at(OptionalInt.of(step)), record.tested()),
                0,
                false);
    }

    /// The picture of a checkpoint.
    public Observation at(Checkpoint checkpoint) {
        return network.observe(
                new Observer.Snapshot(Moment.after(checkpoint.step()), checkpoint.learned()),
                0,
                false);
    }
}
