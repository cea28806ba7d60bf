package innerloop.app.calculus;

import innerloop.app.background.Cancellation;
import innerloop.app.run.OuterMoment;
import innerloop.calculus.AdaptedTo;
import innerloop.calculus.Explainer;
import innerloop.calculus.Explanation;
import innerloop.episode.Episode;
import innerloop.experiment.InputException;
import innerloop.math.Backend;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.LearnerState;
import innerloop.training.Subject;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The explainer of the network that is shown, on the reference backend; for one explanation at a time.
final class Bench {

    private @Nullable Backend backend;
    private @Nullable Explainer explainer;
    private @Nullable OuterMoment of;

    /// Explains a node.
    ///
    /// @throws InputException if it cannot be explained
    synchronized Explanation explain(CalculusViewModel.Wanted wanted, Cancellation cancellation)
            throws InputException {
        cancellation.check();
        OuterMoment moment = wanted.moment();
        Explainer ready = explainer(moment);
        Backend reference = reference();
        LearnerState learned =
                moment.learned()
                        .map(state -> state.on(reference))
                        .orElseGet(ready.setup()::initial);
        cancellation.check();
        AdaptedTo adaptedTo =
                new AdaptedTo(
                        wanted.subject(),
                        number(ready, wanted.subject(), wanted.number()),
                        wanted.inner());
        String theta =
                moment.state()
                        .filter(state -> state.steps() > 0)
                        .map(state -> "after outer step " + state.steps())
                        .orElse("untrained");
        return ready.explain(
                learned,
                new Explainer.Question(wanted.node(), adaptedTo, wanted.backward(), theta));
    }

    private Backend reference() {
        if (backend == null) {
            backend = new Nd4jBackend();
        }
        return backend;
    }

    private Explainer explainer(OuterMoment moment) throws InputException {
        Explainer ready = explainer;
        if (ready == null || of == null || !of.isOfOneRun(moment)) {
            ready = Explainer.of(moment.experiment(), moment.graph(), reference());
            explainer = ready;
            of = moment;
        }
        return ready;
    }

    /// Which episode of its phase this is; empty if it was painted.
    private static OptionalLong number(Explainer explainer, Subject subject, long number) {
        Episode drawn = explainer.setup().episode(subject.phase(), number);
        Episode seen = subject.episode();
        boolean same =
                Arrays.equals(drawn.supportNodes(), seen.supportNodes())
                        && Arrays.equals(drawn.queryNodes(), seen.queryNodes());
        return same ? OptionalLong.of(number) : OptionalLong.empty();
    }
}
