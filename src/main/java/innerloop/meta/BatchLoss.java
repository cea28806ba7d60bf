package innerloop.meta;

import innerloop.episode.Episode;
import innerloop.math.Backend;
import innerloop.math.Seed;
import innerloop.nn.Encoder;
import innerloop.nn.Network;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Parameters;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/// The loss of pre-training that looks at a batch of examples in each epoch: that of a learner without an inner loop
/// ([FullBatch], [Pretrain]).
final class BatchLoss implements PretrainingLoss {

    private final NetworkEvaluator evaluator;
    private final EpisodeSource source;
    private final LongFunction<Episode> batches;
    private final Seed seed;
    private final UnaryOperator<Parameters> encoder;

    /// @param view the graph that the batches are of
    /// @param batches by the number of the epoch
    /// @param seed of noise and dropout
    /// @param encoder see [PretrainingLoss#encoder]
    BatchLoss(
            Backend backend,
            Network network,
            Encoder.GraphView view,
            LongFunction<Episode> batches,
            Seed seed,
            UnaryOperator<Parameters> encoder) {
        this.evaluator = new NetworkEvaluator(backend, network);
        this.source = new EpisodeSource(network, view, EpisodeProblem.Rows.EVERY);
        this.batches = batches;
        this.seed = seed;
        this.encoder = encoder;
    }

    @Override
    public Network network() {
        return evaluator.network();
    }

    @Override
    public Parameters gradient(Parameters theta, int epoch) {
        EpisodeProblem batch =
                EpisodeProblem.of(
                        evaluator.backend(),
                        source,
                        batches.apply(epoch),
                        seed.key(Seed.Purpose.DROPOUT, epoch));
        return evaluator.gradient(
                theta, FullBatch.passes(batch, evaluator), batch.queryDropoutKey(0));
    }

    @Override
    public double loss() {
        return evaluator.lossOfGradient();
    }

    @Override
    public Parameters encoder(Parameters theta) {
        return encoder.apply(theta);
    }
}
