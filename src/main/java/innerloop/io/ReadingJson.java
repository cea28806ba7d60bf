package innerloop.io;

import innerloop.experiment.ColumnRole;
import innerloop.experiment.GraphReading;
import innerloop.experiment.GraphReading.Directions;
import innerloop.experiment.GraphReading.Header;
import innerloop.experiment.GraphReading.Separator;
import innerloop.experiment.InputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// The section `reading` of an experiment: how its graph's file is read. What is not said in it is guessed.
final class ReadingJson {

    private static final String KEY = "reading";

    private static final Set<String> KEYS =
            Set.of(
                    "format",
                    "separator",
                    "header",
                    "columns",
                    "edgeColumns",
                    "directions",
                    "withoutLoops",
                    "skipping");

    private ReadingJson() {}

    static GraphReading read(JsonFields top) throws InputException {
        if (!top.has(KEY)) {
            return GraphReading.guessed();
        }
        JsonFields own = top.object(KEY, KEYS);
        GraphReading guessed = GraphReading.guessed();
        return new GraphReading(
                own.text("format", guessed.format()),
                own.choice("separator", JsonFields.words(Separator.values()), guessed.separator()),
                own.choice("header", JsonFields.words(Header.values()), guessed.header()),
                roles(own, "columns", ColumnRole.Table.NODES),
                roles(own, "edgeColumns", ColumnRole.Table.EDGES),
                own.choice(
                        "directions", JsonFields.words(Directions.values()), guessed.directions()),
                own.has("withoutLoops") && own.flag("withoutLoops"),
                own.has("skipping") && own.flag("skipping"));
    }

    private static SortedMap<String, ColumnRole> roles(
            JsonFields own, String key, ColumnRole.Table table) throws InputException {
        if (!own.has(key)) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, ColumnRole> roles = new TreeMap<>();
        for (Map.Entry<String, String> entry : own.textsByName(key).entrySet()) {
            String where = KEY + "." + key + "." + entry.getKey();
            roles.put(entry.getKey(), own.chosen(where, entry.getValue(), words(table)));
        }
        return roles;
    }

    /// The roles of a table by their words.
    static Map<String, ColumnRole> words(ColumnRole.Table table) {
        Map<String, ColumnRole> words = new LinkedHashMap<>();
        ColumnRole.of(table).forEach(role -> words.put(JsonFields.word(role), role));
        return words;
    }

    /// Writes what is said; nothing if all is guessed.
    static void write(GraphReading reading, ObjectNode top) {
        if (reading.isGuessed()) {
            return;
        }
        ObjectNode own = top.putObject(KEY);
        own.put("format", reading.format())
                .put("separator", JsonFields.word(reading.separator()))
                .put("header", JsonFields.word(reading.header()));
        roles(reading.columns(), own.putObject("columns"));
        roles(reading.edgeColumns(), own.putObject("edgeColumns"));
        own.put("directions", JsonFields.word(reading.directions()))
                .put("withoutLoops", reading.withoutLoops())
                .put("skipping", reading.skipping());
    }

    private static void roles(Map<String, ColumnRole> roles, ObjectNode into) {
        roles.forEach((column, role) -> into.put(column, JsonFields.word(role)));
    }
}
