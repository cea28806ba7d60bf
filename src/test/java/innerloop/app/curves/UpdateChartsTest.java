package innerloop.app.curves;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.episode.Split;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.FeatureRecipe;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import innerloop.nn.Gcn;
import innerloop.task.NodeClassification;
import innerloop.training.RunCurves;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateChartsTest {

    private static RunCurves run(MetaLearner learner, double first, double second) {
        Experiment experiment =
                new Experiment(
                        "untitled",
                        "",
                        FeatureRecipe.defaults(),
                        NodeClassification.defaults(),
                        Split.empty(),
                        Gcn.defaults(),
                        learner,
                        Budget.defaults(),
                        7);
        RunCurves run = RunCurves.of(experiment, List.of(), List.of());
        for (int step = 1; step <= 20; step++) {
            run.updateRatios().get(0).append(step, first);
            run.updateRatios().get(1).append(step, second);
        }
        return run;
    }

    @Test
    void theLayerThatIsFarthestFromTheUsualIsNamedWithTheRightKnob() {
        assertThat(UpdateCharts.advice(run(Maml.defaults(), -2.5, -3.9))).isEmpty();
        assertThat(UpdateCharts.advice(run(Maml.defaults(), -1.6, -3)))
                .contains("Layer 1 moves too much", "−1.6", "smaller outer rate");
        assertThat(UpdateCharts.advice(run(Maml.defaults(), -3, -1.6)))
                .as("a head that grows from zero")
                .isEmpty();
        assertThat(UpdateCharts.advice(run(Maml.defaults(), -4.6, -3)))
                .contains("Layer 1 hardly moves", "larger outer rate");
        assertThat(UpdateCharts.advice(run(Reptile.defaults(), -1, -3))).contains("smaller ε");
        assertThat(UpdateCharts.advice(run(Reptile.defaults(), -5, -5)))
                .as("its steps shrink by plan")
                .isEmpty();
    }

    @Test
    void anEmptyCosineSaysWhy() {
        assertThat(cosineOf(Maml.defaults())).contains("Second-order MAML");
        assertThat(cosineOf(Maml.defaults().withOrder(Maml.Order.FIRST)))
                .contains("First order only");
        assertThat(cosineOf(Reptile.defaults())).contains("no second-order");
        assertThat(cosineOf(Prototypical.defaults())).contains("no second-order");
    }

    private static String cosineOf(MetaLearner learner) {
        return UpdateCharts.cosine(run(learner, -3, -3), CurveSettings.defaults()).emptySentence();
    }

    @Test
    void theFileNamesEveryLayer() {
        assertThat(RunCharts.series(run(Maml.defaults(), -3, -3)))
                .containsKeys(
                        "queryLossAfter",
                        "updateRatio.layer1",
                        "updateRatio.layer2",
                        "cosine",
                        "stepsPerSecond");
    }
}
