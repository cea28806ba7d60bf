package innerloop.io;

import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.experiment.Relabelling;
import innerloop.experiment.kinds.Kinds;
import innerloop.experiment.kinds.Section;
import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;
import innerloop.phrase.Trouble;
import innerloop.task.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `*.experiment.json`: the document as a file, format `innerloop-experiment/1`.
///
/// Reading is strict (an unknown key is an error that names the nearest known one), writing is complete and in a
/// fixed order, so `write(read(file))` is the normal form of a file.
public final class ExperimentJson {

    private ExperimentJson() {}

    /// Reads a file.
    ///
    /// @param changes `key.path=value` settings applied before reading, as `--set` gives them
    public static Experiment read(Path file, List<String> changes) throws InputException {
        String text = JsonText.read(file, JsonText.Content.EXPERIMENT);
        return parse(text, JsonText.source(file), changes);
    }

    /// Reads a text; `source` is its name in messages.
    public static Experiment parse(String text, String source, List<String> changes)
            throws InputException {
        JsonNode tree = JsonText.parse(text, source);
        if (OtherFormats.isGraph(tree)) {
            throw new InputException(Trouble.of("format.jsonGraph"), source);
        }
        for (String change : changes) {
            apply(tree, change);
        }
        try {
            return document(tree, source);
        } catch (Refusal e) {
            // Constructors check single values; their messages start with the key.
            throw new InputException(new Trouble(e.phrase(), Phrase.NOTHING), source);
        }
    }

    private static void apply(JsonNode tree, String change) throws InputException {
        int equals = change.indexOf('=');
        if (equals < 1) {
            throw new InputException(Trouble.of("set.noKey", change), "--set");
        }
        String[] keys = change.substring(0, equals).split("\\.", -1);
        JsonNode at = tree;
        for (int k = 0; k < keys.length - 1; k++) {
            JsonNode next = at.get(keys[k]);
            if (next == null && at instanceof ObjectNode object) {
                next = object.putObject(keys[k]);
            }
            at = next == null ? at : next;
        }
        if (!(at instanceof ObjectNode object)) {
            throw new InputException(
                    Trouble.of("set.noSetting", change.substring(0, equals)), "--set");
        }
        String key = keys[keys.length - 1];
        JsonNode value = value(change.substring(equals + 1));
        boolean isKindOfOwnSettings =
                Kinds.SECTIONS.stream()
                        .filter(section ->
                                section.form() == Section.Form.KIND_REQUIRED
                                        || section.form() == Section.Form.OPTIONAL)
                        .anyMatch(section -> change.startsWith(section.kindPath() + "="));
        if (isKindOfOwnSettings && !value.equals(object.get(key))) {
            // Another kind has other settings: it starts from its own defaults.
            object.removeAll();
        }
        if (change.startsWith("task.kind=")) {
            keepKnown(object, value.asString());
        }
        object.set(key, value);
    }

    /// Another task keeps the settings that it has, too, and starts from its own defaults in those it has not.
    private static void keepKnown(ObjectNode task, String word) {
        Kinds.TASK.kinds().stream()
                .filter(kind -> kind.word().equals(word))
                .forEach(kind -> {
                    task.retain(kind.keys());
                    SectionJson.complete(kind, task);
                });
    }

    private static JsonNode value(String text) {
        try {
            return JsonText.JSON.readTree(text);
        } catch (JacksonException e) {
            return JsonText.JSON.valueToTree(text);
        }
    }

    private static Experiment document(JsonNode tree, String source) throws InputException {
        JsonFields top =
                new JsonFields(
                        tree,
                        "",
                        source,
                        Set.of(
                                "format",
                                "name",
                                "graph",
                                "reading",
                                "history",
                                "features",
                                "task",
                                "split",
                                "encoder",
                                "pretraining",
                                "learner",
                                "budget",
                                "seed",
                                "labels"));
        top.requireFormat(Experiment.FORMAT);
        Task task = SectionJson.read(top, Kinds.TASK);
        return new Experiment(
                top.text("name"),
                top.text("graph"),
                SectionJson.read(top, Kinds.FEATURES),
                task,
                task.isWhole() && !top.has("split") ? Split.empty() : SplitJson.read(top),
                SectionJson.read(top, Kinds.ENCODER),
                SectionJson.read(top, Kinds.LEARNER),
                SectionJson.read(top, Kinds.BUDGET),
                top.longInteger("seed"),
                labels(top),
                SectionJson.read(top, Kinds.HISTORY),
                SectionJson.read(top, Kinds.PRETRAINING),
                ReadingJson.read(top));
    }

    private static Relabelling labels(JsonFields top) throws InputException {
        return top.has("labels")
                ? new Relabelling(top.textsByNumber("labels"))
                : Relabelling.none();
    }

    /// The whole document, two spaces deep, with every setting.
    public static String write(Experiment e) {
        ObjectNode top = JsonText.JSON.createObjectNode();
        top.put("format", Experiment.FORMAT).put("name", e.name()).put("graph", e.graph());
        ReadingJson.write(e.reading(), top);
        if (!e.history().isNone()) {
            put(e, Kinds.HISTORY, top);
        }
        put(e, Kinds.FEATURES, top);
        put(e, Kinds.TASK, top);
        SplitJson.write(e.split(), top.putObject("split"));
        put(e, Kinds.ENCODER, top);
        if (!Kinds.PRETRAINING.isLeftOut(e)) {
            put(e, Kinds.PRETRAINING, top);
        }
        put(e, Kinds.LEARNER, top);
        put(e, Kinds.BUDGET, top);
        top.put("seed", e.seed());
        if (!e.labels().isEmpty()) {
            ObjectNode labels = top.putObject("labels");
            e.labels().classOfNode().forEach((node, name) -> labels.put(node.toString(), name));
        }
        return JsonText.write(top);
    }

    private static <T> void put(Experiment experiment, Section<T> section, ObjectNode top) {
        SectionJson.write(section.get().apply(experiment), section, top.putObject(section.name()));
    }
}
