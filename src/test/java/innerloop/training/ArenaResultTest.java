package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.experiment.Experiment;
import innerloop.phrase.Phrase;
import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.ArenaChoice.Verdict;
import innerloop.training.RunRecord.Provenance;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is said of the runs of a comparison.
class ArenaResultTest {

    private static final Experiment EASY = SmallExperiments.easy(1);
    private static final double[] RIDGE = {0.1, 0.9, 0.5, 0.7};
    private static final double[] FLOOR = {0.2, 0.8, 0.5, 0.6};

    private static Contender contender(String name) {
        return new Contender(name, EASY.withName(name));
    }

    /// A run with these scores of its episodes.
    private static RunSummary run(
            RunStatus status, double seconds, double propagation, double... scores) {
        List<TestEpisode> episodes =
                IntStream.range(0, scores.length)
                        .mapToObj(i ->
                                new TestEpisode(
                                        scores[i],
                                        FLOOR[i % FLOOR.length],
                                        0.1,
                                        Map.of("smoothedRidge", RIDGE[i % RIDGE.length])))
                        .toList();
        double[] floors = episodes.stream().mapToDouble(TestEpisode::floor).toArray();
        Score test = Score.of(Measure.ACCURACY, scores);
        return new RunSummary(
                EASY,
                status,
                1,
                test,
                Gain.of(test),
                test,
                List.of(
                        new BaselineScore("floor", Score.of(Measure.ACCURACY, floors)),
                        new BaselineScore(
                                "labelPropagation",
                                new Score(Measure.ACCURACY, propagation, 0.01, 4)),
                        new BaselineScore(
                                "smoothedRidge", new Score(Measure.ACCURACY, 0.05, 0.01, 4)),
                        new BaselineScore("majority", Score.exact(Measure.ACCURACY, 0.5))),
                episodes,
                Phrase.words("protocol"),
                List.of(),
                new Provenance("", "", 1, "", "", "", "", "", "", seconds));
    }

    private static double[] floorAnd(double... more) {
        return IntStream.range(0, FLOOR.length).mapToDouble(i -> FLOOR[i] + more[i]).toArray();
    }

    private static ArenaResult empty(int splits, String... names) {
        return ArenaResult.empty(
                EASY,
                Collections.nCopies(splits, EASY.split()),
                Arrays.stream(names).map(ArenaResultTest::contender).toList());
    }

    private static ArenaRow row(ArenaResult result, String name) {
        return result.rows().stream()
                .filter(row -> row.contender().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ArenaResult with(ArenaResult result, String name, RunSummary run) {
        return result.with(contender(name), new ArenaRun.Ended(run));
    }

    @Test
    void onOneSplitEpisodesAreThePairs() {
        ArenaResult result = empty(1, "a", "b");
        result = with(result, "a", run(RunStatus.FINISHED, 2, 0.4, floorAnd(0.1, 0.11, 0.1, 0.09)));
        result =
                with(
                        result,
                        "b",
                        run(RunStatus.FINISHED, 1, 0.4, floorAnd(0.05, 0.06, 0.05, 0.04)));
        Gain lead = row(result, "a").over(row(result, "b")).orElseThrow();
        assertThat(lead.tasks()).isEqualTo(4);
        assertThat(lead.mean()).isCloseTo(0.05, within(1e-12));
        // Episodes differ by 60 points, the two learners always by the same.
        assertThat(lead.ci95()).isLessThan(1e-12);
        assertThat(row(result, "b").gain().orElseThrow().mean()).isCloseTo(0.05, within(1e-12));
        assertThat(row(result, "b").over("floor")).isEqualTo(row(result, "b").gain());
    }

    @Test
    void baselinesAreComparedEpisodeByEpisodeWhereTheirEpisodesAreKept() {
        double[] aboveRidge = Arrays.stream(RIDGE).map(at -> at + 0.1).toArray();
        ArenaRow row =
                row(with(empty(1, "a"), "a", run(RunStatus.FINISHED, 1, 0.4, aboveRidge)), "a");
        Gain paired = row.over("smoothedRidge").orElseThrow();
        assertThat(row.isPairedWith("smoothedRidge")).isTrue();
        assertThat(paired.mean()).isCloseTo(0.1, within(1e-12));
        assertThat(paired.ci95()).isLessThan(1e-12);
        assertThat(row.isPairedWith("labelPropagation")).isFalse();
        Gain added = row.over("labelPropagation").orElseThrow();
        assertThat(added.ci95())
                .isCloseTo(Math.hypot(0.01, row.score().orElseThrow().ci95()), within(1e-12));
    }

    @Test
    void aRunThatBreaksOffTakesNothingFromTheOthers() {
        ArenaResult result = empty(3, "a", "b");
        for (int fold = 0; fold < 3; fold++) {
            double at = 0.3 * (fold + 1);
            result =
                    fold == 1
                            ? result.with(
                                    contender("a"), new ArenaRun.Failed(Phrase.words("no room")))
                            : with(result, "a", run(RunStatus.FINISHED, 1, 0.1, at, at));
            result = with(result, "b", run(RunStatus.FINISHED, 1, 0.1, at - 0.1, at - 0.1));
        }
        assertThat(result.isComplete()).isTrue();
        // The third folds are a pair, though only two runs of one are there.
        assertThat(row(result, "a").over(row(result, "b")).orElseThrow().ci95()).isLessThan(1e-12);
        assertThat(row(result, "a").failures()).containsExactly(Phrase.words("no room"));
        assertThat(result.choice().best().orElseThrow().contender().name()).isEqualTo("b");
        assertThat(ArenaPicture.svg(result)).contains(">a<", ">b<");
    }

    @Test
    void whereAllBreakOffTheReasonIsSaid() {
        ArenaResult result =
                empty(1, "a").with(contender("a"), new ArenaRun.Failed(Phrase.words("no room")));
        assertThat(result.choice().verdict()).isEqualTo(Verdict.NONE);
        assertThat(result.choice().sentence())
                .isEqualTo("No learner came to an end in finite numbers; a failed: no room");
        assertThat(ArenaPicture.svg(result)).contains(">a<", ">failed<");
    }

    @Test
    void onFoldsTheirMeansAreThePairs() {
        ArenaResult result = empty(3, "a", "b");
        for (double fold : new double[] {0.3, 0.6, 0.9}) {
            double a = fold;
            double b = fold - 0.1;
            result = with(result, "a", run(RunStatus.FINISHED, 1, fold - 0.2, a - 0.05, a + 0.05));
            result = with(result, "b", run(RunStatus.FINISHED, 1, fold - 0.2, b - 0.05, b + 0.05));
        }
        Gain lead = row(result, "a").over(row(result, "b")).orElseThrow();
        assertThat(lead.tasks()).isEqualTo(3);
        assertThat(lead.mean()).isCloseTo(0.1, within(1e-12));
        assertThat(lead.ci95()).isLessThan(1e-12);
        Score score = row(result, "a").score().orElseThrow();
        assertThat(score.mean()).isCloseTo(0.6, within(1e-12));
        assertThat(score.tasks()).isEqualTo(3);
        assertThat(score.ci95())
                .isCloseTo(
                        Score.of(Measure.ACCURACY, new double[] {0.3, 0.6, 0.9}).ci95(),
                        within(1e-12));
        Gain overRival = row(result, "a").over("labelPropagation").orElseThrow();
        assertThat(overRival.mean()).isCloseTo(0.2, within(1e-12));
        assertThat(overRival.ci95()).isLessThan(1e-12);
        assertThat(result.rival().orElseThrow().score().mean()).isCloseTo(0.4, within(1e-12));
        assertThat(result.baselines())
                .extracting(BaselineScore::word)
                .containsExactly("floor", "labelPropagation", "smoothedRidge", "majority");
    }

    @Test
    void aFoldThatDivergedIsLeftOutOfItsPairsAlone() {
        ArenaResult result = empty(3, "a", "b");
        for (int fold = 0; fold < 3; fold++) {
            double at = 0.3 * (fold + 1);
            RunStatus status = fold == 1 ? RunStatus.DIVERGED : RunStatus.FINISHED;
            result = with(result, "a", run(status, 1, 0.1, at, at));
            result = with(result, "b", run(RunStatus.FINISHED, 1, 0.1, at - 0.1, at - 0.1));
        }
        Gain lead = row(result, "a").over(row(result, "b")).orElseThrow();
        assertThat(lead.tasks()).isEqualTo(2);
        assertThat(lead.mean()).isCloseTo(0.1, within(1e-12));
        assertThat(row(result, "a").diverged()).isOne();
        assertThat(row(result, "a").score().orElseThrow().mean()).isCloseTo(0.6, within(1e-12));
        // It has the better mean, but cannot be relied on.
        assertThat(result.choice().best().orElseThrow().contender().name()).isEqualTo("b");
    }

    private static ArenaResult three(double rival) {
        ArenaResult result = empty(1, "slow", "quick", "poor");
        result =
                with(
                        result,
                        "slow",
                        run(RunStatus.FINISHED, 9, rival, floorAnd(0.19, 0.1, 0.2, 0.21)));
        result =
                with(
                        result,
                        "quick",
                        run(RunStatus.FINISHED, 2, rival, floorAnd(0.1, 0.19, 0.2, 0.19)));
        return with(
                result,
                "poor",
                run(RunStatus.FINISHED, 1, rival, floorAnd(0.01, 0.02, 0.01, 0.02)));
    }

    @Test
    void theFastestOfThoseThatAreNotClearlyWorseIsSuggested() {
        ArenaChoice choice = three(0.1).choice();
        assertThat(choice.verdict()).isEqualTo(Verdict.AS_GOOD);
        assertThat(choice.suggested().orElseThrow().contender().name()).isEqualTo("quick");
        assertThat(choice.sentence())
                .startsWith("Take quick: 69.5 ± ")
                .contains(
                        "+17.0 ± 7.5 points over the floor, in 2.0 s",
                        "; the best, slow, is not clearly better (+0.5 ± ",
                        ") and takes 9.0 s")
                .doesNotContain("label propagation");
        assertThat(three(0.1).ranked())
                .extracting(row -> row.contender().name())
                .containsExactly("slow", "quick", "poor");
    }

    @Test
    void whatNeedsNoTrainingIsNamedWhereItIsAsGood() {
        assertThat(three(0.68).choice().sentence())
                .endsWith(
                        "; label propagation, which is not trained, reaches 68.0 ± 1.0 %, and quick is not clearly better");
    }

    @Test
    void whatNeedsNoTrainingIsSaidToBeBetterWhereItIs() {
        ArenaResult result = empty(3, "a");
        for (double at : new double[] {0.7, 0.8, 0.9}) {
            RunSummary run = run(RunStatus.FINISHED, 1, at + 0.05, at, at);
            result = with(result, "a", run);
        }
        ArenaChoice choice = result.choice();
        assertThat(choice.losesToRival()).isTrue();
        assertThat(choice.sentence())
                .startsWith("Take a: 80.0 ± ")
                .endsWith(
                        "; label propagation, which is not trained, reaches 85.0 ± 24.8 % and is clearly better");
        assertThat(three(0.68).choice().losesToRival()).isFalse();
        assertThat(three(0.1).choice().losesToRival()).isFalse();
    }

    @Test
    void theBestIsSuggestedWhereNoFasterOneIsAsGood() {
        ArenaResult result = empty(1, "good", "poor");
        result =
                with(
                        result,
                        "good",
                        run(RunStatus.FINISHED, 9, 0.1, floorAnd(0.1, 0.11, 0.1, 0.11)));
        result =
                with(
                        result,
                        "poor",
                        run(RunStatus.FINISHED, 1, 0.1, floorAnd(0.01, 0.02, 0.01, 0.02)));
        assertThat(result.choice().verdict()).isEqualTo(Verdict.BEST);
        assertThat(result.choice().sentence())
                .startsWith("Take good: 63.0 ± ")
                .endsWith(", the best of 2, +10.5 ± 0.9 points over the floor, in 9.0 s");
    }

    @Test
    void nothingIsSuggestedWhereNothingBeatsTheFloor() {
        ArenaResult result = empty(1, "up", "down");
        result =
                with(
                        result,
                        "up",
                        run(RunStatus.FINISHED, 9, 0.1, floorAnd(0.1, -0.09, 0.1, -0.09)));
        result =
                with(
                        result,
                        "down",
                        run(RunStatus.FINISHED, 1, 0.1, floorAnd(-0.1, -0.1, -0.1, -0.1)));
        ArenaChoice choice = result.choice();
        assertThat(choice.verdict()).isEqualTo(Verdict.FLOOR);
        assertThat(choice.suggested()).isEmpty();
        assertThat(choice.sentence())
                .startsWith("No learner is clearly better than the floor (52.5 ± ")
                .contains(": the best, up, differs by +0.5 ± 17.");
    }

    @Test
    void beforeTheEndThereIsNoChoice() {
        ArenaResult result =
                with(empty(2, "a"), "a", run(RunStatus.FINISHED, 1, 0.1, 0.9, 0.9, 0.9));
        assertThat(result.choice().verdict()).isEqualTo(Verdict.UNFINISHED);
        assertThat(result.choice().sentence()).startsWith("1 of 2 runs are done");
        assertThat(result.choice().suggested()).isEmpty();
    }

    @Test
    void whereAllDivergeNothingIsSaidOfScores() {
        ArenaResult result = with(empty(1, "a"), "a", run(RunStatus.DIVERGED, 1, 0.1, 0.9, 0.9));
        assertThat(row(result, "a").score()).isEmpty();
        assertThat(result.choice().verdict()).isEqualTo(Verdict.NONE);
    }

    @Test
    void thePictureHasEveryRowAndTheLevelsToBeat() {
        String svg = ArenaPicture.svg(three(0.1));
        assertThat(svg).contains(">slow<", ">quick<", ">poor<", ">floor<", ">label propagation<");
        assertThat(ArenaPicture.svg(empty(1, "a"))).contains("easy blocks");
    }
}
