package innerloop.app.checks;

import innerloop.app.background.Cancellation;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.nn.ParameterSpec;
import innerloop.training.Certification;
import java.util.concurrent.CancellationException;

/// Makes the badge of an experiment.
final class CertificateWork {

    /// Enough episodes to notice an unusual one, few enough to be fast.
    private static final int EPISODES = 2;

    /// The share of the heap that the prepared graph may take beside those of the run and the observer.
    private static final double SHARE = 0.25;

    private static final int BYTES_PER_ENTRY = 12;
    private static final int COPIES_OF_THETA = 4;
    private static final int MATRICES_OF_PAIRS = 6;

    private CertificateWork() {}

    /// The badge.
    static Badge badge(Experiment experiment, AttributedGraph graph, Cancellation cancellation) {
        try {
            if (bytes(experiment, graph) > SHARE * Runtime.getRuntime().maxMemory()) {
                return Badge.large();
            }
            return Badge.of(
                    Certification.of(experiment, graph, EPISODES, cancellation::check),
                    experiment.learner());
        } catch (CancellationException e) {
            throw e;
        } catch (InputException e) {
            return Badge.notFinite();
        } catch (RuntimeException | OutOfMemoryError e) {
            return Badge.failed(e);
        }
    }

    /// An upper bound of the bytes that features, propagated once, and some copies of θ in float64 take.
    static double bytes(Experiment experiment, AttributedGraph graph) {
        int columns = experiment.featureColumns(graph);
        FeatureRecipe recipe = experiment.featureRecipe(graph);
        double entries = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            double own = recipe.entries(graph, i);
            entries += Math.min(columns, own * (1.0 + graph.degree(i)));
        }
        double weights = 0;
        for (ParameterSpec spec :
                experiment
                        .task()
                        .readout()
                        .parameters(
                                experiment.encoder(),
                                columns,
                                experiment.task().drawing().ways(),
                                ParameterSpec.Columns.OUTPUTS)) {
            weights += (double) spec.rows() * spec.columns();
        }
        return BYTES_PER_ENTRY * entries
                + COPIES_OF_THETA * Double.BYTES * weights
                + MATRICES_OF_PAIRS * Double.BYTES * (double) experiment.task().pairsAtOnce(graph);
    }
}
