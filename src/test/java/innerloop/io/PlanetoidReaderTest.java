package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.graph.AttributedGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A data set of Planetoid with pickles as Python 2 writes them, and pickles that are no data.
@SuppressWarnings("NullAway.Init")
class PlanetoidReaderTest {

    @TempDir Path folder;

    private void file(String name, String latin1) throws IOException {
        Files.writeString(folder.resolve(name), latin1, StandardCharsets.ISO_8859_1);
    }

    /// An array of bytes as `pickle` of Python 2 writes it, protocol 2, but for its end.
    private static String array(String shape, String contents) {
        return "cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\u0085U\u0001b\u0087R"
                + "(K\u0001"
                + shape
                + "cnumpy\ndtype\nU\u0002u1K\0K\u0001\u0087R(K\u0003U\u0001|NNNJ\u00ff\u00ff\u00ff\u00ffJ\u00ff\u00ff\u00ff\u00ffK\0tb"
                + "\u0089U"
                + (char) contents.length()
                + contents
                + "tb";
    }

    private static String dense(int rows, int columns, String contents) {
        String shape = "K" + (char) rows + "K" + (char) columns + "\u0086";
        return "\u0080\u0002" + array(shape, contents) + ".";
    }

    private static String vector(String contents) {
        return array("K" + (char) contents.length() + "\u0085", contents);
    }

    private static String csr(int rows, int columns, String data, String indices, String indptr) {
        return "\u0080\u0002cscipy.sparse.csr\ncsr_matrix\n)\u0081}(U\u0006_shapeK"
                + (char) rows
                + "K"
                + (char) columns
                + "\u0086U\u0004data"
                + vector(data)
                + "U\u0007indices"
                + vector(indices)
                + "U\u0006indptr"
                + vector(indptr)
                + "ub.";
    }

    /// Nodes 0 and 1 are known, 2 and 4 tested, 3 is missing.
    static Map<String, byte[]> small() {
        Map<String, String> files =
                Map.of(
                        "allx", csr(2, 3, "\1\2", "\2\0", "\0\1\2"),
                        "ally", dense(2, 2, "\1\0\0\1"),
                        "x", csr(1, 3, "\1", "\2", "\0\1"),
                        "y", dense(1, 2, "\1\0"),
                        "tx", csr(2, 3, "\3", "\1", "\0\1\1"),
                        "ty", dense(2, 2, "\0\1\1\0"),
                        "test.index", "4\n2\n",
                        "graph",
                                "\u0080\u0002ccollections\ndefaultdict\nc__builtin__\nlist\n\u0085R("
                                        + "K\0](K\1K\4eK\1]K\0aK\2]K\2aK\4]K\0au.");
        Map<String, byte[]> named = new TreeMap<>();
        files.forEach((part, latin1) ->
                named.put("ind.small." + part, latin1.getBytes(StandardCharsets.ISO_8859_1)));
        return named;
    }

    @BeforeEach
    void aSmallOne() throws IOException {
        for (Map.Entry<String, byte[]> each : small().entrySet()) {
            Files.write(folder.resolve(each.getKey()), each.getValue());
        }
    }

    private static void isSmall(AttributedGraph graph) {
        assertThat(graph.name()).isEqualTo("small");
        assertThat(graph.nodes()).isEqualTo(5);
        assertThat(graph.edges()).isEqualTo(3);
        assertThat(graph.labels()).containsExactly(0, 1, 0, -1, 1);
        assertThat(graph.features().get(0, 2)).isEqualTo(1);
        assertThat(graph.features().get(1, 0)).isEqualTo(2);
        assertThat(graph.features().get(4, 1)).isEqualTo(3);
        assertThat(graph.features().rowSize(2) + graph.features().rowSize(3)).isZero();
    }

    @Test
    void theFolderOrAnyOfItsFiles() throws Exception {
        GraphImport read = GraphReaders.read(folder);
        isSmall(read.graph());
        assertThat(read.selfLoops()).isOne();
        assertThat(read.parallelEdges()).isZero();
        assertThat(read.files().read()).hasSize(8);
        assertThat(read.problems())
                .singleElement()
                .extracting(Problem::cause)
                .asString()
                .startsWith("1 node between those for testing");
        isSmall(GraphReaders.read(folder.resolve("ind.small.tx")).graph());
        Path out = folder.resolve("small.npz");
        GraphWriters.write(read.graph(), out);
        isSmall(GraphReaders.read(out).graph());
    }

    @Test
    void theFolderAroundRaw() throws Exception {
        Path raw = Files.createDirectory(folder.resolve("raw"));
        for (String part : "x y tx ty allx ally graph test.index".split(" ")) {
            Files.move(folder.resolve("ind.small." + part), raw.resolve("ind.small." + part));
        }
        isSmall(GraphReaders.read(folder).graph());
        isSmall(GraphReaders.read(raw).graph());
    }

    private void refused(String... says) {
        assertThatThrownBy(() -> GraphReaders.read(folder))
                .isInstanceOf(GraphFormatException.class)
                .hasMessageContainingAll(says)
                .message()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cos~system~(S'true'~tR.                        | os.system
                    cnet.razorvine.pickle.objects~ClassDict~)R.    | ClassDict
                    cdecimal~Decimal~(S'1'~tR.                     | decimal.Decimal
                    (S'true'~ios~system~.                          | INST
                    (cos~system~S'true'~o.                         | os.system
                    (o.                                            | OBJ
                    ccollections~defaultdict~)R}b.                 | do not belong
                    a.                                             | damaged
                    }(]K.u.                                        | a key of a dict
                    Pid~.                                          | PERSID
                    S'words'~.                                     | must be a matrix
                    """)
    void picklesThatAreNoData(String pickle, String says) throws IOException {
        file("ind.small.allx", pickle.replace('~', '\n'));
        refused("ind.small.allx: ", says);
    }

    @Test
    void lengthsBeyondTheFile() throws IOException {
        for (String command : new String[] {"T", "B", "X", "\u008b"}) {
            file("ind.small.allx", command + "\u00ff\u00ff\u00ff\u007f.");
            refused("damaged or cut off at byte 1;");
        }
        file("ind.small.allx", dense(100, 100, "\1"));
        refused("its 1 bytes are not its shape");
        file("ind.small.allx", csr(2, 3, "\1\2", "\2\7", "\0\1\2"));
        refused("7 at place 1 is no whole number of 0 to 2");
        file("ind.small.allx", csr(2, 3, "\1\2", "\2\0", "\0\3\2"));
        refused("ind.small.allx", "3 at place 1");
    }

    @Test
    void everyCutOffAndEveryChangedByteIsOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("ind.small.allx"));
        for (int at = 0; at < whole.length; at++) {
            Files.write(folder.resolve("ind.small.allx"), Arrays.copyOf(whole, at));
            refused("ind.small.allx: ");
            for (int change : new int[] {0xFF, 1, 0x80}) {
                byte[] odd = whole.clone();
                odd[at] ^= (byte) change;
                Files.write(folder.resolve("ind.small.allx"), odd);
                try {
                    assertThat(GraphReaders.read(folder)).isNotNull();
                } catch (GraphFormatException e) {
                    assertThat(e.getMessage()).contains("ind.small.").doesNotContain("\n");
                }
            }
        }
    }

    @Test
    void partsThatDoNotFit() throws IOException {
        file("ind.small.test.index", "4\n1\n");
        refused("test.index:2", "'1' is a node of allx");
        file("ind.small.test.index", "4\n");
        refused("test.index", "1 nodes", "2 rows");
        file("ind.small.test.index", "4\n2000000000\n");
        refused("do not fit into the memory");
        file("ind.small.ty", dense(1, 2, "\0\1"));
        refused("ind.small.ty", "1 rows", "tx has 2");
        file("ind.small.ally", dense(2, 2, "\1\1\0\1"));
        file("ind.small.graph", "].");
        file("ind.other.graph", "");
        refused("several data sets: ind.other, ind.small");
    }
}
