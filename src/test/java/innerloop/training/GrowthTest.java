package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.experiment.Experiment;
import innerloop.experiment.HistoryCut;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.ExperimentJson;
import innerloop.io.GraphReaders;
import innerloop.io.GrowthScores;
import innerloop.math.VectorBackend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The test after every later step of a history, on the sample that grows.
@SuppressWarnings("NullAway.Init")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrowthTest {

    private static final Path SAMPLES = Path.of("sample-graphs");

    private Experiment experiment;
    private AttributedGraph read;
    private RunRecord record;

    @BeforeAll
    void run() throws Exception {
        experiment =
                ExperimentJson.read(
                        SAMPLES.resolve("growing.experiment.json"),
                        List.of(
                                "budget.steps=4",
                                "budget.testTasks=6",
                                "history.until=30",
                                "learner.innerSteps=2"));
        read = GraphReaders.read(SAMPLES.resolve("growing.dgs")).graph();
        record = run(experiment, read);
    }

    private static RunRecord run(Experiment experiment, AttributedGraph read) throws Exception {
        return new ExperimentRunner(new VectorBackend(), 2)
                .run(experiment, experiment.labelled(read), new RunControl(), _ -> {});
    }

    private Growth grown(int threads, RunControl control, List<Growth.Point> heard)
            throws InputException {
        return Growth.of(
                experiment,
                experiment.labelled(read),
                record.checkpoints().getLast().learned(),
                new VectorBackend(),
                threads,
                control,
                heard::add);
    }

    @Test
    void theFirstPointIsTheRunAndThreadsChangeNoBit() throws Exception {
        List<Growth.Point> heard = new ArrayList<>();
        Growth one = grown(1, new RunControl(), heard);
        Growth two = grown(2, new RunControl(), new ArrayList<>());
        assertThat(two).isEqualTo(one);
        assertThat(heard).isEqualTo(one.points());
        assertThat(one.points()).extracting(Growth.Point::step).first().isEqualTo(30);
        assertThat(one.points()).hasSize(11);
        assertThat(one.left()).isEmpty();
        Growth.Point first = one.points().getFirst();
        assertThat(first.adapted()).isEqualTo(record.test());
        assertThat(first.scratch()).isEqualTo(record.zeroSteps());
        assertThat(first.floor()).isEqualTo(record.floor());
        assertThat(one.points()).allMatch(point -> point.patient().isPresent());
        assertThat(one.innerSteps()).containsExactly(2, 20);
        assertThat(one.points().getLast().nodes()).isGreaterThan(first.nodes());
        assertThat(one.verdict())
                .startsWith("in the 10 steps after the training, adapted scores")
                .contains("from scratch in 2 inner steps", "from scratch in 20 inner steps");
        JsonNode json = JsonMapper.builder().build().readTree(GrowthScores.json(one));
        assertThat(json.path("until").asInt()).isEqualTo(30);
        assertThat(json.path("points")).hasSize(11);
        assertThat(json.path("points").get(0).path("adapted").path("accuracy").asDouble())
                .isEqualTo(record.test().mean());
        assertThat(GrowthScores.csv(one).lines())
                .hasSize(12)
                .allMatch(line -> line.split(",", -1).length == 12);
    }

    @Test
    void aTestThatIsStoppedKeepsWholePoints() throws Exception {
        RunControl control = new RunControl();
        List<Growth.Point> heard = new ArrayList<>();
        Growth stopped =
                Growth.of(
                        experiment,
                        experiment.labelled(read),
                        record.checkpoints().getLast().learned(),
                        new VectorBackend(),
                        2,
                        control,
                        point -> {
                            heard.add(point);
                            control.stop();
                        });
        assertThat(stopped.points()).hasSize(1).isEqualTo(heard);
        assertThat(stopped.verdict()).isEqualTo("no step after the training could be tested");
    }

    @Test
    void trainingKnowsNothingOfWhatComesLater(@TempDir Path folder) throws Exception {
        List<String> lines = Files.readAllLines(SAMPLES.resolve("growing.dgs"));
        Path cut = folder.resolve("growing.dgs");
        Files.write(cut, lines.subList(0, lines.indexOf("st 31")));
        RunRecord ofCut =
                run(experiment.withHistory(HistoryCut.none()), GraphReaders.read(cut).graph());
        assertThat(ofCut.test()).isEqualTo(record.test());
        assertThat(ofCut.provenance().parametersSha256())
                .isEqualTo(record.provenance().parametersSha256());
    }

    @Test
    void stepsWithoutEpisodesAreNamed(@TempDir Path folder) throws Exception {
        StringBuilder nodes = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            nodes.append("an n%d class:%c\n".formatted(i, 'a' + i % 4));
        }
        nodes.append("ae e n0 n4\nae f n1 n5\n");
        Path file = folder.resolve("g.dgs");
        Files.writeString(file, "DGS004\ng 0 0\nst 1\n" + nodes + "st 2\ncl\nst 3\n" + nodes);
        Experiment small =
                ExperimentJson.parse(
                        """
                        {"format": "innerloop-experiment/1", "name": "g", "graph": "g.dgs",
                         "history": {"until": 1}, "features": {"kind": "degree"},
                         "task": {"ways": 2, "shots": 1, "queries": 1},
                         "split": {"train": ["a", "b"], "test": ["c", "d"]},
                         "encoder": {"kind": "gcn", "hidden": [4]},
                         "learner": {"kind": "prototypical"},
                         "budget": {"steps": 1, "evaluateEvery": 1, "testTasks": 2}, "seed": 1}
                        """,
                        "g",
                        List.of());
        AttributedGraph graph = GraphReaders.read(file).graph();
        Growth growth =
                Growth.of(
                        small,
                        small.labelled(graph),
                        run(small, graph).checkpoints().getLast().learned(),
                        new VectorBackend(),
                        1,
                        new RunControl(),
                        _ -> {});
        assertThat(growth.left()).containsExactly(2);
        assertThat(growth.points()).extracting(Growth.Point::step).containsExactly(1, 3);
        assertThat(growth.points()).allMatch(point -> point.patient().isEmpty());
        assertThat(growth.verdict()).contains("; untrained ").doesNotContain("inner steps");
    }

    @Test
    void whereNothingComesAfterTheTrainingItIsSaid() throws Exception {
        Experiment whole = experiment.withHistory(HistoryCut.none());
        assertThatThrownBy(() -> Growth.require(whole, whole.labelled(read)))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "history.until: training sees the whole history of the graph, 40 steps, so"
                                + " nothing comes after it; set it to 20");
        AttributedGraph karate = GraphReaders.read(SAMPLES.resolve("karate.graphml")).graph();
        assertThatThrownBy(() -> Growth.require(whole, karate))
                .hasMessage("graph: the graph has no history; choose one that grows (.dgs)");
    }
}
