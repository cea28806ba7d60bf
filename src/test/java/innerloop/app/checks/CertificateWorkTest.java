package innerloop.app.checks;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.app.background.Cancellation;
import innerloop.app.checks.Badge.Tone;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.ClusteredGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.math.SparseMatrix;
import innerloop.meta.Ridge;
import innerloop.training.SmallExperiments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateWorkTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();
    private static final Experiment EXPERIMENT = SmallExperiments.easy(1);

    @Test
    void itSaysWhatTheCertificateSays() {
        Badge badge = CertificateWork.badge(EXPERIMENT, GRAPH, new Cancellation());
        assertThat(badge.tone()).isEqualTo(Tone.GOOD);
        assertThat(badge.text()).startsWith("second order · ").containsPattern("\\de-\\d+$");
    }

    /// Its gradient is exact, but nobody follows it.
    @Test
    void aRidgeThatLearnsNothingIsNotPraisedForItsGradient() {
        Ridge ridge = Ridge.defaults();
        Badge learning =
                CertificateWork.badge(EXPERIMENT.withLearner(ridge), GRAPH, new Cancellation());
        assertThat(learning.text()).startsWith("exact gradient · ");
        Badge badge =
                CertificateWork.badge(
                        EXPERIMENT.withLearner(ridge.withLearns(Ridge.Learns.NOTHING)),
                        GRAPH,
                        new Cancellation());
        assertThat(badge.tone()).isEqualTo(Tone.PLAIN);
        assertThat(badge.text()).isEqualTo("nothing learned by training");
    }

    @ParameterizedTest
    @EnumSource(FeatureRecipe.Kind.class)
    void thePreparedGraphTakesNoMoreThanWasReckonedWith(FeatureRecipe.Kind kind) {
        Experiment experiment =
                EXPERIMENT.withFeatures(new FeatureRecipe(kind, FeatureRecipe.Normalize.NONE));
        SparseMatrix features = experiment.features().apply(GRAPH);
        long entries =
                experiment.encoder().view(GRAPH, features).features().values().stream()
                        .mapToLong(m -> m.rowStart()[m.rows()])
                        .sum();
        assertThat(CertificateWork.bytes(experiment, GRAPH))
                .isGreaterThan(8.0 * entries)
                .isLessThan(100 * 8.0 * entries);
    }

    /// Scaling fills columns.
    @Test
    void scaledColumnsTakeNoMoreThanWasReckonedWith() {
        Experiment experiment =
                EXPERIMENT.withFeatures(
                        FeatureRecipe.defaults().withScaling(FeatureRecipe.Scaling.AUTO));
        long entries = experiment.featureMatrix(GRAPH).size();
        assertThat(CertificateWork.bytes(experiment, GRAPH)).isGreaterThan(8.0 * entries);
    }

    /// Degree features have as many columns in a large graph as in a small one.
    @Test
    void theFirstLayerOfDegreeFeaturesDoesNotGrowWithTheGraph() {
        int nodes = 20_000;
        AttributedGraph graph = ClusteredGraph.of(nodes, nodes, 1);
        Experiment experiment =
                EXPERIMENT.withFeatures(
                        new FeatureRecipe(FeatureRecipe.Kind.DEGREE, FeatureRecipe.Normalize.NONE));
        assertThat(CertificateWork.bytes(experiment, graph)).isLessThan(50.0 * nodes);
    }
}
