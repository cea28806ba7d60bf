package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// GEXF, GML, DOT, Pajek and node-link JSON: the same small graph as each program writes it, what is written is read back, and one line
/// of complaint for what cannot be read.
@SuppressWarnings("NullAway.Init")
class GraphFormatsTest {

    @TempDir Path folder;

    /// a, b and c of class x, x and y at (1, 2), (3, 4), (5, 6); a → b of weight 2, b → c of weight 1.
    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of(
                        "networkx.gml",
                        """
                        graph [
                          directed 1
                          node [ id 0 label "a" class "x" graphics [ x 1 y 2 w 9 ] ]
                          node [ id 1 label "b" class "x" graphics [ x 3 y 4 ] ]
                          node [ id 2 label "c" class "y" graphics [ x 5 y 6.0 ] ]
                          edge [ source 0 target 1 weight 2.0 key 0 ]
                          edge [ source 1 target 2 weight 1 ]
                        ]
                        """),
                Arguments.of(
                        "gephi.gexf",
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2" xmlns:viz="http://www.gexf.net/1.2draft/viz">
                          <meta lastmodifieddate="2026-01-01"><creator>Gephi</creator></meta>
                          <graph defaultedgetype="directed" mode="static">
                            <attributes class="node"><attribute id="0" title="class" type="string"><default>x</default></attribute></attributes>
                            <nodes>
                              <node id="n0" label="a"><attvalues/><viz:size value="3"/><viz:position x="1" y="2" z="0"/></node>
                              <node id="n1" label="b"><attvalues><attvalue for="0" value="x"/></attvalues><viz:position x="3" y="4"/></node>
                              <node id="n2" label="c"><attvalues><attvalue for="0" value="y"/></attvalues><viz:position x="5" y="6"/></node>
                            </nodes>
                            <edges><edge id="0" source="n0" target="n1" weight="2.0"/><edge source="n1" target="n2"/></edges>
                          </graph>
                        </gexf>
                        """),
                Arguments.of(
                        "graphviz.dot",
                        """
                        // a comment
                        digraph "of \\"three\\"" {
                          node [class=x, shape=box];
                          graph [bb="0,0,54,108"];
                          a [pos="1,2"]; b [pos="3,4"];
                          subgraph cluster_1 { node [class=y] c [pos="5,6", label=<<b>c</b>>] label=z }
                          a -> b [weight=2, color="red"];
                          b:s -> c
                        }
                        """),
                Arguments.of(
                        "networkx.json",
                        """
                        {"directed": true, "multigraph": false, "graph": {"node_default": {}},
                         "links": [{"weight": 2.0, "source": "a", "target": "b"}, {"source": "b", "target": "c"}],
                         "nodes": [{"class": "x", "x": 1, "y": 2, "id": "a"}, {"class": "x", "x": 3, "y": 4, "id": "b"},
                                   {"class": "y", "x": 5, "y": 6, "id": "c"}]}
                        """),
                Arguments.of(
                        "cytoscape.json",
                        """
                        {"elements": {"nodes": [
                            {"data": {"id": "a", "class": "x"}, "position": {"x": 1, "y": 2}},
                            {"data": {"id": "b", "class": "x"}, "position": {"x": 3, "y": 4}},
                            {"data": {"id": "c", "class": "y"}, "position": {"x": 5, "y": 6}}],
                          "edges": [{"data": {"source": "a", "target": "b", "weight": 2}}, {"data": {"source": "b", "target": "c"}}]},
                         "directed": true}
                        """));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void isTheSmallGraph(AttributedGraph graph) {
        assertThat(graph.directed()).isTrue();
        assertThat(graph.nodes()).isEqualTo(3);
        assertThat(graph.edges()).isEqualTo(2);
        // Rows are targets.
        assertThat(graph.adjacency().get(1, 0)).isEqualTo(2);
        assertThat(graph.adjacency().get(2, 1)).isEqualTo(1);
        assertThat(graph.labels()).containsExactly(0, 0, 1);
        assertThat(graph.classes()).containsExactly("x", "y");
        assertThat(graph.positions()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(graph.features().columns()).isZero();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachSaysTheSameGraph(String name, String text) throws Exception {
        AttributedGraph graph = GraphReaders.read(file(name, text)).graph();
        isTheSmallGraph(graph);
        assertThat(graph.names().subList(0, 2)).containsExactly("a", "b");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aWrongNameAndGzipDoNotMatter(String name, String text) throws Exception {
        Path packed = folder.resolve(name.replaceAll("\\..*", "") + ".csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        isTheSmallGraph(GraphReaders.read(packed).graph());
    }

    @Test
    void pajekWithClassesAndAVectorBesideIt() throws Exception {
        file("three.clu", "*Vertices 3\n1\n1\n2\n");
        file("three.vec", "*Vertices 3\n0.5\n1\n-2\n");
        Path net =
                file(
                        "three.net",
                        """
                        % made by hand
                        *Vertices 3
                        1 "a one" 0.1 0.2 0.5 ic Red
                        2 "b" 0.3 0.4
                        3 "c" 0.5 0.6
                        *Arcs
                        1 2 2
                        *Edges
                        3 3
                        *Arcslist
                        2 3 1
                        """);
        GraphImport read = GraphReaders.read(net);
        AttributedGraph graph = read.graph();
        assertThat(graph.names()).containsExactly("a one", "b", "c");
        assertThat(graph.classes()).containsExactly("1", "2");
        assertThat(graph.features().get(2, 0)).isEqualTo(-2);
        assertThat(graph.directed()).isTrue();
        assertThat(graph.adjacency().get(1, 0)).isEqualTo(2);
        assertThat(graph.edges()).isEqualTo(4);
        assertThat(read.files().read()).hasSize(3);
    }

    @Test
    void aPajekMatrixAndNodesWithoutLines() throws Exception {
        AttributedGraph graph =
                GraphReaders.read(file("m.net", "*Vertices 2\n*Matrix\n0 1\n0.5 0\n")).graph();
        assertThat(graph.directed()).isTrue();
        assertThat(graph.adjacency().get(0, 1)).isEqualTo(0.5);
    }

    @Test
    void endsThatAreNumbersOfNodes() throws Exception {
        AttributedGraph graph =
                GraphReaders.read(
                                file(
                                        "d3.json",
                                        """
                                        {"nodes": [{"name": "Myriel", "group": 1}, {"name": "Napoleon", "group": 2, "at": [1, 2]}],
                                         "links": [{"source": 1, "target": 0, "value": 3}]}
                                        """))
                        .graph();
        assertThat(graph.names()).containsExactly("Myriel", "Napoleon");
        assertThat(graph.adjacency().get(0, 1)).isEqualTo(3);
        assertThat(graph.featureNames()).containsExactly("at", "at.1");
        AttributedGraph old =
                GraphReaders.read(
                                file(
                                        "old.json",
                                        "{\"nodes\": [{\"id\": \"p\"}, {\"id\": \"q\"}],"
                                                + " \"links\": [{\"source\": 0, \"target\": 1}]}"))
                        .graph();
        assertThat(old.edges()).isOne();
    }

    @Test
    void dotChainsBlocksAndQuotes() throws Exception {
        AttributedGraph graph =
                GraphReaders.read(
                                file(
                                        "g.gv",
                                        """
                                        strict graph {
                                          # a line of the preprocessor
                                          1 -- 2 -- {3 4 -0.5} /* many
                                          lines */
                                          "a" + "b" [size="7"]
                                          edge [weight=3]
                                          subgraph s { "ab" } -- 1;
                                        }
                                        """))
                        .graph();
        assertThat(graph.nodeNames().ids()).containsExactly("1", "2", "3", "4", "-0.5", "ab");
        assertThat(graph.edges()).isEqualTo(5);
        assertThat(graph.adjacency().get(5, 0)).isEqualTo(3);
    }

    @Test
    void gmlCommentsEntitiesAndRepeatedKeys() throws Exception {
        AttributedGraph graph =
                GraphReaders.read(
                                file(
                                        "newman.txt",
                                        """
                                        Creator "Mark Newman"
                                        # a comment
                                        graph
                                        [
                                          comment "x [ y"
                                          node [ id 5 label "Zo&#235; &amp; &quot;B&quot; & co" value 1 at 1 at 2 ]
                                          node [ id 9 label "q" value 0 ]
                                          edge [ source 5 target 9 value 4 ]
                                        ]
                                        """))
                        .graph();
        assertThat(graph.names()).containsExactly("Zoë & \"B\" & co", "q");
        assertThat(graph.featureNames()).containsExactly("value", "at", "at.1");
        assertThat(graph.adjacency().get(0, 1)).isEqualTo(4);
    }

    @Test
    void gexfNodesWithinNodesAndTimes() throws Exception {
        GraphImport read =
                GraphReaders.read(
                        file(
                                "h.gexf",
                                """
                                <gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="dynamic">
                                <nodes><node id="a" label="A"><nodes><node id="b" start="1"/></nodes></node></nodes>
                                <edges><edge source="a" target="b" type="directed"/></edges></graph></gexf>
                                """));
        assertThat(read.graph().names()).containsExactly("A", "b");
        assertThat(read.graph().directed()).isTrue();
        assertThat(read.problems()).anyMatch(problem -> problem.cause().contains("times"));
    }

    static Stream<Arguments> written() {
        return Stream.of("g.gml", "g.gexf", "g.dot", "g.json", "g.net")
                .flatMap(name ->
                        AwkwardGraphs.all().keySet().stream()
                                .map(graph -> Arguments.of(name, graph)));
    }

    /// Structure is always kept; all of it where the format leaves nothing out.
    @ParameterizedTest
    @MethodSource("written")
    void whatIsWrittenIsReadBack(String name, String awkward) throws Exception {
        AttributedGraph graph = Objects.requireNonNull(AwkwardGraphs.all().get(awkward));
        Path out = folder.resolve(name);
        GraphWriters.write(graph, out);
        AttributedGraph read = GraphReaders.read(out).graph();
        assertThat(read.adjacency()).isEqualTo(graph.adjacency());
        assertThat(read.nodes()).isEqualTo(graph.nodes());
        if (graph.edges() > 0) {
            assertThat(read.directed()).isEqualTo(graph.directed());
        }
        List<String> losses = GraphWriters.losses(graph, out);
        if (losses.isEmpty()) {
            assertThat(read.names()).isEqualTo(graph.names());
            assertThat(read.labels()).isEqualTo(graph.labels());
            assertThat(read.classes()).isEqualTo(graph.classes());
            assertThat(read.graphOf()).isEqualTo(graph.graphOf());
            assertThat(read.positions()).isEqualTo(graph.positions());
            assertThat(dense(read.features())).isEqualTo(dense(graph.features()));
        }
    }

    private static double[][] dense(SparseMatrix matrix) {
        double[][] dense = new double[matrix.rows()][matrix.columns()];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                dense[row][column] = matrix.get(row, column);
            }
        }
        return dense;
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("a.gml", "graph [ node [ label \"x\" ] ]", "id"),
                Arguments.of("b.gml", "graph [ node [ id 1 ", "ends"),
                Arguments.of("c.gml", "graph [ node [ id 1 label \"x ] ]", "quote"),
                Arguments.of("d.gml", "graph [ node [ id 1 ] edge [ source 1 target 2 ] ]", "'2'"),
                Arguments.of("e.gml", "graph [ " + "a [ ".repeat(500), "deep"),
                Arguments.of("a.dot", "graph { a -> b }", "--"),
                Arguments.of("b.dot", "digraph { a -> ", "ends"),
                Arguments.of("c.dot", "graph { " + "{ ".repeat(500), "deep"),
                Arguments.of("d.dot", "graph { a [weight=] }", "']'"),
                Arguments.of("a.net", "*Vertices 2\n*Edges\n1 3\n", "'3'"),
                Arguments.of("b.net", "*Vertices 9999999999\n", "9999999999"),
                Arguments.of("c.net", "*Vertices 2000000000\n", "memory"),
                Arguments.of("d.net", "*Edges\n1 2\n", "first"),
                Arguments.of("a.json", "{\"nodes\": [1], \"links\": []}", "node"),
                Arguments.of(
                        "b.json",
                        "{\"nodes\": [{\"id\": 1}], \"links\": [{\"source\": 1}]}",
                        "target"),
                Arguments.of("c.json", "{\"nodes\": [{\"id\": 1}, ", "JSON"),
                Arguments.of("d.json", "{\"nodes\": []}", "links"),
                Arguments.of("e.json", "[".repeat(100_000), "graph"),
                Arguments.of("a.gexf", "<gexf><graph><nodes><node id='1'/></nodes>", "XML"),
                Arguments.of("b.gexf", "<gexf><nodes/></gexf>", "<graph>"),
                Arguments.of(
                        "c.gexf",
                        "<!DOCTYPE gexf [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><gexf><graph><nodes><node id='&e;'/></nodes></graph></gexf>",
                        "entity"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void oneLineForWhatCannotBeRead(String name, String text, String says) throws IOException {
        Path file = file(name, text);
        assertThatThrownBy(() -> GraphReaders.read(file))
                .isInstanceOf(GraphFormatException.class)
                .message()
                .contains(says)
                .doesNotContain("\n");
    }
}
