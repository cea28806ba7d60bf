package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written is read back as an equal graph.
class GraphRoundTripTest {

    @TempDir Path folder;

    static Stream<String> names() {
        return AwkwardGraphs.all().keySet().stream();
    }

    private static AttributedGraph graph(String name) {
        return Objects.requireNonNull(AwkwardGraphs.all().get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void plainFolder(String name) throws Exception {
        Path out = folder.resolve("graph");
        GraphWriters.write(graph(name), out);
        assertThat(GraphReaders.read(out).graph()).isEqualTo(graph(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void graphMl(String name) throws Exception {
        Path out = folder.resolve("graph.graphml");
        GraphWriters.write(graph(name), out);
        GraphImport read = GraphReaders.read(out);
        assertThat(read.graph()).isEqualTo(graph(name));
        assertThat(read.problems())
                .allMatch(p -> p.cause().contains("negative") || p.cause().contains("no edges"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void edgeListKeepsStructureAndWeights(String name) throws Exception {
        Path out = folder.resolve("graph.csv");
        GraphWriters.write(graph(name), out);
        AttributedGraph read = GraphReaders.read(out).graph();
        assertThat(read.adjacency()).isEqualTo(graph(name).adjacency());
        assertThat(read.directed()).isEqualTo(graph(name).directed());
        assertThat(read.nodes()).isEqualTo(graph(name).nodes());
        assertThat(read.nodeNames()).isEqualTo(graph(name).nodeNames());
    }

    @Test
    void edgeListKeepsNamesClassesAndFeatures() throws Exception {
        AttributedGraph graph =
                new GraphBuilder("g", 3, true)
                        .edge(2, 0, 0.5)
                        .names(List.of("a;b", "c, \"d\"", "日本"))
                        .labels(List.of("x", "", "y"))
                        .positions(new float[] {1, 2, 3, 4, 5, 6.5f})
                        .features(
                                SparseMatrix.ofDense(3, 2, new double[] {1, 0, 0.1, 0, 0, -2}),
                                List.of("age", "height"))
                        .build();
        GraphWriters.write(graph, folder.resolve("g.tsv"));
        assertThat(GraphReaders.read(folder.resolve("g.tsv")).graph()).isEqualTo(graph);
    }

    @Test
    void tooManyFeaturesAreRefusedWithOneLine() throws IOException {
        AttributedGraph wide =
                new GraphBuilder("g", 1, false)
                        .features(SparseMatrix.ofDense(1, 65, new double[65]), List.of())
                        .build();
        Path out = folder.resolve("g.graphml");
        assertThatThrownBy(() -> GraphWriters.write(wide, out))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        out
                                + ": 65 feature columns are too many for GraphML (at most 64);"
                                + " convert to a plain folder");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anOccupiedFolderIsNotTouched() throws Exception {
        Path out = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(out.resolve("labels.txt"), "precious");
        AttributedGraph graph = new GraphBuilder("g", 1, false).build();
        assertThatThrownBy(() -> GraphWriters.write(graph, out))
                .hasMessage(out + ": there is something already; name a new folder");
        assertThat(out.resolve("labels.txt")).hasContent("precious");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(out);
        }
    }

    @ParameterizedTest
    @CsvSource({"g.graphml, a\u0001b", "g.graphml, 'a\nb'", "g, 'a\nb'"})
    void classesOfMemberGraphsThatCannotBeHeldAreRefused(String out, String name) {
        AttributedGraph graph = new GraphBuilder("g", 1, false).memberLabels(List.of(name)).build();
        assertThatThrownBy(() -> GraphWriters.write(graph, folder.resolve(out)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a class name has a");
    }

    @Test
    void controlCharactersAreRefusedByGraphMl() {
        AttributedGraph graph = new GraphBuilder("g", 1, false).names(List.of("a\u0001b")).build();
        Path out = folder.resolve("g.graphml");
        assertThatThrownBy(() -> GraphWriters.write(graph, out))
                .hasMessage(
                        out
                                + ": a node's name has a character XML cannot hold: 'a b'; rename"
                                + " it, or convert to a plain folder");
    }
}
