package innerloop.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Loss and gradient of two views against those of plain PyTorch in float64 (`contrast.json`):
///
///     s = [(z - z.mean(0)) / z.std(0) / n ** .5 for z in views]
///     loss = -(s[0] * s[1]).sum() + weight * sum(((a.T @ a - eye) ** 2).sum() for a in s)
class ContrastTest {

    static Stream<Arguments> cases() {
        return Stream.of("0.001", "0.5")
                .flatMap(weight ->
                        Stream.of(
                                Arguments.of(weight, new Nd4jBackend(), 1e-9),
                                Arguments.of(weight, new VectorBackend(), 1e-4)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossAndGradientAreThoseOfPyTorch(String weight, Backend backend, double tolerance)
            throws IOException {
        JsonNode all = read();
        JsonNode expected = all.get("byWeight").get(weight);
        int rows = all.get("rows").asInt();
        int columns = all.get("columns").asInt();
        Contrast contrast = new Contrast(columns, Double.parseDouble(weight));
        Matrix first = backend.matrix(rows, columns, numbers(all.get("view1")));
        Matrix second = backend.matrix(rows, columns, numbers(all.get("view2")));
        Contrast.Side a = new Contrast.Side(contrast, backend, rows);
        Contrast.Side b = new Contrast.Side(contrast, backend, rows);
        a.run(first, second);
        b.run(second, first);
        assertThat(a.loss() + b.loss())
                .isCloseTo(expected.get("loss").asDouble(), within(tolerance));
        assertThat(a.gradient().toArray())
                .containsExactly(numbers(expected.get("gradient1")), within(tolerance));
        assertThat(b.gradient().toArray())
                .containsExactly(numbers(expected.get("gradient2")), within(tolerance));
    }

    private static JsonNode read() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ContrastTest.class.getResourceAsStream("/contrast.json"))) {
            return JsonMapper.shared().readTree(in);
        }
    }

    private static double[] numbers(JsonNode array) {
        double[] all = new double[array.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = array.get(i).asDouble();
        }
        return all;
    }
}
