package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The one graph in an archive, and archives that mean harm.
@SuppressWarnings("NullAway.Init")
class ZipReaderTest {

    private static final String GML =
            "graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ]";

    @TempDir Path folder;

    private static byte[] bytes(Object contents) {
        return contents instanceof byte[] bytes
                ? bytes
                : contents.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Names and contents in turn.
    private static byte[] packed(Object... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int k = 0; k < entries.length; k += 2) {
                zip.putNextEntry(new ZipEntry(entries[k].toString()));
                zip.write(bytes(entries[k + 1]));
            }
        }
        return out.toByteArray();
    }

    private Path archive(Object... entries) throws IOException {
        return Files.write(folder.resolve("set.zip"), packed(entries));
    }

    private static void refused(Path file, String... says) {
        assertThatThrownBy(() -> GraphReaders.read(file))
                .isInstanceOf(GraphFormatException.class)
                .hasMessageContainingAll(says)
                .message()
                .doesNotContain("\n", "innerloop-zip");
    }

    @Test
    void oneFileBesideItsDescription() throws Exception {
        Path file =
                archive(
                        "a/",
                        "",
                        "a/g.gml",
                        GML,
                        "a/g.txt",
                        "some words\nof no graph\n",
                        "__MACOSX/x.gml",
                        GML);
        GraphImport read = GraphReaders.read(file);
        assertThat(read.graph().name()).isEqualTo("g");
        assertThat(read.format()).isEqualTo("gml");
        assertThat(read.files().read()).containsExactly("g.gml");
        Path other = Files.copy(file, folder.resolve("noEnding"));
        assertThat(GraphReaders.read(other).graph().edges()).isOne();
    }

    @Test
    void aFolderOfParts() throws Exception {
        Object[] parts = {
            "TWO_A.txt",
            "1, 2\n2, 1\n",
            "TWO_graph_indicator.txt",
            "1\n1\n",
            "TWO_graph_labels.txt",
            "1\n"
        };
        assertThat(GraphReaders.read(archive(parts)).format()).isEqualTo("tu");
        AttributedGraph plain =
                GraphReaders.read(archive("edges.txt", "0 1\n", "labels.txt", "a\nb\n")).graph();
        assertThat(plain.name()).isEqualTo("set");
        assertThat(plain.classes()).containsExactly("a", "b");
        assertThat(
                        GraphReaders.read(
                                        archive(
                                                "ogbn/raw/edge.csv",
                                                "0,1\n",
                                                "ogbn/raw/num-node-list.csv",
                                                "2\n"))
                                .graph()
                                .name())
                .isEqualTo("ogbn");
    }

    @Test
    void arraysInAnArchive() throws Exception {
        Path arrays = folder.resolve("g.npz");
        GraphWriters.write(new GraphBuilder("g", 2, false).edge(0, 1).build(), arrays);
        Path file = archive("g.npz", Files.readAllBytes(arrays));
        assertThat(GraphReaders.read(file).format()).isEqualTo("npz");
        Path renamed = Files.copy(arrays, folder.resolve("arrays"));
        assertThat(GraphReaders.read(renamed).format()).isEqualTo("npz");
    }

    @Test
    void complaintsNameThePlaceInTheArchive() throws IOException {
        refused(archive("d/edges.txt", "0 x\n"), "set.zip/d/edges.txt:1: 'x' is not a node number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../g.gml", "/g.gml", "a/../../g.gml", "..\\g.gml", "C:g.gml"})
    void namesThatLeadOut(String name) throws IOException {
        Path file = archive(name, GML);
        refused(file, "would be unpacked outside of its folder");
        assertThat(folder.resolve("g.gml")).doesNotExist();
    }

    @Test
    void archivesInArchives() throws IOException {
        byte[] inner = packed("g.gml", GML);
        refused(archive("inner.zip", inner), "another archive inside: 'inner.zip'");
        refused(archive("inner.data", inner), "another archive inside: 'inner.data'");
    }

    @Test
    void whatGrowsTooMuch() throws IOException {
        refused(archive("edges.txt", new byte[100 << 20]), "more than a graph of its size");
        Object[] many = new Object[2 * 10_001];
        for (int k = 0; k < many.length; k += 2) {
            many[k] = "f" + k;
            many[k + 1] = "";
        }
        refused(archive(many), "more than 10000 files");
    }

    @Test
    void noGraphOrSeveral() throws IOException {
        refused(archive("words.txt", "hello"), "no file in it is a graph");
        refused(archive("a.gml", GML, "b/b.gml", GML), "it has 2 graphs: a.gml, b/b.gml");
        byte[] whole = packed("g.gml", GML);
        for (int length = 4; length < whole.length; length += 7) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
            refused(cut, "not a whole .zip archive");
        }
    }
}
