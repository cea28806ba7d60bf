package innerloop.lesson;

import innerloop.phrase.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Reads a glossary: one Markdown file with a title of the second level for each word, below it a block `entry` with its `id`, and
/// then what it means.
public final class GlossaryReader {

    private static final String BLOCK = "entry";
    private static final List<String> KEYS = List.of("id", "also", "field", "page", "see");

    private final List<Complaint> complaints = new ArrayList<>();
    private final List<GlossaryEntry> entries = new ArrayList<>();
    private String term = "";
    private Optional<Fields> fields = Optional.empty();
    private List<Prose> text = new ArrayList<>();

    /// What was read.
    ///
    /// @param complaints what is wrong with it
    public record Reading(Glossary glossary, List<Complaint> complaints) {
        public Reading {
            complaints = List.copyOf(complaints);
        }
    }

    private GlossaryReader() {}

    /// The glossary of the program in a language; in English if there is none.
    public static Reading read(Locale language) {
        // There is one Chinese, whatever the country.
        boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
        String file = "/innerloop/glossary/" + (chinese ? "zh-CN" : "en") + ".md";
        try (InputStream in = GlossaryReader.class.getResourceAsStream(file)) {
            byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
            return parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a text.
    public static Reading parse(String text) {
        GlossaryReader reader = new GlossaryReader();
        for (MarkdownReader.Piece piece : new MarkdownReader(reader.complaints::add).pieces(text)) {
            reader.take(piece);
        }
        reader.end();
        return new Reading(new Glossary(reader.entries), reader.complaints);
    }

    private void take(MarkdownReader.Piece piece) {
        switch (piece) {
            case MarkdownReader.Piece.Heading(Place _, int level, String title) -> {
                end();
                term = level == 2 ? title : "";
            }
            case MarkdownReader.Piece.Fenced fenced -> {
                if (term.isEmpty() || !fenced.kind().equals(BLOCK)) {
                    complaints.add(
                            new Complaint(
                                    fenced.place(),
                                    Trouble.of("lesson.glossaryBlock", fenced.kind())));
                } else {
                    fields =
                            Optional.of(
                                    Fields.of(
                                            fenced.place(),
                                            fenced.lines(),
                                            fenced.first(),
                                            KEYS,
                                            complaints::add));
                }
            }
            case MarkdownReader.Piece.Block(Prose prose) -> text.add(prose);
        }
    }

    /// The entry before ends.
    private void end() {
        fields.ifPresent(found ->
                found.required("id", "id: shot")
                        .ifPresent(id ->
                                entries.add(
                                        new GlossaryEntry(
                                                id.value(),
                                                term,
                                                list(found, "also"),
                                                list(found, "field"),
                                                list(found, "page"),
                                                list(found, "see"),
                                                text))));
        fields = Optional.empty();
        text = new ArrayList<>();
    }

    private static List<String> list(Fields fields, String key) {
        String value = fields.text(key);
        return value.isEmpty() ? List.of() : List.of(value.split("\\s*[,，、]\\s*"));
    }
}
