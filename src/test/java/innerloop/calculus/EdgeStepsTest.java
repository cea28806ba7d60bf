package innerloop.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.task.HeldOutEdges;
import innerloop.training.SmallExperiments;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A node's part of a loss of edges, every number once more by hand from the rows of z and the weights of the pairs.
@SuppressWarnings("NullAway.Init")
class EdgeStepsTest {

    private static final AttributedGraph BLOCKS = BlockModel.easy().graph();
    private static final int NODE = 3;
    private static final Offset<Double> EXACT = within(1e-12);

    private Explanation found;

    @ParameterizedTest
    @EnumSource
    void everyNumberIsComputedByHand(HeldOutEdges.Method method) throws Exception {
        Experiment experiment = SmallExperiments.edges(method, 2);
        Explainer explainer =
                Explainer.of(experiment, experiment.labelled(BLOCKS), new Nd4jBackend());
        found =
                explainer.explain(
                        explainer.setup().initial(),
                        new Explainer.Question(
                                new Wanted.Node(NODE),
                                explainer.testEpisode(0),
                                false,
                                "untrained"));
        Values z = value("zⱼ");
        int own = z.rows().names().indexOf(found.node());
        double loss = 0;
        int pulled = 0;
        int pushed = 0;
        for (int j = 0; j < z.rows().size(); j++) {
            double score = 0;
            for (int c = 0; c < z.columns().size(); c++) {
                score += z.get(own, c) * z.get(j, c);
            }
            double a = value("aⱼ").get(0, j);
            double r = value("rⱼ").get(0, j);
            double p = 1 / (1 + Math.exp(-score));
            assertThat(value("sⱼ").get(0, j)).isCloseTo(score, EXACT);
            assertThat(value("pⱼ").get(0, j)).isCloseTo(p, EXACT);
            loss += r * Math.log(1 + Math.exp(score)) - a * score;
            if (a > 0) {
                arrow("pullⱼ", pulled++, j, a - r * p);
            } else if (r > 0) {
                arrow("pushⱼ", pushed++, j, -r * p);
            }
        }
        assertThat(value("pullⱼ").rows().size()).isEqualTo(pulled).isPositive();
        assertThat(value("pushⱼ").rows().size()).isEqualTo(pushed).isPositive();
        if (method == HeldOutEdges.Method.VGAE) {
            assertThat(value("reconstruction").get(0, 0)).isCloseTo(loss, EXACT);
            loss += divergence();
        }
        assertThat(value("L").get(0, 0)).isCloseTo(loss, EXACT);
    }

    /// The factor times the row of z.
    private void arrow(String name, int row, int j, double factor) {
        Values arrows = value(name);
        assertThat(arrows.rows().get(row)).isEqualTo(value("zⱼ").rows().get(j));
        for (int c = 0; c < arrows.columns().size(); c++) {
            assertThat(arrows.get(row, c)).isCloseTo(factor * value("zⱼ").get(j, c), EXACT);
        }
    }

    private double divergence() {
        double sum = 0;
        for (int c = 0; c < value("μ").columns().size(); c++) {
            double mean = value("μ").get(0, c);
            double deviation = value("σ").get(0, c);
            assertThat(value("zᵢ").get(0, c))
                    .isCloseTo(mean + deviation * value("ε").get(0, c), EXACT);
            sum += mean * mean + deviation * deviation - 1 - 2 * Math.log(deviation);
        }
        double kl = sum / 2 / Math.pow(BLOCKS.nodes(), 2);
        assertThat(value("KL").get(0, 0)).isCloseTo(kl, EXACT);
        return kl;
    }

    private Values value(String name) {
        List<Term> those = found.terms().stream().filter(term -> term.name().equals(name)).toList();
        assertThat(those).as(name).isNotEmpty();
        return those.getFirst().value();
    }
}
