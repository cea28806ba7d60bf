package innerloop.training;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.episode.Split;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.FeatureRecipe;
import innerloop.meta.Maml;
import innerloop.nn.Activation;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import innerloop.task.NodeClassification;
import java.util.List;

/// Experiments that take a second or less.
public final class SmallExperiments {

    private SmallExperiments() {}

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
