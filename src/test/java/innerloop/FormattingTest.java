package innerloop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source file looks as google-java-format writes it, so that no review talks about layout.
///
///     mvn -q test -Dtest=FormattingTest -Dformat.write=true
class FormattingTest {

    /// Four spaces as in all our code; comments stay as their writers broke them.
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder()
                            .style(JavaFormatterOptions.Style.AOSP)
                            .formatJavadoc(false)
                            .build());

    @Test
    void everySourceFileIsFormatted() throws IOException, FormatterException {
        boolean write = Boolean.getBoolean("format.write");
        List<String> different = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            String formatted = formatted(text);
            if (!text.equals(formatted)) {
                if (write) {
                    Files.writeString(file, formatted);
                } else {
                    different.add(file + ":" + firstDifference(text, formatted));
                }
            }
        }
        assertThat(different)
                .as("rewrite with: mvn -q test -Dtest=FormattingTest -Dformat.write=true")
                .isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("format.root", "src")))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    /// Imports in ASCII order with the static ones first and no blank lines among the others.
    private static String formatted(String text) throws FormatterException {
        String used = RemoveUnusedImports.removeUnusedImports(text);
        String ordered = ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.GOOGLE);
        return FORMATTER.formatSource(ordered);
    }

    private static int firstDifference(String text, String formatted) {
        List<String> here = text.lines().toList();
        List<String> there = formatted.lines().toList();
        int line = 0;
        while (line < Math.min(here.size(), there.size())
                && here.get(line).equals(there.get(line))) {
            line++;
        }
        return line + 1;
    }
}
