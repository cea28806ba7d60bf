package innerloop.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.prose.FormulaLine;
import innerloop.experiment.InputException;
import innerloop.lesson.Lesson;
import innerloop.lesson.LessonFiles;
import innerloop.lesson.LessonReader;
import innerloop.lesson.Part;
import innerloop.lesson.Prose;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Formulas that people write into lessons.
class LessonFormulasTest {

    static List<Path> lessons() {
        return LessonFiles.in(LessonFiles.lessons()).stream()
                .flatMap(file ->
                        Stream.of(file, LessonFiles.in(file, Locale.forLanguageTag("zh-CN"))))
                .toList();
    }

    private static Stream<Prose> prose(Lesson lesson) {
        return Stream.concat(
                lesson.introduction().stream(),
                lesson.steps().stream()
                        .flatMap(step -> step.parts().stream())
                        .filter(Part.Text.class::isInstance)
                        .flatMap(part -> ((Part.Text) part).blocks().stream()));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void thoseOfTheProgramCanAllBeTypeset(Path file) throws InputException {
        assertThat(
                        prose(LessonReader.read(file).lesson().orElseThrow())
                                .filter(Prose.Formulas.class::isInstance)
                                .flatMap(block -> ((Prose.Formulas) block).lines().stream())
                                .filter(line -> !FormulaLine.isKnown(line)))
                .isEmpty();
    }
}
