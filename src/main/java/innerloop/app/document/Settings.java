package innerloop.app.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a person has chosen for the window itself, kept in a text file with a line `name = value` for each.
///
/// As with recent files, none of it is worth an error message: what cannot be read is not set, what cannot be written is
/// forgotten at the end of the program. Every change is written on a thread of its own; [#close()] waits for the last one.
public final class Settings implements AutoCloseable {

    /// What is kept.
    public enum Name {
        /// How large the content is shown, such as 1.25.
        SCALE("scale"),
        /// The language, a tag such as `zh-CN`.
        LANGUAGE("language"),
        /// Whether the first five minutes were offered.
        GUIDED("guided");

        private final String word;

        Name(String word) {
            this.word = word;
        }
    }

    private final Path store;
    private final BackgroundWriter writer = new BackgroundWriter("settings");
    private final Map<String, String> values;

    /// The settings in this file, which need not exist.
    public Settings(Path store) {
        this.store = store;
        values = read(store);
    }

    private static Map<String, String> read(Path store) {
        Map<String, String> values = new TreeMap<>();
        try {
            if (Files.isRegularFile(store)) {
                for (String line : Files.readAllLines(store)) {
                    String[] parts = line.split("=", 2);
                    if (parts.length == 2) {
                        values.put(parts[0].strip(), parts[1].strip());
                    }
                }
            }
        } catch (IOException _) {
            // See the class: unreadable settings are none.
        }
        return values;
    }

    /// The value that was set last; empty for none.
    public Optional<String> get(Name name) {
        return Optional.ofNullable(values.get(name.word));
    }

    /// The number that was set last; NaN for none.
    public double number(Name name) {
        try {
            return Double.parseDouble(values.getOrDefault(name.word, ""));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /// Sets a value.
    public void set(Name name, String value) {
        values.put(name.word, value);
        String text =
                values.entrySet().stream()
                        .map(each -> each.getKey() + " = " + each.getValue() + "\n")
                        .collect(Collectors.joining());
        writer.write(() -> write(text));
    }

    private void write(String text) {
        try {
            Files.createDirectories(store.toAbsolutePath().getParent());
            Path beside = store.resolveSibling(store.getFileName() + ".new");
            Files.writeString(beside, text);
            Files.move(beside, store, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            // See the class.
        }
    }

    /// Waits until the settings are on disk.
    @Override
    public void close() {
        writer.close();
    }
}
