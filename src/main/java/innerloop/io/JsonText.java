package innerloop.io;

import innerloop.experiment.InputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON documents as text, in and out; every complaint is one line.
final class JsonText {

    static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private JsonText() {}

    /// The text of a file.
    ///
    /// @param what it should hold, and in what kind of file
    static String read(Path file, String what, String ending) throws InputException {
        String fix = "give an existing " + ending;
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new InputException("is not a text file", file.toString(), fix);
        } catch (IOException e) {
            throw new InputException(
                    Files.isDirectory(file) ? "is a folder, not " + what : "cannot be read",
                    file.toString(),
                    fix);
        }
    }

    /// What messages call a file: its name.
    static String source(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    /// Parses a text; `source` is what messages call it.
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
        // What follows in brackets is the parser's, not the person's.
        return message.lines().findFirst().orElse("").replaceFirst(" \\((start marker|code).*", "");
    }

    /// Two spaces deep, with a line end.
    static String write(JsonNode tree) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }
}
