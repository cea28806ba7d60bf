package innerloop.app.recipe;

import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;

/// The encoders one can pick.
public enum EncoderKind {
    /// Graph convolution.
    GCN,
    /// Graph attention.
    GAT;

    /// The kind of this encoder.
    public static EncoderKind of(Encoder encoder) {
        return switch (encoder) {
            case Gcn _ -> GCN;
            case Gat _ -> GAT;
        };
    }

    /// An encoder of this kind that keeps what a person set in the other one.
    public Encoder from(Encoder old) {
        return switch (this) {
            case GCN ->
                    old.equals(Gat.defaults())
                            ? Gcn.defaults()
                            : new Gcn(old.hidden(), old.activation());
            case GAT -> {
                Gat usual = Gat.defaults();
                yield old.equals(Gcn.defaults())
                        ? usual
                        : new Gat(
                                old.hidden(),
                                old.activation(),
                                usual.heads(),
                                usual.negativeSlope());
            }
        };
    }
}
