package innerloop.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingsTest {

    @Test
    void theAreaCountsPairsThatAreInOrderAndHalfOfTheTies() {
        double[] positive = {1, 1, 0, 0, 1};
        double[] score = {0.9, 0.5, 0.5, 0.1, 0.1};
        // Of 3 · 2 pairs: 0.9 beats both; 0.5 ties one and beats one; 0.1 loses one and ties one.
        assertThat(Rankings.auc(score, positive)).isCloseTo(4.0 / 6, within(1e-12));
        // At 0.9 precision 1; at 0.5 two of three; at 0.1 three of five.
        assertThat(Rankings.averagePrecision(score, positive))
                .isCloseTo((1 + 2.0 / 3 + 3.0 / 5) / 3, within(1e-12));
    }

    @Test
    void allPairsByBruteForceGiveTheSameArea() {
        Random random = new Random(1);
        for (int trial = 0; trial < 50; trial++) {
            double[] score = new double[30];
            double[] positive = new double[30];
            for (int i = 0; i < 30; i++) {
                score[i] = random.nextInt(8);
                positive[i] = i < 2 ? i : random.nextInt(2);
            }
            double won = 0;
            double pairs = 0;
            for (int i = 0; i < 30; i++) {
                for (int j = 0; j < 30; j++) {
                    if (positive[i] == 1 && positive[j] == 0) {
                        pairs++;
                        won += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
                    }
                }
            }
            assertThat(Rankings.auc(score, positive)).isCloseTo(won / pairs, within(1e-12));
        }
    }

    @Test
    void withoutExamplesOfBothKindsThereIsNothingToRank() {
        assertThat(Rankings.auc(new double[] {1, 2}, new double[] {1, 1})).isNaN();
        assertThat(Rankings.auc(new double[] {1, 2}, new double[] {0, 0})).isNaN();
        assertThat(Rankings.averagePrecision(new double[] {1, 2}, new double[] {0, 0})).isNaN();
        assertThat(Rankings.averagePrecision(new double[] {1, 2}, new double[] {1, 1})).isNaN();
    }
}
