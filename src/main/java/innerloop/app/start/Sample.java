package innerloop.app.start;

import java.nio.file.Path;
import java.util.Locale;

/// A graph that comes with the program.
///
/// @param id its name, also the id of its card
/// @param picture of its card, a file that may be missing
/// @param title what it is called
/// @param line one line about it
/// @param nodes its nodes
/// @param edges its edges
/// @param classes its classes
public record Sample(
        String id, Path picture, String title, String line, int nodes, int edges, int classes) {

    /// Whether every one of these words, or its beginning, middle or end, stands on its card.
    boolean matches(String words) {
        String card = (title + "\n" + line + "\n" + id).toLowerCase(Locale.ROOT);
        for (String word : words.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!card.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
