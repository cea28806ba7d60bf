package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import innerloop.graph.AttributedGraph;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated // reads what is printed
class GraphMLReaderTest {

    private static final String OPEN =
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";

    @TempDir Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("g.graphml"), text);
    }

    private GraphImport read(String text) throws Exception {
        return GraphReaders.read(file(text));
    }

    private GraphFormatException failure(String text) throws IOException {
        Path file = file(text);
        return catchThrowableOfType(GraphFormatException.class, () -> GraphReaders.read(file));
    }

    @Test
    void edgesBeforeNodesAndAttributesByName() throws Exception {
        GraphImport read =
                read(
                        OPEN
                                + """
                                <key id="d0" for="node" attr.name="Club" attr.type="string"/>
                                <key id="d1" for="node" attr.name="age" attr.type="double">
                                  <default>7</default></key>
                                <key id="d2" for="node" attr.name="label" attr.type="string"/>
                                <key id="d3" for="edge" attr.name="weight" attr.type="double"/>
                                <key id="d4" for="node" attr.name="member" attr.type="boolean"/>
                                <key id="d5" for="node" attr.name="x" attr.type="float"/>
                                <key id="d6" for="node" attr.name="y" attr.type="float"/>
                                <key id="d7" for="node" attr.name="note" attr.type="string"/>
                                <graph edgedefault="undirected">
                                  <edge id="e" source="a" target="b"><data key="d3">2.5</data></edge>
                                  <node id="b"><data key="d0">Hi &amp; Lo</data><data key="d4">true</data>
                                    <data key="d5">1</data><data key="d6">2</data></node>
                                  <node id="a"><desc>text</desc><data key="d2"> Ann </data>
                                    <data key="d1">-1</data><data key="d4">0</data>
                                    <data key="d5">3</data><data key="d6">4</data></node>
                                </graph></graphml>
                                """);
        AttributedGraph graph = read.graph();
        assertThat(graph.names()).containsExactly("b", "Ann");
        assertThat(graph.classes()).containsExactly("Hi & Lo");
        assertThat(graph.labels()).containsExactly(0, -1);
        assertThat(graph.featureNames()).containsExactly("age", "member");
        assertThat(graph.features().get(0, 0)).isEqualTo(7);
        assertThat(graph.features().get(0, 1)).isEqualTo(1);
        assertThat(graph.features().get(1, 0)).isEqualTo(-1);
        assertThat(graph.positions()).containsExactly(1, 2, 3, 4);
        assertThat(graph.adjacency().get(0, 1)).isEqualTo(2.5);
        assertThat(read.problems())
                .extracting(Problem::cause)
                .containsExactly("text is not used: 'note'");
    }

    @Test
    void theClassFollowsThePriority() throws Exception {
        AttributedGraph graph =
                read(OPEN
                                + """
                                <key id="t" for="node" attr.name="type" attr.type="int"/>
                                <key id="c" for="node" attr.name="community" attr.type="int"/>
                                <graph edgedefault="undirected">
                                <node id="a"><data key="t">5</data><data key="c">10</data></node>
                                <node id="b"><data key="t">6</data><data key="c">9</data></node>
                                </graph></graphml>
                                """)
                        .graph();
        assertThat(graph.classes()).containsExactly("9", "10");
        assertThat(graph.featureNames()).containsExactly("type");
    }

    @Test
    void mixedDirections() throws Exception {
        GraphImport read =
                read(
                        OPEN
                                + """
                                <graph edgedefault="undirected">
                                <node id="a"/><node id="b"/><node id="c"/>
                                <edge source="a" target="b"/>
                                <edge source="b" target="c" directed="true"/>
                                </graph></graphml>
                                """);
        assertThat(read.graph().directed()).isTrue();
        assertThat(read.graph().edges()).isEqualTo(3);
        assertThat(read.problems())
                .extracting(Problem::message)
                .containsExactly(
                        folder.resolve("g.graphml")
                                + ":5: the graph has directed and undirected edges; each undirected"
                                + " edge is read as one in each direction; make all edges of one"
                                + " kind");
    }

    @Test
    void allEdgesMayOverrideTheDefault() throws Exception {
        GraphImport read =
                read(
                        OPEN
                                + "<graph edgedefault='undirected'><node id='a'/><node"
                                + " id='b'/><edge source='a' target='b'"
                                + " directed='true'/></graph></graphml>");
        assertThat(read.graph().directed()).isTrue();
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void emptyNumbersAreProblems() throws Exception {
        GraphImport read =
                read(
                        OPEN
                                + """
                                <key id="a" for="node" attr.name="age" attr.type="int"/>
                                <key id="w" for="edge" attr.name="weight" attr.type="double"/>
                                <graph edgedefault="undirected">
                                <node id="1"><data key="a"></data></node>
                                <node id="2"><data key="a">3</data></node>
                                <edge source="1" target="2"><data key="w"/></edge>
                                </graph></graphml>
                                """);
        assertThat(read.graph().features().get(0, 0)).isZero();
        assertThat(read.graph().adjacency().get(0, 1)).isEqualTo(1);
        String file = folder.resolve("g.graphml").toString();
        assertThat(read.problems())
                .extracting(Problem::message)
                .containsExactly(
                        file + ":7: the weight is empty and read as 1; fill in the number",
                        file
                                + ":5: 'age' is empty for 1 node and read as 0; fill in the missing"
                                + " numbers");
    }

    @Test
    void yEdsElementsAreIgnored() throws Exception {
        GraphImport read =
                read(
                        """
                        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                        <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
                            xmlns:y="http://www.yworks.com/xml/graphml"
                            xmlns:yed="http://www.yworks.com/xml/yed/3">
                          <key for="node" id="d6" yfiles.type="nodegraphics"/>
                          <key for="edge" id="d10" yfiles.type="edgegraphics"/>
                          <graph edgedefault="directed" id="G">
                            <node id="n0"><data key="d6"><y:ShapeNode>
                              <y:NodeLabel>One<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
                            <node id="n1"/>
                            <edge id="e0" source="n0" target="n1"><data key="d10"><y:PolyLineEdge/>
                            </data></edge>
                          </graph>
                          <data key="d7"><y:Resources/></data>
                        </graphml>
                        """);
        assertThat(read.problems()).isEmpty();
        assertThat(read.graph().nodes()).isEqualTo(2);
        assertThat(read.graph().directed()).isTrue();
    }

    @Test
    void gephisLooksAreNoFeatures() throws Exception {
        StringBuilder keys = new StringBuilder();
        StringBuilder data = new StringBuilder();
        for (String name : new String[] {"r", "g", "b", "size", "degree"}) {
            keys.append(
                    "<key id='%s' for='node' attr.name='%s' attr.type='int'/>"
                            .formatted(name, name));
            data.append("<data key='%s'>3</data>".formatted(name));
        }
        AttributedGraph graph =
                read(OPEN
                                + keys
                                + "<graph edgedefault='undirected'><node id='a'>"
                                + data
                                + "</node></graph></graphml>")
                        .graph();
        assertThat(graph.featureNames()).containsExactly("degree");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # inside <graph> on line 2 | column | message after FILE
                    <node id="a"/><edge source="a" target="b"/> | 68 | :2: the edge ends at 'b', which is no node; add the node or delete the edge
                    <node id="a"/><edge source="a" target=""/>  | 67 | :2: the edge has no target; write target="…"
                    <node id="a"/><edge target="a"/>            | 57 | :2: the edge has no source; write source="…"
                    <node/>                                     | 32 | :2: the node has no id; write id="…"
                    <node id="a"/><node id="a"/>                | 53 | :2: the node id 'a' is used twice; give each node its own id
                    <node id="a"><graph edgedefault="x"/></node>| 62 | :2: a nested graph is unsupported; export one plain graph of nodes and edges
                    <node id="a"><port name="p"/></node>        | 54 | :2: a port is unsupported; export one plain graph of nodes and edges
                    <hyperedge><endpoint node="a"/></hyperedge> | 36 | :2: a hyperedge is unsupported; export one plain graph of nodes and edges
                    <node id="a"><data key="k">old</data></node>| 0  | :2: 'old' in 'age' is not a number; replace it by a number
                    <node id="a"><data key="k">NaN</data></node>| 0  | :2: 'NaN' in 'age' is not a finite number; replace it by a number
                    <node id="a"/><edge source="a" target="a"><data key="w">x</data></edge>| 81 | :2: 'x' is not a finite weight; replace it by a number
                    `<!-- nothing -->`                          | 0  | : the graph has no nodes; export the graph again
                    """)
    void malformed(String inside, int column, String message) throws IOException {
        String keys =
                "<key id='k' for='node' attr.name='age' attr.type='int'/>"
                        + "<key id='w' for='edge' attr.name='weight' attr.type='double'/>";
        GraphFormatException e =
                failure(
                        OPEN.strip()
                                + keys
                                + "\n<graph edgedefault='dir'>"
                                + inside
                                + "</graph></graphml>");
        assertThat(e).hasMessage(folder.resolve("g.graphml") + message);
        assertThat(e.column()).isEqualTo(column);
    }

    @Test
    void notGraphMl() throws IOException {
        String file = folder.resolve("g.graphml").toString();
        assertThat(failure("<svg/>"))
                .hasMessage(
                        file
                                + ":1: the root element is <svg>, not <graphml>; give a GraphML"
                                + " file");
        assertThat(failure(OPEN + "</graphml>"))
                .hasMessage(file + ": there is no <graph> in it; export the graph again");
        assertThat(failure(OPEN + "<graph>\n<node id='a'></graph></graphml>").getMessage())
                .startsWith(file + ":3: this is not well-formed XML: ")
                .endsWith("; repair the file or export it again")
                .doesNotContain("\n");
        assertThat(failure("0 1\n").getMessage())
                .startsWith(file + ":1: this is not well-formed XML: ");
        assertThat(failure("").getMessage()).startsWith(file + ":1: this is not well-formed XML: ");
        assertThat(failure(OPEN + "<graph><node id='a'/></graph><graph/></graphml>"))
                .hasMessage(
                        file
                                + ":2: a second graph is unsupported; export one plain graph of"
                                + " nodes and edges");
    }

    @Test
    void damagedBytesAreOneLineAndNothingOnTheConsole() throws IOException {
        Path file = folder.resolve("g.graphml");
        Files.write(file, new byte[] {'<', (byte) 0xC3, '(', '>', 0, 1, 2});
        PrintStream console = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            GraphFormatException e =
                    catchThrowableOfType(GraphFormatException.class, () -> GraphReaders.read(file));
            assertThat(e)
                    .hasMessage(
                            file
                                    + ": the text is not in the encoding it declares (UTF-8 if"
                                    + " none); save it as UTF-8");
        } finally {
            System.setErr(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void encodings() throws Exception {
        Path file = folder.resolve("g.graphml");
        String body = "<graphml><graph><node id='Zoë'/></graph></graphml>";
        for (String encoding : new String[] {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16"}) {
            String text = "<?xml version='1.0' encoding='" + encoding + "'?>" + body;
            Files.writeString(file, text, Charset.forName(encoding));
            assertThat(GraphReaders.read(file).graph().names()).containsExactly("Zoë");
        }
        assertThat(read("\uFEFF" + body).graph().names()).containsExactly("Zoë");
        assertThat(failure("<?xml version='1.0' encoding='klingon'?>" + body))
                .hasMessage(file + ":1: there is no encoding 'klingon'; save it as UTF-8");
    }

    @Test
    void aDoctypeFetchesNothing() throws Exception {
        AtomicInteger hits = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    hits.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            String body =
                    "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'"
                            + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                            + " xsi:schemaLocation='http://graphml.graphdrawing.org/xmlns "
                            + url
                            + "s.xsd'><graph><node id='a'/></graph></graphml>";
            GraphImport read = read("<!DOCTYPE graphml SYSTEM '" + url + "a.dtd'>" + body);
            assertThat(read.graph().nodes()).isEqualTo(1);
            assertThat(read.problems())
                    .extracting(Problem::cause)
                    .contains("the DOCTYPE is ignored and nothing is fetched");
            read(
                    "<!DOCTYPE graphml PUBLIC 'p' '"
                            + url
                            + "b.dtd' [<!ENTITY % x SYSTEM '"
                            + url
                            + "c'> %x;]>"
                            + body);

            String stolen = Files.writeString(folder.resolve("secret"), "TOP").toUri().toString();
            for (String target : new String[] {url + "d", stolen}) {
                GraphFormatException e =
                        failure(
                                "<!DOCTYPE graphml [<!ENTITY e SYSTEM '"
                                        + target
                                        + "'>]><graphml><key id='n' for='node' attr.name='label'/>"
                                        + "<graph><node id='a'><data key='n'>&e;</data></node>"
                                        + "</graph></graphml>");
                assertThat(e.getMessage()).contains("entity").doesNotContain("TOP");
            }
            assertThat(hits).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void entitiesDoNotMultiply() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE graphml [<!ENTITY a0 'ha'>");
        for (int k = 1; k < 30; k++) {
            laughs.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(k, k - 1, k - 1));
        }
        laughs.append("]><graphml><graph><node id='&a29;'/></graph></graphml>");
        assertThat(failure(laughs.toString()).getMessage()).contains("entity");
    }
}
