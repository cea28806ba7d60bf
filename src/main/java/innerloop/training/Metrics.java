package innerloop.training;

import innerloop.episode.Phase;
import innerloop.nn.Layers;
import innerloop.task.Measure;
import java.util.List;
import java.util.stream.IntStream;

/// The names of all metrics that a run records.
public final class Metrics {

    /// Mean query loss of a step's tasks at θ, before adaptation.
    public static final MetricKey QUERY_LOSS_BEFORE = train("queryLossBefore");

    /// The same after the inner loop.
    public static final MetricKey QUERY_LOSS_AFTER = train("queryLossAfter");

    /// The loss of pre-training; its epochs are steps up to 0, the last one being 0.
    public static final MetricKey PRETRAINING_LOSS = train("pretrainingLoss");

    /// Euclidean norm of the outer direction.
    public static final MetricKey META_GRADIENT_NORM = train("metaGradientNorm");

    /// Cosine between the second- and the first-order meta-gradient.
    public static final MetricKey COSINE = train("cosine");

    /// The first term of the loss of a variational auto-encoder: how badly edges are told from other pairs.
    public static final MetricKey RECONSTRUCTION = train("reconstruction");

    /// The second: the divergence of its latent distributions from the standard normal one, with its weight.
    public static final MetricKey DIVERGENCE = train("kl");

    /// Training speed, validation and pauses left out.
    public static final MetricKey STEPS_PER_SECOND = train("stepsPerSecond");

    /// Those of an encoder, of a readout and of an objective.
    private static final int MOST_LAYERS = Layers.MOST + 2;

    private static final List<MetricKey> UPDATE_RATIOS =
            IntStream.rangeClosed(1, MOST_LAYERS)
                    .mapToObj(layer -> train("updateRatio.layer" + layer))
                    .toList();

    /// The score from the untrained θ.
    public static final String ZERO_STEPS = "zeroSteps";

    private Metrics() {}

    /// The size of a step of a layer relative to the layer's parameters, `‖Δθ‖ / ‖θ‖`.
    ///
    /// @param layer 0 for the first
    public static MetricKey updateRatio(int layer) {
        return UPDATE_RATIOS.get(layer);
    }

    /// The mean of a score.
    public static MetricKey score(Phase phase, Measure measure) {
        return new MetricKey(phase, measure.word());
    }

    /// The half width of its 95 % interval.
    public static MetricKey interval(Phase phase) {
        return new MetricKey(phase, "ci95");
    }

    /// The mean of a baseline's score.
    ///
    /// @param word [#ZERO_STEPS] or that of a baseline
    public static MetricKey reference(Phase phase, String word) {
        return new MetricKey(phase, word);
    }

    private static MetricKey train(String name) {
        return new MetricKey(Phase.TRAIN, name);
    }
}
