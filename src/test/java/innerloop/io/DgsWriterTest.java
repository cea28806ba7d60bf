package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.GraphHistory;
import innerloop.graph.NodeNames;
import innerloop.math.SparseMatrix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written as events is read back: a graph that stands still, and one with a history.
@SuppressWarnings("NullAway.Init")
class DgsWriterTest {

    @TempDir Path folder;

    private static void areTheSame(AttributedGraph read, AttributedGraph graph) {
        assertThat(read.nodeNames()).isEqualTo(graph.nodeNames());
        assertThat(read.adjacency()).isEqualTo(graph.adjacency());
        assertThat(read.directed()).isEqualTo(graph.directed());
        assertThat(read.labels()).isEqualTo(graph.labels());
        assertThat(read.classes()).isEqualTo(graph.classes());
        assertThat(read.featureTable()).isEqualTo(graph.featureTable());
        assertThat(read.positions()).isEqualTo(graph.positions());
    }

    @Test
    void aGraphThatStandsStill() throws Exception {
        for (boolean directed : new boolean[] {true, false}) {
            AttributedGraph graph =
                    new GraphBuilder("g", 3, directed)
                            .edge(0, 1, 0.5)
                            .edge(1, 2, 1)
                            .names(
                                    new NodeNames(
                                            List.of("A \"1\"", "\\b", "c, d: {e}"),
                                            List.of("a", "b b", "#c")))
                            .labels(new int[] {1, -1, 0}, List.of("u", "图 v"))
                            .features(
                                    SparseMatrix.ofDense(3, 2, new double[] {1, 2, 0, -0.5, 3, 0}),
                                    List.of("age", "size.0"))
                            .positions(new float[] {0, 1, 2, 3, 4, 5.5f})
                            .build();
            Path file = folder.resolve("g.dgs");
            GraphWriters.write(graph, file);
            areTheSame(GraphReaders.read(file).graph(), graph);
        }
    }

    @Test
    void aHistory() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("h.dgs"),
                        """
                        DGS004
                        "h" 0 0
                        st 0
                        an "a" class:"x" age:3
                        an b class:y age:1
                        an c label:"Sea"
                        ae ab a b weight:2
                        st 1.5
                        cn a class:"y" -age
                        ce ab weight:0.5
                        ae bc b c
                        st 2
                        de ab
                        dn c
                        cn b -class
                        """);
        AttributedGraph graph = GraphReaders.read(file).graph();
        Path out = folder.resolve("out.dgs");
        GraphWriters.write(graph, out);
        AttributedGraph again = GraphReaders.read(out).graph();
        areTheSame(again, graph);
        GraphHistory before = graph.snapshot().orElseThrow().history();
        GraphHistory after = again.snapshot().orElseThrow().history();
        assertThat(after.steps()).hasSameSizeAs(before.steps());
        for (int step = 0; step <= before.steps().size(); step++) {
            areTheSame(after.at(step), before.at(step));
        }
        assertThat(GraphWriters.losses(graph, out)).noneMatch(loss -> loss.contains("history"));
    }

    @Test
    void lineBreaksAreRefused() {
        AttributedGraph graph = new GraphBuilder("g", 1, false).names(List.of("a\nb")).build();
        assertThatThrownBy(() -> GraphWriters.write(graph, folder.resolve("g.dgs")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line break");
        assertThat(folder.resolve("g.dgs")).doesNotExist();
    }
}
