package innerloop.app.formula;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;

/// The letters a symbol is made of, or a word.
///
/// @param kind what they are
/// @param latex the same in LaTeX
/// @param end where they end
record Letters(Kind kind, String latex, int end) {

    /// What letters can be.
    enum Kind {
        /// A number, a vector, a matrix.
        SYMBOL,
        /// `exp`, `LeakyReLU`.
        FUNCTION,
        /// Words among symbols.
        WORDS
    }

    private static final Set<String> KNOWN =
            Set.of("exp", "log", "tanh", "max", "min", "cos", "sin");
    private static final Set<String> UPRIGHT =
            Set.of(
                    "LeakyReLU",
                    "variance",
                    "deviation",
                    "ways",
                    "ReLU",
                    "ELU",
                    "softmax",
                    "sigmoid",
                    "mean",
                    "KL",
                    "tr",
                    "diag",
                    "sim");

    private static final Map<Character, String> GREEK =
            Map.ofEntries(
                    Map.entry('α', "\\alpha "),
                    Map.entry('β', "\\beta "),
                    Map.entry('γ', "\\gamma "),
                    Map.entry('δ', "\\delta "),
                    Map.entry('ε', "\\varepsilon "),
                    Map.entry('η', "\\eta "),
                    Map.entry('θ', "\\theta "),
                    Map.entry('κ', "\\kappa "),
                    Map.entry('λ', "\\lambda "),
                    Map.entry('μ', "\\mu "),
                    Map.entry('ν', "\\nu "),
                    Map.entry('π', "\\pi "),
                    Map.entry('ρ', "\\rho "),
                    Map.entry('σ', "\\sigma "),
                    Map.entry('τ', "\\tau "),
                    Map.entry('φ', "\\varphi "),
                    Map.entry('ψ', "\\psi "),
                    Map.entry('ω', "\\omega "),
                    Map.entry('Δ', "\\Delta "),
                    Map.entry('Θ', "\\Theta "),
                    Map.entry('Λ', "\\Lambda "),
                    Map.entry('Φ', "\\Phi "),
                    Map.entry('Ψ', "\\Psi "),
                    Map.entry('Ω', "\\Omega "),
                    Map.entry('∂', "\\partial "),
                    Map.entry('∇', "\\nabla "),
                    Map.entry('ℓ', "\\ell "));

    private static final Map<Character, String> ACCENTS =
            Map.of('\u0302', "\\hat", '\u0304', "\\bar", '\u0303', "\\tilde", '\u0307', "\\dot");

    /// What begins at this place.
    static Letters at(String text, int begin) {
        int end = begin;
        while (end < text.length() && isAscii(text.charAt(end))) {
            end++;
        }
        String word = text.substring(begin, end);
        if (KNOWN.contains(word)) {
            return new Letters(Kind.FUNCTION, "\\" + word + " ", end);
        }
        if (UPRIGHT.contains(word)) {
            return new Letters(Kind.FUNCTION, "\\mathrm{" + word + "}", end);
        }
        char first = text.charAt(begin);
        boolean derived =
                (first == 'd' || first == '∂' || first == '∇') && begin + 1 < text.length();
        if (derived
                && word.length() <= 2
                && Character.isLetter(text.charAt(begin + 1))
                && !isScript(text.charAt(begin + 1))) {
            Letters of = letter(text, begin + 1);
            String sign = first == 'd' ? "\\mathrm{d}" : plain(first);
            return new Letters(Kind.SYMBOL, sign + of.latex(), of.end());
        }
        if (end < text.length()
                && ((word.length() > 1 && text.charAt(end) == '(')
                        || (!word.isEmpty() && text.charAt(end) == '['))) {
            return new Letters(Kind.FUNCTION, "\\mathrm{" + word + "}", end);
        }
        return word.length() > 1 ? words(text, begin) : letter(text, begin);
    }

    private static boolean isScript(char c) {
        String name = String.valueOf(Character.getName(c));
        return c >= 128 && (name.contains("SUBSCRIPT") || name.startsWith("MODIFIER LETTER"));
    }

    private static Letters letter(String text, int begin) {
        int end = begin + 1;
        String decomposed = Normalizer.normalize(text.substring(begin, end), Normalizer.Form.NFD);
        String accents = decomposed.substring(1);
        while (end < text.length() && ACCENTS.containsKey(text.charAt(end))) {
            accents += text.charAt(end++);
        }
        String latex = plain(decomposed.charAt(0));
        for (int k = 0; k < accents.length(); k++) {
            latex = ACCENTS.getOrDefault(accents.charAt(k), "") + "{" + latex + "}";
        }
        return new Letters(Kind.SYMBOL, latex, end);
    }

    /// Words up to something that is none.
    private static Letters words(String text, int begin) {
        int end = begin;
        while (end < text.length() && (isAscii(text.charAt(end)) || isGap(text, end))) {
            end++;
        }
        String gap = begin == 0 ? "" : " ";
        return new Letters(Kind.WORDS, "\\text{" + gap + text.substring(begin, end) + " }", end);
    }

    /// Whether a space stands between words, and not before a symbol of one letter.
    private static boolean isGap(String text, int at) {
        return text.charAt(at) == ' '
                && at + 2 < text.length()
                && isAscii(text.charAt(at + 1))
                && isAscii(text.charAt(at + 2));
    }

    private static boolean isAscii(char c) {
        return c < 128 && Character.isLetter(c);
    }

    /// A letter in LaTeX.
    static String plain(char letter) {
        String greek = GREEK.get(letter);
        if (greek != null) {
            return greek;
        }
        return letter < 128 ? Character.toString(letter) : "\\text{" + letter + "}";
    }
}
