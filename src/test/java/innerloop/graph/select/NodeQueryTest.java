package innerloop.graph.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Node i has degree i; the classes alternate; node 5 has no name.
class NodeQueryTest {

    private static final NodeAttributes ATTRIBUTES =
            NodeAttributes.of(
                            new GraphBuilder("six", 6, false)
                                    .features(
                                            SparseMatrix.ofDense(
                                                    6, 1, new double[] {0, 0, 2, 0, 0, 1}),
                                            List.of("libc"))
                                    .build())
                    .with("degree", new NodeAttribute.Numeric(i -> i))
                    .with("class", new NodeAttribute.Text(i -> i % 2 == 0 ? "Games" : "web tools"))
                    .with("name", new NodeAttribute.Text(i -> i == 5 ? "" : "lib" + i))
                    .with("loss", new NodeAttribute.Numeric(i -> i < 3 ? Double.NaN : 1));

    private static String found(String query) throws Exception {
        return NodeQuery.select(query, 6, ATTRIBUTES).stream()
                .mapToObj(Integer::toString)
                .reduce("", String::concat);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "degree > 3 | 45",
                "degree>=3 and class=games | 4",
                "DEGREE <= 1 OR degree = 5 | 015",
                "class = \"web tools\" | 135",
                "not class = games | 135",
                "degree < 2 or degree > 3 and class = games | 014",
                "(degree < 2 or degree > 3) and class = games | 04",
                "not (degree < 2 or degree > 3) | 23",
                "name contains B4 | 4",
                "name != lib0 | 12345",
                "name = \"\" | 5",
                "name contains \"\" | 01234",
                "loss = 1 | 345",
                "loss != 1 | 012",
                "degree > -1 | 012345",
                "libC > 1 | 2",
                "\"libc\" = 0 | 0134",
            })
    void aQueryFindsWhatItSays(String query, String nodes) throws Exception {
        assertThat(found(query.strip())).isEqualTo(nodes.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | needs an attribute",
                "degre > 3 | there are name, id, class, degree, component, loss",
                "degree | a comparison after",
                "degree > | a value after",
                "degree > many | is a number",
                "class > games | =, != or contains",
                "degree contains 3 | does not compare numbers",
                "(degree > 3 | closing ) is missing",
                "degree > 3 class = games | not expected here",
                "degree > 3) | not expected here",
                "degree > 3 and | needs an attribute",
                "degree ! 3 | is no comparison",
                "degree == 2 | needs a value after it",
                "degree > 5d | is a number",
                "(degree > ) | needs a value after it",
                "name = \"lib | closing \" is missing",
            })
    void anythingElseIsExplained(String query, String explanation) {
        assertThatThrownBy(() -> found(query.strip()))
                .isInstanceOf(NodeQuery.NotUnderstoodException.class)
                .hasMessageContaining(explanation.strip());
    }
}
