package innerloop.app.calculus;

import innerloop.app.background.Cancellation;
import innerloop.app.run.OuterMoment;
import innerloop.calculus.AdaptedTo;
import innerloop.calculus.Explainer;
import innerloop.calculus.Explanation;
import innerloop.calculus.LossSlice;
import innerloop.calculus.Wanted;
import innerloop.episode.Episode;
import innerloop.experiment.InputException;
import innerloop.math.Backend;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.LearnerState;
import innerloop.training.Subject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The explainer of the network that is shown, on the reference backend; for one explanation at a time.
final class Bench {

    /// What has been made so far.
    ///
    /// @param slice of a loss; empty while it is not known, or where there is none
    /// @param took how long that took
    record Made(
            Request request, Explanation explanation, Optional<LossSlice> slice, Duration took) {}

    private @Nullable Backend backend;
    private @Nullable Explainer explainer;
    private @Nullable OuterMoment of;

    /// Explains what is asked for, and slices a loss where that is asked for, too.
    ///
    /// @param known what was made last; its explanation is taken if that is what is asked for
    /// @param soFar takes what is known earlier
    /// @throws InputException if it cannot be explained
    synchronized Made make(
            Request request, @Nullable Made known, Cancellation cancellation, Consumer<Made> soFar)
            throws InputException {
        long begun = System.nanoTime();
        Explanation explained =
                known != null && known.request().explainsAlike(request)
                        ? known.explanation()
                        : explain(request, cancellation);
        if (request.slice().isEmpty()) {
            return made(request, explained, Optional.empty(), begun);
        }
        soFar.accept(made(request, explained, Optional.empty(), begun));
        LossSlice whole =
                slice(
                        request,
                        request.slice().get(),
                        cancellation,
                        rough -> soFar.accept(made(request, explained, Optional.of(rough), begun)));
        return made(request, explained, Optional.of(whole), begun);
    }

    private static Made made(
            Request request, Explanation explained, Optional<LossSlice> slice, long begun) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new Made(request, explained, slice, took);
    }

    private Explanation explain(Request request, Cancellation cancellation) throws InputException {
        cancellation.check();
        Explainer ready = explainer(request.moment());
        AdaptedTo adaptedTo =
                new AdaptedTo(
                        request.subject(),
                        number(ready, request.subject(), request.number()),
                        request.inner());
        String theta =
                request.moment()
                        .state()
                        .filter(state -> state.steps() > 0)
                        .map(state -> "after outer step " + state.steps())
                        .orElse("untrained");
        return switch (request.about()) {
            case NODE -> example(ready, request, new Wanted.Node(request.node()), adaptedTo, theta);
            case EDGE ->
                    example(
                            ready,
                            request,
                            new Wanted.Pair(request.node(), request.other()),
                            adaptedTo,
                            theta);
            case GRAPH ->
                    example(ready, request, new Wanted.Graph(request.node()), adaptedTo, theta);
            case INNER_LOOP ->
                    ready.explainInnerLoop(learned(request.moment(), ready), adaptedTo, theta);
        };
    }

    private Explanation example(
            Explainer ready, Request request, Wanted wanted, AdaptedTo adaptedTo, String theta)
            throws InputException {
        return ready.explain(
                learned(request.moment(), ready),
                new Explainer.Question(wanted, adaptedTo, request.backward(), theta));
    }

    private LossSlice slice(
            Request request,
            LossSlice.Wanted wanted,
            Cancellation cancellation,
            Consumer<LossSlice> soFar)
            throws InputException {
        cancellation.check();
        Explainer ready = explainer(request.moment());
        return ready.slice(
                learned(request.moment(), ready),
                request.subject(),
                wanted,
                cancellation::check,
                soFar);
    }

    private LearnerState learned(OuterMoment moment, Explainer ready) {
        Backend with = reference();
        return moment.learned().map(state -> state.on(with)).orElseGet(ready.setup()::initial);
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
