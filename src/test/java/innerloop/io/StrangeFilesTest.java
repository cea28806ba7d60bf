package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that strangers send: what they hold is read exactly, run by nobody, and never asks for more memory than there is.
@SuppressWarnings("NullAway.Init")
class StrangeFilesTest {

    @TempDir Path folder;

    private Path file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private AttributedGraph read(String name) throws GraphFormatException {
        return GraphReaders.read(folder.resolve(name)).graph();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+x",
                "-x",
                "@SUM(A1)",
                "'=x",
                "''=x",
                "'x",
                "-",
                "＝x",
                "=1+\n2"
            })
    void aSpreadsheetRunsNoCell(String text) throws Exception {
        AttributedGraph graph =
                new GraphBuilder("g", 2, false)
                        .edge(0, 1)
                        .names(List.of(text, "b"))
                        .labels(List.of(text, "-3"))
                        .features(SparseMatrix.ofDense(2, 1, new double[] {-1, 2}), List.of(text))
                        .build();
        Path out = folder.resolve("g.csv");
        GraphWriters.write(graph, out);
        assertThat(GraphReaders.read(out).graph()).isEqualTo(graph);
        String written = Files.readString(folder.resolve("g.nodes.csv"));
        assertThat(written).contains(",-3,").doesNotContain("'-3");
        assertThat(written.lines().flatMap(line -> Arrays.stream(line.split(","))))
                .noneMatch(cell ->
                        cell.replace("\"", "").matches("[=+@＝].*")
                                || cell.replace("\"", "").matches("-[^0-9].*"));
    }

    @Test
    void tablesOfTheWindowDoTheSame() {
        assertThat(CsvTable.text(List.of("=a"), 1, _ -> List.of("@b"))).isEqualTo("'=a\n'@b\n");
    }

    @Test
    void quotedLineBreaksDoNotHideTheSeparator() throws Exception {
        file("g.csv", "source;target\na;b\n");
        file(
                "g.nodes.csv",
                "id;label;note\na;\"one, two\nand three\nfour\";x\nb;\"5\"\" pipe\";y\n");
        assertThat(read("g.csv").names()).containsExactly("one, two\nand three\nfour", "5\" pipe");
    }

    @Test
    void aQuoteInsideAFieldOrACommentHidesNothing() throws Exception {
        file("g.csv", "# say \"hi\na,5\" pipe\nb,6\" pipe\nc,d\n");
        assertThat(read("g.csv").names()).contains("a", "5\" pipe", "d");
    }

    @Test
    void memberGraphsSurviveTables() throws Exception {
        AttributedGraph graph =
                new GraphBuilder("g", 4, false)
                        .edge(0, 1)
                        .edge(2, 3)
                        .members(new int[] {0, 0, 1, 1})
                        .memberLabels(List.of("ring", "star"))
                        .build();
        GraphWriters.write(graph, folder.resolve("g.csv"));
        assertThat(read("g.csv")).isEqualTo(graph);
    }

    @Test
    void aMemberGraphHasOneClass() throws Exception {
        file("g.csv", "source,target\na,b\n");
        file("g.nodes.csv", "id,graph_of,graph_class\na,0,ring\nb,0,star\n");
        assertThatThrownBy(() -> read("g.csv"))
                .hasMessageContaining("g.nodes.csv:3: member graph 0 has two classes");
    }

    @Test
    void aColumnThatOnlyHasTheNameIsAFeature() throws Exception {
        file("g.csv", "source,target\na,b\n");
        file("g.nodes.csv", "id,graph_of\na,0.5\nb,1\n");
        assertThat(read("g.csv").featureNames()).containsExactly("graph_of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "1e39", "-3.5e38"})
    void positionsThatCannotBeDrawnAreNamed(String x) throws Exception {
        file("g.csv", "source,target\na,b\n");
        file("g.nodes.csv", "id,x,y\na,1,2\nb," + x + ",3\n");
        assertThatThrownBy(() -> read("g.csv"))
                .hasMessageContaining("g.nodes.csv:3: the position is too far out");
        file("plain/edges.txt", "0 1\n");
        file("plain/positions.txt", "0 0\n" + x + " 0\n");
        assertThatThrownBy(() -> read("plain"))
                .hasMessageContaining("positions.txt:2: ")
                .hasMessageContaining("too large");
    }

    @Test
    void moreNodesThanTheMemoryHoldsAreRefused() throws Exception {
        file("g/edges.txt", "0 1\n");
        Path packed = folder.resolve("g/features.txt.gz");
        byte[] lines = new byte[1 << 20];
        Arrays.fill(lines, (byte) '\n');
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            for (long written = 0; written <= MostNodes.LIMIT; written += lines.length) {
                out.write(lines);
            }
        }
        assertThatThrownBy(() -> read("g"))
                .isInstanceOf(GraphFormatException.class)
                .hasMessageContaining("features.txt.gz:" + (MostNodes.LIMIT + 1))
                .hasMessageContaining("do not fit into the memory");
    }

    @Test
    void memberGraphsBeyondTheMemoryAreRefusedInEveryForm() throws Exception {
        GraphWriters.write(
                new GraphBuilder("g", 2, false).edge(0, 1).members(new int[] {0, 1}).build(),
                folder.resolve("g.graphml"));
        String text = Files.readString(folder.resolve("g.graphml"));
        file(
                "own.graphml",
                text.replace("<data key=\"graph\">1<", "<data key=\"graph\">2000000000<"));
        assertThatThrownBy(() -> read("own.graphml")).hasMessageContaining("'2000000000'");
        file("t.csv", "source,target\na,b\n");
        file("t.nodes.csv", "id,graph_of\na,0\nb,999999999\n");
        assertThatThrownBy(() -> read("t.csv")).hasMessageContaining("do not fit");
        file("plain/edges.txt", "0 1\n");
        file("plain/graph_of.txt", "0\n2000000000\n");
        assertThatThrownBy(() -> read("plain")).hasMessageContaining("graph_of.txt:2: ");
    }

    @Test
    void manyClassesWithTheirListAreQuicklyInOrder() throws Exception {
        int many = 100_000;
        file("g/edges.txt", "0 1\n");
        String numbers =
                IntStream.range(0, many)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining("\n"));
        file("g/labels.txt", numbers);
        file("g/classes.txt", numbers.replaceAll("(\\d+)", "c$1"));
        AttributedGraph graph = read("g");
        assertThat(graph.classes()).hasSize(many);
        assertThat(graph.classes().get(graph.labels()[many - 1])).isEqualTo("c" + (many - 1));
    }

    @Test
    void numbersOfManyDigitsAreComplaints() throws IOException {
        String experiment = Files.readString(Path.of("sample-graphs", "blocks.experiment.json"));
        for (String setting :
                List.of("learner.innerRate", "encoder.dropout", "learner.outerRate")) {
            assertThatThrownBy(() ->
                            ExperimentJson.parse(
                                    experiment, "e.json", List.of(setting + "=" + "9".repeat(400))))
                    .isInstanceOf(InputException.class)
                    .hasMessage("e.json: " + setting + ": is too large for a number");
        }
    }

    @Test
    void aCutOffNpzIsNamed() throws IOException {
        Path whole = folder.resolve("a.npz");
        Npz.write(whole, List.of(new Tensor.Doubles("t", new long[] {400}, new double[400])));
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 0; length < bytes.length; length += 37) {
            Path cut = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Npz.read(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("cut.npz: ");
        }
        for (int at = 0; at < bytes.length; at++) {
            byte[] broken = bytes.clone();
            broken[at] ^= (byte) 0xFF;
            Path odd = Files.write(folder.resolve("odd.npz"), broken);
            try {
                assertThat(Npz.read(odd)).isNotNull();
            } catch (InputException e) {
                assertThat(e.getMessage()).contains("odd.npz").doesNotContain("\n");
            }
        }
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("NUMPY");
    }
}
