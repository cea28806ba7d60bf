package innerloop.experiment;

/// Makes a complaint one line of bearable length, whatever names from a file it quotes.
public final class OneLine {

    private static final int LONGEST = 600;

    private OneLine() {}

    /// The text with control characters written as their numbers, and its middle left out where it is endless.
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
