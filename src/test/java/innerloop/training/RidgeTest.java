package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.experiment.kinds.Kinds;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.math.VectorBackend;
import innerloop.meta.ContrastivePretraining;
import innerloop.meta.Pretraining;
import innerloop.meta.Ridge;
import innerloop.nn.RidgeHead;
import innerloop.task.NodeClassification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The closed-form head, from an encoder as it was drawn and from one that was pre-trained without labels.
class RidgeTest {

    private static final String FIRST = "convs.0.lin.weight";
    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    private static Experiment experiment(Ridge learner) {
        return SmallExperiments.easy(6).withLearner(learner);
    }

    private static Ridge small() {
        return Ridge.defaults().withDimensions(8);
    }

    private static RunRecord run(Experiment experiment, int threads) throws InputException {
        return new ExperimentRunner(new VectorBackend(), threads)
                .run(experiment, GRAPH, new RunControl(), _ -> {});
    }

    @ParameterizedTest
    @EnumSource(Ridge.Kernels.class)
    void learnsTheSameBitsWithOneThreadAndTwo(Ridge.Kernels kernels) throws InputException {
        Experiment experiment =
                experiment(small().withKernels(kernels))
                        .withPretraining(ContrastivePretraining.defaults().withEpochs(3));
        assertThat(run(experiment, 1).provenance().parametersSha256())
                .isEqualTo(run(experiment, 2).provenance().parametersSha256());
    }

    @Test
    void whatItLearnedServesWithoutTraining() throws InputException {
        // Degrees say little about blocks, so that the numbers of the head matter.
        Experiment learning =
                experiment(small().withOuter(Learners.outer(0.3, 4)))
                        .withFeatures(FeatureRecipe.defaults().withKind(FeatureRecipe.Kind.DEGREE))
                        .withTask(new NodeClassification(2, 1, 6));
        RunRecord record = run(learning, 2);
        Experiment given = learning;
        for (var setting : learning.learner().learnedSettings(record.parameters()).entrySet()) {
            given = Kinds.LEARNER.withValue(given, setting.getKey(), setting.getValue());
        }
        Experiment idle =
                given.withLearner(((Ridge) given.learner()).withLearns(Ridge.Learns.NOTHING));
        assertThat(((Ridge) idle.learner()).numbers()).isNotEqualTo(RidgeHead.Numbers.usual());
        assertThat(run(idle, 2).test()).isEqualTo(record.test());
        assertThat(record.test()).isNotEqualTo(record.zeroSteps());
    }

    @Test
    void theStartIsTheEncoderThatSawNoLabel() throws InputException {
        Experiment experiment =
                experiment(small())
                        .withPretraining(
                                ContrastivePretraining.defaults().withEpochs(40).withRate(0.01));
        List<TrainingEvent.Pretrained> heard = new ArrayList<>();
        RunRecord record =
                new ExperimentRunner(new VectorBackend(), 2)
                        .run(
                                experiment,
                                GRAPH,
                                new RunControl(),
                                event -> {
                                    if (event instanceof TrainingEvent.Pretrained done) {
                                        heard.add(done);
                                    }
                                });
        assertThat(heard).hasSize(40);
        assertThat(meanLoss(heard.subList(35, 40))).isLessThan(meanLoss(heard.subList(0, 5)));
        assertThat(record.metrics())
                .filteredOn(metric -> metric.key().equals(Metrics.PRETRAINING_LOSS))
                .extracting(RunRecord.Metric::step)
                .startsWith(-39, -38)
                .endsWith(-1, 0);
        assertThat(record.protocol().text()).contains("self-supervised on all nodes");
        assertThat(record.parameters().get(FIRST).toArray())
                .as("the head's numbers alone are learned")
                .isEqualTo(firstWeights(record));
        RunRecord drawn = run(experiment.withPretraining(Pretraining.none()), 2);
        assertThat(firstWeights(record)).isNotEqualTo(firstWeights(drawn));
    }

    /// Those that the outer loop started from.
    private static double[] firstWeights(RunRecord record) {
        return record.checkpoints().getFirst().learned().theta().get(FIRST).toArray();
    }

    private static double meanLoss(List<TrainingEvent.Pretrained> epochs) {
        return epochs.stream().mapToDouble(TrainingEvent.Pretrained::loss).average().orElseThrow();
    }

    @Test
    void theBestValidationCountsIfItIsToBeKept() throws InputException {
        Experiment experiment = SmallExperiments.easy(12);
        Budget budget = experiment.budget().withEvaluateEvery(3).withKeep(Budget.Keep.BEST);
        RunRecord record = run(experiment.withBudget(budget), 2);
        assertThat(record.protocol().text()).containsPattern("best validation after \\d+ steps");
    }
}
