package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import innerloop.graph.AttributedGraph;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainFolderReaderTest {

    @TempDir Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void packed(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void readsEverything() throws Exception {
        file("edges.txt", "\uFEFF# made by hand\r\n0 1\r\n\r\n  1\t2 0.5 \r\n2 2");
        file("labels.txt", "10\n9\n-\n");
        file("names.txt", "Ann\nBób\n#3\n");
        packed("features.txt.gz", "3:2.5 0\n\n1:1e-3\n");
        file("graph_of.txt", "0\n0\n0\n");
        file("graph_labels.txt", "-1\n");
        file("positions.txt", "0 1\n-1e2 3.5\n1 1\n");
        file("meta.json", "not read");

        GraphImport read = GraphReaders.read(folder);
        AttributedGraph graph = read.graph();
        assertThat(read.problems()).isEmpty();
        assertThat(read.selfLoops()).isEqualTo(1);
        assertThat(graph.edges()).isEqualTo(3);
        assertThat(graph.adjacency().get(1, 2)).isEqualTo(0.5);
        assertThat(graph.classes()).containsExactly("9", "10");
        assertThat(graph.labels()).containsExactly(1, 0, -1);
        assertThat(graph.names()).containsExactly("Ann", "Bób", "#3");
        assertThat(graph.features().columns()).isEqualTo(4);
        assertThat(graph.features().get(0, 3)).isEqualTo(2.5);
        assertThat(graph.features().get(0, 0)).isEqualTo(1);
        assertThat(graph.features().get(2, 1)).isEqualTo(1e-3);
        assertThat(graph.graphLabels()).containsExactly(0);
        assertThat(graph.graphClasses()).containsExactly("-1");
        assertThat(graph.positions()).containsExactly(0, 1, -100, 3.5f, 1, 1);
    }

    @Test
    void countsRepeatedEdges() throws Exception {
        file("edges.txt", "0 1\n1 0\n0 1\n2 2\n2 2\n3 3\n");
        GraphImport read = GraphReaders.read(folder);
        assertThat(read.parallelEdges()).isEqualTo(3);
        assertThat(read.selfLoops()).isEqualTo(2);
        assertThat(read.summary().edges()).isEqualTo(3);
        assertThat(read.summary().isolated()).isEqualTo(2);
    }

    @Test
    void aListWithEveryEdgeInBothDirectionsKeepsItsWeights() throws Exception {
        file("edges.txt", "0 1 0.5\n1 0 0.5\n1 2 3\n2 1 3\n");
        GraphImport read = GraphReaders.read(folder);
        assertThat(read.graph().adjacency().get(0, 1)).isEqualTo(0.5);
        assertThat(read.graph().edges()).isEqualTo(2);
        assertThat(read.parallelEdges()).isZero();
        file("edges.txt", "0 1\n1 0\n1 2\n2 1\n2 1\n1 2\n2 2\n");
        assertThat(GraphReaders.read(folder).parallelEdges()).isOne();
    }

    @Test
    void aCommentMakesItDirected() throws Exception {
        file("edges.txt", "# Directed graph (each line)\n0 1\n");
        AttributedGraph graph = GraphReaders.read(folder).graph();
        assertThat(graph.directed()).isTrue();
        assertThat(graph.adjacency().get(1, 0)).isEqualTo(1);
        assertThat(graph.adjacency().get(0, 1)).isZero();
    }

    @Test
    void edgesTxtBesideCompanionsMeansTheFolder() throws Exception {
        file("edges.txt", "0 1\n");
        file("labels.txt", "a\nb\nb\n");
        assertThat(GraphReaders.read(folder.resolve("edges.txt")).graph().nodes()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # file         | text           | line | column | message after FILE
                    edges.txt      | `0 1\\n2 x\\n`   | 2    | 3 | :2: 'x' is not a node number; use whole numbers from 0 on
                    edges.txt      | `-1 0\\n`        | 1    | 1 | :1: '-1' is not a node number; use whole numbers from 0 on
                    edges.txt      | `0 1.0\\n`       | 1    | 3 | :1: '1.0' is not a node number; use whole numbers from 0 on
                    edges.txt      | `0 99999999999`  | 1    | 3 | :1: '99999999999' is not a node number; use whole numbers from 0 on
                    edges.txt      | `\\n# c\\n0\\n`  | 3    | 0 | :3: the edge has no target; write 'u v'
                    edges.txt      | `0 1 2 3\\n`     | 1    | 7 | :1: '3' is one word too many; write 'u v' or 'u v weight'
                    edges.txt      | `0 1 heavy\\n`   | 1    | 5 | :1: 'heavy' is not a weight; write it like 0.5 or -1e-3
                    edges.txt      | `0 1 NaN\\n`     | 1    | 5 | :1: 'NaN' is not a finite weight; replace it by a number
                    edges.txt      | `0 1 1e999\\n`   | 1    | 5 | :1: '1e999' is too large for a weight; use a smaller number
                    edges.txt      | `0 1 1d\\n`      | 1    | 5 | :1: '1d' is not a weight; write it like 0.5 or -1e-3
                    edges.txt      | `0 2000000000\\n`| 1    | 0 | :1: node 2000000000 is far beyond the number of edges (1); number the nodes from 0 on, or add names.txt
                    edges.txt      | `# nothing\\n`   | 0    | 0 | : the graph has no nodes; add one line 'u v' per edge
                    features.txt   | `0:1\\n3 2:nan\\n` | 2  | 5 | :2: 'nan' is not a finite feature value; replace it by a number
                    features.txt   | `0:-Infinity\\n\\n` | 1 | 3 | :1: '-Infinity' is not a finite feature value; replace it by a number
                    features.txt   | `0:\\n\\n`       | 1    | 3 | :1: '' is not a feature value; write it like 0.5 or -1e-3
                    features.txt   | `:1\\n\\n`       | 1    | 1 | :1: '' is not a feature column; use whole numbers from 0 on
                    features.txt   | `3:1 1 3:2\\n\\n`| 1    | 0 | :1: column 3 is given twice; give each column of a node once
                    features.txt   | `1999999999\\n\\n`| 1   | 1 | :1: '1999999999': column 1999999999 is beyond the limit of 10000000; number the columns from 0 on
                    positions.txt  | `1 2\\n1\\n`     | 2    | 0 | :2: the line is not 'x y'; write two numbers
                    positions.txt  | `1 2\\n1 2 3\\n` | 2    | 5 | :2: '3' is one word too many; write 'x y'
                    graph_of.txt   | `0\\nb\\n`       | 2    | 1 | :2: 'b' is not a member graph; use whole numbers from 0 on
                    classes.txt    | `only\\n`        | -1   | 1 | labels.txt:2: '1' is not a line of classes.txt; use 0 to 0, or -1 for none
                    """)
    void malformedLines(String name, String text, int line, int column, String message)
            throws IOException {
        file("edges.txt", "0 1\n");
        file(name, text.replace("\\n", "\n"));
        if (name.equals("classes.txt")) {
            file("labels.txt", "0\n1\n");
        }
        GraphFormatException e = failure();
        String prefix = message.startsWith(":") ? folder.resolve(name).toString() : folder + "/";
        assertThat(e).hasMessage(prefix + message);
        assertThat(e.column()).isEqualTo(column);
        if (line >= 0) {
            assertThat(e.line()).isEqualTo(line);
        }
    }

    private GraphFormatException failure() {
        return catchThrowableOfType(GraphFormatException.class, () -> GraphReaders.read(folder));
    }

    @Test
    void disagreeingCountsNameBothFilesAndBothCounts() throws Exception {
        file("edges.txt", "0 1\n");
        file("names.txt", "a\nb\n");
        file("labels.txt", "1\n2\n3\n");
        assertThat(failure())
                .hasMessage(
                        folder.resolve("labels.txt")
                                + ": it has 3 lines, but names.txt has 2; give both one line per"
                                + " node");
    }

    @Test
    void anEdgeBeyondTheNodes() throws Exception {
        file("edges.txt", "0 1\n1 2\n");
        file("labels.txt", "1\n2\n");
        assertThat(failure())
                .hasMessage(
                        folder.resolve("edges.txt")
                                + ":2: '2' is not a node: labels.txt has 2 lines; use node numbers"
                                + " 0 to 1");
    }

    @Test
    void aFeatureBeyondTheNames() throws Exception {
        file("edges.txt", "0 1\n");
        file("features.txt", "0\n2\n");
        file("features_names.txt", "a\nb\n");
        assertThat(failure())
                .hasMessage(
                        folder.resolve("features.txt")
                                + ":2: '2': column 2 has no name; features_names.txt names columns"
                                + " 0 to 1");
    }

    @Test
    void missingThings() throws Exception {
        assertThat(failure())
                .hasMessage(
                        folder
                                + ": the folder has no edges.txt; add it with one line 'u v' per"
                                + " edge, nodes counted from 0");
        Path gone = folder.resolve("gone");
        assertThatThrownBy(() -> GraphReaders.read(gone))
                .hasMessage(gone + ": there is no such file or folder; check the path");
        Path odd = Files.writeString(folder.resolve("graph.docx"), "words");
        assertThatThrownBy(() -> GraphReaders.read(odd))
                .hasMessage(
                        odd
                                + ": neither ending nor contents say what it is; give a folder with"
                                + " edges.txt, an edge list (.csv, .tsv, .txt, .edges), or a file"
                                + " of .graphml, .gexf, .gml, .dot, .net, .json, .npz, .mtx, .dgs, .zip");
        assertThatThrownBy(() -> GraphFormat.ofId("docx", odd))
                .hasMessage(
                        odd
                                + ": there is no graph format 'docx'; use one of: plain, graphml,"
                                + " csv, dgs, gexf, gml, dot, pajek, tu, collection, planetoid, npz, citations, ogb, mtx, sdf, smiles, zip, json");
    }

    @Test
    void damagedGzip() throws Exception {
        file("edges.txt", "0 1\n");
        file("features.txt.gz", "0 1\n");
        String message =
                folder.resolve("features.txt.gz")
                        + ": the gzip data is damaged or cut off; make the file again";
        assertThat(failure()).hasMessage(message);
        packed("features.txt.gz", "0:1 1:2 2:3 3:4\n".repeat(1000));
        byte[] whole = Files.readAllBytes(folder.resolve("features.txt.gz"));
        Files.write(folder.resolve("features.txt.gz"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(failure()).hasMessage(message);
    }

    @Test
    void otherEncodings() throws Exception {
        Files.writeString(folder.resolve("edges.txt"), "\uFEFF0 1\n", StandardCharsets.UTF_16LE);
        assertThat(failure())
                .hasMessage(folder.resolve("edges.txt") + ": the text is UTF-16; save it as UTF-8");
        file("edges.txt", "0 1\n");
        Files.writeString(folder.resolve("names.txt"), "a\nZoë\n", StandardCharsets.ISO_8859_1);
        assertThat(failure())
                .hasMessage(
                        folder.resolve("names.txt")
                                + ":2: the text is not UTF-8; save it as UTF-8");
    }

    @Test
    void linesLongerThanTheBuffer() throws Exception {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < 50_000; c++) {
            line.append(c).append(":0.25 ");
        }
        file("edges.txt", "0 1\n");
        file("features.txt", "7\n" + line + "\n");
        assertThat(GraphReaders.read(folder).graph().features().rowSize(1)).isEqualTo(50_000);
    }

    @Test
    void anEdgeBetweenMemberGraphsIsAProblem() throws Exception {
        file("edges.txt", "0 1\n");
        file("graph_of.txt", "0\n1\n");
        assertThat(GraphReaders.read(folder).problems())
                .extracting(Problem::message)
                .containsExactly(
                        folder.resolve("edges.txt")
                                + ":1: the edge joins member graphs 0 and 1; check graph_of.txt");
    }

    @Test
    void idsAreReadAndEachIsThereOnce() throws Exception {
        file("edges.txt", "0 1\n");
        file("ids.txt", "p1\np2\n");
        AttributedGraph graph = GraphReaders.read(folder).graph();
        assertThat(graph.names()).containsExactly("0", "1");
        assertThat(graph.nodeNames().ids()).containsExactly("p1", "p2");
        file("ids.txt", "p1\np1\n");
        assertThat(failure())
                .hasMessage(
                        folder.resolve("ids.txt")
                                + ":2: the node id 'p1' is used twice; give each node its own id");
    }
}
