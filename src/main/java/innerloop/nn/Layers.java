package innerloop.nn;

import innerloop.math.SparseMatrix;
import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;
import java.util.List;

/// The layers of an encoder: their sizes and the operations between them. Every encoder has these.
///
/// With hidden sizes `[h₁ … h_L]` the network has L + 1 layers; the last, the *head*, maps to the episode's ways.
/// After each hidden layer come, in this order, the residual, layer norm, the activation and dropout.
///
/// @param hidden output size of every layer but the last; empty = the head alone
/// @param activation non-linearity between the layers
/// @param dropout share of hidden entries removed at random while training, in [0, 1)
/// @param inputDropout the same for the entries of what the first weights multiply: the features, or what was combined of
///     them without parameters
/// @param normalize whether the rows a weight multiplies are scaled to length 1, so that one inner rate suits nodes of every
///     degree; this follows a propagation without parameters, and hidden rows far shorter than 1e-4 stay short, so that
///     derivatives are finite
/// @param residual whether each layer adds `H · W_res`, a learned shortcut from the node's own input
/// @param layerNorm whether each hidden row is standardised (Ba et al. 2016)
/// @param hops hops that follow the last layer
public record Layers(
        List<Integer> hidden,
        Activation activation,
        double dropout,
        double inputDropout,
        boolean normalize,
        boolean residual,
        boolean layerNorm,
        Hops hops) {

    /// The most layers an encoder may have.
    public static final int MOST = 4;

    /// The widest a layer may be.
    public static final int WIDEST = 16_384;

    public Layers {
        if (hidden.size() >= MOST) {
            throw new Refusal(Phrase.of("refusal.layers", MOST - 1, MOST, hidden.size()));
        }
        for (int size : hidden) {
            if (size < 1) {
                throw Refusal.below("encoder.hidden", 1, size);
            }
            if (size > WIDEST) {
                throw Refusal.above("encoder.hidden", WIDEST, size);
            }
        }
        requireShare("dropout", dropout);
        requireShare("inputDropout", inputDropout);
        hidden = List.copyOf(hidden);
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share < 1)) {
            throw Refusal.notAShare("encoder." + name, share);
        }
    }

    /// These sizes and this activation, nothing else.
    public static Layers of(List<Integer> hidden, Activation activation) {
        return new Layers(hidden, activation, 0, 0, false, false, false, Hops.none());
    }

    /// Number of layers, the last included.
    public int count() {
        return hidden.size() + 1;
    }

    /// Whether this layer is the last.
    public boolean isLast(int layer) {
        return layer == hidden.size();
    }

    /// Features as the first layer reads them.
    SparseMatrix read(SparseMatrix features) {
        return normalize ? features.unitRows() : features;
    }

    public Layers withHidden(List<Integer> newHidden) {
        return new Layers(
                newHidden, activation, dropout, inputDropout, normalize, residual, layerNorm, hops);
    }

    public Layers withActivation(Activation newActivation) {
        return new Layers(
                hidden, newActivation, dropout, inputDropout, normalize, residual, layerNorm, hops);
    }

    public Layers withDropout(double newDropout) {
        return new Layers(
                hidden, activation, newDropout, inputDropout, normalize, residual, layerNorm, hops);
    }

    public Layers withInputDropout(double newDropout) {
        return new Layers(
                hidden, activation, dropout, newDropout, normalize, residual, layerNorm, hops);
    }

    public Layers withNormalize(boolean newNormalize) {
        return new Layers(
                hidden, activation, dropout, inputDropout, newNormalize, residual, layerNorm, hops);
    }

    public Layers withResidual(boolean newResidual) {
        return new Layers(
                hidden, activation, dropout, inputDropout, normalize, newResidual, layerNorm, hops);
    }

    public Layers withLayerNorm(boolean newLayerNorm) {
        return new Layers(
                hidden, activation, dropout, inputDropout, normalize, residual, newLayerNorm, hops);
    }

    public Layers withHops(Hops newHops) {
        return new Layers(
                hidden, activation, dropout, inputDropout, normalize, residual, layerNorm, newHops);
    }
}
