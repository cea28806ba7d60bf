package innerloop.app.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How formulas of plain characters are set.
class LatexTest {

    private static String latex(String formula) {
        return Latex.of(formula).latex().replaceAll("\\\\textcolor\\{#\\p{XDigit}{6}}", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "z¹ = u¹ W¹ + b¹ § {z^{1}}={u^{1}}{W^{1}}+{b^{1}}",
                "cᵢⱼ = aᵢⱼ / √(dᵢ dⱼ) § {c_{ij}}=\\frac{{a_{ij}}}{\\sqrt{{d_{i}}{d_{j}}}}",
                "(Â H¹)ᵀ dZ² § \\left({\\hat{A}}{H^{1}}\\right)^{\\top }{\\mathrm{d}Z^{2}}",
                "Σ_rows dZ¹ § \\sum_{\\mathrm{rows}} {\\mathrm{d}Z^{1}}",
                "a_src² § {a_{\\mathrm{src}}^{2}}",
                "1 / (1 + exp(−z)) § \\frac{1}{1+\\exp \\left(-{z}\\right)}",
                "(a − b) (c − d) / e § \\frac{\\left({a}-{b}\\right)\\left({c}-{d}\\right)}{{e}}",
                "√(|p|² + 1e-8) § \\sqrt{\\left|{p}\\right|^{2}+10^{-8}}",
                "s if s > 0, else 0.2 s § \\begin{cases}{s}&\\quad {s}>0\\\\0.2{s}&\\quad {s}\\le 0\\end{cases}",
                "(z − m) / √(v) ∘ γ + D⁻¹A § \\frac{{z}-{m}}{\\sqrt{{v}}}\\circ {\\gamma }+{D^{-1}}{A}",
                "dR ∘ [S > 0] § {\\mathrm{d}R}\\circ \\left[{S}>0\\right]",
                "∂α²ᵢⱼ/∂eᵢₖ § \\frac{{\\partial \\alpha _{ij}^{2}}}{{\\partial e_{ik}}}",
                "½ a² + ¼ § \\tfrac{1}{2}{a^{2}}+\\tfrac{1}{4}",
                "sum of x § \\text{sum of }{x}",
                "L ± adapt(x) § {L}\\pm \\mathrm{adapt}\\left({x}\\right)",
                "p(A ∣ Z) § {p}\\left({A}\\mid {Z}\\right)",
            })
    void formulasBecomeLatex(String formula, String expected) {
        assertThat(latex(formula)).isEqualTo(expected);
    }

    @Test
    void symbolsAreMarkedInTheirOrder() {
        Latex.Marked marked = Latex.of("dZ¹ = dH¹ ∘ σ′(Z¹)");
        assertThat(marked.symbols()).containsExactly("dZ¹", "dH¹", "σ′", "Z¹");
        Outline outline = Typesetter.outline(marked.latex());
        assertThat(outline.parts().stream().map(Outline.Part::mark))
                .containsExactlyInAnyOrder(-1, 0, 1, 2, 3);
        assertThat(outline.parts()).allMatch(part -> part.path().startsWith("M"));
        assertThat(outline.width()).isBetween(100.0, 300.0);
        assertThat(Typesetter.outline(marked.latex())).isSameAs(outline);
    }

    @Test
    void theSecondOfTwoSymbolsStandsToTheRight() {
        List<Outline.Part> parts = Typesetter.outline(Latex.of("a b").latex()).parts();
        assertThat(x(parts.get(1))).isGreaterThan(x(parts.get(0)));
    }

    private static double x(Outline.Part part) {
        return Double.parseDouble(part.path().split(" ")[1]);
    }

    /// Whatever somebody writes is set somehow.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ")",
                "((",
                "|",
                "a / ",
                "/",
                "√",
                "Σ",
                "_",
                "^~\\{}$#&%",
                "a)b(c",
                "班级 = 3",
                "||a|",
                "1e",
                "−",
                "d",
                "∂",
                "x if y > 0, else",
                ", ; ,",
                "a ↦ b",
                "é̂"
            })
    void nothingCannotBeSet(String formula) {
        assertThat(Typesetter.outline(Latex.of(formula).latex()).height()).isNotNegative();
    }

    @Test
    void whatIsNoLatexIsRefused() {
        assertThatThrownBy(() -> Typesetter.outline("\\nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing");
    }
}
