package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.graph.AttributedGraph;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A graph remembers which nodes have no number in a column, and files keep it.
@SuppressWarnings("NullAway.Init")
class FeatureGapsTest {

    @TempDir Path folder;

    private Path csv;

    @BeforeEach
    void write() throws Exception {
        csv = folder.resolve("graph.csv");
        Files.writeString(csv, "source,target\na,b\nb,c\n");
        nodes("id,year,size\na,1990,1\nb,,2\nc,0,3\n");
    }

    private void nodes(String text) throws Exception {
        Files.writeString(folder.resolve("graph.nodes.csv"), text);
    }

    private static void requireGap(AttributedGraph graph) {
        assertThat(graph.featureTable().gaps(0).stream()).containsExactly(1);
        assertThat(graph.featureTable().gaps(1).isEmpty()).isTrue();
        assertThat(graph.featureTable().numbers(0)).containsExactly(1990, Double.NaN, 0);
        assertThat(graph.features().get(1, 0)).isZero();
    }

    @Test
    void anEmptyCellIsAGapAndNoZero() throws Exception {
        GraphImport read = GraphReaders.read(csv);
        requireGap(read.graph());
        assertThat(read.problems())
                .extracting(Problem::cause)
                .contains("'year' is empty for 1 node and read as 0");
    }

    @Test
    void editedTextsKeepTheGap() throws Exception {
        AttributedGraph graph = GraphReaders.read(csv).graph();
        for (String name : new String[] {"copy.csv", "copy.graphml"}) {
            Path copy = folder.resolve(name);
            GraphWriters.write(graph, copy);
            AttributedGraph read = GraphReaders.read(copy).graph();
            requireGap(read);
            assertThat(read.contentHash()).isEqualTo(graph.contentHash());
        }
    }

    @Test
    void aGapIsPartOfTheContent() throws Exception {
        String withGap = GraphReaders.read(csv).graph().contentHash();
        nodes("id,year,size\na,1990,1\nb,0,2\nc,0,3\n");
        assertThat(GraphReaders.read(csv).graph().contentHash()).isNotEqualTo(withGap);
    }

    @Test
    void aNumberThatIsNoneIsNamedWithItsPlace() throws Exception {
        nodes("id,year,size\na,1990,1\nb,inf,2\nc,0,3\n");
        assertThatThrownBy(() -> GraphReaders.read(csv))
                .hasMessageContaining("graph.nodes.csv:3")
                .hasMessageContaining("'inf' in 'year' is not a finite number");
    }
}
