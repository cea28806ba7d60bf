package innerloop.io;

import innerloop.checks.Nearest;
import innerloop.experiment.InputException;
import innerloop.experiment.kinds.Values;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// One JSON object read strictly: every key must be known, every value of its type, and every complaint is one
/// line with the key's path.
final class JsonFields {

    /// As numbers are written, so that no number has two keys.
    private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,8}");

    private final JsonNode node;
    private final String path;
    private final String source;

    /// @param path where the object stands, for example `learner`; empty for the document itself
    /// @param source the file's name for messages
    JsonFields(JsonNode node, String path, String source, Set<String> known) throws InputException {
        this.node = node;
        this.path = path;
        this.source = source;
        if (!node.isObject()) {
            throw path.isEmpty()
                    ? new InputException(Trouble.of("json.noDocument"), source)
                    : wrong(Trouble.of("json.noObject"));
        }
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw wrong(
                        at(key),
                        Trouble.of("json.unknownKey").withFix(Nearest.didYouMean(key, known)));
            }
        }
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /// A complaint about the object as a whole.
    InputException wrong(Trouble trouble) {
        return wrong(path, trouble);
    }

    private InputException wrong(String what, Trouble trouble) {
        return new InputException(trouble.within(what), source);
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    private JsonNode required(String key) throws InputException {
        JsonNode value = node.get(key);
        if (value == null || value.isNull()) {
            throw wrong(at(key), Trouble.of("json.missing"));
        }
        return value;
    }

    /// Complains if the document's `format` is another one.
    void requireFormat(String known) throws InputException {
        String format = text("format");
        if (!format.equals(known)) {
            throw new InputException(Trouble.of("json.format", format, known), source);
        }
    }

    JsonFields object(String key, Set<String> known) throws InputException {
        return new JsonFields(required(key), at(key), source, known);
    }

    /// The kind of an object before its other keys are known.
    ///
    /// @param kindKey the key that says it
    /// @param words of all kinds
    String kindOf(String key, String kindKey, List<String> words) throws InputException {
        JsonNode kind = required(key).get(kindKey);
        if (kind == null || !kind.isString()) {
            throw wrong(at(key) + "." + kindKey, Trouble.of("json.noKind", words));
        }
        return kind.asString();
    }

    /// The same where it may be left out.
    String kindOf(String key, String kindKey, String otherwise) throws InputException {
        JsonNode part = required(key);
        if (!part.hasNonNull(kindKey)) {
            return otherwise;
        }
        JsonNode kind = part.get(kindKey);
        if (!kind.isString()) {
            throw wrong(at(key) + "." + kindKey, Trouble.of("json.noText", kind));
        }
        return kind.asString();
    }

    String text(String key) throws InputException {
        JsonNode value = required(key);
        if (!value.isString()) {
            throw wrong(at(key), Trouble.of("json.noText", value));
        }
        return whole(key, value);
    }

    /// Rejects unpaired surrogates: they would be written as a question mark, and so be read back as another text.
    private String whole(String key, JsonNode value) throws InputException {
        String text = value.asString();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw wrong(at(key), Trouble.of("json.surrogate"));
        }
        return text;
    }

    String text(String key, String otherwise) throws InputException {
        return has(key) ? text(key) : otherwise;
    }

    int integer(String key) throws InputException {
        JsonNode value = required(key);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(at(key), Trouble.of("json.noWhole", value));
        }
        return value.asInt();
    }

    long longInteger(String key) throws InputException {
        JsonNode value = required(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(at(key), Trouble.of("json.noWhole", value));
        }
        return value.asLong();
    }

    double number(String key) throws InputException {
        JsonNode value = required(key);
        if (!value.isNumber()) {
            throw wrong(at(key), Trouble.of("json.noNumber", value));
        }
        // Whole numbers of more than 308 digits have no value of their own here.
        double number = value.asDouble(Double.POSITIVE_INFINITY);
        if (!Double.isFinite(number)) {
            throw wrong(at(key), Trouble.of("json.tooLarge"));
        }
        return number;
    }

    boolean flag(String key) throws InputException {
        JsonNode value = required(key);
        if (!value.isBoolean()) {
            throw wrong(at(key), Trouble.of("json.noFlag", value));
        }
        return value.asBoolean();
    }

    List<String> texts(String key) throws InputException {
        return texts(key, Phrase.NOTHING);
    }

    /// @param fix what to do if it holds something else
    List<String> texts(String key, Phrase fix) throws InputException {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array(key)) {
            if (!item.isString()) {
                throw wrong(at(key), Trouble.of("json.notOnlyTexts", item).withFix(fix));
            }
            texts.add(whole(key, item));
        }
        return texts;
    }

    List<Integer> integers(String key) throws InputException {
        return integers(key, Phrase.NOTHING);
    }

    /// @param fix what to do if it holds something else
    List<Integer> integers(String key, Phrase fix) throws InputException {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode item : array(key)) {
            if (!item.isIntegralNumber() || !item.canConvertToInt()) {
                throw wrong(at(key), Trouble.of("json.notOnlyNumbers", item).withFix(fix));
            }
            numbers.add(item.asInt());
        }
        return numbers;
    }

    /// A list of objects.
    List<JsonFields> objects(String key, Set<String> known) throws InputException {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode item : array(key)) {
            objects.add(new JsonFields(item, at(key) + "[" + objects.size() + "]", source, known));
        }
        return objects;
    }

    /// An object whose keys are numbers of at least 0 and whose values are texts.
    SortedMap<Integer, String> textsByNumber(String key) throws InputException {
        JsonNode value = required(key);
        if (!value.isObject()) {
            throw wrong(at(key), Trouble.of("json.noObject.not", value));
        }
        SortedMap<Integer, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            String number = entry.getKey();
            if (!WHOLE.matcher(number).matches()) {
                throw wrong(at(key), Trouble.of("json.noNode", number));
            }
            if (!entry.getValue().isString()) {
                throw wrong(at(key) + "." + number, Trouble.of("json.noText", entry.getValue()));
            }
            texts.put(Integer.valueOf(number), whole(key, entry.getValue()));
        }
        return texts;
    }

    /// An object whose values are texts.
    SortedMap<String, String> textsByName(String key) throws InputException {
        JsonNode value = required(key);
        if (!value.isObject()) {
            throw wrong(at(key), Trouble.of("json.noObject.not", value));
        }
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (!entry.getValue().isString()) {
                throw wrong(
                        at(key) + "." + entry.getKey(),
                        Trouble.of("json.noText", entry.getValue()));
            }
            texts.put(entry.getKey(), entry.getValue().asString());
        }
        return texts;
    }

    private JsonNode array(String key) throws InputException {
        JsonNode value = required(key);
        if (!value.isArray()) {
            throw wrong(at(key), Trouble.of("json.noList", value));
        }
        return value;
    }

    /// A text out of a closed list.
    <E> E choice(String key, Map<String, E> choices) throws InputException {
        return chosen(at(key), text(key), choices);
    }

    <E> E choice(String key, Map<String, E> choices, E otherwise) throws InputException {
        return has(key) ? choice(key, choices) : otherwise;
    }

    /// The value of a word out of a closed list, or a complaint that names the nearest one.
    <E> E chosen(String where, String word, Map<String, E> choices) throws InputException {
        E chosen = choices.get(word);
        if (chosen == null) {
            throw wrong(
                    where,
                    Trouble.of("json.noChoice", word, choices.keySet())
                            .withFix(Nearest.didYouMean(word, choices.keySet())));
        }
        return chosen;
    }

    /// The words of an enum in files: `LEAKY_RELU` is `leaky-relu`.
    static <E extends Enum<E>> Map<String, E> words(E[] values) {
        return Values.words(values);
    }

    /// The word of one value.
    static String word(Enum<?> value) {
        return Values.word(value);
    }
}
