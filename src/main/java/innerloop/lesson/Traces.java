package innerloop.lesson;

import innerloop.episode.Phase;
import innerloop.experiment.InputException;
import innerloop.math.VectorBackend;
import innerloop.meta.LearnerState;
import innerloop.microscope.InnerStep;
import innerloop.microscope.InnerTrace;
import innerloop.microscope.LayerMove;
import innerloop.microscope.Microscope;
import innerloop.phrase.Trouble;
import innerloop.training.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values of inner loops.
final class Traces {

    private final Workings workings;
    private final VectorBackend backend = new VectorBackend();
    private final Map<String, InnerTrace> known = new HashMap<>();
    private final Map<String, Microscope> microscopes = new HashMap<>();

    Traces(Workings workings) {
        this.workings = workings;
    }

    private record Looked(
            Microscope microscope, LearnerState state, Subject subject, String called) {}

    double value(Quantity.Named named, Part.@Nullable Run run) throws InputException {
        Looked looked = looked(named, run);
        if (named.word().equals("cosine")) {
            return looked.microscope()
                    .cosine(looked.state(), looked.subject(), () -> {})
                    .orElseThrow(() ->
                            new InputException(Trouble.of("lesson.noSecondOrder"), "adapt cosine"));
        }
        InnerTrace trace = known.get(looked.called());
        if (trace == null) {
            trace = looked.microscope().look(looked.state(), looked.subject(), () -> {});
            known.put(looked.called(), trace);
        }
        int step = Keys.step(named, trace.last());
        InnerStep at = trace.steps().get(step);
        return switch (named.word()) {
            case "query-score" -> at.query().score();
            case "support-score" -> at.support().score();
            case "query-loss" -> at.query().loss();
            case "support-loss" -> at.support().loss();
            case "changed" -> trace.changedAt(step);
            case "gradient" -> at.gradientNorm();
            case "moved" -> moved(at, named);
            default -> throw new IllegalArgumentException(named.word());
        };
    }

    private Looked looked(Quantity.Named named, Part.@Nullable Run run) throws InputException {
        String experiment = run == null ? "" : run.name();
        Microscope microscope = microscopes.get(experiment);
        if (microscope == null) {
            microscope = Microscope.of(workings.experiment(run), workings.graph(run), backend);
            microscopes.put(experiment, microscope);
        }
        LearnerState state = workings.state(named, microscope.setup().initial(), backend);
        Phase phase = phase(named);
        int episode = Keys.whole(named, "episode").orElse(0);
        Subject subject = microscope.subject(phase, episode);
        String theta = named.key("theta").orElse("end");
        return new Looked(
                microscope,
                state,
                subject,
                String.join("/", experiment, theta, phase.name(), Integer.toString(episode)));
    }

    /// The phase of the episode that is asked about, the test if none is given.
    static Phase phase(Quantity.Named named) throws InputException {
        String phase = Keys.word(named, "phase", List.of("test", "validation", "train"));
        return Phase.valueOf(phase.toUpperCase(Locale.ROOT));
    }

    private static double moved(InnerStep at, Quantity.Named named) throws InputException {
        if (named.key("layer").isEmpty()) {
            return at.distance();
        }
        String layer = named.key("layer").get();
        return at.moved().stream()
                .filter(move -> move.layer().equals(layer))
                .findFirst()
                .map(LayerMove::distance)
                .orElseThrow(() ->
                        new InputException(
                                Trouble.of(
                                        "lesson.noLayer",
                                        layer,
                                        at.moved().stream().map(LayerMove::layer).toList()),
                                "layer"));
    }
}
