package innerloop.experiment;

/// Shortens a message to one line of limited length, whatever text from a file it quotes.
public final class OneLine {

    private static final int LONGEST = 600;

    private OneLine() {}

    /// The text with control characters replaced by their numbers, and without its middle if it is very long.
    public static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.chars()
                .forEach(c -> {
                    if (Character.isISOControl(c)) {
                        line.append(String.format("\\u%04x", c));
                    } else {
                        line.append((char) c);
                    }
                });
        if (line.length() > LONGEST) {
            line.replace(LONGEST / 2, line.length() - LONGEST / 2, " … ");
        }
        return line.toString();
    }
}
