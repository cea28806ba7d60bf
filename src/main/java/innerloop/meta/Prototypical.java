package innerloop.meta;

import innerloop.nn.Layers;
import innerloop.nn.PrototypeModel.Distance;

/// Prototypical networks (Snell, Swersky, Zemel 2017, algorithm 1): a query node belongs to the class whose mean
/// support node is nearest in the encoder's output. There is no inner loop.
///
/// @param distance how near is measured
/// @param dimensions size of the encoder's output
/// @param update the outer loop
public record Prototypical(Distance distance, int dimensions, MetaUpdate update)
        implements MetaLearner.Updating {

    public Prototypical {
        if (dimensions < 1 || dimensions > Layers.WIDEST) {
            throw new IllegalArgumentException(
                    "learner.dimensions must be in 1 … " + Layers.WIDEST + ", not " + dimensions);
        }
    }

    /// Cosine in 256 dimensions with the usual outer loop.
    public static Prototypical defaults() {
        return new Prototypical(Distance.COSINE, 256, MetaUpdate.defaults());
    }

    @Override
    public Prototypical withUpdate(MetaUpdate newUpdate) {
        return new Prototypical(distance, dimensions, newUpdate);
    }

    public Prototypical withDistance(Distance newDistance) {
        return new Prototypical(newDistance, dimensions, update);
    }

    public Prototypical withDimensions(int newDimensions) {
        return new Prototypical(distance, newDimensions, update);
    }
}
