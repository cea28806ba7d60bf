package innerloop.io;

import innerloop.experiment.InputException;
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
    private static final Map<String, String> OURS =
            Map.of(
                    "getMaxNestingDepth", "it is nested too deeply",
                    "getMaxNumberLength", "it has a number that is too long",
                    "getMaxStringLength", "it has a text that is too long",
                    "ALLOW_NON_NUMERIC_NUMBERS", "NaN and Infinity are no JSON numbers",
                    "FAIL_ON_TRAILING_TOKENS", "it goes on after its end");

    private JsonText() {}

    /// The text of a file.
    ///
    /// @param what it should hold, and in what kind of file
    static String read(Path file, String what, String ending) throws InputException {
        String fix = "give an existing " + ending;
        try {
            String text = Files.readString(file);
            // Some editors put a byte order mark in front.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InputException("is no text in UTF-8", file.toString(), fix + " in UTF-8");
        } catch (IOException e) {
            throw new InputException(
                    Files.isDirectory(file) ? "is a folder, not " + what : "cannot be read",
                    file.toString(),
                    fix);
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
                    "is no valid JSON: " + firstSentence(e.getOriginalMessage()), where, "");
        }
    }

    private static String firstSentence(String message) {
        String first = message.lines().findFirst().orElse("");
        for (Map.Entry<String, String> known : OURS.entrySet()) {
            if (first.contains(known.getKey())) {
                return known.getValue();
            }
        }
        // The text in these brackets is about the parser, not about the file.
        return first.replaceAll(" \\((code|start marker)[^)]*\\)", "");
    }

    /// Two spaces deep, with a line end.
    static String write(JsonNode tree) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }
}
