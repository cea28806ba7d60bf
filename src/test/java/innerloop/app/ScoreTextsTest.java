package innerloop.app;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTextsTest {

    @Test
    void everyMeasureHasAName() {
        for (Measure measure : Measure.values()) {
            assertThat(ScoreTexts.name(measure)).isNotBlank();
        }
    }

    @Test
    void accuraciesAreSpokenOfInPoints() {
        Gain gain = new Gain(Measure.ACCURACY, 0.28, 0.036, 100);
        assertThat(ScoreTexts.gain(gain)).isEqualTo("+28.0 ± 3.6 points");
        assertThat(ScoreTexts.verdict(gain))
                .isEqualTo("28.0 ± 3.6 points above the floor on the same episodes");
        assertThat(ScoreTexts.cell(Measure.ACCURACY, "61.4")).isEqualTo("61.4");
    }

    @Test
    void errorsAreBetterOrWorseThanTheFloor() {
        assertThat(ScoreTexts.verdict(new Gain(Measure.RMSE, 0.168, 0.014, 100)))
                .isEqualTo("0.168 ± 0.014 better than the floor on the same episodes");
        assertThat(ScoreTexts.verdict(new Gain(Measure.RMSE, 0.004, 0.014, 100)))
                .isEqualTo("no clear difference to the floor (+0.004 ± 0.014)");
        assertThat(ScoreTexts.verdict(new Gain(Measure.RMSE, -0.168, 0.014, 100)))
                .isEqualTo("0.168 ± 0.014 worse than the floor: no training at all does better");
        assertThat(ScoreTexts.cell(Measure.RMSE, "0.732")).isEqualTo("0.732 RMSE");
    }

    @Test
    void baselinesFollowOneAnother() {
        List<BaselineScore> baselines =
                List.of(
                        new BaselineScore(
                                BaselineScore.FLOOR, new Score(Measure.ACCURACY, 0.655, 0.03, 100)),
                        new BaselineScore(
                                BaselineScore.MAJORITY, Score.exact(Measure.ACCURACY, 0.5)),
                        new BaselineScore("oracle", Score.exact(Measure.ACCURACY, 1)));
        assertThat(ScoreTexts.enumerated(baselines, Score::meanNumber))
                .isEqualTo("floor 65.5, guessing 50.0, oracle 100.0");
    }
}
