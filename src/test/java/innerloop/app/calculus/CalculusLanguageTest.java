package innerloop.app.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.Encoders;
import innerloop.app.Language;
import innerloop.app.Messages;
import innerloop.app.formula.Latex;
import innerloop.calculus.Axis;
import innerloop.calculus.Check;
import innerloop.calculus.ExplainedTasks;
import innerloop.calculus.ExplainedTasks.Case;
import innerloop.calculus.Explainer;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.calculus.Wanted;
import innerloop.graph.AttributedGraph;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.MetaLearner;
import innerloop.meta.Reptile;
import innerloop.nn.Activation;
import innerloop.nn.Gat;
import innerloop.nn.Hops;
import innerloop.nn.Layers;
import innerloop.task.NodeRegression;
import innerloop.training.SmallExperiments;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is explained, nothing of it is said in English in a Chinese window.
@Isolated // speaks another language
class CalculusLanguageTest {

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}_])[A-Za-z]{3,}(?!\\p{L})");

    /// Functions, and names of parameters and of what is in the graph.
    private static final Set<String> NO_ENGLISH =
            Set.of(
                    "exp",
                    "log",
                    "max",
                    "tanh",
                    "cos",
                    "ELU",
                    "LeakyReLU",
                    "Var",
                    "ring",
                    "star",
                    "convs",
                    "lin",
                    "weight",
                    "bias");

    @BeforeEach
    void speakChinese() {
        Messages.speak(Language.CHINESE);
    }

    @AfterEach
    void speakEnglishAgain() {
        Messages.speak(Language.ENGLISH);
    }

    static Stream<Case> tasks() {
        return ExplainedTasks.cases();
    }

    /// A number in the unit of a column.
    static Stream<Case> columns() {
        AttributedGraph graph = BlockModel.easy().graph();
        return Stream.of(
                new Case(
                        SmallExperiments.easy(2)
                                .withTask(
                                        NodeRegression.defaults()
                                                .withDrawing(1, 5, 5)
                                                .withSignal(NodeRegression.Signal.COLUMN)
                                                .withTarget(graph.featureTable().name(0))),
                        graph));
    }

    static Stream<Case> encoders() {
        Layers relu = Layers.of(List.of(4), Activation.RELU);
        Layers everything =
                Layers.of(List.of(4), Activation.ELU)
                        .withNormalize(true)
                        .withResidual(true)
                        .withLayerNorm(true);
        return Stream.concat(
                        Encoders.with(everything),
                        Encoders.with(relu.withHops(new Hops(2, Hops.Weights.LEARNED, 0.2))))
                .map(encoder ->
                        new Case(
                                SmallExperiments.easy(2).withEncoder(encoder),
                                BlockModel.easy().graph()));
    }

    static Stream<MetaLearner> innerLoops() {
        Reptile reptile = Reptile.defaults();
        return Stream.of(
                SmallExperiments.easy(2).learner(),
                reptile.withInner(reptile.inner().withSteps(2)));
    }

    @ParameterizedTest
    @MethodSource({"tasks", "columns", "encoders"})
    void nothingOfAnExampleIsEnglish(Case given) throws Exception {
        Explainer explainer =
                Explainer.of(
                        given.experiment(),
                        given.experiment().labelled(given.graph()),
                        new Nd4jBackend());
        int asked = explainer.testEpisode(0).subject().episode().queryNodes()[0];
        Explanation explained =
                explainer.explain(
                        explainer.setup().initial(),
                        new Explainer.Question(
                                new Wanted.Node(asked), explainer.testEpisode(0), true, ""));
        assertThat(english(explained.terms())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("innerLoops")
    void nothingOfAnInnerLoopIsEnglish(MetaLearner learner) throws Exception {
        Explainer explainer =
                Explainer.of(
                        SmallExperiments.easy(2).withLearner(learner),
                        BlockModel.easy().graph(),
                        new Nd4jBackend());
        Explanation explained =
                explainer.explainInnerLoop(
                        explainer.setup().initial(), explainer.testEpisode(0), "");
        assertThat(english(explained.terms())).isEmpty();
    }

    @Test
    void casesAreReadOutInTheLanguageOfTheWindow() {
        assertThat(Written.plain("σ(z) = z if z > 0, else 0.01 z"))
                .isEqualTo("σ(z) = z（若 z > 0），否则 0.01 z");
        Messages.speak(Language.ENGLISH);
        assertThat(Written.plain("σ(z) = z if z > 0, else 0.01 z"))
                .isEqualTo("σ(z) = z if z > 0, else 0.01 z");
    }

    /// As the choice above the steps does.
    @Test
    void headsAreCountedFromOne() throws Exception {
        Messages.speak(Language.ENGLISH);
        Explainer explainer =
                Explainer.of(
                        SmallExperiments.easy(2)
                                .withEncoder(
                                        new Gat(
                                                Layers.of(List.of(4), Activation.ELU),
                                                2,
                                                1,
                                                0.2,
                                                0)),
                        BlockModel.easy().graph(),
                        new Nd4jBackend());
        Term attention =
                explainer
                        .explain(
                                explainer.setup().initial(),
                                new Explainer.Question(
                                        new Wanted.Node(0), explainer.testEpisode(0), false, ""))
                        .terms()
                        .stream()
                        .filter(term -> term.name().equals("α¹ᵢⱼ"))
                        .findFirst()
                        .orElseThrow();
        assertThat(Written.named(attention).value().columns().names())
                .containsExactly("head 1", "head 2");
    }

    private static Set<String> english(List<Term> terms) {
        Set<String> found = new TreeSet<>();
        for (Term term : terms) {
            Written written = Written.of(term);
            for (String line : written.lines()) {
                find(line, term, found);
            }
            for (String equation : written.equations()) {
                assertThat(Latex.of(equation).latex()).as(equation).doesNotContain("\\text{");
            }
            find(Written.note(term.note()), term, found);
            Term named = Written.named(term);
            for (Axis axis : List.of(named.value().rows(), named.value().columns())) {
                axis.names().forEach(name -> find(name, term, found));
            }
            for (Check check : named.checks()) {
                find(check.row(), term, found);
                find(check.column(), term, found);
            }
        }
        return found;
    }

    private static void find(String said, Term term, Set<String> found) {
        Matcher words = WORD.matcher(said);
        while (words.find()) {
            if (!NO_ENGLISH.contains(words.group())) {
                found.add(term.name() + " = " + term.formula() + " is said as " + said);
            }
        }
    }
}
