package innerloop.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where lessons lie, and in which languages. Beside `lesson.md`, which is in English, there may be `lesson.zh-CN.md`.
public final class LessonFiles {

    /// System property with the folder the program lies in; the launcher sets it.
    private static final String HOME = "innerloop.home";

    private static final String ENDING = ".md";
    private static final String NAME = "lesson.md";
    private static final String ORDER = "order.txt";

    private LessonFiles() {}

    private static Path home() {
        return Path.of(System.getProperty(HOME, "."));
    }

    /// The folder of the samples beside the program.
    public static Path samples() {
        return home().resolve("sample-graphs");
    }

    /// The folder of the lessons beside the program.
    public static Path lessons() {
        return home().resolve("assets").resolve("lessons");
    }

    /// The lessons in the folders of a folder: first those that its `order.txt` names, a folder a line, then the others by the
    /// names of their folders.
    public static List<Path> in(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            List<String> order = order(folder.resolve(ORDER));
            return folders.filter(one -> Files.isRegularFile(one.resolve(NAME)))
                    .sorted(
                            Comparator.comparingInt((Path one) ->
                                            place(order, String.valueOf(one.getFileName())))
                                    .thenComparing(Comparator.naturalOrder()))
                    .map(one -> one.resolve(NAME))
                    .toList();
        } catch (IOException _) {
            // A program without its lessons offers none.
            return List.of();
        }
    }

    private static List<String> order(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? Files.readAllLines(file).stream().map(String::strip).toList()
                : List.of();
    }

    private static int place(List<String> order, String name) {
        int at = order.indexOf(name);
        return at < 0 ? order.size() : at;
    }

    /// Whether a file of this name may be a lesson.
    public static boolean isNamedLikeOne(Path file) {
        return String.valueOf(file.getFileName()).endsWith(ENDING);
    }

    /// The same lesson in a language, if it lies beside it; otherwise the file itself.
    public static Path in(Path lesson, Locale language) {
        String name = String.valueOf(lesson.getFileName());
        String plain = name.replaceFirst("(\\.[a-z]{2}(-[A-Za-z]{2,4})?)?\\.md$", "");
        Path english = lesson.resolveSibling(plain + ENDING);
        // There is one Chinese, whatever the country.
        boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
        String tag = chinese ? "zh-CN" : language.toLanguageTag();
        Path translated = lesson.resolveSibling(plain + "." + tag + ENDING);
        if (Files.isRegularFile(translated)) {
            return translated;
        }
        boolean wanted = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return wanted && Files.isRegularFile(english) ? english : lesson;
    }
}
