package innerloop.io;

import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.experiment.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// A split as few-shot papers publish it: a JSON list of three lists of classes, for training, validation and test. A
/// class is its name, or its number counted from 0 if no class has that name.
final class ClassListJson {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

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
            throw new InputException(
                    "must hold three lists of classes, not " + lists.size(),
                    source,
                    "give train, validation and test, each [… ]");
        }
        List<List<String>> lanes = new ArrayList<>();
        for (JsonNode list : lists) {
            if (!list.isArray()) {
                throw new InputException(
                        "must hold lists of classes [… ] only, not " + list, source, "");
            }
            List<String> lane = new ArrayList<>();
            for (JsonNode item : list) {
                lane.add(className(item, source, classes));
            }
            lanes.add(lane);
        }
        return new Lanes(lanes.get(0), lanes.get(1), lanes.get(2));
    }

    /// A name nobody has stays: whoever checks the split against the graph knows the nearest one.
    private static String className(JsonNode item, String source, List<String> classes)
            throws InputException {
        if (!item.isString() && !item.isIntegralNumber()) {
            throw new InputException(
                    "must hold names and numbers of classes only, not " + item, source, "");
        }
        String text = item.asString();
        if (classes.contains(text)) {
            return text;
        }
        boolean digits = DIGITS.matcher(text).matches();
        if (digits && Integer.parseInt(text) < classes.size()) {
            return classes.get(Integer.parseInt(text));
        }
        if (digits || !item.isString()) {
            throw new InputException(
                    "there is no class " + text,
                    source,
                    "the graph has %d classes, counted from 0".formatted(classes.size()));
        }
        return text;
    }
}
