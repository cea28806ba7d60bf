package innerloop.app.race;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Messages;
import innerloop.colour.Colour;
import innerloop.phrase.Phrase;
import innerloop.plot.Chart;
import innerloop.plot.Guide;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.Race.Start;
import innerloop.training.RaceCurve;
import innerloop.training.RaceResult;
import innerloop.training.SmallExperiments;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the window makes of a race, without a window.
class RaceTextsTest {

    private static RaceCurve curve(Start start, double... values) {
        return new RaceCurve(
                start,
                IntStream.range(0, values.length)
                        .mapToObj(k ->
                                new RaceCurve.Point(
                                        k,
                                        0.5 * k,
                                        1_000_000L * (k + 1),
                                        new Score(Measure.ACCURACY, values[k], 0.01, 20),
                                        new Gain(Measure.ACCURACY, 0.1, 0.01, 20)))
                        .toList());
    }

    private static RaceResult raced() {
        return raced(
                curve(Start.META, 0.5, 0.78, 0.8),
                curve(Start.PRE_TRAINED, 0.5, 0.6, 0.75),
                curve(Start.RANDOM, 0.5, 0.5, 0.6));
    }

    private static RaceResult raced(RaceCurve... curves) {
        return new RaceResult(
                SmallExperiments.easy(1),
                1,
                List.of(curves),
                new Score(Measure.ACCURACY, 0.7, 0.01, 20),
                Phrase.words("protocol"));
    }

    @Test
    void theSentenceIsThatOfTheCommandLine() {
        RaceResult hopeless =
                raced(
                        curve(Start.META, 0.5, 0.5),
                        curve(Start.PRE_TRAINED, 0.5, 0.4),
                        curve(Start.RANDOM, 0.5, 0.3));
        for (RaceResult raced : List.of(raced(), unclear(), hopeless)) {
            assertThat(plain(RaceTexts.sentence(raced))).isEqualTo(plain(raced.sentence()) + ".");
        }
        assertThat(unclear().verdict()).isEqualTo(RaceResult.Verdict.UNCLEAR);
    }

    private static RaceResult unclear() {
        return raced(
                curve(Start.META, 0.5, 0.78, 0.8),
                new RaceCurve(
                        Start.PRE_TRAINED,
                        curve(Start.PRE_TRAINED, 0.5, 0.76, 0.79).points().stream()
                                .map(point ->
                                        new RaceCurve.Point(
                                                point.innerStep(),
                                                point.milliseconds(),
                                                point.bytes(),
                                                point.score(),
                                                new Gain(Measure.ACCURACY, 0.005, 0.01, 20)))
                                .toList()),
                curve(Start.RANDOM, 0.5, 0.5, 0.6));
    }

    /// Texts of a window keep a number and its unit on a line.
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void theChartHasACurveForEveryStartBesideFloorAndGoal() {
        Chart chart = RaceCharts.of(raced(), RaceAxis.STEPS, false);
        assertThat(chart.curves())
                .extracting(curve -> curve.label())
                .containsExactly("random", "pre-trained", "meta");
        assertThat(chart.curves()).extracting(curve -> curve.dash()).doesNotHaveDuplicates();
        assertThat(chart.guides())
                .extracting(guide -> ((Guide.Level) guide).value())
                .containsExactly(0.7, 0.5 + 0.9 * (0.8 - 0.5));
        assertThat(chart.guides())
                .extracting(guide -> ((Guide.Level) guide).colour())
                .contains(Colour.BASELINE);
    }

    @Test
    void theAxisIsInItsUnit() {
        for (RaceAxis axis : RaceAxis.values()) {
            Chart chart = RaceCharts.of(raced(), axis, false);
            assertThat(chart.x().label()).isEqualTo(axis.unit());
            double[] steps = chart.curves().getFirst().series().steps();
            assertThat(steps)
                    .containsExactly(
                            switch (axis) {
                                case STEPS -> new double[] {0, 1, 2};
                                case TIME -> new double[] {0, 0.5, 1};
                                case MEMORY -> new double[] {1, 2, 3};
                            });
        }
    }

    @Test
    void withoutAResultTheChartSaysWhatWillBeThere() {
        Chart chart = RaceCharts.of(null, RaceAxis.STEPS, false);
        assertThat(chart.curves()).isEmpty();
        assertThat(chart.emptySentence()).isEqualTo(Messages.get("race.none"));
    }
}
