package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.episode.Phase;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.math.VectorBackend;
import innerloop.meta.ContrastivePretraining;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Prototypical;
import innerloop.meta.Shrinkage;
import innerloop.task.Measure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The best validation counts for every learner that starts from a pre-trained encoder.
class BestValidationTest {

    private static Stream<MetaLearner.Shrinking> learners() {
        Maml maml = Learners.maml(Maml.Order.SECOND, 3, 0.5, 0.05, 2);
        return Stream.of(
                        maml,
                        maml.withVariant(Maml.Variant.ANIL),
                        Learners.reptile(3, 0.5, 0.5, true, 2),
                        Prototypical.defaults().withDimensions(8).withOuter(Learners.outer(0.1, 2)))
                .map(learner -> learner.withShrinkage(new Shrinkage(0.01, 0.1)));
    }

    private static Experiment experiment(MetaLearner learner) {
        Experiment easy = SmallExperiments.easy(8);
        return easy.withLearner(learner)
                .withPretraining(ContrastivePretraining.defaults().withEpochs(5))
                .withBudget(new Budget(8, 2, 8).withKeep(Budget.Keep.BEST));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void itIsWhatIsTestedAndSaid(MetaLearner learner) throws InputException {
        RunRecord record =
                new ExperimentRunner(new VectorBackend(), 2)
                        .run(
                                experiment(learner),
                                BlockModel.easy().graph(),
                                new RunControl(),
                                _ -> {});
        List<RunRecord.Metric> validations =
                record.metrics().stream()
                        .filter(m ->
                                m.key().equals(Metrics.score(Phase.VALIDATION, Measure.ACCURACY)))
                        .toList();
        assertThat(validations).hasSize(5);
        RunRecord.Metric best = validations.getFirst();
        for (RunRecord.Metric next : validations) {
            best = next.value() > best.value() ? next : best;
        }
        int step = best.step();
        assertThat(record.protocol().text())
                .contains("best validation after " + step + " step", "self-supervised");
        assertThat(record.parameters().sha256())
                .isEqualTo(
                        record.checkpoints().stream()
                                .filter(c -> c.step() == step)
                                .findFirst()
                                .orElseThrow()
                                .learned()
                                .theta()
                                .sha256());
    }
}
