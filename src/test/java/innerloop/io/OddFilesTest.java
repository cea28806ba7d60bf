package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.experiment.GraphReading;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files as other programs and people leave them: nothing in them is lost or changed without a word.
@SuppressWarnings("NullAway.Init")
class OddFilesTest {

    @TempDir Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private GraphImport read(String name, String text) throws IOException, GraphFormatException {
        return GraphReaders.read(file(name, text));
    }

    private GraphImport again(AttributedGraph graph, String name) throws Exception {
        GraphWriters.write(graph, folder.resolve(name));
        return GraphReaders.read(folder.resolve(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    g.csv     | source,target,weight~a,b,1.7e308~a,b,1.7e308~ | g.csv: repeated edges have a weight that is too large to add up
                    g.csv     | source,target,weight~a,b,1,5~                  | g.csv:2: the row has 4 fields, the header 3
                    g.csv     | id,class,age~1,red,3~                          | g.csv:1: the rows are nodes, not edges
                    g.csv     | version https://git-lfs.github.com/spec/v1~a b~| g.csv: this is only what Git keeps
                    g.csv     | <!DOCTYPE html><html><body>404 a</body></html> | g.csv: this is a page of a web site
                    g.json    | {"nodes":[{"id":""}],"edges":[]}               | g.json:1: the node has no id
                    """)
    void whatIsNoGraphIsRefused(String name, String text, String said) throws IOException {
        Path path = file(name, text.replace('~', '\n'));
        assertThatThrownBy(() -> GraphReaders.read(path))
                .isInstanceOf(GraphFormatException.class)
                .hasMessageContaining(said);
    }

    @Test
    void aShortTextForTooManyEdgesIsRefusedWithTheFigure() throws Exception {
        StringBuilder side = new StringBuilder();
        for (int k = 0; k < 40_000; k++) {
            side.append(k == 0 ? "" : ";").append("%s").append(k);
        }
        String both = "graph {{" + side + "} -- {" + side + "}}";
        Path path = file("g.dot", both.replace("%s", "a"));
        assertThatThrownBy(() -> GraphReaders.read(path))
                .hasMessageContaining("240.0 GB of memory");
    }

    @Test
    void aWordAboveANumberIsAHeader() throws Exception {
        AttributedGraph graph =
                read("string.txt", "protein1 protein2 combined_score\nx.A x.B 490\nx.B x.C 198\n")
                        .graph();
        assertThat(graph.names()).containsExactly("x.A", "x.B", "x.C");
        assertThat(graph.adjacency().get(0, 1)).isEqualTo(490);
    }

    @Test
    void wordsForMissingValuesAreNone() throws Exception {
        file("nodes.csv", "id,class,age\na,red,NA\nb,NA,2\nc,red,NaN\nd,blue,4\n");
        GraphImport read = read("edges.csv", "source,target\na,b\nb,c\nc,d\n");
        assertThat(read.graph().classes()).containsExactly("blue", "red");
        assertThat(read.graph().labels()[1]).isEqualTo(-1);
        assertThat(read.graph().features().get(3, 0)).isEqualTo(4);
        assertThat(read.problems())
                .extracting(Problem::message)
                .anyMatch(text -> text.contains("nodes.csv:2: 'NA' is read as no value, in 3"));
    }

    @Test
    void spreadsheetsNameTheSeparatorAndBlanksMayBeTabs() throws Exception {
        Path bad = file("bad.csv", "sep=;\nsource;target;weight\na;b;0,5\nb;c;no\n");
        assertThatThrownBy(() -> GraphReaders.read(bad)).hasMessageContaining("bad.csv:4:");
        AttributedGraph graph =
                read("g.csv", "\uFEFFsep=;\nsource;target;weight\na;b;0,5\n").graph();
        assertThat(graph.adjacency().get(0, 1)).isEqualTo(0.5);
        assertThat(read("blanks.txt", "0 1\n1\t2\n2  \t0\n").graph().edges()).isEqualTo(3);
        String comments = "# a long line of a comment that says nothing at all\n".repeat(600);
        assertThat(read("snap.txt", comments + "0\t1\n1\t2\n").graph().edges()).isEqualTo(2);
    }

    @Test
    void aPackedTableKeepsItsEnding() throws Exception {
        Path path = folder.resolve("g.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(
                    ("source,target\na," + "b".repeat(9000) + "\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(GraphReaders.read(path).graph().nodes()).isEqualTo(2);
    }

    @Test
    void anEdgeOfAStrictGraphIsThereOnce() throws Exception {
        AttributedGraph graph =
                read("g.dot", "strict graph { a -- b [weight=2]; b -- a [weight=3]; b -- c }")
                        .graph();
        assertThat(graph.edges()).isEqualTo(2);
        assertThat(graph.adjacency().get(0, 1)).isEqualTo(3);
        assertThat(read("d.dot", "strict digraph { a -> b; b -> a; a -> b }").graph().edges())
                .isEqualTo(2);
    }

    @Test
    void whatElseIsInAnArchiveIsNamed() throws Exception {
        Path path = folder.resolve("two.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
            out.putNextEntry(new ZipEntry("a.csv"));
            out.write("x,y\n1,2\n".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("b.gml"));
            out.write(
                    "graph [ node [ id 0 ] node [ id 1 ] edge [ source 0 target 1 ] ]"
                            .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(GraphReaders.read(path).problems())
                .extracting(Problem::message)
                .anyMatch(text -> text.contains("tables in it that are not read: a.csv"));
    }

    @Test
    void nodesWithoutAClassKeepNoneInPajek() throws Exception {
        AttributedGraph graph =
                new GraphBuilder("g", 3, false)
                        .edge(0, 1)
                        .edge(1, 2)
                        .labels(List.of("red", "", "blue"))
                        .build();
        assertThat(again(graph, "g.net").graph().labels()).containsExactly(1, -1, 0);
    }

    @Test
    void zerosStandInFilesAndColumnsOfOneNameStayApart() throws Exception {
        AttributedGraph graph =
                new GraphBuilder("g", 2, false)
                        .edge(0, 1)
                        .features(
                                SparseMatrix.ofDense(2, 2, new double[] {0, 1, 2.5, 3}),
                                List.of("x1", "x1"))
                        .build();
        again(graph, "g.graphml");
        assertThat(Files.readString(folder.resolve("g.graphml")))
                .contains("<data key=\"f0\">0</data>")
                .doesNotContain("<default>");
        assertThat(new GraphMLWriter().losses(graph)).isEmpty();
        GraphImport json = again(graph, "g.json");
        assertThat(json.graph().featureNames()).containsExactly("x1", "x1 2");
        assertThat(json.graph().features()).isEqualTo(graph.features());
        assertThat(new NodeLinkWriter().losses(graph))
                .contains("columns of the same name get a number behind it");
    }

    @Test
    void numbersThatAreNoneAreLeftOutWhereSomebodySaysSo() throws Exception {
        Path path =
                file(
                        "g.gml",
                        "graph [ node [ id 0 age 1 ] node [ id 1 age 2 ] node [ id 2 age 3 ]"
                                + " edge [ source 0 target 1 weight nan ]"
                                + " edge [ source 1 target 2 weight 2 ] ]");
        assertThatThrownBy(() -> GraphReaders.read(path)).hasMessageContaining("weight");
        GraphImport read =
                GraphReaders.read(
                        path, GraphReading.guessed().withSkipping(true), new ReadProgress());
        assertThat(read.graph().edges()).isOne();
        assertThat(read.problems()).isNotEmpty();
    }

    @Test
    void labelsAndPlacesOfYEd() throws Exception {
        GraphImport read =
                read(
                        "g.graphml",
                        """
                        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
                        <key for="node" id="d0" yfiles.type="nodegraphics"/>
                        <graph edgedefault="undirected">
                        <node id="n0"><data key="d0"><y:ShapeNode><y:Geometry height="30" width="30" x="5" y="-7"/>
                          <y:NodeLabel>Alice</y:NodeLabel><y:NodeLabel>second</y:NodeLabel></y:ShapeNode></data></node>
                        <node id="n1"><data key="d0"><y:ShapeNode><y:Geometry x="1.5" y="2"/><y:NodeLabel>Bob</y:NodeLabel></y:ShapeNode></data></node>
                        <edge source="n0" target="n1"/>
                        </graph></graphml>
                        """);
        assertThat(read.graph().names()).containsExactly("Alice", "Bob");
        assertThat(Objects.requireNonNull(read.graph().positions()))
                .containsExactly(new float[] {5, -7, 1.5f, 2}, within(1e-6f));
    }
}
