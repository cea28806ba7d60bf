package innerloop.training;

import innerloop.leakage.Leakage;
import innerloop.meta.LearnerState;
import innerloop.meta.OuterState;
import innerloop.phrase.Phrase;
import innerloop.task.BaselineScore;
import innerloop.task.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A message of the trainer about its progress. Immutable; the window reads them once per frame.
public sealed interface TrainingEvent {

    /// One epoch of pre-training is done; comes before everything else.
    ///
    /// @param epoch 1 for the first
    /// @param epochs of all
    /// @param loss of this epoch
    record Pretrained(int epoch, int epochs, double loss) implements TrainingEvent {

        /// Its place before the outer steps: 0 for the last epoch, −1 for the one before it.
        public int step() {
            return epoch - epochs;
        }
    }

    /// Training begins: the fixed lines every later score is compared with, on the validation episodes.
    ///
    /// @param zeroSteps the same adaptation from the untrained θ
    /// @param baselines what can be had without the learner, the floor first
    /// @param leaks what speaks against every score to come
    record Started(Score zeroSteps, List<BaselineScore> baselines, List<Leakage.Leak> leaks)
            implements TrainingEvent {

        public Started {
            baselines = List.copyOf(baselines);
            leaks = List.copyOf(leaks);
        }
    }

    /// The run goes on from where an earlier one was interrupted; follows its [Started], in place of the events of the steps
    /// that are done already.
    ///
    /// @param step the outer steps that are done
    /// @param metrics the numbers on the way there
    /// @param speed steps per second on the way there
    /// @param checkpoints those that are kept, the earliest first
    record Resumed(
            int step,
            List<RunRecord.Metric> metrics,
            List<RunRecord.Metric> speed,
            List<Checkpoint> checkpoints)
            implements TrainingEvent {}

    /// One outer step is done.
    ///
    /// @param step 1 for the first
    /// @param queryLossBefore mean query loss of the step's tasks at θ, before adaptation
    /// @param queryLossAfter the same after the inner loop; a learner without one has the same loss twice (for
    ///     pre-training that of its batches)
    /// @param metaGradientNorm Euclidean norm of the outer direction (meta-gradient, or mean displacement)
    /// @param updateRatios how far the step moved each layer in relation to its size, `‖Δθ‖ / ‖θ‖`; NaN for a layer of
    ///     zeros
    /// @param cosine between the second- and the first-order meta-gradient, mean over the step's tasks; empty for a step
    ///     that does not have both
    /// @param divergence the second term of the loss, of a variational auto-encoder; empty if the loss has one term
    /// @param stepsPerSecond training speed so far, validation and pauses left out; 0 while unknown
    /// @param secondsLeft until the end of the run, with validations and the final test; negative while unknown
    record StepFinished(
            int step,
            double queryLossBefore,
            double queryLossAfter,
            double metaGradientNorm,
            List<Double> updateRatios,
            OptionalDouble cosine,
            OptionalDouble divergence,
            double stepsPerSecond,
            double secondsLeft)
            implements TrainingEvent {

        /// The metrics of the step that a run records. A layer of zeros has no norm to compare with, and so no ratio.
        public SequencedMap<MetricKey, Double> numbers() {
            SequencedMap<MetricKey, Double> numbers = new LinkedHashMap<>();
            numbers.put(Metrics.QUERY_LOSS_BEFORE, queryLossBefore);
            numbers.put(Metrics.QUERY_LOSS_AFTER, queryLossAfter);
            numbers.put(Metrics.META_GRADIENT_NORM, metaGradientNorm);
            for (int layer = 0; layer < updateRatios.size(); layer++) {
                if (!updateRatios.get(layer).isNaN()) {
                    numbers.put(Metrics.updateRatio(layer), updateRatios.get(layer));
                }
            }
            cosine.ifPresent(value -> numbers.put(Metrics.COSINE, value));
            divergence.ifPresent(value -> {
                numbers.put(Metrics.RECONSTRUCTION, queryLossAfter - value);
                numbers.put(Metrics.DIVERGENCE, value);
            });
            return numbers;
        }
    }

    /// How fast training was lately.
    record Paced(int step, double stepsPerSecond) implements TrainingEvent {}

    /// θ after a step; follows its [StepFinished]. Only the newest matters: a queue may drop older ones, so that a slow reader
    /// does not keep every θ in memory.
    ///
    /// @param state θ with all that the next step depends on
    record Moved(OuterState state) implements TrainingEvent {

        /// Steps done.
        public int step() {
            return state.steps();
        }

        /// What was learned.
        public LearnerState learned() {
            return state.learned();
        }
    }

    /// A checkpoint was kept, to which the window can return; follows its [Evaluated].
    record Saved(Checkpoint checkpoint) implements TrainingEvent {}

    /// Validation after a step.
    record Evaluated(int step, Score validation) implements TrainingEvent {}

    /// Training is over, the final test on this many episodes begins.
    record Testing(int tasks) implements TrainingEvent {}

    /// Progress of the final test. Comes from the thread that finished the last episode, while there are no other events.
    record Tested(int tasks) implements TrainingEvent {}

    /// Loss or parameters stopped being finite at this step.
    record Diverged(int step, Phrase reason) implements TrainingEvent {}

    /// The run is over, whatever the reason.
    record Finished(RunRecord record) implements TrainingEvent {}

    /// The run was told to stop before a test episode was done, so there is no score.
    record Abandoned() implements TrainingEvent {}

    /// The run ended with an error of the program or the machine.
    record Failed(Phrase message, @Nullable Throwable cause) implements TrainingEvent {}
}
