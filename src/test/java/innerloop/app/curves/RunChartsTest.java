package innerloop.app.curves;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.episode.Split;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.FeatureRecipe;
import innerloop.meta.Maml;
import innerloop.nn.Gcn;
import innerloop.plot.Chart;
import innerloop.task.LinkPrediction;
import innerloop.task.NodeClassification;
import innerloop.task.NodeRegression;
import innerloop.task.Task;
import innerloop.training.RunCurves;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunChartsTest {

    private static List<String> titles(Task task) {
        Experiment experiment =
                new Experiment(
                        "untitled",
                        "",
                        FeatureRecipe.defaults(),
                        task,
                        Split.empty(),
                        Gcn.defaults(),
                        Maml.defaults(),
                        Budget.defaults(),
                        7);
        return RunCharts.of(new RunCurves(experiment), List.of(), CurveSettings.defaults()).stream()
                .map(Chart::title)
                .toList();
    }

    @Test
    void beforeARunTheScoreIsNamedAfterTheTasksMeasure() {
        assertThat(titles(NodeClassification.defaults())).anyMatch(t -> t.startsWith("accuracy"));
        assertThat(titles(LinkPrediction.defaults())).anyMatch(t -> t.startsWith("AUC"));
        assertThat(titles(NodeRegression.defaults())).anyMatch(t -> t.startsWith("RMSE"));
    }
}
