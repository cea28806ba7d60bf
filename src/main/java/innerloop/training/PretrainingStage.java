package innerloop.training;

import innerloop.episode.Phase;
import innerloop.meta.ContrastivePretraining;
import innerloop.meta.LearnerState;
import innerloop.meta.Pretraining;
import innerloop.nn.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What comes before the first outer step: the encoder is pre-trained, if the experiment says so, on what training sees of the
/// graph.
final class PretrainingStage {

    private static final int SHOWN_EVERY = 5;

    private PretrainingStage() {}

    /// What it leads to.
    ///
    /// @param start the state the outer loop starts from
    /// @param metrics its loss
    record Result(LearnerState start, List<RunRecord.Metric> metrics) {}

    /// Does it, or nothing.
    ///
    /// @throws RunControl.StoppedException if it was told to stop
    static Result of(
            ExperimentSetup setup,
            EpisodePool pool,
            RunControl control,
            Consumer<TrainingEvent> events) {
        LearnerState drawn = setup.initial();
        return switch (setup.experiment().pretraining()) {
            case Pretraining.None _ -> new Result(drawn, List.of());
            case ContrastivePretraining contrast ->
                    contrast(contrast, drawn, setup, pool, control, events);
        };
    }

    private static Result contrast(
            ContrastivePretraining contrast,
            LearnerState drawn,
            ExperimentSetup setup,
            EpisodePool pool,
            RunControl control,
            Consumer<TrainingEvent> events) {
        List<RunRecord.Metric> metrics = new ArrayList<>();
        Parameters body =
                contrast.train(
                        setup.blueprint(),
                        setup.experiment().learner(),
                        setup.seen(Phase.TRAIN),
                        setup.backend(),
                        setup.seed(),
                        work -> pool.forEach(2, (_, side) -> work.accept(side)),
                        (epoch, loss, theta) -> {
                            control.pausePoint();
                            var done = new TrainingEvent.Pretrained(epoch, contrast.epochs(), loss);
                            metrics.add(
                                    new RunRecord.Metric(
                                            done.step(), Metrics.PRETRAINING_LOSS, loss));
                            events.accept(done);
                            if (epoch % SHOWN_EVERY == 0) {
                                events.accept(new TrainingEvent.Moved(0, drawn.withBody(theta)));
                            }
                        });
        return new Result(drawn.withBody(body), List.copyOf(metrics));
    }
}
