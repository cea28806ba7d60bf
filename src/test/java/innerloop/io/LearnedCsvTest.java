package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.episode.Unit;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import innerloop.projection.Directions;
import innerloop.projection.PlaneAndSpace;
import innerloop.training.ClassPredictions;
import innerloop.training.Moment;
import innerloop.training.Observation;
import innerloop.training.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of the nodes goes by the names in the person's file.
class LearnedCsvTest {

    private static final NodeNames NAMED =
            new NodeNames(List.of("p-17", "p, 4", "x9"), List.of("p-17", "p, 4", "x9"));

    private static final AttributedGraph GRAPH = mine(NAMED);

    private static AttributedGraph mine(NodeNames names) {
        return new GraphBuilder("mine", 3, false)
                .names(names)
                .labels(new int[] {0, 1, -1}, List.of("cat", "dog"))
                .build();
    }

    private static final Observation SEEN =
            new Observation(
                    Moment.after(1),
                    0,
                    0,
                    new PlaneAndSpace.Picture(
                            new float[6], new float[9], 1, 1, Directions.NONE, Directions.NONE),
                    Optional.empty(),
                    2,
                    List.of(0, 1),
                    GRAPH.classes(),
                    Outcome.of(
                            Unit.NODE.all(GRAPH),
                            new ClassPredictions(
                                    new int[] {0, 0, -1},
                                    new float[] {0.75f, 0.5f, Float.NaN},
                                    new float[] {0.25f, 1.5f, Float.NaN}),
                            3),
                    Optional.empty(),
                    0.5);

    @TempDir Path folder;

    @Test
    void predictionsGoByName() throws Exception {
        Path file = folder.resolve("predictions.csv");
        LearnedCsv.predictions(file, SEEN, GRAPH);
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "node,class,predicted,confidence,loss",
                        "p-17,cat,cat,0.75,0.25",
                        "\"p, 4\",dog,cat,0.5,1.5",
                        "x9,,,,");
    }

    @Test
    void placesGoByName() throws Exception {
        Path file = folder.resolve("embedding.csv");
        float[] places = {1, 2, 0.5f, -4, Float.NaN, Float.NaN};
        LearnedCsv.embedding(file, SEEN, GRAPH, places, 2);
        assertThat(Files.readAllLines(file))
                .containsExactly("node,class,x,y", "p-17,cat,1,2", "\"p, 4\",dog,0.5,-4", "x9,,,");
    }

    @Test
    void idsStandBesideTheNamesOfAFileThatHasBoth() throws Exception {
        AttributedGraph both = mine(new NodeNames(NAMED.names(), List.of("7", "8", "9")));
        Path file = folder.resolve("both.csv");
        LearnedCsv.predictions(file, SEEN, both);
        assertThat(Files.readAllLines(file))
                .startsWith("node,id,class,predicted,confidence,loss", "p-17,7,cat,cat,0.75,0.25");
        float[] places = {1, 2, 0.5f, -4, Float.NaN, Float.NaN};
        LearnedCsv.embedding(file, SEEN, both, places, 2);
        assertThat(Files.readAllLines(file)).startsWith("node,id,class,x,y", "p-17,7,cat,1,2");
    }
}
