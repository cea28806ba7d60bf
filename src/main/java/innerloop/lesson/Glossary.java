package innerloop.lesson;

import java.util.List;
import java.util.Optional;

/// What the words of the program mean.
///
/// @param entries in the order of their file
public record Glossary(List<GlossaryEntry> entries) {

    public Glossary {
        entries = List.copyOf(entries);
    }

    /// The entry with this id.
    public Optional<GlossaryEntry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /// The entry on a topic: the key of a setting, the id of a page of the window, or an entry's own.
    public Optional<GlossaryEntry> about(String topic) {
        return entries.stream()
                .filter(entry -> entry.fields().contains(topic) || entry.pages().contains(topic))
                .findFirst()
                .or(() -> entry(topic));
    }
}
