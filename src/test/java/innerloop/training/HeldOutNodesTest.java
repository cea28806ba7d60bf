package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.checks.ExperimentChecks;
import innerloop.checks.Finding;
import innerloop.episode.Episode;
import innerloop.episode.Lanes;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.Phase;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.math.VectorBackend;
import innerloop.meta.FullBatch;
import innerloop.nn.Activation;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import innerloop.task.HeldOutNodes;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutNodesTest {

    private static final AttributedGraph GRAPH = new BlockModel(6, 25, 2, 1, 0.5, 2, 1).graph();

    /// Every third node is learned from, every third of the others validates.
    private static Split split() {
        return new Split(
                Split.Kind.REGIONS,
                new Lanes(List.of("a"), List.of("b"), List.of("c")),
                List.of(
                        new Region("a", numbers(0)),
                        new Region("b", numbers(1)),
                        new Region("c", numbers(2))),
                Split.Messages.ALL,
                PaintedEpisode.NONE);
    }

    private static List<Integer> numbers(int first) {
        return IntStream.iterate(first, i -> i < GRAPH.nodes(), i -> i + 3).boxed().toList();
    }

    private static int firstOf(Phase phase) {
        return switch (phase) {
            case TRAIN -> 0;
            case VALIDATION -> 1;
            case TEST -> 2;
        };
    }

    private static FullBatch decayed(double weightDecay) {
        FullBatch usual = FullBatch.defaults();
        return usual.withOuter(
                usual.outer().withShrinkage(usual.shrinkage().withWeightDecay(weightDecay)));
    }

    private static Experiment experiment(FullBatch learner, int steps) {
        return new Experiment(
                "supervised",
                "",
                FeatureRecipe.defaults(),
                HeldOutNodes.defaults(),
                split(),
                new Gcn(Layers.of(List.of(8), Activation.RELU).withDropout(0.2)),
                learner,
                Budget.defaults().withSteps(steps).withEvaluateEvery(2),
                7);
    }

    private static RunRecord run(Experiment experiment, int threads) throws InputException {
        return new ExperimentRunner(new VectorBackend(), threads)
                .run(experiment, GRAPH, new RunControl(), _ -> {});
    }

    @Test
    void everyLaneIsOneEpisodeAndTheBaseLaneIsTheBatch() throws InputException {
        ExperimentSetup setup =
                ExperimentSetup.of(experiment(FullBatch.defaults(), 4), GRAPH, new VectorBackend());
        for (Phase phase : Phase.values()) {
            Episode episode = setup.episode(phase, 17);
            assertThat(episode.query().targets().nodes())
                    .containsExactly(numbers(firstOf(phase)).stream().mapToInt(i -> i).toArray());
            assertThat(episode.supportNodes())
                    .isEqualTo(setup.episode(Phase.TRAIN, 0).query().targets().nodes());
        }
        assertThat(setup.trainingProblem(3).answers().size()).isEqualTo(numbers(0).size());
    }

    @Test
    void itLearnsTheClassesWithTheSameBitsForOneThreadAndTwo() throws InputException {
        Experiment experiment = experiment(decayed(5e-4), 60);
        RunRecord record = run(experiment, 1);
        assertThat(record.test().mean())
                .isGreaterThan(0.5)
                .isGreaterThan(record.zeroSteps().mean());
        assertThat(record.baselines())
                .extracting(b -> b.word())
                .containsExactly("floor", "labelPropagation");
        assertThat(record.episodes()).hasSize(1);
        assertThat(run(experiment, 2).parameters().sha256())
                .isEqualTo(record.parameters().sha256());
    }

    @Test
    void weightDecayKeepsParametersSmall() throws InputException {
        assertThat(length(run(experiment(decayed(0.1), 60), 1)))
                .isLessThan(0.5 * length(run(experiment(FullBatch.defaults(), 60), 1)));
    }

    private static double length(RunRecord record) {
        double sum = 0;
        for (double w : record.parameters().get("convs.0.lin.weight").toArray()) {
            sum += w * w;
        }
        return Math.sqrt(sum);
    }

    @Test
    void patienceEndsTheRunAndKeepsTheBest() throws InputException {
        Experiment patient = experiment(FullBatch.defaults().withPatience(6), 1000);
        RunRecord record = run(patient, 1);
        assertThat(record.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(record.steps()).isLessThan(1000);
        List<RunRecord.Metric> validations =
                record.metrics().stream()
                        .filter(m ->
                                m.key().equals(Metrics.score(Phase.VALIDATION, Measure.ACCURACY)))
                        .toList();
        RunRecord.Metric best = validations.getFirst();
        for (RunRecord.Metric next : validations) {
            best = next.value() > best.value() ? next : best;
        }
        assertThat(record.steps()).isEqualTo(best.step() + 6);
        assertThat(record.protocol().text())
                .contains(
                        "learned from at once, split " + patient.split().shortHash() + ", seed ",
                        "best validation after " + best.step() + " step");
        int step = best.step();
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

    @Test
    void ofEquallyGoodValidationsTheFirstCounts() {
        Patience patience = new Patience(500, false, Measure.ACCURACY, List.of());
        List<Integer> seen = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            patience.see(step, new Score(Measure.ACCURACY, step == 131 ? 0.9 : 0.5, 0, 1));
            seen.add(patience.bestStep());
        }
        assertThat(seen.get(130)).isZero();
        assertThat(seen.get(399)).isEqualTo(131);
        assertThat(patience.isOver(630)).isFalse();
        assertThat(patience.isOver(631)).isTrue();
    }

    @Test
    void lanesOfClassesAndEmptyLanesAreNamed() {
        Experiment experiment = experiment(FullBatch.defaults(), 4);
        Experiment byClasses =
                experiment.withSplit(
                        Split.ofClasses(new Lanes(GRAPH.classes(), List.of(), GRAPH.classes())));
        assertThat(blocking(byClasses)).containsExactly("split.kind");
        Experiment empty =
                experiment.withSplit(
                        split().withLanes(new Lanes(List.of("a"), List.of(), List.of())));
        assertThat(blocking(empty)).containsExactly("split.test");
        Experiment twice =
                experiment.withSplit(
                        split().withLanes(new Lanes(List.of("a"), List.of("b"), List.of("a"))));
        assertThat(ExperimentChecks.check(twice, GRAPH))
                .extracting(Finding::message)
                .contains(numbers(0).size() + " of its nodes are in an earlier lane, too");
    }

    private static List<String> blocking(Experiment experiment) {
        return ExperimentChecks.check(experiment, GRAPH).stream()
                .filter(Finding::blocking)
                .map(Finding::where)
                .toList();
    }
}
