package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.NumericColumns;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.FeatureRecipe.Scaling;
import innerloop.math.VectorBackend;
import org.junit.jupiter.api.Test;

/// A column that is much larger than all others costs nothing where columns are scaled, and nearly everything where they are not.
class ScaledColumnsTest {

    private static double accuracy(AttributedGraph graph, Scaling scaling) throws InputException {
        Experiment experiment =
                SmallExperiments.easy(10)
                        .withFeatures(FeatureRecipe.defaults().withScaling(scaling));
        return new ExperimentRunner(new VectorBackend(), 2)
                .run(experiment, graph, new RunControl(), _ -> {})
                .test()
                .mean();
    }

    @Test
    void aYearCostsNothingWhereColumnsAreScaled() throws InputException {
        AttributedGraph blocks = BlockModel.easy().graph();
        AttributedGraph dated = NumericColumns.dated(blocks);
        double without = accuracy(NumericColumns.of(blocks), Scaling.AUTO);
        assertThat(accuracy(dated, Scaling.AUTO)).isCloseTo(without, within(0.01));
        assertThat(accuracy(dated, Scaling.NONE)).isLessThan(without - 0.2);
    }
}
