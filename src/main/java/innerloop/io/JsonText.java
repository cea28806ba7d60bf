package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes JSON documents as text; every error message is one line.
final class JsonText {

    static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /// Messages of the parser that mention its own settings, reworded.
    private static final Map<String, Phrase> OURS =
            Map.of(
                    "getMaxNestingDepth", Phrase.of("json.tooDeep"),
                    "getMaxNumberLength", Phrase.of("json.longNumber"),
                    "getMaxStringLength", Phrase.of("json.longText"),
                    "ALLOW_NON_NUMERIC_NUMBERS", Phrase.of("json.notFinite"),
                    "FAIL_ON_TRAILING_TOKENS", Phrase.of("json.goesOn"));

    /// What a JSON file of ours holds.
    enum Content {
        EXPERIMENT,
        NOTES,
        RUN,
        SPLIT,
        TABLE
    }

    private JsonText() {}

    /// The text of a file.
    ///
    /// @param what it should hold
    static String read(Path file, Content what) throws InputException {
        Phrase fix = Phrase.of("file.give." + what.name());
        try {
            String text = Files.readString(file);
            // Some editors put a byte order mark in front.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InputException(Trouble.of("file.notUtf8"), file.toString());
        } catch (IOException e) {
            throw new InputException(
                    (Files.isDirectory(file)
                                    ? Trouble.of("file.folder", Phrase.of("content." + what.name()))
                                    : Trouble.of("file.unreadable"))
                            .withFix(fix),
                    file.toString());
        }
    }

    /// The name of a file in messages.
    static String source(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    /// Parses a text; `source` is its name in messages.
    static JsonNode parse(String text, String source) throws InputException {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            var at = e.getLocation();
            String where =
                    at == null ? source : source + ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new InputException(
                    Trouble.of("json.invalid", firstSentence(e.getOriginalMessage())), where);
        }
    }

    private static Phrase firstSentence(String message) {
        String first = message.lines().findFirst().orElse("");
        for (Map.Entry<String, Phrase> known : OURS.entrySet()) {
            if (first.contains(known.getKey())) {
                return known.getValue();
            }
        }
        // The text in these brackets is about the parser, not about the file.
        return Phrase.words(first.replaceAll(" \\((code|start marker)[^)]*\\)", ""));
    }

    /// Two spaces deep, with a line end.
    static String write(JsonNode tree) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }
}
