package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.episode.Phase;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.Targets;
import innerloop.nn.Answers;
import innerloop.training.ClassPredictions;
import innerloop.training.Metrics;
import innerloop.training.Observation;
import innerloop.training.Outcome;
import innerloop.training.RunPictures;
import innerloop.training.RunRecord;
import innerloop.training.RunRecord.Metric;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The numbers of the page are those of the run folder.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class RunPlayerTest {

    private static final String DATA = "<script type=\"application/json\" id=\"run\">";

    @TempDir static Path folder;

    private String page = "";
    private JsonNode data = JsonText.JSON.createObjectNode();

    @BeforeAll
    void writeThePage() throws Exception {
        PlayedRun.write(folder.resolve("run"));
        page = page(PlayedRun.read(folder.resolve("run")));
        data = data(page);
    }

    private String page(RunRecord record) throws Exception {
        Path file = folder.resolve("page.html");
        RunPlayer.write(file, PlayedRun.pictures(record), PlayedRun.layout());
        return Files.readString(file);
    }

    private static JsonNode data(String page) {
        int start = page.indexOf(DATA) + DATA.length();
        return JsonText.JSON.readTree(page.substring(start, page.indexOf("</script>", start)));
    }

    private ByteBuffer bytes(JsonNode array) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(array.asString()))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private int[] shorts(JsonNode array) {
        ByteBuffer bytes = bytes(array);
        int[] numbers = new int[bytes.remaining() / 2];
        Arrays.setAll(numbers, i -> Short.toUnsignedInt(bytes.getShort(2 * i)));
        return numbers;
    }

    private int[] classes(JsonNode array) {
        ByteBuffer bytes = bytes(array);
        return IntStream.range(0, bytes.remaining())
                .map(i -> Byte.toUnsignedInt(bytes.get(i)) - 1)
                .toArray();
    }

    @Test
    void everyCheckpointSaysAndShowsWhatTheEngineDoes() throws Exception {
        RunRecord record = PlayedRun.read(folder.resolve("run"));
        RunPictures pictures = PlayedRun.pictures(record);
        int points = data.at("/points/count").asInt();
        int[] said = classes(data.get("said"));
        int[] sure = shorts(data.get("sure"));
        int[] places = shorts(data.get("places"));
        assertThat(points).isEqualTo(PlayedRun.graph().nodes());
        assertThat(data.get("moments")).hasSameSizeAs(record.checkpoints());
        assertThat(said).hasSize(points * record.checkpoints().size());
        assertThat(places).hasSize(2 * said.length);
        for (int m = 0; m < record.checkpoints().size(); m++) {
            Observation seen = pictures.at(record.checkpoints().get(m));
            JsonNode moment = data.get("moments").get(m);
            assertThat(moment.get("step").asInt()).isEqualTo(seen.step());
            assertThat(moment.get("value").asDouble()).isEqualTo(seen.queryValue());
            ClassPredictions examples = seen.outcome().examples();
            for (int p = 0; p < points; p++) {
                int at = m * points + p;
                assertThat(said[at]).isEqualTo(examples.predicted()[p]);
                assertThat(sure[at] / (double) PackedArrays.HIGHEST)
                        .isCloseTo(examples.confidence()[p], within(1e-5));
                for (int axis = 0; axis < 2; axis++) {
                    double low = moment.get("low").get(axis).asDouble();
                    double high = moment.get("high").get(axis).asDouble();
                    double place =
                            low + (high - low) * places[2 * at + axis] / PackedArrays.HIGHEST;
                    assertThat(place)
                            .isCloseTo(
                                    seen.embedding().plane()[2 * p + axis],
                                    within(2e-5 * (high - low)));
                }
            }
        }
    }

    @Test
    void theScoreOfAMomentFollowsFromItsPredictions() {
        int points = data.at("/points/count").asInt();
        int[] said = classes(data.get("said"));
        int[] label = classes(data.at("/points/label"));
        List<Integer> query = new ArrayList<>();
        data.at("/episode/query").forEach(p -> query.add(p.asInt()));
        for (int m = 0; m < data.get("moments").size(); m++) {
            int first = m * points;
            long right = query.stream().filter(p -> said[first + p] == label[p]).count();
            assertThat(data.get("moments").get(m).get("value").asDouble())
                    .isEqualTo((double) right / query.size());
        }
    }

    @Test
    void theCurvesAreTheMetricsOfTheFolder() throws Exception {
        List<Metric> metrics = RunReader.metrics(folder.resolve("run"));
        RunRecord record = PlayedRun.read(folder.resolve("run"));
        assertThat(values("lossAfter"))
                .isEqualTo(of(metrics, m -> m.key().equals(Metrics.QUERY_LOSS_AFTER)));
        assertThat(values("score"))
                .isEqualTo(
                        of(
                                metrics,
                                m ->
                                        m.key()
                                                .equals(
                                                        Metrics.score(
                                                                Phase.VALIDATION,
                                                                record.test().measure()))))
                .hasSizeGreaterThan(2);
        double floor =
                metrics.stream()
                        .filter(m -> m.key().equals(Metrics.reference(Phase.VALIDATION, "floor")))
                        .findFirst()
                        .orElseThrow()
                        .value();
        assertThat(data.at("/curves/references/floor").asDouble()).isEqualTo(floor);
    }

    private List<Double> values(String series) {
        List<Double> values = new ArrayList<>();
        data.at("/curves/" + series + "/values").forEach(v -> values.add(v.asDouble()));
        return values;
    }

    private static List<Double> of(List<Metric> metrics, Predicate<Metric> wanted) {
        return metrics.stream().filter(wanted).map(Metric::value).toList();
    }

    @Test
    void thePageIsWholeAndAsksForNothing() {
        assertThat(data.get("name").asString()).isEqualTo(PlayedRun.NAME);
        assertThat(page).doesNotContain("{{").doesNotContain("</script><b>");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "src=", "@import", "url(");
        for (Theme theme : Theme.values()) {
            assertThat(page)
                    .contains("    --il-accent: " + Theme.web(theme.colour(Colour.ACCENT)) + ";");
        }
        assertThat(data.at("/colours/dark/classes").get(0).asString())
                .isEqualTo(Theme.web(Theme.DARK.classColour(0)));
        assertThat(shorts(data.get("xy"))).hasSize(2 * PlayedRun.graph().nodes());
        assertThat(bytes(data.get("edges")).remaining() / 8)
                .isEqualTo(data.get("allEdges").asInt());
    }

    @Test
    void aRunWithoutCheckpointsHasOneMoment() throws Exception {
        RunRecord record = PlayedRun.read(folder.resolve("run"));
        JsonNode one = data(page(record.withoutCheckpoints()));
        assertThat(one.get("moments")).hasSize(1);
        assertThat(one.get("moments").get(0).get("step").asInt()).isEqualTo(PlayedRun.STEPS);
        assertThat(one.get("moments").get(0).get("value"))
                .isEqualTo(data.get("moments").get(data.get("moments").size() - 1).get("value"));
    }

    @Test
    void aLargeGraphIsSampledAndTheEpisodeStays() {
        int nodes = ShownPart.MOST_NODES + 5_000;
        GraphBuilder builder = new GraphBuilder("ring", nodes, false);
        IntStream.range(0, nodes).forEach(i -> builder.edge(i, (i + 1) % nodes));
        AttributedGraph graph = builder.build();
        int[] all = IntStream.range(0, nodes).toArray();
        int[] none = new int[nodes];
        Outcome outcome =
                Outcome.of(
                        new Targets.Nodes(all),
                        new ClassPredictions(none, new float[nodes], new float[nodes]),
                        nodes);
        int[] asked = {1, nodes - 2};
        Episode episode =
                new Episode(
                        Optional.empty(),
                        new Examples(
                                new Targets.Nodes(asked),
                                new Answers.Slots(new int[] {0}, new int[] {0, 0})));
        ShownPart part = ShownPart.of(graph, outcome, episode);
        assertThat(part.nodes()).hasSize(ShownPart.MOST_NODES).contains(asked).isSorted();
        assertThat(part.pointsOf(outcome, new Targets.Nodes(asked))).hasSize(2);
        assertThat(part.edges()).isEqualTo(nodes);
        for (int e = 0; e < part.from().length; e++) {
            int apart = Math.abs(part.nodes()[part.from()[e]] - part.nodes()[part.to()[e]]);
            assertThat(apart).isIn(1, nodes - 1);
        }
    }
}
