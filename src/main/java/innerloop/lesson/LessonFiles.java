package innerloop.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where lessons lie, and in which languages. Beside `lesson.md`, which is in English, there may be `lesson.zh-CN.md`.
public final class LessonFiles {

    /// System property with the folder the program lies in; the launcher sets it.
    private static final String HOME = "innerloop.home";

    private static final String ENDING = ".md";
    private static final String NAME = "lesson.md";

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

    /// The lessons in the folders of a folder, by the names of theirs.
    public static List<Path> in(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(one -> one.resolve(NAME))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException _) {
            // A program without its lessons offers none.
            return List.of();
        }
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
