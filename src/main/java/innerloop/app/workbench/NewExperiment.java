package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.split.SplitAdvice;
import innerloop.episode.Lanes;
import innerloop.episode.Split;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.HistoryCut;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.FeatureRecipe.Scaling;
import innerloop.meta.Maml;
import innerloop.nn.Gcn;
import innerloop.task.GraphClassification;
import innerloop.task.NodeClassification;
import innerloop.task.NodeRegression;
import innerloop.task.Task;
import java.util.List;
import java.util.Optional;

/// A first experiment for a graph that was opened without one: settings that run at once.
final class NewExperiment {

    private static final long SEED = 7;

    private NewExperiment() {}

    /// An experiment with no graph and no classes.
    static Experiment empty() {
        return new Experiment(
                Messages.get("document.untitled"),
                "",
                FeatureRecipe.defaults(),
                NodeClassification.defaults(),
                Split.empty(),
                Gcn.defaults(),
                Maml.defaults(),
                Budget.defaults(),
                SEED);
    }

    /// An experiment on this graph: the largest of 5, 3 and 2 ways that leaves every lane enough classes, with fewer
    /// queries where classes are small.
    ///
    /// @param path how the experiment names the graph
    /// @param target the column of numbers that are asked for; empty for a task with classes
    static Experiment on(AttributedGraph whole, String path, Optional<String> target) {
        HistoryCut history = HistoryCut.usual(whole);
        AttributedGraph read = history.of(whole);
        Task task = target.map(NewExperiment::regression).orElseGet(() -> task(read));
        AttributedGraph graph = task.labelled(read);
        boolean attributes = graph.featureTable().tellsApart(-1);
        FeatureRecipe features =
                attributes
                        ? FeatureRecipe.defaults().withScaling(Scaling.AUTO)
                        : FeatureRecipe.structural();
        Lanes split = SplitAdvice.random(graph, task.drawing(), SEED);
        if (graph.classes().size() < 2 * task.drawing().ways()) {
            // Too few classes to keep any apart: all lanes share them, and a finding says so.
            List<String> all = List.copyOf(graph.classes());
            split = new Lanes(all, all, all);
        }
        return empty().withName(graph.name())
                .withGraph(path)
                .withFeatures(features)
                .withTask(task)
                .withSplit(Split.ofClasses(split))
                .withHistory(history);
    }

    private static Task regression(String column) {
        NodeRegression usual = NodeRegression.defaults();
        return new NodeRegression(
                usual.drawing(), NodeRegression.Signal.COLUMN, column, usual.measure());
    }

    /// A collection whose member graphs have classes, and its nodes none, is for graph classification.
    private static Task task(AttributedGraph graph) {
        boolean ofGraphs = graph.classes().isEmpty() && !graph.graphClasses().isEmpty();
        Task usual = ofGraphs ? GraphClassification.defaults() : NodeClassification.defaults();
        int[] sizes = usual.drawing().unit().classSizes(usual.labelled(graph));
        for (int ways : new int[] {5, 3, 2}) {
            for (int queries : new int[] {15, 10, 5, 2}) {
                Task task = usual.withDrawing(ways, queries > 5 ? 3 : 2, queries);
                long usable = 0;
                for (int size : sizes) {
                    usable += size >= task.drawing().examplesPerClass() ? 1 : 0;
                }
                if (usable >= 3L * ways || (ways == 2 && usable >= 2)) {
                    return task;
                }
            }
        }
        return usual.withDrawing(2, 1, 1);
    }
}
