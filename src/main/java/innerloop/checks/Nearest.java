package innerloop.checks;

import innerloop.phrase.Phrase;
import java.util.Collection;
import java.util.Comparator;

/// The known word closest to a misspelt one, by Levenshtein distance.
public final class Nearest {

    private Nearest() {}

    /// The candidate with the smallest edit distance, among equals the first in alphabetical order, since the order of a set may
    /// differ from run to run.
    public static String of(String word, Collection<String> candidates) {
        return candidates.stream()
                .min(
                        Comparator.comparingInt((String c) -> distance(word, c))
                                .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /// The fix for a misspelt word.
    public static Phrase didYouMean(String word, Collection<String> candidates) {
        return Phrase.of("nearest.didYouMean", of(word, candidates));
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(swap, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
