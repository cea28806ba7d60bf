package innerloop.plot;

import java.util.ArrayList;
import java.util.List;

/// Breaks a sentence into lines that fit a width.
final class Wrapping {
    private static final String ELLIPSIS = "…";

    private Wrapping() {}

    /// Lines of whole words; a word wider than the width is the only thing that is shortened.
    static List<String> lines(String text, double width, double size, TextMeasure measure) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || measure.width(longer, size) <= width) {
                line = longer;
            } else {
                lines.add(shortened(line, width, size, measure));
                line = word;
            }
        }
        if (!line.isEmpty()) {
            lines.add(shortened(line, width, size, measure));
        }
        return List.copyOf(lines);
    }

    /// The first of these lines, with an ellipsis where the others are missing.
    static List<String> atMost(int most, List<String> lines) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, most));
        first.set(most - 1, first.getLast() + ELLIPSIS);
        return List.copyOf(first);
    }

    /// The same number of lines, none much longer than the others, so that no word stands alone.
    static List<String> balanced(String text, double width, double size, TextMeasure measure) {
        List<String> best = lines(text, width, size, measure);
        double narrower = width - size / 2;
        while (narrower > size && !best.toString().contains(ELLIPSIS)) {
            List<String> lines = lines(text, narrower, size, measure);
            if (lines.size() > best.size() || lines.toString().contains(ELLIPSIS)) {
                break;
            }
            best = lines;
            narrower -= size / 2;
        }
        return best;
    }

    /// The text itself if it fits, else its beginning and an ellipsis.
    static String shortened(String text, double width, double size, TextMeasure measure) {
        if (measure.width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && measure.width(text.substring(0, end) + ELLIPSIS, size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
