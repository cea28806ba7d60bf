package innerloop.app.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines of formulas that people write.
class FormulaLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"☃ = 1", "x ➔ y", "a = б"})
    void whatIsNotKnownIsNotTypeset(String line) {
        assertThat(FormulaLine.isKnown(line)).isFalse();
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
        assertThatCode(() -> FormulaLine.isKnown(line)).doesNotThrowAnyException();
    }
}
