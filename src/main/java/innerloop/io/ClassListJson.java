package innerloop.io;

import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.experiment.InputException;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// A split as few-shot papers publish it: a JSON list of three lists of classes, for training, validation and test, either
/// all by their names or all by their numbers counted from 0.
final class ClassListJson {

    /// As numbers are written: `007` is a name.
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,8}");

    private ClassListJson() {}

    static ArrayNode write(Lanes lanes) {
        ArrayNode lists = JsonText.JSON.createArrayNode();
        for (Phase phase : Phase.values()) {
            lanes.of(phase).forEach(lists.addArray()::add);
        }
        return lists;
    }

    /// @param source what messages call the file
    /// @param classes the names of all classes by number
    static Lanes read(JsonNode lists, String source, List<String> classes) throws InputException {
        if (lists.size() != 3) {
            throw new InputException(Trouble.of("classList.three", lists.size()), source);
        }
        List<List<JsonNode>> lanes = new ArrayList<>();
        for (JsonNode list : lists) {
            if (!list.isArray()) {
                throw new InputException(Trouble.of("classList.noList", list), source);
            }
            lanes.add(List.copyOf(list.values()));
        }
        List<JsonNode> all = lanes.stream().flatMap(List::stream).toList();
        for (JsonNode item : all) {
            if (!item.isString() && !item.isIntegralNumber()) {
                throw new InputException(Trouble.of("classList.noName", item), source);
            }
        }
        boolean named = all.stream().allMatch(item -> classes.contains(item.asString()));
        boolean numbered =
                !named && all.stream().allMatch(item -> NUMBER.matcher(item.asString()).matches());
        if (!named && !numbered && all.stream().anyMatch(JsonNode::isNumber)) {
            throw new InputException(Trouble.of("classList.mixed"), source);
        }
        List<List<String>> names = new ArrayList<>();
        for (List<JsonNode> lane : lanes) {
            names.add(numbered ? numbered(lane, source, classes) : named(lane, source));
        }
        return new Lanes(names.get(0), names.get(1), names.get(2));
    }

    /// Unknown names are kept: the check of the split against the graph reports them with the nearest known name.
    private static List<String> named(List<JsonNode> lane, String source) throws InputException {
        List<String> names = lane.stream().map(JsonNode::asString).toList();
        requireOnce(names, source);
        return names;
    }

    private static List<String> numbered(List<JsonNode> lane, String source, List<String> classes)
            throws InputException {
        List<String> names = new ArrayList<>();
        for (JsonNode item : lane) {
            int number = Integer.parseInt(item.asString());
            if (number >= classes.size()) {
                throw new InputException(
                        Trouble.of(
                                "classList.noClass",
                                Integer.toString(number),
                                Phrase.amount(classes.size(), "class")),
                        source);
            }
            names.add(classes.get(number));
        }
        requireOnce(names, source);
        return names;
    }

    private static void requireOnce(List<String> names, String source) throws InputException {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new InputException(Trouble.of("classList.twice", name), source);
            }
        }
    }
}
