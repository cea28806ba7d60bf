package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import innerloop.BlockModel;
import innerloop.episode.Phase;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.math.Matrix;
import innerloop.math.VectorBackend;
import innerloop.nn.Activation;
import innerloop.nn.Gat;
import innerloop.nn.Layers;
import innerloop.task.BaselineScore;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.ExperimentRunner;
import innerloop.training.MetricKey;
import innerloop.training.Metrics;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.RunRecord.Metric;
import innerloop.training.RunSummary;
import innerloop.training.SmallExperiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The promised files after a real, short run of a GAT.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunFolderTest {

    private final RunRecord record = shortRun();

    @TempDir private Path folder = Path.of("");

    private static RunRecord shortRun() {
        Experiment experiment =
                SmallExperiments.easy(4)
                        .withEncoder(new Gat(Layers.of(List.of(3), Activation.ELU), 2, 0, 0.2, 0))
                        .withBudget(new Budget(4, 2, 6));
        try {
            return new ExperimentRunner(new VectorBackend(), 1)
                    .run(experiment, BlockModel.easy().graph(), new RunControl(), _ -> {});
        } catch (InputException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void write() throws IOException {
        RunFolder.write(folder, record, folder.resolveSibling("blocks"));
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readString(folder.resolve(name)));
    }

    @Test
    void aRunLeavesExactlyTheseFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "experiment.json",
                            "metrics.csv",
                            "speed.csv",
                            "checkpoints.safetensors",
                            "episodes.csv",
                            "summary.json",
                            "parameters.safetensors",
                            "provenance.json");
        }
    }

    @Test
    void aNewFolderIsWholeOrAbsent() throws IOException {
        Path exported = folder.resolve("exported");
        RunFolder.writeNew(exported, record, folder.resolveSibling("blocks"));
        assertThat(exported.resolve("summary.json"))
                .hasSameTextualContentAs(folder.resolve("summary.json"));
        Path taken = folder.resolve("taken");
        Files.createDirectories(taken.resolve("thesis"));
        assertThatThrownBy(() -> RunFolder.writeNew(taken, record, folder.resolveSibling("blocks")))
                .isInstanceOf(IOException.class);
        assertThat(taken).isDirectoryNotContaining("glob:**summary.json");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void theExperimentCanBeRunAgainFromTheFolder() throws InputException {
        assertThat(ExperimentJson.read(folder.resolve("experiment.json"), List.of()))
                .isEqualTo(record.experiment().withGraph("../blocks"));
    }

    @Test
    void theSummaryHoldsThePromisedKeys() throws IOException {
        JsonNode summary = json("summary.json");
        assertThat(summary.at("/test/accuracy").asDouble()).isEqualTo(record.test().mean());
        assertThat(summary.at("/test/ci95").asDouble()).isEqualTo(record.test().ci95());
        assertThat(summary.at("/test/tasks").asInt()).isEqualTo(6);
        for (String score : List.of("floor", "zeroSteps")) {
            assertThat(summary.at("/" + score + "/accuracy").isNumber()).isTrue();
            assertThat(summary.at("/" + score + "/ci95").isNumber()).isTrue();
        }
        assertThat(summary.get("protocol").asString())
                .startsWith("2-way 2-shot, 5 query, 6 test episodes over 2 novel classes, split ");
        assertThat(summary.get("protocol").asString()).endsWith(", transductive");
        assertThat(summary.get("leakage")).hasSize(1);
        assertThat(summary.at("/leakage/0").asString())
                .isEqualTo(record.leaks().getFirst().message())
                .contains("novel nodes");
        assertThat(summary.get("stepsPerSecond").isNumber()).isTrue();
        assertThat(summary.get("parametersSha256").asString())
                .isEqualTo(record.parameters().sha256());
        assertThat(summary.get("status").asString()).isEqualTo("finished");
    }

    @Test
    void theProvenanceSaysWhatItWasMadeWith() throws IOException {
        JsonNode provenance = json("provenance.json");
        assertThat(provenance.propertyNames())
                .contains(
                        "version",
                        "backend",
                        "threads",
                        "java",
                        "machine",
                        "graphHash",
                        "splitHash",
                        "parametersSha256",
                        "started",
                        "seconds");
        assertThat(provenance.get("graphHash").asString())
                .isEqualTo(BlockModel.easy().graph().contentHash());
        assertThat(provenance.get("backend").asString()).isEqualTo("vector");
    }

    @Test
    void theMetricsAreACsvOfEveryNumber() throws IOException {
        List<Metric> read = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("metrics.csv"))) {
            for (NamedCsvRecord line : csv) {
                assertThat(line.getHeader()).containsExactly("step", "phase", "metric", "value");
                read.add(
                        new Metric(
                                Integer.parseInt(line.getField("step")),
                                new MetricKey(
                                        Phase.valueOf(
                                                line.getField("phase").toUpperCase(Locale.ROOT)),
                                        line.getField("metric")),
                                Double.parseDouble(line.getField("value"))));
            }
        }
        assertThat(read).isEqualTo(record.metrics());
        assertThat(read.stream().map(m -> m.key().name()))
                .contains("queryLossBefore", "queryLossAfter", "metaGradientNorm", "accuracy");
    }

    @Test
    void theParametersHavePytorchGeometricsNamesAndShapes() throws Exception {
        Map<String, String> shapes = new TreeMap<>();
        for (Tensor tensor : tensors()) {
            shapes.put(tensor.name(), Arrays.toString(tensor.shape()));
        }
        assertThat(shapes)
                .isEqualTo(
                        Map.of(
                                "convs.0.lin.weight", "[6, 16]",
                                "convs.0.att_src", "[1, 2, 3]",
                                "convs.0.att_dst", "[1, 2, 3]",
                                "convs.0.bias", "[6]",
                                "convs.1.lin.weight", "[4, 6]",
                                "convs.1.att_src", "[1, 2, 2]",
                                "convs.1.att_dst", "[1, 2, 2]",
                                "convs.1.bias", "[2]"));
    }

    @Test
    void linearWeightsAreTransposedAndNothingElse() throws Exception {
        for (Tensor tensor : tensors()) {
            Matrix engine = record.parameters().get(tensor.name());
            float[] values = ((Tensor.Floats) tensor).values();
            boolean linear = tensor.name().endsWith("lin.weight");
            for (int r = 0; r < engine.rows(); r++) {
                for (int c = 0; c < engine.columns(); c++) {
                    int at = linear ? c * engine.rows() + r : r * engine.columns() + c;
                    assertThat(values[at]).isEqualTo((float) engine.get(r, c));
                }
            }
        }
    }

    @Test
    void theParametersFileNamesItsExperiment() throws Exception {
        Map<String, String> metadata = contents().metadata();
        assertThat(metadata).containsKeys("format", "pyg", "innerloop", "protocol", "experiment");
        assertThat(metadata.get("protocol")).isEqualTo(record.protocol().text());
    }

    @Test
    void aNumberThatIsNoneIsWrittenAsNan() {
        String csv = RunFolder.metrics(List.of(new Metric(3, Metrics.COSINE, Double.NaN)));
        assertThat(csv).isEqualTo("step,phase,metric,value\r\n3,train,cosine,NaN\r\n");
    }

    @Test
    void theFoldersNameIsTimeAndExperiment() {
        assertThat(RunFolder.in(Path.of("x"), record).getFileName().toString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d{6}-easy-blocks");
    }

    @Test
    void aRunWithAnotherMeasureSaysSoAndIsReadAgain() throws IOException, InputException {
        Score test = new Score(Measure.RMSE, 0.7, 0.02, 6);
        Score floor = new Score(Measure.RMSE, 0.9, 0.03, 6);
        Score zeroSteps = new Score(Measure.RMSE, 1.2, 0.04, 6);
        List<BaselineScore> baselines =
                List.of(
                        new BaselineScore(BaselineScore.FLOOR, floor),
                        new BaselineScore("mean", Score.exact(Measure.RMSE, 1)));
        RunRecord errors = scored(test, Gain.between(test, floor), zeroSteps, baselines);
        RunFolder.write(folder, errors, folder.resolveSibling("blocks"));
        JsonNode summary = json("summary.json");
        assertThat(summary.get("measure").asString()).isEqualTo("rmse");
        assertThat(summary.at("/test/rmse").asDouble()).isEqualTo(0.7);
        assertThat(summary.at("/gain/verdict").asString()).isEqualTo("above-floor");
        assertThat(summary.at("/baselines/mean").has("ci95")).isFalse();
        assertThat(Files.readString(folder.resolve("episodes.csv")))
                .startsWith("episode,rmse,floor,zeroSteps,");
        RunSummary read = RunReader.summary(folder);
        assertThat(read.test()).isEqualTo(test);
        assertThat(read.gain()).isEqualTo(errors.gain());
        assertThat(read.zeroSteps()).isEqualTo(zeroSteps);
        assertThat(read.baselines()).isEqualTo(baselines);
        String compared = RunComparison.json(List.of(folder, folder), List.of(read, read));
        assertThat(compared).contains("\"measure\" : \"rmse\"", "\"rmse\" : 0.7");
        write();
        assertThat(json("summary.json").has("measure")).isFalse();
        RunSummary accurate = RunReader.summary(folder);
        assertThat(accurate.baselines()).isEqualTo(record.baselines());
        assertThat(RunComparison.json(List.of(folder, folder), List.of(read, accurate)))
                .doesNotContain("difference");
    }

    /// The short run with other scores.
    private RunRecord scored(
            Score test, Gain gain, Score zeroSteps, List<BaselineScore> baselines) {
        return new RunRecord(
                record.experiment(),
                record.status(),
                record.steps(),
                test,
                gain,
                zeroSteps,
                baselines,
                record.episodes(),
                record.protocol(),
                record.leaks(),
                record.stepsPerSecond(),
                record.engineBytes(),
                record.metrics(),
                record.speed(),
                record.checkpoints(),
                record.parameters(),
                record.rates(),
                record.provenance());
    }

    private Safetensors.Contents contents() throws InputException, IOException {
        return Safetensors.read(folder.resolve("parameters.safetensors"));
    }

    private List<Tensor> tensors() throws InputException, IOException {
        return contents().tensors();
    }

    @Test
    void theStrongestBaselineIsNamedUnlessItIsClearlyBeaten() {
        Score test = new Score(Measure.RMSE, 0.7, 0.02, 6);
        Score floor = new Score(Measure.RMSE, 0.9, 0.03, 6);
        BaselineScore close =
                new BaselineScore("nearestFeatures", new Score(Measure.RMSE, 0.71, 0.02, 6));
        BaselineScore far = new BaselineScore("supportMean", Score.exact(Measure.RMSE, 0.8));
        BaselineScore lowest = new BaselineScore(BaselineScore.FLOOR, floor);
        Gain gain = Gain.between(test, floor);
        assertThat(scored(test, gain, floor, List.of(lowest, far, close)).unbeaten())
                .contains(close);
        assertThat(scored(test, gain, floor, List.of(lowest, far)).unbeaten()).isEmpty();
        assertThat(scored(test, gain, floor, List.of(lowest)).unbeaten()).isEmpty();
    }
}
