package innerloop.io;

import innerloop.phrase.Phrase;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Phrases in files, beside the English lines they say, so that a window of another language can say them, too.
final class PhraseJson {

    private static final String KEY = "key";
    private static final String ARGUMENTS = "arguments";

    private PhraseJson() {}

    static ObjectNode write(Phrase phrase) {
        ObjectNode node = JsonText.JSON.createObjectNode().put(KEY, phrase.key());
        put(phrase.arguments(), node.putArray(ARGUMENTS));
        return node;
    }

    private static void put(List<?> arguments, ArrayNode into) {
        for (Object argument : arguments) {
            switch (argument) {
                case Phrase part -> into.add(write(part));
                case Long number -> into.add(number);
                case List<?> parts -> put(parts, into.addArray());
                default -> into.add(argument.toString());
            }
        }
    }

    /// The phrase of a node, or these words of the file where there is none that this version knows.
    static Phrase read(JsonNode node, String english) {
        return phrase(node).orElseGet(() -> Phrase.words(english));
    }

    private static Optional<Phrase> phrase(JsonNode node) {
        JsonNode arguments = node.path(ARGUMENTS);
        if (!node.path(KEY).isString() || !arguments.isArray()) {
            return Optional.empty();
        }
        List<Optional<Object>> read =
                arguments.values().stream().map(PhraseJson::argument).toList();
        if (read.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Phrase phrase =
                new Phrase(
                        node.path(KEY).stringValue(),
                        read.stream().map(Optional::orElseThrow).toList());
        return phrase.isKnown() ? Optional.of(phrase) : Optional.empty();
    }

    private static Optional<Object> argument(JsonNode node) {
        if (node.isObject()) {
            return phrase(node).map(part -> part);
        }
        if (node.isArray()) {
            List<Optional<Object>> parts =
                    node.values().stream().map(PhraseJson::argument).toList();
            return parts.stream().anyMatch(Optional::isEmpty)
                    ? Optional.empty()
                    : Optional.of(parts.stream().map(Optional::orElseThrow).toList());
        }
        return node.isIntegralNumber() && node.canConvertToLong()
                ? Optional.of(node.longValue())
                : Optional.of(node.asString());
    }
}
