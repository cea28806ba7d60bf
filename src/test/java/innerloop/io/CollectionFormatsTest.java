package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.experiment.GraphReading;
import innerloop.graph.AttributedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Collections of graphs as a TU folder, and as the one file of GIN and DGCNN.
@SuppressWarnings("NullAway.Init")
class CollectionFormatsTest {

    @TempDir Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void aTuFolder() throws IOException {
        file("TWO_A.txt", "1, 2\n2, 1\n3, 4\n4, 3\n4, 5\n5, 4\n");
        file("TWO_graph_indicator.txt", "1\n1\n2\n2\n2\n");
        file("TWO_graph_labels.txt", "-1\n1\n");
        file("TWO_node_labels.txt", "0\n6\n0\n0\n6\n");
        file("TWO_node_attributes.txt", "0.5, 1\n0, 0\n1, 2\n3, 4\n5, 6\n");
    }

    private static void areTwoGraphs(AttributedGraph graph) {
        assertThat(graph.nodes()).isEqualTo(5);
        assertThat(graph.edges()).isEqualTo(3);
        assertThat(graph.graphOf()).containsExactly(0, 0, 1, 1, 1);
        assertThat(graph.graphClasses()).containsExactly("-1", "1");
        assertThat(graph.graphLabels()).containsExactly(0, 1);
        assertThat(graph.featureNames())
                .containsExactly("label 0", "label 6", "attribute 0", "attribute 1");
        assertThat(graph.features().get(4, 1)).isOne();
        assertThat(graph.features().get(4, 3)).isEqualTo(6);
    }

    @Test
    void aFolderOfTu() throws Exception {
        aTuFolder();
        file("TWO_edge_labels.txt", "0\n0\n0\n0\n0\n0\n");
        GraphImport read = GraphReaders.read(folder);
        areTwoGraphs(read.graph());
        assertThat(read.problems()).anyMatch(problem -> problem.cause().contains("edges"));
    }

    @Test
    void oneFile() throws Exception {
        file(
                "two.txt",
                """
                2
                2 -1
                0 1 1 0.5 1
                6 1 0 0 0
                3 1
                0 1 1 1 2
                0 2 0 2 3 4
                6 1 1 5 6
                """);
        areTwoGraphs(GraphReaders.read(folder.resolve("two.txt")).graph());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    TWO_A.txt               | '1, 9'          | no two nodes
                    TWO_A.txt               | '1, 3'          | another member graph
                    TWO_A.txt               | '1, x'          | no finite number
                    TWO_graph_indicator.txt | 7               | no member graph 7
                    TWO_node_labels.txt     | 1               | fewer lines
                    TWO_node_attributes.txt | nan             | no finite number
                    """)
    void brokenFolders(String name, String text, String says) throws IOException {
        aTuFolder();
        file(name, text + "\n");
        assertThatThrownBy(() -> GraphReaders.read(folder))
                .isInstanceOf(GraphFormatException.class)
                .message()
                .contains(name + ":", says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 2 1 0 1 1       | the file ends
                    1 1 1 0 3 0       | 3 neighbours
                    1 1 1 0 1 7       | no node 7
                    99999999 2 1 0 0  | the file ends
                    """)
    void brokenFiles(String words, String says) throws IOException {
        String[] w = words.split(" ");
        String head = w[0] + "\n" + w[1] + " " + w[2] + "\n";
        file("x.col", head + String.join(" ", List.of(w).subList(3, w.length)));
        assertThatThrownBy(() ->
                        GraphReaders.read(
                                folder.resolve("x.col"),
                                GraphReading.guessed().withFormat(GraphFormat.ONE_FILE.id())))
                .isInstanceOf(GraphFormatException.class)
                .hasMessageContaining(says);
    }
}
