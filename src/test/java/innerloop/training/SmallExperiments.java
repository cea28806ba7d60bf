package innerloop.training;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.episode.Split;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.FeatureRecipe;
import innerloop.meta.FullBatch;
import innerloop.meta.Maml;
import innerloop.nn.Activation;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import innerloop.task.HeldOutEdges;
import innerloop.task.NodeClassification;
import java.util.List;

/// Experiments that take a second or less.
public final class SmallExperiments {

    private SmallExperiments() {}

    /// Learning from the edges of [BlockModel#easy()], two draws of the loss a step.
    public static Experiment edges(HeldOutEdges.Method method, int steps) {
        return easy(steps)
                .withTask(
                        HeldOutEdges.defaults()
                                .withMethod(method)
                                .withDimensions(4)
                                .withValidationShare(0.1))
                .withSplit(Split.empty())
                .withLearner(FullBatch.defaults().withOuter(Learners.outer(0.02, 2)))
                .withBudget(new Budget(steps, 2, 6));
    }

    /// 2-way 2-shot on [BlockModel#easy()].
    public static Experiment easy(int steps) {
        return new Experiment(
                "easy blocks",
                "blocks",
                FeatureRecipe.defaults(),
                new NodeClassification(2, 2, 5),
                Split.ofClasses(BlockModel.easy().split()),
                new Gcn(Layers.of(List.of(8), Activation.RELU)),
                Learners.maml(Maml.Order.SECOND, 3, 0.5, 0.01, 4),
                new Budget(steps, 5, 20),
                7);
    }
}
