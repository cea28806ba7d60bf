package innerloop.app.recipe;

import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.nn.Gin;
import innerloop.nn.Mlp;
import innerloop.nn.Sage;
import innerloop.nn.Sgc;

/// The encoders one can pick.
public enum EncoderKind {
    /// Graph convolution.
    GCN,
    /// Graph attention.
    GAT,
    /// Neighbours and the node itself apart.
    SAGE,
    /// Sums and a perceptron.
    GIN,
    /// A linear layer on propagated features.
    SGC,
    /// No graph at all.
    MLP;

    /// The kind of this encoder.
    public static EncoderKind of(Encoder encoder) {
        return switch (encoder) {
            case Gcn _ -> GCN;
            case Gat _ -> GAT;
            case Sage _ -> SAGE;
            case Gin _ -> GIN;
            case Sgc _ -> SGC;
            case Mlp _ -> MLP;
        };
    }

    /// An encoder of this kind as it comes.
    Encoder usual() {
        return switch (this) {
            case GCN -> Gcn.defaults();
            case GAT -> Gat.defaults();
            case SAGE -> Sage.defaults();
            case GIN -> Gin.defaults();
            case SGC -> Sgc.defaults();
            case MLP -> Mlp.defaults();
        };
    }

    /// An encoder of this kind that keeps what a person set in the other one.
    public Encoder from(Encoder old) {
        boolean untouched = old.layers().equals(of(old).usual().layers());
        return untouched ? usual() : usual().withLayers(old.layers());
    }
}
