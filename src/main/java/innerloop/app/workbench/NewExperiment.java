package innerloop.app.workbench;

import innerloop.app.split.SplitAdvice;
import innerloop.episode.Lanes;
import innerloop.episode.Split;
import innerloop.episode.Task;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.FeatureRecipe.Kind;
import innerloop.graph.FeatureRecipe.Normalize;
import innerloop.meta.Maml;
import innerloop.nn.Gcn;
import java.util.List;

/// A first experiment for a graph that was opened without one: settings that run at once.
final class NewExperiment {

    private static final long SEED = 7;

    private NewExperiment() {}

    /// An experiment with no graph and no classes.
    static Experiment empty() {
        return new Experiment(
                "untitled",
                "",
                FeatureRecipe.defaults(),
                Task.defaults(),
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
    static Experiment on(AttributedGraph graph, String path) {
        Task task = task(graph);
        boolean attributes = graph.features().columns() > 0;
        FeatureRecipe features =
                attributes
                        ? FeatureRecipe.defaults()
                        : new FeatureRecipe(Kind.DEGREE, Normalize.NONE);
        Lanes split = SplitAdvice.random(graph, task, SEED);
        if (graph.classes().size() < 2 * task.ways()) {
            // Too few classes to keep any apart: all lanes share them, and a finding says so.
            List<String> all = List.copyOf(graph.classes());
            split = new Lanes(all, all, all);
        }
        return empty().withName(graph.name())
                .withGraph(path)
                .withFeatures(features)
                .withTask(task)
                .withSplit(Split.ofClasses(split));
    }

    private static Task task(AttributedGraph graph) {
        int[] sizes = graph.classSizes();
        for (int ways : new int[] {5, 3, 2}) {
            for (int queries : new int[] {15, 10, 5, 2}) {
                Task task = new Task(ways, queries > 5 ? 3 : 2, queries);
                long usable = 0;
                for (int size : sizes) {
                    usable += size >= task.nodesPerClass() ? 1 : 0;
                }
                if (usable >= 3L * ways || (ways == 2 && usable >= 2)) {
                    return task;
                }
            }
        }
        return new Task(2, 1, 1);
    }
}
