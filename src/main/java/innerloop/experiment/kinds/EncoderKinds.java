package innerloop.experiment.kinds;

import static innerloop.experiment.kinds.Setting.choice;
import static innerloop.experiment.kinds.Setting.flag;
import static innerloop.experiment.kinds.Setting.group;
import static innerloop.experiment.kinds.Setting.share;
import static innerloop.experiment.kinds.Setting.whole;

import innerloop.experiment.kinds.Setting.Mark;
import innerloop.experiment.kinds.Setting.Row;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.nn.Gin;
import innerloop.nn.Hops;
import innerloop.nn.Layers;
import innerloop.nn.Mlp;
import innerloop.nn.Sage;
import innerloop.nn.Sgc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The table of encoders: one row for each, with its word, its record, its defaults and the settings it does not share.
final class EncoderKinds {

    /// The layers: every encoder has them.
    private static final List<Setting<Encoder, ?>> LAYERS =
            group(
                    List.of(Mark.KEPT),
                    Encoder::layers,
                    Encoder::withLayers,
                    Setting.of(
                            "hidden",
                            new Values.Sizes(Layers.MOST - 1),
                            Layers::hidden,
                            Layers::withHidden),
                    choice(
                            "activation",
                            Activation.class,
                            Layers::activation,
                            Layers::withActivation),
                    share("dropout", Layers::dropout, Layers::withDropout).marked(Mark.FOLDED),
                    share("inputDropout", Layers::inputDropout, Layers::withInputDropout)
                            .marked(Mark.FOLDED),
                    flag("normalize", Layers::normalize, Layers::withNormalize),
                    flag("residual", Layers::residual, Layers::withResidual).marked(Mark.FOLDED),
                    flag("layerNorm", Layers::layerNorm, Layers::withLayerNorm).marked(Mark.FOLDED),
                    hops(whole("outputHops", 0, Hops.MOST, Hops::count, Hops::withCount)),
                    hops(
                            choice(
                                    "hopWeights",
                                    Hops.Weights.class,
                                    Hops::weights,
                                    Hops::withWeights)),
                    hops(share("restart", Hops::restart, Hops::withRestart)));

    static final List<Kind<Encoder>> ALL =
            List.of(
                    encoder("gcn", Gcn.class, Gcn::defaults),
                    encoder(
                            "gat",
                            Gat.class,
                            Gat::defaults,
                            whole("heads", 1, Gat.MOST_HEADS, Gat::heads, Gat::withHeads)
                                    .at(Row.MIDDLE),
                            whole(
                                            "outputHeads",
                                            0,
                                            Gat.MOST_HEADS,
                                            Gat::outputHeads,
                                            Gat::withOutputHeads)
                                    .at(Row.MIDDLE)
                                    .marked(Mark.FOLDED),
                            share("negativeSlope", Gat::negativeSlope, Gat::withNegativeSlope)
                                    .at(Row.LOWER)
                                    .marked(Mark.FOLDED),
                            share(
                                            "attentionDropout",
                                            Gat::attentionDropout,
                                            Gat::withAttentionDropout)
                                    .at(Row.MIDDLE)
                                    .marked(Mark.FOLDED)),
                    encoder(
                            "sage",
                            Sage.class,
                            Sage::defaults,
                            choice(
                                            "aggregation",
                                            Sage.Aggregation.class,
                                            Sage::aggregation,
                                            Sage::withAggregation)
                                    .at(Row.MIDDLE)),
                    encoder(
                            "gin",
                            Gin.class,
                            Gin::defaults,
                            flag("trainEps", Gin::trainEps, Gin::withTrainEps).at(Row.MIDDLE)),
                    encoder(
                            "sgc",
                            Sgc.class,
                            Sgc::defaults,
                            whole("hops", 1, Sgc.MOST_HOPS, Sgc::hops, Sgc::withHops)
                                    .at(Row.MIDDLE)),
                    encoder("mlp", Mlp.class, Mlp::defaults));

    private EncoderKinds() {}

    /// A setting of the hops that follow the last layer.
    private static <V> Setting<Layers, V> hops(Setting<Hops, V> setting) {
        return setting.in(Layers::hops, Layers::withHops).at(Row.LOWER).marked(Mark.FOLDED);
    }

    @SafeVarargs
    private static <E extends Encoder> Kind<Encoder> encoder(
            String word, Class<E> type, Supplier<E> defaults, Setting<E, ?>... own) {
        List<Setting<Encoder, ?>> settings = new ArrayList<>();
        for (Setting<E, ?> setting : own) {
            settings.add(Setting.widened(setting, type));
        }
        settings.addAll(LAYERS);
        return new Kind<>(word, type, defaults, _ -> true, settings);
    }
}
