package innerloop.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import innerloop.experiment.InputException;
import innerloop.lesson.Lesson;
import innerloop.lesson.LessonFiles;
import innerloop.lesson.LessonReader;
import innerloop.lesson.Part;
import innerloop.lesson.Prose;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                                .filter(line -> FormulaLine.of(line).isEmpty()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"☃ = 1", "x ➔ y", "a = б"})
    void whatIsNotKnownIsNotTypeset(String line) {
        assertThat(FormulaLine.of(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "s > 0 时 e = s，否则 e = 0, [s > 0]时[e = s]，否则[e = 0]",
        "得分 ≈ c, 得分[≈ c]",
        "L = 3    slope 3 θ, [L = 3][slope 3 θ]",
        "a = b, [a = b]",
    })
    void wordsAndGapsStandBetweenFormulas(String line, String pieces) {
        assertThat(
                        FormulaLine.pieces(line).stream()
                                .map(piece ->
                                        piece.formula() ? "[" + piece.text() + "]" : piece.text())
                                .collect(Collectors.joining()))
                .isEqualTo(pieces);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", "a ) b", "1 / ", "√", "\\frac{", "|a", "x^_{"})
    void whatIsHalfWrittenDoesNotStopALesson(String line) {
        assertThatCode(() -> FormulaLine.of(line)).doesNotThrowAnyException();
    }
}
