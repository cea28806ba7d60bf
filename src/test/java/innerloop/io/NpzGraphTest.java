package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import innerloop.math.SparseMatrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Graphs in NumPy's archives: what is written is read back, other arrays that data sets use, and archives that are no graphs.
@SuppressWarnings("NullAway.Init")
class NpzGraphTest {

    @TempDir Path folder;

    private static byte[] npy(String descr, String shape, String latin1) {
        String header =
                "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }\n"
                        .formatted(descr, shape);
        return ("\u0093NUMPY\1\0" + (char) header.length() + "\0" + header + latin1)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Names and arrays in turn.
    private Path archive(Object... entries) throws IOException {
        Path file = folder.resolve("g.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int k = 0; k < entries.length; k += 2) {
                zip.putNextEntry(new ZipEntry(entries[k] + ".npy"));
                zip.write((byte[]) entries[k + 1]);
            }
        }
        return file;
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        for (boolean directed : new boolean[] {true, false}) {
            AttributedGraph graph =
                    new GraphBuilder("g", 4, directed)
                            .edge(0, 1, 0.5)
                            .edge(1, 2, -2)
                            .edge(2, 2, 1)
                            .names(
                                    new NodeNames(
                                            List.of("图", "b", "b", ""),
                                            List.of("n1", "n2", "n3", "n4")))
                            .labels(new int[] {1, -1, 0, 1}, List.of("z", "a", "unused"))
                            .features(
                                    SparseMatrix.ofDense(
                                            4, 2, new double[] {1, 0, 0, 2.5, 0, 0, 1e300, 0}),
                                    List.of("u", "v"))
                            .build();
            Path file = folder.resolve("g.npz");
            GraphWriters.write(graph, file);
            GraphImport read = GraphReaders.read(file);
            assertThat(read.graph()).isEqualTo(graph);
            assertThat(read.problems()).isEmpty();
            assertThat(GraphWriters.losses(graph, file)).isEmpty();
        }
    }

    @Test
    void edgesFeaturesAndLabelsInArraysOfOtherKinds() throws Exception {
        Path file =
                archive(
                        "edges",
                        npy("|u1", "2, 2", "\0\1\2\1"),
                        "node_features",
                        npy("|i1", "3, 1", "\1\0\2"),
                        "node_labels",
                        npy("|S2", "3,", "a\0b\0bc"),
                        "train_masks",
                        npy("|b1", "1,", "\1"));
        GraphImport read = GraphReaders.read(file);
        assertThat(read.graph().edges()).isEqualTo(2);
        assertThat(read.graph().classes()).containsExactly("a", "b", "bc");
        assertThat(read.graph().features().get(2, 0)).isEqualTo(2);
        assertThat(read.problems()).extracting(Problem::cause).asString().contains("train_masks");
    }

    @Test
    void anAdjacencyWithDirectionsIsReadWithoutThem() throws Exception {
        GraphImport read = GraphReaders.read(archive("adj_matrix", npy("|u1", "2, 2", "\0\2\0\1")));
        assertThat(read.graph().directed()).isFalse();
        assertThat(read.graph().edges()).isEqualTo(2);
        assertThat(read.selfLoops()).isOne();
        assertThat(read.problems()).extracting(Problem::cause).asString().contains("not symmetric");
    }

    @Test
    void aPickledObjectIsDataOrRefused() throws Exception {
        Path file =
                archive(
                        "adj_matrix",
                        npy("|u1", "2, 2", "\0\1\1\0"),
                        "node_names",
                        npy(
                                "|O",
                                "2,",
                                "\u0080\u0002cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\u0085C\1b\u0087R"
                                        + "(K\1K\2\u0085cnumpy\ndtype\nX\2\0\0\0O8\u0089\u0088\u0087R(K\3X\1\0\0\0|NNNJ\u00ff\u00ff\u00ff\u00ffJ\u00ff\u00ff\u00ff\u00ffK?tb"
                                        + "\u0089](X\1\0\0\0aX\1\0\0\0betb."));
        assertThat(GraphReaders.read(file).graph().names()).containsExactly("a", "b");
        archive("adj_matrix", npy("|O", "", "cposix\nsystem\n(S'true'\ntR."));
        assertThatThrownBy(() -> GraphReaders.read(file))
                .hasMessageContaining("array 'adj_matrix' cannot be read")
                .hasMessageContaining("posix.system");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    parameters ; |u1 ; 2,    ; 12     ; no array in it is an adjacency
                    adj_matrix ; |u1 ; 2, 1  ; 12     ; as many rows as columns
                    adj_matrix ; |u1 ; 2,    ; 12     ; rows and columns are needed
                    adj_matrix ; |u1 ; 2, 2  ; 123    ; its 3 bytes are not its shape
                    adj_matrix ; |V9 ; 1, 1  ; 123    ; its type is '|V9'
                    adj_matrix ; >f2 ; 1, 1  ; \u007f0 ; is not finite
                    edges      ; |u1 ; 1, 3  ; 123    ; two nodes in each row
                    edges      ; |i1 ; 1, 2  ; 1ÿ ; row 0 is no edge
                    adj_data   ; |u1 ; 1,    ; 1      ; array 'adj_shape' cannot be read
                    adj_matrix ; |u1 ; 4000000000, 4000000000 ; 1 ; is not possible
                    """)
    void archivesThatAreNoGraphs(
            String name, String type, String shape, String contents, String says)
            throws IOException {
        Path file = archive(name, npy(type, shape, contents));
        assertThatThrownBy(() -> GraphReaders.read(file))
                .isInstanceOf(GraphFormatException.class)
                .hasMessageContaining(says)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void whatIsNoArchive() throws IOException {
        Path file = Files.writeString(folder.resolve("g.npz"), "words");
        assertThatThrownBy(() -> GraphReaders.read(file))
                .hasMessageContaining("not a whole .npz archive");
    }
}
