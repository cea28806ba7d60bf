package innerloop;

import innerloop.experiment.kinds.Kind;
import innerloop.experiment.kinds.Kinds;
import innerloop.experiment.kinds.Setting;
import innerloop.experiment.kinds.Values.Whole;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gcn;
import innerloop.nn.Hops;
import innerloop.nn.Layers;
import innerloop.nn.Mlp;
import java.util.List;
import java.util.stream.Stream;

/// Small encoders of every kind in the table.
public final class Encoders {

    private Encoders() {}

    /// Every kind with these layers, and with each option that only it has.
    public static Stream<Encoder> with(Layers layers) {
        return Kinds.ENCODER.kinds().stream()
                .flatMap(kind -> {
                    Encoder small = small(kind).withLayers(layers);
                    List<Encoder> variants =
                            own(kind)
                                    .flatMap(setting ->
                                            kind.options(setting).stream()
                                                    .map(value -> setting.changed(small, value)))
                                    .toList();
                    return variants.isEmpty() ? Stream.of(small) : variants.stream();
                });
    }

    /// At most two of whatever is counted (heads, hops).
    private static Encoder small(Kind<Encoder> kind) {
        Encoder small = kind.defaults().get();
        for (Setting<Encoder, ?> setting : own(kind).toList()) {
            if (setting.values() instanceof Whole) {
                small = setting.changed(small, 2);
            }
        }
        return small;
    }

    private static Stream<Setting<Encoder, ?>> own(Kind<Encoder> kind) {
        return kind.settings().stream().filter(setting -> !setting.is(Setting.Mark.KEPT));
    }

    /// Every kind, with one to four layers, plain and with all options but dropout. Smooth activations: a finite
    /// difference through many kinks measures nothing.
    public static Stream<Encoder> all() {
        Layers two = Layers.of(List.of(4), Activation.TANH);
        Layers everything = two.withNormalize(true).withResidual(true).withLayerNorm(true);
        Hops learned = new Hops(2, Hops.Weights.LEARNED, 0.2);
        Hops fixed = new Hops(3, Hops.Weights.FIXED, 0.1);
        return Stream.of(
                        with(two),
                        with(everything),
                        with(two.withHidden(List.of())),
                        with(two.withHidden(List.of(4, 3))),
                        with(two.withHops(learned)),
                        Stream.of(
                                new Gcn(two.withHidden(List.of(4, 3, 3))),
                                new Gcn(everything.withHidden(List.of(4, 3, 3))),
                                new Gcn(two.withNormalize(true)),
                                new Gcn(two.withResidual(true)),
                                new Gcn(two.withLayerNorm(true)),
                                new Gcn(everything.withHops(fixed)),
                                new Mlp(two.withHidden(List.of()).withHops(learned)),
                                new Mlp(everything.withHops(fixed))))
                .flatMap(s -> s);
    }
}
