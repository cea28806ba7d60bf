package innerloop.task;

import java.util.Arrays;
import java.util.Comparator;

/// How well scores rank positive examples before negative ones. Equal scores share their places: neither the order of the
/// examples nor chance decides between them. Without examples of both kinds there is nothing to rank, and the value is NaN.
final class Rankings {

    private Rankings() {}

    /// Area under the ROC curve: the share of pairs of a positive and a negative example in which the positive one has the
    /// larger score, equal scores counting half.
    ///
    /// @param positive 1 for a positive example, 0 for a negative one
    static double auc(double[] score, double[] positive) {
        double below = 0;
        double won = 0;
        double positives = 0;
        int[] order = ascending(score);
        for (int begin = 0; begin < order.length; ) {
            int end = endOfTie(score, order, begin);
            double up = positives(positive, order, begin, end);
            double down = end - begin - up;
            won += up * (below + down / 2);
            below += down;
            positives += up;
            begin = end;
        }
        return won / (positives * below);
    }

    /// Average precision `Σ (R_k − R_{k−1}) P_k` over the distinct scores from the largest on, with precision P and recall R
    /// of everything that scores at least as much.
    ///
    /// @param positive 1 for a positive example, 0 for a negative one
    static double averagePrecision(double[] score, double[] positive) {
        double[] negated = Arrays.stream(score).map(s -> -s).toArray();
        int[] order = ascending(negated);
        double found = 0;
        double sum = 0;
        for (int begin = 0; begin < order.length; ) {
            int end = endOfTie(negated, order, begin);
            double up = positives(positive, order, begin, end);
            found += up;
            sum += up * found / end;
            begin = end;
        }
        return found == 0 || found == order.length ? Double.NaN : sum / found;
    }

    private static int[] ascending(double[] score) {
        Integer[] order = new Integer[score.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> score[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private static int endOfTie(double[] score, int[] order, int begin) {
        int end = begin;
        // Compared like Double.compare, so that a NaN ties with itself.
        while (end < order.length && Double.compare(score[order[end]], score[order[begin]]) == 0) {
            end++;
        }
        return end;
    }

    private static double positives(double[] positive, int[] order, int begin, int end) {
        double sum = 0;
        for (int k = begin; k < end; k++) {
            sum += positive[order[k]];
        }
        return sum;
    }
}
