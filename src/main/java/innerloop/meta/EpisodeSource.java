package innerloop.meta;

import innerloop.graph.NodeKernel;
import innerloop.graph.NodeKernels;
import innerloop.graph.Targets;
import innerloop.math.Backend;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Network;
import java.util.function.Supplier;

/// The graph that episodes are cut out of, and the network that is adapted to them.
///
/// @param network the network
/// @param view the graph as its encoder sees it
/// @param rows which rows of the first weights an episode works on
/// @param everywhere whether any node may be asked about later: the adapted parameters then have every row of the first weights,
///     and the inner loop works on those that `rows` says
/// @param kernels similarities of its nodes
/// @param passedOn what other similarities follow from
public record EpisodeSource(
        Network network,
        Encoder.GraphView view,
        EpisodeProblem.Rows rows,
        boolean everywhere,
        Supplier<NodeKernels> kernels,
        Supplier<PassedOn> passedOn) {

    /// A source for networks that read no similarities.
    public EpisodeSource(Network network, Encoder.GraphView view, EpisodeProblem.Rows rows) {
        this(
                network,
                view,
                rows,
                false,
                () -> {
                    throw none();
                },
                () -> {
                    throw none();
                });
    }

    private static IllegalStateException none() {
        return new IllegalStateException("no similarities of nodes");
    }

    /// Examples with everything the objective wants to know of their similarity to a support set.
    public Block compared(Backend backend, Block examples, Targets targets, Targets support) {
        Block all = network.passesOn() ? examples.ofNodes(targets.nodes()) : examples;
        for (NodeKernel kernel : network.objective().kernels()) {
            double[] between = kernels.get().between(kernel, targets.nodes(), support.nodes());
            all =
                    all.withKernel(
                            kernel.word(), backend.matrix(targets.size(), support.size(), between));
        }
        return all;
    }

    /// Whether products with the support set's features are all that the inner loop needs to know of the first weights.
    /// They are not where the head is one of these, whose columns change meaning from episode to episode, or where every
    /// inner step multiplies other features: those that dropout leaves. With hops after the last layer the support set reads
    /// most of the graph, more rows than there are feature columns.
    boolean learnsProducts() {
        return network.encoder().layers().inputDropout() == 0
                && network.encoder().layers().hops().count() == 0
                && network.specs().stream().noneMatch(s -> s.perFeature() && s.perOutput());
    }
}
