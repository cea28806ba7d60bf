package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.VectorBackend;
import innerloop.nn.Activation;
import innerloop.nn.Gat;
import innerloop.nn.Layers;
import innerloop.task.HeldOutEdges;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs come out with the recorded bits on whatever machine the tests run. A hash changes when what a run computes is changed
/// on purpose, never otherwise.
class SameDigitsTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    static Stream<Arguments> runs() {
        Experiment easy = SmallExperiments.easy(6);
        Layers layers = Layers.of(List.of(64), Activation.ELU).withDropout(0.2).withNormalize(true);
        return Stream.of(
                Arguments.of(
                        "GCN",
                        easy,
                        "8d2cdab38223a86dc3631849a79dbf382f572ac5d4d0719677ce9e227459105e"),
                Arguments.of(
                        "GAT",
                        easy.withEncoder(Gat.defaults().withLayers(layers)),
                        "9c5258a299a7b58ecfe7bfe9bfb67f14611e2e1d737d387997fd85ed820b137b"),
                Arguments.of(
                        "VGAE",
                        SmallExperiments.edges(HeldOutEdges.Method.VGAE, 6),
                        "b9bf62259bfb86c5d361223b8e2af9af480ca9579121dbe09d828645dd5fd1a2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void comeOutWithTheRecordedBits(String name, Experiment experiment, String hash)
            throws InputException {
        RunRecord record =
                new ExperimentRunner(new VectorBackend(), 1)
                        .run(experiment, GRAPH, new RunControl(), _ -> {});
        assertThat(record.parameters().sha256()).as(name).isEqualTo(hash);
    }
}
