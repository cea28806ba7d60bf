package innerloop.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.BlockModel;
import innerloop.Encoders;
import innerloop.calculus.Term.Kind;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Formulas;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import innerloop.nn.Mlp;
import innerloop.training.SmallExperiments;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a node gets along an edge.
class EdgeTest {

    private static final AttributedGraph BLOCKS = BlockModel.easy().graph();

    private static Explainer explainer(Encoder encoder) throws InputException {
        return Explainer.of(
                SmallExperiments.easy(2).withEncoder(encoder), BLOCKS, new Nd4jBackend());
    }

    private static Explanation explain(Explainer explainer, Wanted wanted) throws InputException {
        return explainer.explain(
                explainer.setup().initial(),
                new Explainer.Question(wanted, explainer.testEpisode(0), true, ""));
    }

    private static int query(Explainer explainer) throws InputException {
        return explainer.testEpisode(0).subject().episode().queryNodes()[0];
    }

    private static int neighbour(int node) {
        return Arrays.stream(Field.active(BLOCKS.adjacency(), node))
                .filter(other -> other != node)
                .findFirst()
                .orElseThrow();
    }

    private static Term named(Explanation found, String name) {
        return found.terms().stream()
                .filter(term -> term.name().equals(name) && term.kind() != Kind.USUALLY_PRINTED)
                .findFirst()
                .orElseThrow();
    }

    static Stream<Encoder> encoders() {
        return Encoders.all()
                .filter(encoder -> !(encoder.formulas() instanceof Formulas.Propagated))
                .limit(40);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void whatAnEdgeDoesIsPartOfWhatItsNodeComputes(Encoder encoder) throws Exception {
        Explainer explainer = explainer(encoder);
        int node = query(explainer);
        int other = neighbour(node);
        Explanation whole = explain(explainer, new Wanted.Node(node));
        Explanation edge = explain(explainer, new Wanted.Pair(node, other));
        assertThat(edge.example()).startsWith("what node ").contains(" gets of node ");
        assertThat(edge.terms()).isNotEmpty();
        for (Term term : edge.terms()) {
            Term all =
                    whole.terms().stream()
                            .filter(each ->
                                    each.name().equals(term.name())
                                            && each.layer() == term.layer()
                                            && each.kind() == term.kind())
                            .findFirst()
                            .orElseThrow();
            Values part = term.value();
            int row = all.value().rows().names().indexOf(part.rows().get(0));
            int column = all.value().columns().names().indexOf(part.columns().get(0));
            assertThat(part.get(0, 0)).as(term.name()).isEqualTo(all.value().get(row, column));
            if (term.kind() == Kind.DERIVATIVE) {
                assertThat(term.checks())
                        .as(term.name())
                        .isNotEmpty()
                        .allMatch(Check::agrees)
                        .allMatch(check -> part.rows().names().contains(check.row()));
            }
        }
    }

    @Test
    void moreOfANeighbourChangesTheLossByItsCoefficient() throws Exception {
        Explainer explainer = explainer(new Gcn(Layers.of(List.of(3), Activation.TANH)));
        int node = query(explainer);
        int other = neighbour(node);
        Explanation edge = explain(explainer, new Wanted.Pair(node, other));
        assertThat(edge.terms().stream().map(Term::name))
                .contains("cᵢⱼ", "m¹ⱼ", "m²ⱼ", "dc²ᵢⱼ", "dc¹ᵢⱼ", "dH¹");
        assertThat(named(edge, "m¹ⱼ").value().rows().nodes()).containsExactly(List.of(other));
        Explanation whole = explain(explainer, new Wanted.Node(node));
        Values dz = named(whole, "dZ²").value();
        Values weight = named(whole, "W²").value();
        Values read = named(edge, "h¹ⱼ").value();
        double along = 0;
        for (int c = 0; c < read.columns().size(); c++) {
            for (int k = 0; k < dz.columns().size(); k++) {
                along += dz.get(0, k) * weight.get(c, k) * read.get(0, c);
            }
        }
        assertThat(new Check("", "", named(edge, "dc²ᵢⱼ").value().get(0, 0), along))
                .matches(Check::agrees);
    }

    @Test
    void attentionToANeighbourIsSeenAlone() throws Exception {
        Explainer explainer =
                explainer(new Gat(Layers.of(List.of(3), Activation.ELU), 2, 1, 0.2, 0));
        int node = query(explainer);
        Explanation edge = explain(explainer, new Wanted.Pair(node, neighbour(node)));
        assertThat(named(edge, "α¹ᵢⱼ").value().shape()).isEqualTo("[1 × 2]");
        assertThat(named(edge, "∂α¹ᵢⱼ/∂eᵢₖ").value().rows().size())
                .as("how its attention answers to the scores of all")
                .isEqualTo(1);
        assertThat(named(edge, "dα¹").checks()).isNotEmpty().allMatch(Check::agrees);
    }

    @Test
    void whereNothingPassesItIsSaid() throws Exception {
        Explainer convolution = explainer(new Gcn(Layers.of(List.of(3), Activation.TANH)));
        int node = query(convolution);
        int far =
                IntStream.range(0, BLOCKS.nodes())
                        .filter(other -> other != node && !BLOCKS.adjacency().holds(node, other))
                        .findFirst()
                        .orElseThrow();
        assertThatThrownBy(() -> explain(convolution, new Wanted.Pair(node, far)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no edge joins them");
        Explainer blind = explainer(new Mlp(Layers.of(List.of(3), Activation.TANH)));
        assertThatThrownBy(() -> explain(blind, new Wanted.Pair(node, neighbour(node))))
                .hasMessageContaining("nothing of the second node reaches the first");
    }
}
