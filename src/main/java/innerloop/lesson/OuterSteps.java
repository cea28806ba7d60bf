package innerloop.lesson;

import innerloop.experiment.InputException;
import innerloop.math.VectorBackend;
import innerloop.meta.OuterState;
import innerloop.microscope.EpisodeTrace;
import innerloop.microscope.OuterMicroscope;
import innerloop.microscope.OuterTrace;
import innerloop.phrase.Trouble;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values of first outer steps, from an untrained θ.
final class OuterSteps {

    private final Workings workings;
    private final VectorBackend backend = new VectorBackend();
    private final Map<String, OuterTrace> known = new HashMap<>();

    OuterSteps(Workings workings) {
        this.workings = workings;
    }

    double value(Quantity.Named named, Part.@Nullable Run run) throws InputException {
        OuterTrace trace = trace(run);
        return switch (named.word()) {
            case "agreement" -> trace.agreement();
            case "mean" -> trace.mean().length();
            case "move" ->
                    trace.move()
                            .orElseThrow(() ->
                                    new InputException(
                                            Trouble.of("lesson.outerNotFinite"), "outer move"))
                            .length();
            case "move-with-mean" -> trace.moveWithMean();
            case "pull" -> episode(trace, named).pull().length();
            case "with-mean" -> episode(trace, named).withMean();
            case "cosine" -> orders(trace, named).cosine();
            case "ratio" -> orders(trace, named).ratio();
            default -> throw new IllegalArgumentException(named.word());
        };
    }

    private OuterTrace trace(Part.@Nullable Run run) throws InputException {
        String experiment = run == null ? "" : run.name();
        OuterTrace trace = known.get(experiment);
        if (trace == null) {
            OuterMicroscope microscope =
                    OuterMicroscope.of(workings.experiment(run), workings.graph(run), backend);
            trace = microscope.look(OuterState.start(microscope.setup().initial()), () -> {});
            known.put(experiment, trace);
        }
        return trace;
    }

    private static EpisodeTrace episode(OuterTrace trace, Quantity.Named named)
            throws InputException {
        int episode = Keys.whole(named, "episode").orElse(0);
        if (episode >= trace.episodes().size()) {
            throw new InputException(
                    Trouble.of(
                            "lesson.noOuterEpisode",
                            Integer.toString(episode),
                            Integer.toString(trace.episodes().size() - 1)),
                    "episode");
        }
        return trace.episodes().get(episode);
    }

    private static EpisodeTrace.Orders orders(OuterTrace trace, Quantity.Named named)
            throws InputException {
        return episode(trace, named)
                .orders()
                .orElseThrow(() ->
                        new InputException(
                                Trouble.of("lesson.noTwoOrders"), "outer " + named.word()));
    }
}
