package innerloop.lesson;

import innerloop.io.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// The answers of a lesson as a table (CSV), which is also how they are kept.
public final class AnswerSheet {

    private static final List<String> HEADER =
            List.of("step", "question", "answer", "outcome", "expected", "tries", "hint");

    private AnswerSheet() {}

    /// Where the answers of a lesson are kept.
    ///
    /// @param state the folder of what the program keeps
    public static Path kept(Path state, Path lesson) {
        Path english = LessonFiles.in(lesson, Locale.ENGLISH).toAbsolutePath().normalize();
        Path folder = english.getParent();
        String name = folder == null ? "" : String.valueOf(folder.getFileName());
        String hash = HexFormat.of().toHexDigits(english.toString().hashCode());
        return state.resolve("lessons").resolve(name + "-" + hash + ".csv");
    }

    /// Writes them.
    public static void write(Path file, List<Answer> answers) throws IOException {
        CsvTable.write(
                file,
                HEADER,
                answers.size(),
                i -> {
                    Answer one = answers.get(i);
                    return List.of(
                            one.id(),
                            one.question(),
                            one.reply(),
                            one.outcome(),
                            one.expected(),
                            Integer.toString(one.tries()),
                            Boolean.toString(one.hinted()));
                });
    }

    /// Reads them; none if there is no such file, or it is no such table.
    public static List<Answer> read(Path file) {
        List<Answer> answers = new ArrayList<>();
        try {
            List<List<String>> rows =
                    Files.isRegularFile(file) ? CsvTable.read(file) : List.<List<String>>of();
            for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
                if (row.size() == HEADER.size() && row.get(5).matches("\\d{1,6}")) {
                    answers.add(
                            new Answer(
                                    row.get(0),
                                    row.get(1),
                                    row.get(2),
                                    row.get(3),
                                    row.get(4),
                                    Integer.parseInt(row.get(5)),
                                    Boolean.parseBoolean(row.get(6))));
                }
            }
        } catch (IOException _) {
            // A lesson whose answers cannot be read begins anew.
        }
        return answers;
    }
}
