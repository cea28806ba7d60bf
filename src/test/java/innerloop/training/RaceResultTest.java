package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.phrase.Phrase;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.Race.Start;
import innerloop.training.RaceResult.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is said of the curves of a race.
class RaceResultTest {

    private static RaceCurve curve(Start start, Measure measure, Gain lead, double... values) {
        return new RaceCurve(
                start,
                IntStream.range(0, values.length)
                        .mapToObj(k ->
                                new RaceCurve.Point(
                                        k,
                                        k,
                                        10L * k,
                                        new Score(measure, values[k], 0.01, 20),
                                        k == 0 ? new Gain(measure, 0.01, 0.02, 20) : lead))
                        .toList());
    }

    private static RaceResult raced(RaceCurve meta, RaceCurve preTrained, RaceCurve random) {
        return new RaceResult(
                SmallExperiments.easy(1),
                1,
                List.of(meta, preTrained, random),
                Score.exact(Measure.ACCURACY, 0.5),
                Phrase.words("protocol"));
    }

    private static RaceResult accuracies(
            double lead, double[] meta, double[] preTrained, double[] random) {
        Measure accuracy = Measure.ACCURACY;
        Gain even = new Gain(accuracy, 0, 0, 20);
        Gain gain = new Gain(accuracy, lead, 0.01, 20);
        return raced(
                curve(Start.META, accuracy, even, meta),
                curve(Start.PRE_TRAINED, accuracy, gain, preTrained),
                curve(Start.RANDOM, accuracy, gain, random));
    }

    @Test
    void theGoalIsOneForAllStarts() {
        RaceResult raced =
                accuracies(
                        0.1,
                        new double[] {0.5, 0.7, 0.8},
                        new double[] {0.5, 0.6, 0.78},
                        new double[] {0.5, 0.5, 0.6});
        assertThat(raced.goal()).isEqualTo(0.5 + 0.9 * (0.8 - 0.5));
        assertThat(raced.verdict()).isEqualTo(Verdict.LEVEL);
        assertThat(raced.sentence())
                .isEqualTo(
                        "Meta takes 2, pre-trained 2 and random more than 2 inner steps to 90 % of the"
                                + " way from guessing (50.0 %) to the best final accuracy (80.0 %), which is"
                                + " 77.0 %: meta-learning saves no step over pre-trained; after its own 1 it is ahead of pre-trained by +10.0 ± 1.0"
                                + " points, after 2 it is ahead of pre-trained by +10.0 ± 1.0 points");
    }

    @Test
    void whereMetaLearningLosesTheSentenceSaysSo() {
        RaceResult raced =
                accuracies(
                        -0.1,
                        new double[] {0.5, 0.6, 0.7},
                        new double[] {0.5, 0.78, 0.8},
                        new double[] {0.5, 0.6, 0.78});
        assertThat(raced.verdict()).isEqualTo(Verdict.LOSES);
        assertThat(raced.stepsToGoal(Start.META)).isEmpty();
        assertThat(raced.sentence())
                .startsWith("Meta takes more than 2, pre-trained 1 and random 2 inner steps")
                .endsWith(
                        ": meta-learning loses to pre-trained; after its own 1 it loses to pre-trained by"
                                + " -10.0 ± 1.0 points, after 2 it loses to pre-trained by -10.0 ±"
                                + " 1.0 points");
    }

    @Test
    void anErrorIsBetterWhenItIsLower() {
        Gain lead = new Gain(Measure.RMSE, 0.5, 0.01, 20);
        RaceResult raced =
                raced(
                        curve(Start.META, Measure.RMSE, lead, 2.0, 1.0, 0.9),
                        curve(Start.PRE_TRAINED, Measure.RMSE, lead, 2.0, 1.5, 0.95),
                        curve(Start.RANDOM, Measure.RMSE, lead, 2.0, 1.9, 1.8));
        assertThat(raced.goal()).isCloseTo(1.01, within(1e-12));
        assertThat(raced.verdict()).isEqualTo(Verdict.FIRST);
        assertThat(raced.rival(2)).contains(raced.curve(Start.PRE_TRAINED));
        assertThat(raced.sentence())
                .startsWith(
                        "Meta takes 1, pre-trained 2 and random more than 2 inner steps to 90 % of the"
                                + " way from the untrained score (2.000) to the best final RMSE (0.900),"
                                + " which is 1.010: meta-learning is the"
                                + " fastest; ");
        assertThat(raced.pacemaker()).contains(raced.curve(Start.PRE_TRAINED));
    }

    @Test
    void fewerStepsCountOnlyWhereTheScoresDifferClearly() {
        double[] sooner = {0.5, 0.78, 0.8};
        double[] later = {0.5, 0.76, 0.79};
        double[] never = {0.5, 0.5, 0.6};
        RaceResult ahead = accuracies(0.005, sooner, later, never);
        assertThat(ahead.verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(ahead.sentence())
                .contains(
                        ": whether meta-learning is faster or slower than pre-trained is not clear"
                                + " (+0.5 ± 1.0 points after 1); after its own 1 it makes no clear");
        assertThat(accuracies(-0.005, later, never, sooner).verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(accuracies(-0.02, later, never, sooner).verdict()).isEqualTo(Verdict.LOSES);
        assertThat(accuracies(0.02, sooner, later, never).verdict()).isEqualTo(Verdict.FIRST);
    }

    @Test
    void oneEpisodeAloneHasTheStepsDecide() {
        Gain lead = new Gain(Measure.ACCURACY, 0.005, Double.NaN, 1);
        RaceResult raced =
                raced(
                        curve(Start.META, Measure.ACCURACY, lead, 0.5, 0.78, 0.8),
                        curve(Start.PRE_TRAINED, Measure.ACCURACY, lead, 0.5, 0.76, 0.79),
                        curve(Start.RANDOM, Measure.ACCURACY, lead, 0.5, 0.5, 0.6));
        assertThat(raced.verdict()).isEqualTo(Verdict.FIRST);
    }

    @Test
    void whoDoesNotBeatGuessingHasNoGoal() {
        double[] poor = {0.5, 0.52, 0.5};
        RaceResult raced = accuracies(0, poor, poor, poor);
        assertThat(raced.goal()).isNaN();
        assertThat(raced.verdict()).isEqualTo(Verdict.LEVEL);
        assertThat(raced.sentence())
                .isEqualTo("No start ends better than guessing (50.0 %), so there is no goal");
    }

    @Test
    void numbersThatAreNotFiniteWinNothing() {
        double nan = Double.NaN;
        RaceResult raced =
                accuracies(
                        nan,
                        new double[] {0.5, 0.8, nan},
                        new double[] {0.5, 0.6, 0.7},
                        new double[] {0.5, nan, nan});
        assertThat(raced.best()).contains(raced.curve(Start.PRE_TRAINED));
        assertThat(raced.sentence()).startsWith("Meta takes 1, ").endsWith("not finite");
        double[] none = {0.5, nan, nan};
        assertThat(accuracies(nan, none, none, none).sentence())
                .startsWith("From every start")
                .contains("learner.innerRate");
    }
}
