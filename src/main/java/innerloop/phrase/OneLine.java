package innerloop.phrase;

import java.util.Set;

/// Makes text from anywhere safe to show on one line: a name from a file must not move the cursor, colour what follows
/// or turn it round.
public final class OneLine {

    private static final int LONGEST = 600;

    /// Line and paragraph separator, and what turns the direction of the text that follows.
    private static final Set<Integer> LAYOUT =
            Set.of(
                    0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
                    0x2069);

    private OneLine() {}

    /// The text with control characters replaced by their numbers, and without its middle if it is very long.
    public static String of(String text) {
        String line = escaped(text);
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST / 2)
                        + " … "
                        + line.substring(line.length() - LONGEST / 2);
    }

    /// The text with control characters replaced by their numbers, as JSON writes them: `\u001b`.
    public static String escaped(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars()
                .forEach(c -> {
                    if (isControl(c)) {
                        line.append(number(c));
                    } else {
                        line.append((char) c);
                    }
                });
        return line.toString();
    }

    /// The number of a character, as JSON writes it.
    public static String number(int c) {
        return "\\u%04x".formatted(c);
    }

    /// Whether a character is not seen itself, but changes how others are.
    public static boolean isControl(int c) {
        return Character.isISOControl(c) || LAYOUT.contains(c);
    }
}
