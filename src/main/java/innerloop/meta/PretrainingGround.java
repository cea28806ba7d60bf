package innerloop.meta;

import innerloop.episode.Sampler;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import innerloop.math.Seed;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Network;
import java.util.function.IntConsumer;

/// What a pre-training has to do with.
///
/// @param blueprint of the learner's networks
/// @param dimensions size of the space that the learner maps to ([MetaLearner#dimensions])
/// @param nodes what training sees of the graph; of it no label is read
/// @param labels examples of the base classes
/// @param backend the arithmetic
/// @param seed of θ₀ and of all that is drawn
/// @param both does two things at the same time, if there are threads
public record PretrainingGround(
        Blueprint blueprint,
        int dimensions,
        Nodes nodes,
        Labels labels,
        Backend backend,
        Seed seed,
        Both both) {

    /// The root of what pre-training draws, so that it shares nothing with the episodes that follow.
    Seed own() {
        return new Seed(seed.key(Seed.Purpose.PRETRAINING, 0));
    }

    /// The size of the encoder's output.
    int width() {
        return blueprint.encoderDimensions(dimensions);
    }

    /// The network of the encoder alone.
    public Network encoder() {
        return blueprint.forEncoder(width());
    }

    /// The nodes that training sees and the edges between them, as a graph of their own.
    public interface Nodes {

        /// The graph.
        AttributedGraph graph();

        /// The graph as the encoder sees it.
        Encoder.GraphView view();

        /// All nodes, as the network sees them if something is left out.
        ///
        /// @param key what is left out follows from it
        Block damaged(Network network, ContrastivePretraining.View damage, long key);
    }

    /// Draws labelled examples that training sees.
    public interface Labels {

        /// Draws batches of all base classes ([Sampler#batch]).
        Sampler sampler(Seed seed);

        /// The graph they are drawn from, as the encoder sees it.
        Encoder.GraphView view();
    }

    /// Does the same for 0 and 1, at the same time if there are threads.
    public interface Both {

        /// Returns when the work for 0 and 1 is done.
        void each(IntConsumer work);
    }
}
