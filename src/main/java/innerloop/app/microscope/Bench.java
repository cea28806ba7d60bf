package innerloop.app.microscope;

import innerloop.app.Messages;
import innerloop.app.background.Cancellation;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.RunReader;
import innerloop.math.VectorBackend;
import innerloop.meta.LearnerState;
import innerloop.microscope.InnerTrace;
import innerloop.microscope.Microscope;
import innerloop.microscope.OtherLearner;
import innerloop.microscope.OtherTrace;
import innerloop.microscope.Rivals;
import innerloop.training.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The microscopes of one network, and the learners of other runs that are laid beside it.
final class Bench {

    private final Experiment experiment;
    private final AttributedGraph graph;
    private final Microscope own;
    private @Nullable Microscope headOnly;
    private @Nullable Microscope means;
    private final Map<Path, OtherLearner> learners = new HashMap<>();

    Bench(Experiment experiment, AttributedGraph graph) throws InputException {
        this.experiment = experiment;
        this.graph = graph;
        this.own = microscope(experiment);
    }

    boolean isOf(Experiment other, AttributedGraph otherGraph) {
        return experiment.equals(other) && graph.equals(otherGraph);
    }

    private Microscope microscope(Experiment of) throws InputException {
        return Microscope.of(of, graph, new VectorBackend());
    }

    /// For one thread at a time.
    ///
    /// @param learned what is known of the network; null for an untrained one
    /// @param others whether others learn the episode, too
    /// @param runs whose learners they are
    /// @param soFar takes what is known before they do
    synchronized InnerTraces learn(
            @Nullable LearnerState learned,
            Subject episode,
            boolean others,
            List<BesideRun> runs,
            Cancellation cancellation,
            Consumer<InnerTraces> soFar)
            throws InputException {
        LearnerState untrained = own.setup().initial();
        LearnerState at = learned == null ? untrained : learned;
        InnerTrace trace = own.look(at, episode, cancellation::check);
        Optional<InnerTrace> before =
                learned == null
                        ? Optional.empty()
                        : Optional.of(own.look(untrained, episode, cancellation::check));
        InnerTraces first = new InnerTraces(trace, before, InnerTraces.Beside.NOTHING);
        if (!others) {
            return first;
        }
        soFar.accept(first);
        return new InnerTraces(trace, before, beside(at, trace, episode, runs, cancellation));
    }

    private InnerTraces.Beside beside(
            LearnerState at,
            InnerTrace trace,
            Subject episode,
            List<BesideRun> runs,
            Cancellation cancellation)
            throws InputException {
        if (trace.hasSteps()) {
            Optional<Experiment> alone = Rivals.headOnly(experiment);
            if (alone.isPresent() && headOnly == null) {
                headOnly = microscope(alone.get());
            }
            Optional<Experiment> fromMeans = Rivals.classMeans(experiment);
            if (fromMeans.isPresent() && means == null) {
                means = microscope(fromMeans.get());
            }
        }
        List<OtherTrace> others = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (BesideRun run : runs) {
            try {
                others.add(
                        new OtherTrace(
                                run.name(),
                                learner(run.folder()).look(episode, cancellation::check)));
            } catch (InputException e) {
                refused.add(Messages.of(e));
            }
        }
        return new InnerTraces.Beside(
                other(headOnly, at, episode, cancellation),
                other(means, at, episode, cancellation),
                own.scratch(episode, cancellation::check),
                others,
                refused);
    }

    private OtherLearner learner(Path folder) throws InputException {
        OtherLearner known = learners.get(folder);
        if (known == null) {
            VectorBackend backend = new VectorBackend();
            known =
                    OtherLearner.of(
                            experiment, RunReader.record(folder, graph, backend), graph, backend);
            learners.put(folder, known);
        }
        return known;
    }

    private static Optional<InnerTrace> other(
            @Nullable Microscope microscope,
            LearnerState at,
            Subject episode,
            Cancellation cancellation) {
        return Optional.ofNullable(microscope)
                .map(rival ->
                        rival.look(
                                rival.setup().initial().withBody(at.theta()),
                                episode,
                                cancellation::check));
    }
}
