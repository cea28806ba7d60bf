package innerloop.meta;

import innerloop.nn.Criterion;
import innerloop.nn.Encoder;
import innerloop.nn.Network;
import innerloop.nn.Network.Adapts;
import innerloop.nn.Objective;
import innerloop.nn.Objective.Distance;
import innerloop.nn.Objective.Prototypes;
import innerloop.nn.Readout;

/// Everything a learner builds its networks from.
///
/// @param encoder maps nodes to vectors
/// @param readout turns these vectors into rows for the targets
/// @param objective the loss to be minimised
/// @param inputs feature columns
/// @param outputs outputs of a network that is adapted to an episode: its ways
/// @param baseClasses outputs of a network that tells all base classes apart
/// @param whole the loss where all training examples are learned from at once; its first weights are those of `readout`
public record Blueprint(
        Encoder encoder,
        Readout readout,
        Objective objective,
        int inputs,
        int outputs,
        int baseClasses,
        Criterion whole) {

    /// A blueprint in which learning from everything at once minimises the same loss.
    public Blueprint(
            Encoder encoder,
            Readout readout,
            Objective objective,
            int inputs,
            int outputs,
            int baseClasses) {
        this(
                encoder,
                readout,
                objective,
                inputs,
                outputs,
                baseClasses,
                new Criterion(readout, objective));
    }

    /// A network with an output for each slot of an episode.
    Network forEpisodes(Adapts adapts) {
        return new Network(encoder, readout, inputs, outputs, objective, adapts);
    }

    /// A network whose loss is that of all training examples at once.
    Network forCriterion() {
        return new Network(
                encoder, whole.readout(), inputs, outputs, whole.objective(), Adapts.EVERYTHING);
    }

    /// A network with an output for each base class.
    Network forBaseClasses() {
        return new Network(encoder, readout, inputs, baseClasses, objective, Adapts.EVERYTHING);
    }

    /// A network that maps to a space in which the slots of an episode are told apart by their prototypes.
    Network forDistances(int dimensions, Distance distance) {
        return forHead(dimensions, new Prototypes(distance, outputs), Adapts.EVERYTHING);
    }

    /// Columns of the encoder's output in the learner's networks.
    ///
    /// @param dimensions the size of the space that the learner maps to
    int encoderDimensions(int dimensions) {
        return switch (readout) {
            case Readout.LastLayer _ -> dimensions;
            case Readout.Pooled pooled -> pooled.dimensions();
            case Readout.PairScore pairs -> pairs.dimensions();
            case Readout.Latent latent -> latent.dimensions();
        };
    }

    /// A network of the encoder alone, whose outputs' cotangents are taken back to its weights.
    Network forEncoder(int dimensions) {
        return new Network(
                encoder,
                new Readout.LastLayer(),
                inputs,
                dimensions,
                new Objective.Along(),
                Adapts.EVERYTHING);
    }

    /// A network that maps to a space in which this objective tells the slots of an episode apart.
    Network forHead(int dimensions, Objective head, Adapts adapts) {
        return new Network(encoder, readout, inputs, dimensions, head, adapts);
    }
}
