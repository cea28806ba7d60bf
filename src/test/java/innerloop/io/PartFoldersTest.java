package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.graph.AttributedGraph;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Citation networks, folders of the Open Graph Benchmark and Matrix Market: small ones by hand, and broken ones.
@SuppressWarnings("NullAway.Init")
class PartFoldersTest {

    @TempDir Path folder;

    private Path file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private void packed(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void citations() throws IOException {
        file("c/cora.content", "31336\t0\t1\tNeural\nb\t1\t0\tRules\n9\t0\t0\tNeural\n");
        file("c/cora.cites", "31336\tb\nb\t9\n77\tb\n");
    }

    @Test
    void citationsByTheirFolderOrEitherFile() throws Exception {
        citations();
        for (String path : new String[] {"c", "c/cora.content", "c/cora.cites"}) {
            GraphImport read = GraphReaders.read(folder.resolve(path));
            AttributedGraph graph = read.graph();
            assertThat(graph.name()).isEqualTo("cora");
            assertThat(graph.names()).containsExactly("31336", "b", "9");
            assertThat(graph.edges()).isEqualTo(2);
            assertThat(graph.classes()).containsExactly("Neural", "Rules");
            assertThat(graph.features().get(0, 1)).isEqualTo(1);
            assertThat(read.problems())
                    .singleElement()
                    .extracting(Problem::message)
                    .asString()
                    .contains("cora.cites:3: 1 edge with a node");
        }
    }

    private void benchmark(String to) throws IOException {
        packed(to + "edge.csv.gz", "0,1\n1,2\n0,1\n");
        packed(to + "num-node-list.csv.gz", "3\n2\n");
        packed(to + "num-edge-list.csv.gz", "2\n1\n");
        packed(to + "node-feat.csv.gz", "0.5,0\n0,-1\n0,0\n1,1\n2,2\n");
        packed(to + "graph-label.csv.gz", "0\n1\n");
    }

    @Test
    void aBenchmarkWithManyGraphs() throws Exception {
        benchmark("ogbg_small/raw/");
        for (String path : new String[] {"ogbg_small", "ogbg_small/raw"}) {
            AttributedGraph graph = GraphReaders.read(folder.resolve(path)).graph();
            assertThat(graph.name()).isEqualTo("ogbg_small");
            assertThat(graph.graphOf()).containsExactly(0, 0, 0, 1, 1);
            assertThat(graph.edges()).isEqualTo(3);
            assertThat(graph.adjacency().holds(3, 4)).isTrue();
            assertThat(graph.graphClasses()).containsExactly("0", "1");
            assertThat(graph.features().get(1, 1)).isEqualTo(-1);
        }
    }

    @Test
    void aBenchmarkWithOneGraph() throws Exception {
        file("o/edge.csv", "0,1\n1,0\n1,2\n2,1\n");
        file("o/num-node-list.csv", "3\n");
        file("o/node-label.csv", "4,1\n2.0,0\nnan,0\n");
        GraphImport read = GraphReaders.read(folder.resolve("o"));
        assertThat(read.graph().edges()).isEqualTo(2);
        assertThat(read.parallelEdges()).isZero();
        assertThat(read.graph().classes()).containsExactly("2", "4");
        assertThat(read.graph().labels()).containsExactly(1, 0, -1);
        assertThat(read.problems()).extracting(Problem::cause).asString().contains("several tasks");
    }

    @Test
    void matricesOfEveryKindThatIsRead() throws Exception {
        Path file =
                file(
                        "g.mtx",
                        "%%MatrixMarket matrix coordinate real symmetric\n% made by hand\n\n3 3 2\n2 1 0.5\n3 3 1\n");
        file("g_labels.txt", "a\n-\nb\n");
        GraphImport read = GraphReaders.read(file);
        assertThat(read.graph().directed()).isFalse();
        assertThat(read.graph().adjacency().get(0, 1)).isEqualTo(0.5);
        assertThat(read.graph().labels()).containsExactly(0, -1, 1);
        assertThat(read.files().read()).containsExactly("g.mtx", "g_labels.txt");
        String general = "%%matrixmarket matrix coordinate pattern general\n3 3 2\n";
        Path odd = file("odd.name", general + "1 2\n2 3\n");
        assertThat(GraphReaders.read(odd).graph().directed()).isTrue();
        assertThat(GraphReaders.read(odd).graph().adjacency().get(1, 0)).isEqualTo(1);
        file("odd.name", general + "1 2\n2 1\n");
        assertThat(GraphReaders.read(odd).graph().directed()).isFalse();
        assertThat(GraphReaders.read(odd).graph().edges()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    c/cora.content         | 'a 1 x~b 1 1 y'     | cora.content:2: the line has 4 words, not 3
                    c/cora.content         | 'a 1 x~a 1 y'       | cora.content:2: the node id 'a' is used twice
                    c/cora.content         | 'a 1 x~b z y'       | cora.content:2: 'z' is no finite number
                    c/cora.content         | ''                  | cora.content: the graph has no nodes
                    c/cora.cites           | 'b 9 9'             | cora.cites:1: the line is not two ids
                    o/edge.csv             | '0,3'               | edge.csv:1: 3 is no whole number of 0 to 2
                    o/edge.csv             | '0,1,2'             | edge.csv:1: the line is no edge
                    o/edge.csv             | 'a,b'               | edge.csv:1: 'a' is no finite number
                    o/num-node-list.csv    | '2000000000'        | num-node-list.csv:1: more than
                    o/num-node-list.csv    | '0'                 | has no nodes
                    o/num-node-list.csv    | '3.5'               | 3.5 is no whole number
                    o/node-feat.csv        | '1~2'               | it has 2 lines, and 3 are needed
                    o/node-feat.csv        | '1~2,3'             | node-feat.csv:2: the line is more
                    o/node-label.csv       | '1'                 | it has 1 lines
                    """)
    void brokenFolders(String name, String text, String says) throws IOException {
        citations();
        file("o/edge.csv", "0,1\n");
        file("o/num-node-list.csv", "3\n");
        file(name, text.replace('~', '\n'));
        assertThatThrownBy(() -> GraphReaders.read(folder.resolve(name.substring(0, 1))))
                .isInstanceOf(GraphFormatException.class)
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    array real general         | '2 2 1~1'       | g.mtx:1: only matrices of coordinates
                    coordinate complex general | '2 2 1~1 2 3 4' | g.mtx:1: only matrices of coordinates
                    coordinate real general    | '2 3 1~1 2 3'   | g.mtx:2: the line does not say
                    coordinate real general    | '2 2'           | g.mtx:2: the line does not say
                    coordinate real general    | '2 2 2~1 2 3'   | g.mtx:3: the file ends after 1 of 2
                    coordinate real general    | '2 2 1~0 2 3'   | g.mtx:3: '0' is no node
                    coordinate real general    | '2 2 1~1 2 nan' | g.mtx:3: 'nan' is not a finite weight
                    coordinate real general    | '2 2 1~1 2'     | g.mtx:3: '' is not a weight
                    coordinate pattern general | '2 2 1~1 2 3'   | g.mtx:3: '3' is more than
                    coordinate pattern general | '2 2 1~1 2~2 1' | g.mtx:4: '2' is more than
                    coordinate pattern general | '1000000000 1000000000 0' | do not fit into the memory
                    """)
    void brokenMatrices(String kind, String text, String says) throws IOException {
        Path file = file("g.mtx", "%%MatrixMarket matrix " + kind + "\n" + text.replace('~', '\n'));
        assertThatThrownBy(() -> GraphReaders.read(file))
                .isInstanceOf(GraphFormatException.class)
                .hasMessageContaining(says);
    }
}
