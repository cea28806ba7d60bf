package innerloop.cli;

import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.Amount;
import innerloop.graph.AttributedGraph;
import innerloop.io.OuterTraceJson;
import innerloop.io.TraceSource;
import innerloop.math.VectorBackend;
import innerloop.meta.OuterState;
import innerloop.microscope.OuterMicroscope;
import innerloop.microscope.OuterTrace;
import innerloop.training.Checkpoint;
import innerloop.training.RunRecord;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `adapt EXPERIMENT|RUN --outer`: one outer step, taken apart.
///
/// @param run whose θ it begins at; null for an untrained one
record OuterAdapt(Experiment experiment, AttributedGraph graph, @Nullable RunRecord run) {

    /// The outer step that comes after `step` steps; null for the last that is known.
    /// Of a state without what the outer optimiser remembers, the steps before it are made again.
    OuterTrace look(@Nullable Integer step, VectorBackend backend, PrintWriter progress)
            throws InputException {
        OuterMicroscope microscope = OuterMicroscope.of(experiment, graph, backend);
        OuterState state = state(step, microscope);
        OuterTrace trace = microscope.look(state, () -> {});
        if (run == null || trace.isMoveKnown() || run.checkpoints().getFirst().step() > 0) {
            return trace;
        }
        progress.printf(
                "making %s again, for what the outer optimiser remembers%n",
                Amount.of(state.steps(), "outer step"));
        OuterState start = OuterState.start(run.checkpoints().getFirst().learned());
        return microscope.look(microscope.again(start, state, _ -> {}), () -> {});
    }

    void print(OuterTrace trace, boolean json, PrintWriter result) {
        if (json) {
            result.println(OuterTraceJson.text(source(), trace, graph).strip());
            return;
        }
        OuterTable.print(trace, graph, result);
        result.printf(
                "%s: outer step %d of %s, from %s%n",
                experiment.name(), trace.step() + 1, experiment.task().line(), source().theta());
    }

    private TraceSource source() {
        return new TraceSource(experiment, run != null);
    }

    private OuterState state(@Nullable Integer step, OuterMicroscope microscope)
            throws InputException {
        if (run == null) {
            if (step != null && step != 0) {
                throw new InputException(
                        "an experiment that was not run has no step but 0",
                        "--step",
                        "give the folder of a run");
            }
            return OuterState.start(microscope.setup().initial());
        }
        List<Checkpoint> kept = run.checkpoints();
        int wanted = step == null ? kept.getLast().step() : step;
        Checkpoint at =
                kept.stream()
                        .filter(each -> each.step() == wanted)
                        .findFirst()
                        .orElseThrow(() ->
                                new InputException(
                                        "the run has no checkpoint after " + wanted + " steps",
                                        "--step",
                                        "choose one of " + steps(kept)));
        return at.state(kept.getFirst().learned().theta());
    }

    private static String steps(List<Checkpoint> kept) {
        return kept.stream()
                .map(each -> Integer.toString(each.step()))
                .collect(Collectors.joining(", "));
    }
}
