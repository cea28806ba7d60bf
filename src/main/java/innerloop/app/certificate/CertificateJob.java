package innerloop.app.certificate;

import innerloop.experiment.Certification;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.math.SparseMatrix;
import innerloop.nn.ParameterSpec;
import java.util.concurrent.CancellationException;

/// One certificate in the making. Made on the JavaFX thread, worked on by another one, cancelled by anybody.
final class CertificateJob {

    /// So many episodes that an odd one is noticed, so few that nobody waits.
    private static final int EPISODES = 2;

    /// The share of the heap that the prepared graph may take beside those of the run and the observer.
    private static final double SHARE = 0.25;

    private static final int BYTES_PER_ENTRY = 12;
    private static final int COPIES_OF_THETA = 4;

    private final Experiment experiment;
    private final AttributedGraph graph;
    private volatile boolean cancelled;

    CertificateJob(Experiment experiment, AttributedGraph graph) {
        this.experiment = experiment;
        this.graph = graph;
    }

    /// Ends [#make] before its next inner step.
    void cancel() {
        cancelled = true;
    }

    private void checkpoint() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    /// The badge; a hidden one if the job was cancelled.
    Badge make() {
        try {
            checkpoint();
            if (bytes(experiment, graph) > SHARE * Runtime.getRuntime().maxMemory()) {
                return Badge.large();
            }
            return Badge.of(
                    Certification.of(experiment, graph, EPISODES, this::checkpoint),
                    experiment.learner());
        } catch (CancellationException e) {
            return Badge.hidden();
        } catch (InputException e) {
            return Badge.notFinite();
        } catch (RuntimeException | OutOfMemoryError e) {
            return Badge.failed(e);
        }
    }

    /// An upper bound of the bytes that features, propagated once, and some copies of θ in float64 take.
    static double bytes(Experiment experiment, AttributedGraph graph) {
        SparseMatrix features = graph.features();
        boolean attributes = experiment.features().kind() == FeatureRecipe.Kind.ATTRIBUTES;
        int columns = attributes ? features.columns() : graph.nodes();
        int[] start = features.rowStart();
        double entries = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            double own = attributes ? start[i + 1] - start[i] : 1;
            entries += Math.min(columns, own * (1.0 + graph.degree(i)));
        }
        double weights = 0;
        for (ParameterSpec spec :
                experiment.encoder().parameters(columns, experiment.task().ways())) {
            weights += (double) spec.rows() * spec.columns();
        }
        return BYTES_PER_ENTRY * entries + COPIES_OF_THETA * Double.BYTES * weights;
    }
}
