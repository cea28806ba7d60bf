package innerloop.graph.select;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeAttributesTest {

    @Test
    void theWidestMatrixHasNamesOnlyForWhatIsAskedFor() {
        int wide = 10_000_000;
        SparseMatrix features =
                new SparseMatrix(1, wide, new int[] {0, 1}, new int[] {wide - 1}, new double[] {3});
        NodeAttributes attributes =
                NodeAttributes.of(
                        new GraphBuilder("wide", 1, false).features(features, List.of()).build());
        List<String> numbers = attributes.numbers();
        assertThat(numbers.size()).isEqualTo(wide + 2);
        assertThat(numbers.getLast()).isEqualTo("#9999999");
        assertThat(numbers.subList(0, 3)).containsExactly("degree", "component", "#0");
        // Looking through all columns each time would take hours.
        for (int k = 0; k < 10_000; k++) {
            assertThat(attributes.find("nothing" + k)).isEmpty();
        }
        assertThat(attributes.find("#9999999").orElseThrow())
                .isInstanceOfSatisfying(
                        NodeAttribute.Numeric.class,
                        last -> assertThat(last.of().applyAsDouble(0)).isEqualTo(3));
        assertThat(attributes.find("#10000000")).isEmpty();
        assertThat(attributes.find("#07")).isEmpty();
    }

    @Test
    void theFirstColumnOfANameIsMeantAndReservedNamesAreNumbers() {
        NodeAttributes attributes =
                NodeAttributes.of(
                        new GraphBuilder("g", 1, false)
                                .features(
                                        SparseMatrix.ofDense(1, 4, new double[] {1, 2, 3, 4}),
                                        List.of("Age", "age", "class", ""))
                                .build());
        assertThat(attributes.numbers())
                .containsExactly("degree", "component", "Age", "age", "#2", "#3");
        assertThat(value(attributes, "AGE")).isEqualTo(1);
        assertThat(value(attributes, "#1")).isEqualTo(2);
        assertThat(value(attributes, "#2")).isEqualTo(3);
        assertThat(value(attributes, "#3")).isEqualTo(4);
    }

    private static double value(NodeAttributes attributes, String name) {
        return ((NodeAttribute.Numeric) attributes.find(name).orElseThrow()).of().applyAsDouble(0);
    }
}
