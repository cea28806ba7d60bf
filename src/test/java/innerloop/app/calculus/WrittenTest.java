package innerloop.app.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.app.formula.Latex;
import innerloop.app.formula.Typesetter;
import innerloop.calculus.Explainer;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.graph.AttributedGraph;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.Maml;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import innerloop.nn.Mlp;
import innerloop.nn.Sgc;
import innerloop.training.SmallExperiments;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every formula that is explained is typeset, and what is said of it in words is said in the reader's language.
class WrittenTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    static Stream<Encoder> encoders() {
        return Stream.of(
                new Gcn(layers(Activation.RELU)),
                new Gcn(layers(Activation.TANH).withNormalize(true)),
                new Gat(layers(Activation.ELU), 2, 1, 0.2, 0),
                new Gat(layers(Activation.SIGMOID).withNormalize(true), 2, 1, 0.1, 0),
                new Sgc(layers(Activation.LEAKY_RELU), 2),
                new Sgc(layers(Activation.LEAKY_RELU).withNormalize(true), 1),
                new Mlp(layers(Activation.RELU)));
    }

    private static Layers layers(Activation activation) {
        return Layers.of(List.of(3), activation);
    }

    private static Explainer explainer(Encoder encoder) throws Exception {
        return Explainer.of(
                SmallExperiments.easy(2)
                        .withLearner(Learners.maml(Maml.Order.SECOND, 1, 0.5, 0.01, 4))
                        .withEncoder(encoder),
                GRAPH,
                new Nd4jBackend());
    }

    private static Explanation explained(Encoder encoder) throws Exception {
        Explainer explainer = explainer(encoder);
        return explainer.explain(
                explainer.setup().initial(),
                new Explainer.Question(
                        explainer.testEpisode(0).subject().episode().queryNodes()[0],
                        explainer.testEpisode(0),
                        true,
                        ""));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void everyFormulaIsTypesetWithoutWords(Encoder encoder) throws Exception {
        requireTypeset(explained(encoder));
    }

    @Test
    void thoseOfAnInnerLoopAreToo() throws Exception {
        Explainer explainer = explainer(new Gcn(layers(Activation.TANH)));
        Explanation inner =
                explainer.explainInnerLoop(
                        explainer.setup().initial(), explainer.testEpisode(0), "");
        requireTypeset(inner);
        assertThat(written(inner, "θ₁").equations())
                .containsExactly("θ₁ = θ₀ − α ∇L_support(θ₀)", "α = 0.5");
        assertThat(written(inner, "v₀").equations()).containsExactly("v₀ = v₁ − α H(θ₀) v₁");
        assertThat(written(inner, "v₀").remarks()).containsExactly("its length in each parameter");
        assertThat(found(inner.terms(), "v₀", "v₁")).isEqualTo("v₁");
    }

    private static void requireTypeset(Explanation explained) {
        for (Term term : explained.terms()) {
            for (String equation : Written.of(term).equations()) {
                Latex.Marked marked = Latex.of(equation);
                assertThat(marked.latex()).as(equation).doesNotContain("\\text{");
                assertThat(Typesetter.outline(marked.latex()).parts()).as(equation).isNotEmpty();
            }
        }
    }

    @Test
    void wordsStandBelowTheFormula() throws Exception {
        Explanation gat = explained(new Gat(layers(Activation.ELU), 2, 1, 0.2, 0));
        assertThat(written(gat, "z²").equations()).containsExactly("z² = m\u0304² + b²");
        assertThat(written(gat, "z²").remarks()).containsExactly("the mean over the heads");
        assertThat(written(gat, "L").equations()).containsExactly("L = −log p_y");
        assertThat(written(gat, "L").remarks()).containsExactly("y is " + gat.label());
        assertThat(written(gat, "h¹").equations())
                .containsExactly("h¹ = σ(z¹)", "σ(z) = z if z > 0, else exp(z) − 1");
    }

    @Test
    void wordsForWhichMathematicsHasSignsAreSigns() {
        assertThat(Written.signs("Σ_rows dN¹ ∘ ĉ, ĉ = (z − mean) / √(variance + 1e-5)"))
                .isEqualTo("Σᵢ (dN¹ ∘ ĉ)ᵢ, ĉ = (z − E[z]) / √(Var[z] + 1e-5)");
        assertThat(
                        Written.signs(
                                "(d − mean d − ĉ mean(d ∘ ĉ)) / √(variance + 1e-5), d = a, row by row + b"))
                .isEqualTo("(d − E[d] − ĉ E[d ∘ ĉ]) / √(Var[z] + 1e-5), d = a + b, row by row");
        assertThat(Written.signs("d log w smoothed.3")).isEqualTo("d log w_smoothed3");
        assertThat(Written.signs("reconstruction + KL")).isEqualTo("L_rec + KL");
    }

    private static Written written(Explanation explanation, String name) {
        return Written.of(
                explanation.terms().stream()
                        .filter(term -> term.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void symbolsLeadToWhereTheyAreComputed() throws Exception {
        List<Term> steps = explained(new Gat(layers(Activation.ELU), 2, 1, 0.2, 0)).terms();
        assertThat(found(steps, "s²ᵢⱼ", "gⱼ")).isEqualTo("g²ⱼ");
        assertThat(found(steps, "s²ᵢⱼ", "a_dst")).isEqualTo("a_dst²");
        assertThat(found(steps, "α²ᵢⱼ", "eᵢₖ")).isEqualTo("e²ᵢⱼ");
        assertThat(found(steps, "g²ⱼ", "h¹ⱼ")).isEmpty();
        assertThat(found(steps, "h¹", "z¹")).isEqualTo("z¹");
        List<Term> gcn = explained(new Gcn(layers(Activation.RELU))).terms();
        assertThat(SymbolIndex.nodes(gcn.get(SymbolIndex.find(gcn, gcn.get(3), "cᵢⱼ"))))
                .hasSizeGreaterThan(1);
    }

    @Test
    void coefficientsAndAttentionAreOfEdges() throws Exception {
        List<Term> gat = explained(new Gat(layers(Activation.ELU), 2, 1, 0.2, 0)).terms();
        Term alpha = named(gat, "α¹ᵢⱼ");
        EdgeValues values = EdgeValues.of(alpha).orElseThrow();
        assertThat(values.numbers().getFirst())
                .containsExactly(alpha.value().get(0, 0), alpha.value().get(0, 1));
        assertThat(values.numbers()).hasSameSizeAs(values.neighbours());
        assertThat(values.heads()).isEqualTo(2);
        assertThat(values.ofHead(1).get(2)).isEqualTo(alpha.value().get(2, 1));
        assertThat(values.ofHead(7)).isEqualTo(values.ofHead(1));
        assertThat(EdgeValues.of(named(gat, "g¹ⱼ"))).isEmpty();
        List<Term> gcn = explained(new Gcn(layers(Activation.RELU))).terms();
        Term coefficient = named(gcn, "cᵢⱼ");
        assertThat(EdgeValues.of(coefficient).orElseThrow().numbers().get(1))
                .containsExactly(coefficient.value().get(0, 1));
    }

    private static Term named(List<Term> steps, String name) {
        return steps.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static String found(List<Term> steps, String in, String symbol) {
        int found = SymbolIndex.find(steps, named(steps, in), symbol);
        return found < 0 ? "" : steps.get(found).name();
    }
}
