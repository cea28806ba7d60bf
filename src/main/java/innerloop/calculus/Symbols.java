package innerloop.calculus;

import java.util.stream.Collectors;

/// How terms are called.
final class Symbols {

    private static final String RAISED = "⁰¹²³⁴";

    private Symbols() {}

    /// A letter with the number of its layer, for example `W²`.
    static String of(String letter, int layer) {
        return letter + RAISED.charAt(layer);
    }

    /// A number below the line.
    static String lowered(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> Character.toString('₀' + digit - '0'))
                .collect(Collectors.joining());
    }

    /// What reaches a layer, at one node: the features, or the row of the layer before.
    static String read(int layer) {
        return layer == 1 ? "x" : of("h", layer - 1);
    }
}
