package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The `encoder` part of an experiment file.
final class EncoderJson {

    private static final Map<String, Activation> ACTIVATIONS =
            JsonFields.words(Activation.values());

    private EncoderJson() {}

    static Encoder read(JsonFields top) throws InputException {
        String kind = top.kindOf("encoder");
        return switch (kind) {
            case "gcn" -> {
                JsonFields e =
                        top.object("encoder", Set.of("kind", "hidden", "activation", "dropout"));
                rejectDropout(e);
                Gcn defaults = Gcn.defaults();
                yield new Gcn(
                        e.has("hidden") ? e.integers("hidden") : defaults.hidden(),
                        e.choice("activation", ACTIVATIONS, defaults.activation()));
            }
            case "gat" -> {
                JsonFields e =
                        top.object(
                                "encoder",
                                Set.of(
                                        "kind",
                                        "hidden",
                                        "activation",
                                        "dropout",
                                        "heads",
                                        "negativeSlope"));
                rejectDropout(e);
                Gat defaults = Gat.defaults();
                yield new Gat(
                        e.has("hidden") ? e.integers("hidden") : defaults.hidden(),
                        e.choice("activation", ACTIVATIONS, defaults.activation()),
                        e.integer("heads", defaults.heads()),
                        e.number("negativeSlope", defaults.negativeSlope()));
            }
            default -> throw top.unknownKind("encoder", kind, List.of("gcn", "gat"));
        };
    }

    private static void rejectDropout(JsonFields encoder) throws InputException {
        if (encoder.number("dropout", 0) != 0) {
            throw new IllegalArgumentException(
                    "encoder.dropout must be 0: this version trains without dropout");
        }
    }

    static void write(Encoder encoder, ObjectNode into) {
        switch (encoder) {
            case Gcn _ -> into.put("kind", "gcn");
            case Gat _ -> into.put("kind", "gat");
        }
        ArrayNode hidden = into.putArray("hidden");
        encoder.hidden().forEach(hidden::add);
        into.put("activation", JsonFields.word(encoder.activation()));
        if (encoder instanceof Gat gat) {
            into.put("heads", gat.heads()).put("negativeSlope", gat.negativeSlope());
        }
    }
}
