package innerloop.app.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;

/// How well typed letters fit a text: all must occur in order; starts of words and runs of letters
/// count more.
public final class FuzzyMatch {

    private record Scored<T>(T item, int score) {}

    private FuzzyMatch() {}

    /// The items whose text fits, best first; with nothing typed all of them in their order.
    public static <T> List<T> best(String typed, List<T> items, Function<T, String> text) {
        if (typed.isBlank()) {
            return List.copyOf(items);
        }
        List<Scored<T>> fitting = new ArrayList<>();
        for (T item : items) {
            score(typed, text.apply(item))
                    .ifPresent(score -> fitting.add(new Scored<>(item, score)));
        }
        fitting.sort(Comparator.<Scored<T>>comparingInt(Scored::score).reversed());
        return fitting.stream().map(Scored::item).toList();
    }

    /// The score, higher is better; empty when the letters do not occur in this order.
    public static OptionalInt score(String typed, String text) {
        String query = typed.strip().toLowerCase(Locale.ROOT);
        String hay = text.toLowerCase(Locale.ROOT);
        int contained = hay.indexOf(query);
        if (contained >= 0) {
            return OptionalInt.of(
                    1000 - contained - hay.length() + (startsWord(hay, contained) ? 500 : 0));
        }
        int score = 0;
        int at = -1;
        for (int i = 0; i < query.length(); i++) {
            char letter = query.charAt(i);
            if (Character.isWhitespace(letter)) {
                continue;
            }
            int next = hay.indexOf(letter, at + 1);
            if (next < 0) {
                return OptionalInt.empty();
            }
            score += startsWord(hay, next) ? 10 : next == at + 1 ? 5 : -Math.min(next - at, 4);
            at = next;
        }
        return OptionalInt.of(score - hay.length() / 8);
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
