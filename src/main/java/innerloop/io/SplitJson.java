package innerloop.io;

import innerloop.episode.Lanes;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.Phase;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A split inside an experiment, and as a file of its own: `*.split.json`, format `innerloop-split/1`, or the list of
/// classes that few-shot papers publish.
public final class SplitJson {

    /// The format line of the file.
    public static final String FORMAT = "innerloop-split/1";

    private static final Map<String, Split.Kind> KINDS = JsonFields.words(Split.Kind.values());
    private static final Map<String, Split.Messages> MESSAGES =
            JsonFields.words(Split.Messages.values());

    private SplitJson() {}

    /// The contents of a file.
    ///
    /// @param split the split
    /// @param problem a warning about the file, in one sentence, if there is one
    public record SplitFile(Split split, Optional<Phrase> problem) {}

    /// Reads a file of either form.
    ///
    /// @param graph what its classes are numbers of, if they are numbers
    /// @param present the split whose parts are kept where the file says nothing about them
    public static SplitFile read(Path file, AttributedGraph graph, Split present)
            throws InputException {
        String source = JsonText.source(file);
        JsonNode tree = JsonText.parse(JsonText.read(file, JsonText.Content.SPLIT), source);
        if (tree.isArray()) {
            Lanes classes = ClassListJson.read(tree, source, graph.classes());
            Split split = present.withKind(Split.Kind.CLASSES).withLanes(classes);
            return new SplitFile(split, Optional.empty());
        }
        requireKnownShape(tree, source);
        JsonFields top = new JsonFields(tree, "", source, Set.of("format", "hash", "split"));
        top.requireFormat(FORMAT);
        Split split = read(top);
        String hash = top.text("hash", split.shortHash());
        return new SplitFile(
                split,
                hash.equals(split.shortHash())
                        ? Optional.empty()
                        : Optional.of(Phrase.of("split.hash", source, split.shortHash(), hash)));
    }

    /// Files that are likely to be mistaken for a split get a message of their own.
    private static void requireKnownShape(JsonNode tree, String source) throws InputException {
        if (Experiment.FORMAT.equals(tree.path("format").asString("")) && tree.has("task")) {
            throw new InputException(Trouble.of("split.experiment"), source);
        }
        if (tree.isObject() && tree.has("train") && !tree.has("split")) {
            throw new InputException(Trouble.of("split.lanes", FORMAT), source);
        }
    }

    /// The content of a `*.split.json`: everything there is about a split.
    public static String write(Split split) {
        ObjectNode top = JsonText.JSON.createObjectNode();
        top.put("format", FORMAT).put("hash", split.shortHash());
        write(split, top.putObject("split"));
        return JsonText.write(top);
    }

    /// The content of a list of classes: three lists of names. What else belongs to a split is not in it.
    ///
    /// @throws InputException if the split is not one by classes
    public static String writeClassList(Split split) throws InputException {
        if (split.kind() != Split.Kind.CLASSES) {
            throw new InputException(
                    Trouble.of("split.classList", split.kind().phrase()), "split.kind");
        }
        return JsonText.write(ClassListJson.write(split.lanes()));
    }

    /// Reads the key `split` of a document.
    static Split read(JsonFields top) throws InputException {
        JsonFields s =
                top.object(
                        "split",
                        Set.of(
                                "kind",
                                "train",
                                "validation",
                                "test",
                                "messages",
                                "regions",
                                "episode"));
        Split.Kind kind = s.choice("kind", KINDS, Split.Kind.CLASSES);
        Lanes lanes =
                new Lanes(
                        lane(s, "train", kind),
                        s.has("validation") ? lane(s, "validation", kind) : List.of(),
                        lane(s, "test", kind));
        List<Region> regions = regions(s);
        Split.Messages messages = s.choice("messages", MESSAGES, Split.Messages.ALL);
        PaintedEpisode painted = painted(s);
        return valid(s, () -> new Split(kind, lanes, regions, messages, painted));
    }

    private static List<String> lane(JsonFields s, String key, Split.Kind kind)
            throws InputException {
        return switch (kind) {
            case CLASSES, REGIONS -> s.texts(key, Phrase.of("split.giveNames", kind.phrase()));
            case GRAPHS ->
                    s.integers(key, Phrase.of("split.giveNumbers")).stream()
                            .map(String::valueOf)
                            .toList();
        };
    }

    private static List<Region> regions(JsonFields s) throws InputException {
        List<Region> regions = new ArrayList<>();
        if (s.has("regions")) {
            for (JsonFields r : s.objects("regions", Set.of("name", "nodes"))) {
                String name = r.text("name");
                List<Integer> nodes = r.integers("nodes");
                regions.add(valid(r, () -> new Region(name, nodes)));
            }
        }
        return regions;
    }

    private static PaintedEpisode painted(JsonFields s) throws InputException {
        if (!s.has("episode")) {
            return PaintedEpisode.NONE;
        }
        JsonFields episode = s.object("episode", Set.of("slots"));
        List<PaintedEpisode.Slot> slots = new ArrayList<>();
        for (JsonFields slot : episode.objects("slots", Set.of("class", "support", "query"))) {
            slots.add(
                    new PaintedEpisode.Slot(
                            slot.text("class"), slot.integers("support"), slot.integers("query")));
        }
        return valid(episode, () -> new PaintedEpisode(slots));
    }

    /// Errors of a value's constructor are reported for the object it is read from.
    private static <T> T valid(JsonFields from, Supplier<T> value) throws InputException {
        try {
            return value.get();
        } catch (Refusal e) {
            throw from.wrong(new Trouble(e.phrase(), Phrase.NOTHING));
        }
    }

    /// Writes a split; default values are left out.
    static void write(Split split, ObjectNode into) {
        into.put("kind", JsonFields.word(split.kind()));
        for (Phase phase : Phase.values()) {
            ArrayNode lane = into.putArray(JsonFields.word(phase));
            split.lanes()
                    .of(phase)
                    .forEach(name -> {
                        switch (split.kind()) {
                            case CLASSES, REGIONS -> lane.add(name);
                            case GRAPHS -> lane.add(Integer.parseInt(name));
                        }
                    });
        }
        if (split.messages() != Split.Messages.ALL) {
            into.put("messages", JsonFields.word(split.messages()));
        }
        if (!split.regions().isEmpty()) {
            ArrayNode regions = into.putArray("regions");
            for (Region region : split.regions()) {
                ObjectNode r = regions.addObject().put("name", region.name());
                region.nodes().forEach(r.putArray("nodes")::add);
            }
        }
        if (!split.painted().isEmpty()) {
            ArrayNode slots = into.putObject("episode").putArray("slots");
            for (PaintedEpisode.Slot slot : split.painted().slots()) {
                ObjectNode s = slots.addObject().put("class", slot.className());
                slot.support().forEach(s.putArray("support")::add);
                slot.query().forEach(s.putArray("query")::add);
            }
        }
    }
}
