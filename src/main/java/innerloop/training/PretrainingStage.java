package innerloop.training;

import innerloop.episode.FewShot;
import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.meta.LearnerState;
import innerloop.meta.OuterState;
import innerloop.meta.Pretraining;
import innerloop.meta.PretrainingGround;
import innerloop.nn.Encoder;
import innerloop.nn.Parameters;
import innerloop.nn.Readout;
import innerloop.phrase.Trouble;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What comes before the first outer step: the encoder is pre-trained, if the experiment says so, on what training sees of the
/// graph. The last result is remembered, because the runs of several folds or learners begin with the same one.
final class PretrainingStage {

    private static final int SHOWN_EVERY = 5;

    /// The loss varies with the views; a ruined encoder loses nearly all that its random weights agreed on.
    private static final double MOST_LOST = 0.5;

    private @Nullable Key last;
    private @Nullable Body known;

    /// Everything that the weights follow from.
    ///
    /// @param dimensions of the learner's space
    /// @param unseen nodes that training does not see
    /// @param labels what the examples of the base classes follow from, if they are read
    private record Key(
            AttributedGraph graph,
            FeatureRecipe features,
            Encoder encoder,
            Readout readout,
            int dimensions,
            Pretraining pretraining,
            long seed,
            BitSet unseen,
            Optional<Labels> labels) {

        static Key of(ExperimentSetup setup) {
            Experiment own = setup.experiment();
            return new Key(
                    setup.graph(),
                    own.features(),
                    own.encoder(),
                    own.task().readout(),
                    own.learner().dimensions(),
                    own.pretraining(),
                    own.seed(),
                    own.split().unseen(setup.graph(), Phase.TRAIN),
                    own.pretraining().readsLabels()
                            ? Optional.of(new Labels(own.split(), own.task().drawing()))
                            : Optional.empty());
        }
    }

    /// Where examples of the base classes come from.
    private record Labels(Split split, FewShot drawing) {}

    /// Pre-trained weights.
    ///
    /// @param theta of the encoder
    /// @param metrics the loss on the way there
    private record Body(Parameters theta, List<RunRecord.Metric> metrics) {}

    /// What it leads to.
    ///
    /// @param start the state the outer loop starts from
    /// @param metrics its loss
    record Result(LearnerState start, List<RunRecord.Metric> metrics) {}

    /// Does it, or nothing.
    ///
    /// @throws InputException if it ruins the weights
    /// @throws RunControl.StoppedException if it was told to stop
    Result of(
            ExperimentSetup setup,
            EpisodePool pool,
            RunControl control,
            Consumer<TrainingEvent> events)
            throws InputException {
        LearnerState drawn = setup.initial();
        return switch (setup.experiment().pretraining()) {
            case Pretraining.None _ -> new Result(drawn, List.of());
            case Pretraining.Training training -> {
                Key key = Key.of(setup);
                Body body = known;
                if (body == null || !key.equals(last)) {
                    body = train(training, drawn, setup, pool, control, events);
                    requireSuccess(body.metrics());
                    known = body;
                    last = key;
                }
                yield new Result(drawn.withBody(body.theta()), body.metrics());
            }
        };
    }

    /// A rate that is too large ruins the weights without a number that is not finite.
    private static void requireSuccess(List<RunRecord.Metric> losses) throws InputException {
        double first = losses.getFirst().value();
        double last = losses.getLast().value();
        if (!Double.isFinite(last) || last > first + MOST_LOST * Math.abs(first)) {
            throw new InputException(
                    Trouble.of("pretraining.fails", rounded(first), rounded(last)),
                    "pretraining.rate");
        }
    }

    private static String rounded(double loss) {
        return String.format(Locale.ROOT, "%.3g", loss);
    }

    private static Body train(
            Pretraining.Training training,
            LearnerState drawn,
            ExperimentSetup setup,
            EpisodePool pool,
            RunControl control,
            Consumer<TrainingEvent> events) {
        List<RunRecord.Metric> metrics = new ArrayList<>();
        PretrainingGround ground =
                setup.ground(work -> pool.forEach(2, (_, part) -> work.accept(part)));
        Parameters theta =
                training.train(
                        ground,
                        (epoch, loss, reached) -> {
                            control.pausePoint();
                            var done = new TrainingEvent.Pretrained(epoch, training.epochs(), loss);
                            metrics.add(
                                    new RunRecord.Metric(
                                            done.step(), Metrics.PRETRAINING_LOSS, loss));
                            events.accept(done);
                            if (epoch % SHOWN_EVERY == 0) {
                                events.accept(
                                        new TrainingEvent.Moved(
                                                OuterState.start(drawn.withBody(reached))));
                            }
                        });
        return new Body(theta, List.copyOf(metrics));
    }
}
