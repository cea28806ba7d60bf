package innerloop.app.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.calculus.Explainer;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import innerloop.calculus.Wanted;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.scene.VectorArrow;
import innerloop.scene.VectorArrow.Kind;
import innerloop.task.HeldOutEdges;
import innerloop.training.SmallExperiments;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForcesTest {

    private static Explanation explain(Experiment experiment, int node) throws InputException {
        Explainer explainer =
                Explainer.of(
                        experiment,
                        experiment.labelled(BlockModel.easy().graph()),
                        new Nd4jBackend());
        return explainer.explain(
                explainer.setup().initial(),
                new Explainer.Question(
                        new Wanted.Node(node), explainer.testEpisode(0), true, "untrained"));
    }

    private static Values value(Explanation explanation, String name) {
        return explanation.terms().stream()
                .filter(term -> term.name().equals(name))
                .findFirst()
                .map(Term::value)
                .orElseThrow();
    }

    private static double[] only(List<VectorArrow> arrows, Kind kind) {
        List<VectorArrow> those = arrows.stream().filter(arrow -> arrow.kind() == kind).toList();
        assertThat(those).hasSize(1);
        return those.getFirst().vector();
    }

    @Test
    void allForcesTogetherAreMinusTheDerivative() throws Exception {
        Explanation found =
                explain(SmallExperiments.edges(HeldOutEdges.Method.NEGATIVE_SAMPLING, 2), 3);
        List<VectorArrow> arrows = Forces.of(found);
        double[] sum = only(arrows, Kind.BOTH);
        Values dz = value(found, "dz");
        int own = value(found, "zⱼ").rows().names().indexOf(found.node());
        for (int c = 0; c < sum.length; c++) {
            assertThat(sum[c]).isCloseTo(-dz.get(own, c), within(1e-12));
        }
        assertThat(arrows).allMatch(arrow -> arrow.node() == 3);
        assertThat(arrows).filteredOn(arrow -> arrow.kind() == Kind.PULL).isNotEmpty();
        assertThat(arrows).filteredOn(arrow -> arrow.kind() == Kind.PUSH).isNotEmpty();
        assertThat(arrows).noneMatch(arrow -> arrow.kind() == Kind.SAMPLE);
    }

    @Test
    void aSampleIsItsNoiseAwayFromTheMean() throws Exception {
        Explanation found = explain(SmallExperiments.edges(HeldOutEdges.Method.VGAE, 2), 3);
        double[] spread = only(Forces.of(found), Kind.SAMPLE);
        for (int c = 0; c < spread.length; c++) {
            assertThat(spread[c])
                    .isCloseTo(
                            value(found, "σ").get(0, c) * value(found, "ε").get(0, c),
                            within(1e-12));
        }
    }

    @Test
    void otherLossesHaveNone() throws Exception {
        assertThat(Forces.of(explain(SmallExperiments.easy(2), 146))).isEmpty();
    }
}
