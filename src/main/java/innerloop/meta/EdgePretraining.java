package innerloop.meta;

import innerloop.episode.Sampler;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;
import innerloop.math.Seed;
import innerloop.nn.Criterion;
import innerloop.nn.Encoder;
import innerloop.nn.Network;
import innerloop.nn.Network.Adapts;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Readout.Latent;
import innerloop.task.HeldOutEdges;
import innerloop.task.HeldOutEdges.Method;
import innerloop.task.LinkPrediction.Ranking;
import java.util.List;

/// Pre-training on the edges: the product of two nodes' rows says whether an edge joins them. Loss and sampled pairs are those of
/// [HeldOutEdges] with nothing held out; of a variational auto-encoder, the encoder is that of the mean.
///
/// @param method what is learned from the edges
/// @param epochs steps of Adam
/// @param rate Adam's rate
/// @param divergence factor of the divergence in the loss of the variational auto-encoder
public record EdgePretraining(Method method, int epochs, double rate, double divergence)
        implements Pretraining.Training {

    public EdgePretraining {
        Pretraining.check(epochs, rate);
        MetaLearner.checkRate("pretraining.divergence", divergence);
    }

    /// 100 epochs at 0.01, the rate of Kipf and Welling (2016).
    public static EdgePretraining defaults(Method method) {
        return new EdgePretraining(method, 100, 0.01, 1);
    }

    private HeldOutEdges task(int dimensions) {
        return new HeldOutEdges(method, dimensions, divergence, 0, 0, Ranking.AUC);
    }

    /// Whether edges of this graph are compared with sampled pairs, where the method would compare them with all others.
    public boolean samples(AttributedGraph graph) {
        return method != Method.NEGATIVE_SAMPLING && task(1).pairsAtOnce(graph) == 0;
    }

    @Override
    public PretrainingLoss on(PretrainingGround ground) {
        AttributedGraph graph = ground.nodes().graph();
        HeldOutEdges task = task(ground.width());
        Criterion criterion = task.criterion(graph);
        Encoder encoder = ground.blueprint().encoder();
        Network network =
                new Network(
                        encoder,
                        criterion.readout(),
                        ground.blueprint().inputs(),
                        task.outputs(graph),
                        criterion.objective(),
                        Adapts.EVERYTHING);
        Seed own = ground.own();
        Sampler edges = task.sampler(graph, Split.empty(), own);
        List<ParameterSpec> wanted = ground.encoder().specs();
        Latent latent = new Latent(ground.width(), method == Method.VGAE);
        return new BatchLoss(
                ground.backend(),
                network,
                ground.nodes().view(),
                epoch -> edges.batch(epoch, 0),
                own,
                theta -> latent.ofMean(encoder, wanted, theta));
    }

    @Override
    public boolean readsLabels() {
        return false;
    }

    @Override
    public EdgePretraining withEpochs(int newEpochs) {
        return new EdgePretraining(method, newEpochs, rate, divergence);
    }

    @Override
    public EdgePretraining withRate(double newRate) {
        return new EdgePretraining(method, epochs, newRate, divergence);
    }

    public EdgePretraining withDivergence(double newDivergence) {
        return new EdgePretraining(method, epochs, rate, newDivergence);
    }
}
