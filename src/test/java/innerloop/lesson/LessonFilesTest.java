package innerloop.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonFilesTest {

    @TempDir private Path folder;

    private void lesson(String name) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("lesson.md"), "text");
    }

    private List<String> found() {
        return LessonFiles.in(folder).stream()
                .map(file -> folder.relativize(file).getName(0).toString())
                .toList();
    }

    @Test
    void lessonsStandInTheirOrderAndThenByName() throws IOException {
        for (String name : List.of("d", "c", "b", "a")) {
            lesson(name);
        }
        Files.createDirectory(folder.resolve("empty"));
        assertThat(found()).containsExactly("a", "b", "c", "d");
        Files.writeString(folder.resolve("order.txt"), "c\nmissing\nempty\na \n");
        assertThat(found()).containsExactly("c", "a", "b", "d");
        assertThat(LessonFiles.in(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void everyLessonOfTheProgramHasItsPlace() throws IOException {
        Path lessons = Path.of("assets", "lessons");
        assertThat(Files.readAllLines(lessons.resolve("order.txt")))
                .doesNotHaveDuplicates()
                .containsAll(
                        LessonFiles.in(lessons).stream()
                                .map(file -> lessons.relativize(file).getName(0).toString())
                                .toList());
    }
}
