package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphHistory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// GraphStream's events: every kind, every way to write it, and one line of complaint for what cannot be.
@SuppressWarnings("NullAway.Init")
class DgsReaderTest {

    @TempDir Path folder;

    private Path file(String events) throws IOException {
        return Files.writeString(folder.resolve("g.dgs"), "DGS004\n\"g\" 0 0\n" + events);
    }

    private GraphImport read(String events) throws Exception {
        return GraphReaders.read(file(events));
    }

    private static GraphHistory history(AttributedGraph graph) {
        return graph.snapshot().orElseThrow().history();
    }

    @Test
    void everyKindOfEvent() throws Exception {
        GraphImport read =
                read(
                        """
                        # all there is
                        cg "title":"a graph"
                        st 0
                        an "a" class:"x" age:3 # the first
                        an b class=y, age=-1.5e1 ui.label:"Bee \\"B\\"" ui.color:#FF0000
                        an 'c c' +class:"x" size:{1,2}
                        ae ab "a" "b" weight:2
                        ae bc b "c c"
                        st 1.5
                        cn a class:"z" -age
                        ce ab weight:0.5
                        de bc
                        st 2
                        an d
                        ae da d a
                        dn b
                        """);
        GraphHistory history = history(read.graph());
        assertThat(read.format()).isEqualTo("dgs");
        assertThat(history.steps())
                .extracting(GraphHistory.Step::time)
                .containsExactly(0.0, 1.5, 2.0);
        AttributedGraph first = history.at(1);
        assertThat(first.nodeNames().ids()).containsExactly("a", "b", "c c", "d");
        assertThat(first.names()).containsExactly("a", "Bee \"B\"", "c c", "d");
        assertThat(first.classes()).containsExactly("x", "y", "z");
        assertThat(first.labels()).containsExactly(0, 1, 0, -1);
        assertThat(first.featureNames()).containsExactly("age", "size.0", "size.1");
        assertThat(first.features().get(0, 0)).isEqualTo(3);
        assertThat(first.features().get(1, 0)).isEqualTo(-15);
        assertThat(first.features().get(2, 2)).isEqualTo(2);
        assertThat(first.edges()).isEqualTo(2);
        assertThat(first.adjacency().get(0, 1)).isEqualTo(2);
        AttributedGraph second = history.at(2);
        assertThat(second.labels()).containsExactly(2, 1, 0, -1);
        assertThat(second.features().get(0, 0)).isZero();
        assertThat(second.featureTable().gaps(0).stream()).containsExactly(0, 2, 3);
        assertThat(second.adjacency().get(1, 0)).isEqualTo(0.5);
        assertThat(second.edges()).isEqualTo(1);
        AttributedGraph last = read.graph();
        assertThat(last).isEqualTo(history.last());
        assertThat(last.snapshot().orElseThrow().present().stream()).containsExactly(0, 2, 3);
        assertThat(last.labels()).containsExactly(2, -1, 0, -1);
        assertThat(last.edges()).isEqualTo(1);
        assertThat(history.at(0).edges()).isZero();
        assertThat(read.summary().steps()).isEqualTo(3);
        assertThat(read.summary().events()).isEqualTo(history.events()).isPositive();
    }

    @Test
    void theNumbersGraphStreamWritesAreReadAsTheyStand() throws Exception {
        AttributedGraph graph =
                read("an a x1:0.100000 y1:-0.000000 z1:1234567.000000\nan b x1:1 y1:2 z1:3\nae e a b\n")
                        .graph();
        assertThat(graph.features().get(0, 0)).isEqualTo(0.1);
        assertThat(graph.features().get(0, 1)).isZero();
        assertThat(graph.features().get(0, 2)).isEqualTo(1234567);
    }

    @Test
    void directionsAndPositions() throws Exception {
        AttributedGraph graph =
                read("an a xy:{1,2}\nan b xy:{3,4}\nae e a > b\nae f a < b weight:3\n").graph();
        assertThat(graph.directed()).isTrue();
        assertThat(graph.positions()).containsExactly(1, 2, 3, 4);
        assertThat(graph.adjacency().get(1, 0)).isEqualTo(1);
        assertThat(graph.adjacency().get(0, 1)).isEqualTo(3);
    }

    @Test
    void mixedDirectionsBecomeTwoEdgesThatGoTogether() throws Exception {
        GraphImport read = read("an a\nan b\nan c\nae e a b\nae f b > c\nst 1\nde e\n");
        assertThat(history(read.graph()).at(1).edges()).isEqualTo(3);
        assertThat(read.graph().edges()).isEqualTo(1);
        assertThat(read.problems()).extracting(Problem::line).contains(6);
    }

    @Test
    void aNodeThatComesAgainStartsAnew() throws Exception {
        AttributedGraph graph =
                read("an a class:x n:1\nan b class:y n:1\nae e a b\nst 1\ncl\nst 2\nan a\nan b n:2\nae e a b\n")
                        .graph();
        assertThat(graph.labels()).containsExactly(-1, -1);
        assertThat(graph.features().get(0, 0)).isZero();
        assertThat(graph.edges()).isEqualTo(1);
        assertThat(history(graph).at(2).edges()).isZero();
    }

    @Test
    void packedFilesAndForeignEndingsAreKnown() throws Exception {
        String text = "DGS003\nnull 0 0\nan a\nan b\nae e a b\n";
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("p.dgs.gz")))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(GraphReaders.read(folder.resolve("p.dgs.gz")).graph().edges()).isEqualTo(1);
        Path odd = Files.writeString(folder.resolve("events.log"), text);
        assertThat(GraphReaders.read(odd).format()).isEqualTo("dgs");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "dn a                  | 3 | there is no node 'a'; add it before with an, or delete the line",
                "an a;dn a;dn a        | 5 | there is no node 'a', it was removed in line 4; add it before with an, or delete the line",
                "de e                  | 3 | there is no edge 'e'; add it before with ae, or delete the line",
                "an a;an a             | 4 | the node 'a' is already there; delete the line, or change the node with cn",
                "an a;ae e a b         | 4 | the edge 'e' ends at 'b', which is no node; add the node before with an, or delete the edge",
                "an a;ae e a a;ae e a a| 5 | the edge 'e' is already there; delete the line, or give the edge a name of its own",
                "an a;an b;ae e a b;dn b;de e | 7 | there is no edge 'e'; add it before with ae, or delete the line",
                "cn a x:1              | 3 | there is no node 'a'; add it before with an, or delete the line",
                "ce e weight:1         | 3 | there is no edge 'e'; add it before with ae, or delete the line",
                "an a;ae e a a weight:NaN | 4 | 'NaN' is not a finite weight; write it like weight:0.5, or leave it out",
                "an a;ae e a a;an b n:NaN | 5 | 'NaN' in 'n' is not a finite number; replace it by a number",
                "an a;ae e a           | 4 | the line ends where the second node should stand; complete the line, or delete it",
                "an \"a                | 3 | the text '\"a' does not end; close its quotation mark in the same line",
                "an a x:{1,2           | 3 | the list of 'x' does not end; close it with }",
                "st now                | 3 | 'now' is not a time; write a number, like st 1",
                "xx a                  | 3 | 'xx' is not an event; use an, cn, dn, ae, ce, de, cg, st or cl; comments begin with #",
                "an a = b              | 3 | '=' stands where the name of an attribute should stand; complete the line, or delete it",
                "cl all                | 3 | more stands in the line than 'cl' takes; write each event in a line of its own",
                "#nothing              | 0 | the graph has no nodes; add them with an"
            })
    void whatCannotBeIsRefusedInOneLine(String events, int line, String message) throws Exception {
        Path path = file(events.strip().replace(';', '\n') + "\n");
        assertThatThrownBy(() -> GraphReaders.read(path))
                .isInstanceOf(GraphFormatException.class)
                .hasMessage(path + (line == 0 ? "" : ":" + line) + ": " + message);
    }

    @Test
    void tenMegabytesOfGarbageAreRefusedAtOnce() throws Exception {
        byte[] garbage = new byte[10_000_000];
        new Random(1).nextBytes(garbage);
        Path path = Files.write(folder.resolve("g.dgs"), garbage);
        assertThatThrownBy(() -> GraphReaders.read(path))
                .isInstanceOf(GraphFormatException.class)
                .hasMessageStartingWith(path.toString())
                .hasMessageContaining("DGS004");
    }

    @Test
    void aPackedFileThatIsCutOffIsRefused() throws Exception {
        Path path = folder.resolve("p.dgs.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write("DGS004\nnull 0 0\nan a\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(path, Arrays.copyOf(Files.readAllBytes(path), 40));
        assertThatThrownBy(() -> GraphReaders.read(path))
                .hasMessage(path + ": the gzip data is damaged or cut off; make the file again");
    }
}
