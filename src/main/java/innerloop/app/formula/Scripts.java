package innerloop.app.formula;

import java.text.Normalizer;

/// What hangs at a symbol: primes, raised and lowered characters, and a word after an underscore.
///
/// @param latex the same in LaTeX
/// @param end where it ends
record Scripts(String latex, int end) {

    /// What hangs at the character before this place.
    static Scripts at(String text, int begin) {
        StringBuilder raised = new StringBuilder();
        StringBuilder lowered = new StringBuilder();
        int at = begin;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '′') {
                raised.append("\\prime ");
            } else if (next == '_' && at + 1 < text.length()) {
                int end = at + 1;
                while (end < text.length() && isPlain(text.charAt(end))) {
                    end++;
                }
                lowered.append("\\mathrm{").append(text, at + 1, end).append("}");
                at = end;
                continue;
            } else if (isRaised(next)) {
                raised.append(next == 'ᵀ' ? "\\top " : plain(next));
            } else if (isLowered(next)) {
                lowered.append(plain(next));
            } else {
                break;
            }
            at++;
        }
        return new Scripts(
                (lowered.isEmpty() ? "" : "_{" + lowered + "}")
                        + (raised.isEmpty() ? "" : "^{" + raised + "}"),
                at);
    }

    private static boolean isPlain(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static boolean isRaised(char c) {
        String name = c < 128 ? "" : String.valueOf(Character.getName(c));
        return name.startsWith("SUPERSCRIPT") || name.startsWith("MODIFIER LETTER");
    }

    private static boolean isLowered(char c) {
        return c >= 128 && String.valueOf(Character.getName(c)).contains("SUBSCRIPT");
    }

    private static String plain(char c) {
        if (c == '⁻') {
            return "-";
        }
        return Letters.plain(
                Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).charAt(0));
    }
}
