package innerloop.app.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns formulas of plain characters into LaTeX: `dZ¹ = dH¹ ∘ σ′(Z¹)`, `exp(eᵢⱼ) / Σₖ exp(eᵢₖ)`, `√(|p|² + 1e-8)`.
///
/// Products are what stands beside each other; a slash divides the product before by the product after it, up to `∘`. Every symbol gets a
/// mark ([#symbols]). Words that are no functions are set upright; whatever else is not known is set as it is.
public final class Latex {

    /// Cases: `z if z > 0, else exp(z) − 1`, and what may stand before them.
    private static final Pattern IF =
            Pattern.compile(
                    "(?<before>.*= )?(?<one>.*) if (?<when>.*) > (?<bound>.*), else (?<other>.*)");

    /// Cases of indices: `αᵢⱼ (1 − αᵢⱼ) for j = k, otherwise nothing`.
    private static final Pattern FOR =
            Pattern.compile(
                    "(?<before>.*= )?(?<one>.*) for (?<left>.*) = (?<right>.*), otherwise nothing");

    private static final Map<Character, String> SIGNS =
            Map.ofEntries(
                    Map.entry('−', "-"),
                    Map.entry('·', "\\cdot "),
                    Map.entry('∘', "\\circ "),
                    Map.entry('×', "\\times "),
                    Map.entry('≥', "\\ge "),
                    Map.entry('≤', "\\le "),
                    Map.entry('≠', "\\ne "),
                    Map.entry('≈', "\\approx "),
                    Map.entry('∈', "\\in "),
                    Map.entry('→', "\\to "),
                    Map.entry('←', "\\leftarrow "),
                    Map.entry('…', "\\ldots "),
                    Map.entry('∞', "\\infty "),
                    Map.entry('±', "\\pm "),
                    Map.entry('∣', "\\mid "),
                    Map.entry('‖', "\\|"));

    private static final Map<Character, String> FRACTIONS =
            Map.of(
                    '½', "\\tfrac{1}{2}",
                    '⅓', "\\tfrac{1}{3}",
                    '⅔', "\\tfrac{2}{3}",
                    '¼', "\\tfrac{1}{4}",
                    '¾', "\\tfrac{3}{4}",
                    '⅛', "\\tfrac{1}{8}");

    private final String text;
    private final List<String> symbols;
    private int at;

    /// How many absolute values are open.
    private int bars;

    private Latex(String text, List<String> symbols) {
        this.text = text;
        this.symbols = symbols;
    }

    /// A formula in LaTeX.
    ///
    /// @param latex the same in LaTeX
    /// @param symbols those in it as they are written in plain characters; that of mark k is the k-th
    public record Marked(String latex, List<String> symbols) {

        /// Whether all of it is known; of what is not known the characters themselves are left.
        boolean isKnown() {
            return latex.chars().allMatch(c -> c < 128);
        }
    }

    /// Translates equations and lists of them.
    public static Marked of(String formula) {
        List<String> symbols = new ArrayList<>();
        return new Marked(translated(formula, symbols), symbols);
    }

    private static String translated(String formula, List<String> symbols) {
        Matcher cases = IF.matcher(formula);
        if (cases.matches()) {
            String before = cases.group("before");
            return (before == null ? "" : translated(before, symbols))
                    + "\\begin{cases}"
                    + translated(cases.group("one"), symbols)
                    + "&\\quad "
                    + translated(cases.group("when") + " > " + cases.group("bound"), symbols)
                    + "\\\\"
                    + translated(cases.group("other"), symbols)
                    + "&\\quad "
                    + translated(cases.group("when") + " ≤ " + cases.group("bound"), symbols)
                    + "\\end{cases}";
        }
        Matcher indices = FOR.matcher(formula);
        if (indices.matches()) {
            String before = indices.group("before");
            return (before == null ? "" : translated(before, symbols))
                    + "\\begin{cases}"
                    + translated(indices.group("one"), symbols)
                    + "&\\quad "
                    + translated(indices.group("left") + " = " + indices.group("right"), symbols)
                    + "\\\\0&\\quad "
                    + translated(indices.group("left") + " ≠ " + indices.group("right"), symbols)
                    + "\\end{cases}";
        }
        return new Latex(formula, symbols).all();
    }

    /// Everything, whatever it is.
    private String all() {
        StringBuilder out = new StringBuilder(sum());
        while (at < text.length()) {
            // A bracket that nothing opened, or a comma between equations.
            char next = text.charAt(at++);
            out.append(next == ',' || next == ';' ? next + "\\quad " : escaped(next)).append(sum());
        }
        return out.toString();
    }

    /// Products with signs between them, up to a closing bracket or a comma.
    private String sum() {
        StringBuilder out = new StringBuilder();
        skipSpaces();
        while (at < text.length() && !ends()) {
            String sign = sign();
            out.append(sign.isEmpty() ? quotient() : sign);
            skipSpaces();
        }
        return out.toString();
    }

    private boolean ends() {
        char next = text.charAt(at);
        return next == ')'
                || next == ']'
                || next == ','
                || next == ';'
                || (next == '|' && bars > 0);
    }

    /// What stands between products; empty where a product begins.
    private String sign() {
        char next = text.charAt(at);
        if (next == '+' || next == '=' || next == '>' || next == '<' || next == ':') {
            at++;
            return Character.toString(next);
        }
        String sign = SIGNS.get(next);
        if (sign != null) {
            at++;
            return sign;
        }
        if (next == '/') {
            at++;
            return "/";
        }
        return "";
    }

    /// A product, or one divided by another.
    private String quotient() {
        String above = product("");
        int before = at;
        skipSpaces();
        if (at < text.length() && text.charAt(at) == '/') {
            at++;
            skipSpaces();
            if (at < text.length() && !ends()) {
                return "\\frac{" + undressed(above) + "}{" + undressed(product("∘×")) + "}";
            }
        }
        at = before;
        return above;
    }

    /// Without brackets around all of it.
    private static String undressed(String latex) {
        String open = "\\left(";
        String close = "\\right)";
        if (!latex.startsWith(open) || !latex.endsWith(close)) {
            return latex;
        }
        String inside = latex.substring(open.length(), latex.length() - close.length());
        return inside.contains(close) && inside.indexOf(close) < inside.indexOf(open)
                ? latex
                : inside;
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    /// @param until signs at which it ends besides those that end every product
    private String product(String until) {
        StringBuilder out = new StringBuilder();
        while (at < text.length() && !ends()) {
            int before = at;
            skipSpaces();
            if (at == text.length() || ends() || text.charAt(at) == '/' || isBetween(until)) {
                at = before;
                break;
            }
            out.append(factor());
        }
        if (out.isEmpty() && at < text.length() && !ends()) {
            out.append(escaped(text.charAt(at++)));
        }
        return out.toString();
    }

    /// Whether a sign comes that does not belong into a product.
    private boolean isBetween(String until) {
        char next = text.charAt(at);
        return "+=<>:".indexOf(next) >= 0
                || until.indexOf(next) >= 0
                || (SIGNS.containsKey(next) && "·∘×‖∞…".indexOf(next) < 0);
    }

    private String factor() {
        char next = text.charAt(at);
        if (next == '(' || next == '[') {
            return bracket() + scripts();
        }
        if (next == '|') {
            at++;
            bars++;
            String inside = sum();
            bars--;
            at = Math.min(text.length(), at + 1);
            return "\\left|" + inside + "\\right|" + scripts();
        }
        if (next == '√') {
            at++;
            skipSpaces();
            boolean wide = at < text.length() && text.charAt(at) == '(';
            return "\\sqrt{" + (wide ? inside() : at < text.length() ? factor() : "") + "}";
        }
        if (next == 'Σ' || next == '∏' || next == '∫') {
            at++;
            return (next == 'Σ' ? "\\sum" : next == '∏' ? "\\prod" : "\\int") + scripts() + " ";
        }
        if (Character.isDigit(next)) {
            return number();
        }
        String fraction = FRACTIONS.get(next);
        if (fraction != null) {
            at++;
            return fraction;
        }
        String sign = SIGNS.get(next);
        if (sign != null) {
            at++;
            return sign;
        }
        return Character.isLetter(next) || next == '∂' || next == '∇'
                ? symbol()
                : escaped(text.charAt(at++));
    }

    private String bracket() {
        boolean square = text.charAt(at) == '[';
        String inside = inside();
        return square ? "\\left[" + inside + "\\right]" : "\\left(" + inside + "\\right)";
    }

    /// What stands in brackets, with commas.
    private String inside() {
        at++;
        int outside = bars;
        bars = 0;
        StringBuilder out = new StringBuilder(sum());
        while (at < text.length() && text.charAt(at) != ')' && text.charAt(at) != ']') {
            out.append(escaped(text.charAt(at++))).append(sum());
        }
        at = Math.min(text.length(), at + 1);
        bars = outside;
        return out.toString();
    }

    private String number() {
        Matcher number = Pattern.compile("[0-9]+(\\.[0-9]+)?(e(-?[0-9]+))?").matcher(text);
        number.find(at);
        at = number.end();
        String power = number.group(3);
        if (power == null) {
            return number.group() + scripts();
        }
        String ten = "10^{" + power + "}";
        String digits = number.group().substring(0, number.group().indexOf('e'));
        return digits.equals("1") ? ten : digits + "\\cdot " + ten;
    }

    /// A letter with what hangs at it, a function, or words.
    private String symbol() {
        Letters letters = Letters.at(text, at);
        int begin = at;
        at = letters.end();
        String scripts = scripts();
        return switch (letters.kind()) {
            case FUNCTION, WORDS -> letters.latex() + scripts;
            case SYMBOL -> {
                symbols.add(text.substring(begin, at));
                yield Typesetter.marked(symbols.size() - 1, letters.latex() + scripts);
            }
        };
    }

    private String scripts() {
        Scripts scripts = Scripts.at(text, at);
        at = scripts.end();
        return scripts.latex();
    }

    private static String escaped(char other) {
        return switch (other) {
            case '#', '$', '%', '&', '_', '{', '}' -> "\\" + other;
            case '\\', '^', '~' -> "\\text{" + ' ' + "}";
            default -> other < 128 ? Character.toString(other) : "\\text{" + other + "}";
        };
    }
}
