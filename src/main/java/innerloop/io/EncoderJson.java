package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.nn.Gin;
import innerloop.nn.Layers;
import innerloop.nn.Mlp;
import innerloop.nn.Sage;
import innerloop.nn.Sgc;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The `encoder` part of an experiment file.
final class EncoderJson {

    private static final Map<String, Activation> ACTIVATIONS =
            JsonFields.words(Activation.values());
    private static final Map<String, Sage.Aggregation> AGGREGATIONS =
            JsonFields.words(Sage.Aggregation.values());

    private EncoderJson() {}

    static Encoder read(JsonFields top) throws InputException {
        String kind = top.kindOf("encoder");
        return switch (kind) {
            case "gcn" -> {
                Gcn usual = Gcn.defaults();
                yield usual.withLayers(layers(fields(top), usual));
            }
            case "gat" -> {
                Gat usual = Gat.defaults();
                JsonFields e = fields(top, "heads", "negativeSlope", "attentionDropout");
                yield new Gat(
                        layers(e, usual),
                        e.integer("heads", usual.heads()),
                        e.number("negativeSlope", usual.negativeSlope()),
                        e.number("attentionDropout", usual.attentionDropout()));
            }
            case "sage" -> {
                Sage usual = Sage.defaults();
                JsonFields e = fields(top, "aggregation");
                yield new Sage(
                        layers(e, usual),
                        e.choice("aggregation", AGGREGATIONS, usual.aggregation()));
            }
            case "gin" -> {
                Gin usual = Gin.defaults();
                JsonFields e = fields(top, "trainEps");
                yield new Gin(layers(e, usual), e.flag("trainEps", usual.trainEps()));
            }
            case "sgc" -> {
                Sgc usual = Sgc.defaults();
                JsonFields e = fields(top, "hops");
                yield new Sgc(layers(e, usual), e.integer("hops", usual.hops()));
            }
            case "mlp" -> {
                Mlp usual = Mlp.defaults();
                yield usual.withLayers(layers(fields(top), usual));
            }
            default ->
                    throw top.unknownKind(
                            "encoder", kind, List.of("gcn", "gat", "sage", "gin", "sgc", "mlp"));
        };
    }

    /// The object, in which the keys every encoder has and these are known.
    private static JsonFields fields(JsonFields top, String... own) throws InputException {
        Set<String> known =
                new HashSet<>(
                        Set.of(
                                "kind",
                                "hidden",
                                "activation",
                                "dropout",
                                "normalize",
                                "residual",
                                "layerNorm"));
        known.addAll(List.of(own));
        return top.object("encoder", known);
    }

    private static Layers layers(JsonFields e, Encoder usual) throws InputException {
        Layers layers = usual.layers();
        return new Layers(
                e.has("hidden") ? e.integers("hidden") : layers.hidden(),
                e.choice("activation", ACTIVATIONS, layers.activation()),
                e.number("dropout", layers.dropout()),
                e.flag("normalize", layers.normalize()),
                e.flag("residual", layers.residual()),
                e.flag("layerNorm", layers.layerNorm()));
    }

    static void write(Encoder encoder, ObjectNode into) {
        switch (encoder) {
            case Gcn _ -> into.put("kind", "gcn");
            case Gat gat ->
                    into.put("kind", "gat")
                            .put("heads", gat.heads())
                            .put("negativeSlope", gat.negativeSlope())
                            .put("attentionDropout", gat.attentionDropout());
            case Sage sage ->
                    into.put("kind", "sage")
                            .put("aggregation", JsonFields.word(sage.aggregation()));
            case Gin gin -> into.put("kind", "gin").put("trainEps", gin.trainEps());
            case Sgc sgc -> into.put("kind", "sgc").put("hops", sgc.hops());
            case Mlp _ -> into.put("kind", "mlp");
        }
        Layers layers = encoder.layers();
        ArrayNode hidden = into.putArray("hidden");
        layers.hidden().forEach(hidden::add);
        into.put("activation", JsonFields.word(layers.activation()))
                .put("dropout", layers.dropout())
                .put("normalize", layers.normalize())
                .put("residual", layers.residual())
                .put("layerNorm", layers.layerNorm());
    }
}
