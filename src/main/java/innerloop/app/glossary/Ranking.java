package innerloop.app.glossary;

import innerloop.app.prose.Words;
import innerloop.app.search.FuzzyMatch;
import innerloop.lesson.GlossaryEntry;
import innerloop.lesson.Prose;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which entries fit what is typed, best first: the word itself, its other names, words that begin so, and last those that only speak
/// of it.
final class Ranking {

    /// From here on only the text fits.
    private static final int IN_TEXT = 8;

    private static final int NOWHERE = 100;

    private final List<Searched> entries;

    /// An entry as it is searched.
    private record Searched(GlossaryEntry entry, String term, List<String> aliases, String text) {

        private int rank(String typed) {
            List<Predicate<String>> ways =
                    List.of(
                            typed::equals,
                            name -> name.startsWith(typed),
                            name -> name.contains(" " + typed),
                            name -> name.contains(typed));
            for (int w = 0; w < ways.size(); w++) {
                if (ways.get(w).test(term)) {
                    return 2 * w;
                }
                if (aliases.stream().anyMatch(ways.get(w))) {
                    return 2 * w + 1;
                }
            }
            return Arrays.stream(typed.split(" ")).allMatch(text::contains) ? IN_TEXT : NOWHERE;
        }
    }

    private record Ranked(GlossaryEntry entry, int rank) {}

    /// @param entries in the order in which equally good ones are shown
    Ranking(List<GlossaryEntry> entries) {
        this.entries =
                entries.stream()
                        .map(entry ->
                                new Searched(
                                        entry,
                                        plain(entry.term()),
                                        Stream.concat(
                                                        entry.aliases().stream(),
                                                        entry.fields().stream())
                                                .map(Ranking::plain)
                                                .toList(),
                                        plain(words(entry))))
                        .toList();
    }

    /// Those that fit; all if nothing is typed. Where none does, those whose name has the letters in this order.
    List<GlossaryEntry> matching(String typed) {
        List<GlossaryEntry> all = entries.stream().map(Searched::entry).toList();
        if (typed.isBlank()) {
            return all;
        }
        List<GlossaryEntry> found = upTo(IN_TEXT, typed);
        return found.isEmpty() ? FuzzyMatch.best(typed, all, GlossaryEntry::term) : found;
    }

    /// Those whose name fits.
    List<GlossaryEntry> named(String typed) {
        return typed.isBlank() ? List.of() : upTo(IN_TEXT - 1, typed);
    }

    private List<GlossaryEntry> upTo(int most, String typed) {
        String wanted = plain(typed);
        List<Ranked> fitting = new ArrayList<>();
        for (Searched one : entries) {
            int rank = one.rank(wanted);
            if (rank <= most) {
                fitting.add(new Ranked(one.entry(), rank));
            }
        }
        fitting.sort(Comparator.comparingInt(Ranked::rank));
        return fitting.stream().map(Ranked::entry).toList();
    }

    /// Lower case, with one space between words.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\-–]+", " ")
                .strip();
    }

    private static String words(GlossaryEntry entry) {
        StringBuilder words = new StringBuilder();
        for (Prose block : entry.text()) {
            switch (block) {
                case Prose.Paragraph paragraph -> words.append(Words.of(paragraph.text()));
                case Prose.Formulas formulas -> words.append(String.join(" ", formulas.lines()));
                default -> {}
            }
            words.append(' ');
        }
        return words.toString();
    }
}
