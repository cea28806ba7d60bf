package innerloop.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.task.Gain.Verdict;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Scores and gains are written and compared as their measure says.
class ScoreTest {

    private static final Score ACCURATE = new Score(Measure.ACCURACY, 0.614, 0.0152, 100);
    private static final Score CLOSE = new Score(Measure.RMSE, 0.7321, 0.0104, 100);

    @Test
    void sharesArePercentAndErrorsPlainNumbers() {
        assertThat(ACCURATE.text()).isEqualTo("61.4 ± 1.5 %");
        assertThat(ACCURATE.number()).isEqualTo("61.4 ± 1.5");
        assertThat(ACCURATE.meanText()).isEqualTo("61.4 %");
        assertThat(CLOSE.text()).isEqualTo("0.732 ± 0.010");
        assertThat(CLOSE.meanText()).isEqualTo("0.732");
        assertThat(Measure.ACCURACY.titled("test")).isEqualTo("test %");
        assertThat(Measure.RMSE.titled("test")).isEqualTo("test");
    }

    @Test
    void whatIsKnownWithoutTryingHasNoInterval() {
        Score guessing = Score.exact(Measure.ACCURACY, 0.5);
        assertThat(guessing.isExact()).isTrue();
        assertThat(guessing.text()).isEqualTo("50.0 %");
    }

    @Test
    void oneEpisodeOrFoldHasNoInterval() {
        Score one = Score.of(Measure.ACCURACY, new double[] {0.614});
        assertThat(one.text()).isEqualTo("61.4 %");
        Gain gain = Gain.of(Measure.ACCURACY, new double[] {0.021});
        assertThat(gain.text()).isEqualTo("+2.1 points");
        assertThat(gain.size()).isEqualTo("2.1");
        assertThat(gain.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(gain.isClear()).isFalse();
        assertThat(gain.sentence())
                .startsWith("+2.1 points against the floor, but one test alone cannot tell");
        assertThat(Gain.of(Measure.ACCURACY, new double[] {0.02, 0.02}).text())
                .isEqualTo("+2.0 ± 0.0 points");
    }

    @Test
    void theIntervalIsThatOfTheMean() {
        Score score = Score.of(Measure.ACCURACY, new double[] {0, 1, 0, 1});
        assertThat(score.mean()).isEqualTo(0.5);
        assertThat(score.ci95()).isCloseTo(3.182 * Math.sqrt(1.0 / 3) / 2, within(1e-12));
        assertThat(score.tasks()).isEqualTo(4);
        assertThat(Score.of(Measure.ACCURACY, new double[] {0.3}).ci95()).isNaN();
    }

    @Test
    void aGainIsPositiveWhereverItIsBetter() {
        for (Measure measure : Measure.values()) {
            double better = measure.higherIsBetter() ? 0.9 : 0.1;
            double worse = 1 - better;
            assertThat(measure.gain(better, worse)).as("%s", measure).isPositive();
            Gain gain =
                    Gain.between(
                            new Score(measure, better, 0.03, 50),
                            new Score(measure, worse, 0.04, 40));
            assertThat(gain.mean()).as("%s", measure).isCloseTo(0.8, within(1e-12));
            assertThat(gain.ci95()).isCloseTo(0.05, within(1e-12));
            assertThat(gain.tasks()).isEqualTo(40);
            assertThat(gain.verdict()).isEqualTo(Verdict.ABOVE_FLOOR);
        }
    }

    @Test
    void gainsHaveASignAndPointsWhereValuesHavePercent() {
        Gain up = Gain.of(Measure.ACCURACY, new double[] {0.02, 0.04});
        assertThat(up.text()).isEqualTo("+3.0 ± 12.7 points");
        assertThat(up.sentence())
                .isEqualTo("no clear difference to the floor (+3.0 ± 12.7 points)");
        Gain even = new Gain(Measure.ACCURACY, -0.002, 0.017, 100);
        assertThat(even.sentence())
                .isEqualTo("no clear difference to the floor (-0.2 ± 1.7 points)");
        Gain down = new Gain(Measure.ACCURACY, -0.05, 0.017, 100);
        assertThat(down.sentence())
                .isEqualTo("5.0 ± 1.7 points below the floor: no training at all does better");
    }

    @Test
    void aSmallerErrorThanTheFloorsIsAGain() {
        Gain gain = Gain.between(CLOSE, new Score(Measure.RMSE, 0.9, 0.01, 100));
        assertThat(gain.verdict()).isEqualTo(Verdict.ABOVE_FLOOR);
        assertThat(gain.isClear()).isTrue();
        assertThat(gain.text()).isEqualTo("+0.168 ± 0.014");
        assertThat(gain.sentence())
                .isEqualTo("0.168 ± 0.014 better than the floor on the same episodes");
        Gain loss = Gain.between(CLOSE, new Score(Measure.RMSE, 0.5, 0.01, 100));
        assertThat(loss.sentence())
                .isEqualTo("0.232 ± 0.014 worse than the floor: no training at all does better");
        assertThat(Measure.RMSE.difference("B", "A")).isEqualTo("A − B");
        assertThat(Measure.ACCURACY.difference("B", "A")).isEqualTo("B − A");
    }

    @Test
    void theBestScoreSortsLast() {
        Score closer = new Score(Measure.RMSE, 0.1, 0, 10);
        Score better = new Score(Measure.ACCURACY, 0.9, 0, 10);
        assertThat(List.of(closer, CLOSE, better, ACCURATE).stream().sorted(Score.WORST_FIRST))
                .containsExactly(ACCURATE, better, CLOSE, closer);
    }

    @Test
    void scoresOfDifferentMeasuresHaveNoDifference() {
        assertThatThrownBy(() -> Gain.between(ACCURATE, CLOSE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyMeasureIsFoundByItsWord() {
        List<String> words = Arrays.stream(Measure.values()).map(Measure::word).toList();
        assertThat(new HashSet<>(words)).hasSameSizeAs(words);
        for (Measure measure : Measure.values()) {
            assertThat(Measure.of(measure.word())).contains(measure);
        }
        assertThat(Measure.of("luck")).isEmpty();
    }
}
