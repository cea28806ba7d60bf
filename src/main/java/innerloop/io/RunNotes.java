package innerloop.io;

import innerloop.experiment.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Tags and note of a person about a run; in its folder as `notes.json`.
///
/// @param tags short words to find it by, each once
/// @param note free text
public record RunNotes(List<String> tags, String note) {

    /// Nothing written.
    public static final RunNotes NONE = new RunNotes(List.of(), "");

    static final String FILE = "notes.json";

    public RunNotes {
        tags = tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
        note = note.strip();
    }

    /// Those of a run's folder.
    static RunNotes read(Path folder) throws InputException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        String source = JsonText.source(file);
        JsonFields top =
                new JsonFields(
                        JsonText.parse(JsonText.read(file, JsonText.Content.NOTES), source),
                        "",
                        source,
                        Set.of("tags", "note"));
        return new RunNotes(top.has("tags") ? top.texts("tags") : List.of(), top.text("note", ""));
    }

    void write(Path folder) throws IOException {
        ObjectNode top = JsonText.JSON.createObjectNode();
        tags.forEach(top.putArray("tags")::add);
        top.put("note", note);
        AtomicFiles.write(folder.resolve(FILE), JsonText.write(top));
    }
}
