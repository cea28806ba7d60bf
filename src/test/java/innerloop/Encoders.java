package innerloop;

import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.nn.Gin;
import innerloop.nn.Layers;
import innerloop.nn.Mlp;
import innerloop.nn.Sage;
import innerloop.nn.Sgc;
import java.util.List;
import java.util.stream.Stream;

/// Small encoders of every kind.
public final class Encoders {

    private Encoders() {}

    /// Every kind with these layers.
    public static Stream<Encoder> with(Layers layers) {
        return Stream.of(
                new Gcn(layers),
                new Gat(layers, 2, 0.2, 0),
                new Sage(layers, Sage.Aggregation.MEAN),
                new Sage(layers, Sage.Aggregation.MAX),
                new Gin(layers, true),
                new Gin(layers, false),
                new Sgc(layers, 2),
                new Mlp(layers));
    }

    /// Every kind, with one to four layers, plain and with all options but dropout. Smooth activations: a finite
    /// difference through many kinks measures nothing.
    public static Stream<Encoder> all() {
        Layers two = Layers.of(List.of(4), Activation.TANH);
        Layers everything = two.withNormalize(true).withResidual(true).withLayerNorm(true);
        return Stream.of(
                        with(two),
                        with(everything),
                        with(two.withHidden(List.of())),
                        with(two.withHidden(List.of(4, 3))),
                        Stream.of(
                                new Gcn(two.withHidden(List.of(4, 3, 3))),
                                new Gcn(everything.withHidden(List.of(4, 3, 3))),
                                new Gcn(two.withNormalize(true)),
                                new Gcn(two.withResidual(true)),
                                new Gcn(two.withLayerNorm(true))))
                .flatMap(s -> s);
    }
}
