package innerloop.golden;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.Targets;
import innerloop.math.SparseMatrix;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.nn.Gin;
import innerloop.nn.Layers;
import innerloop.nn.Readout;
import innerloop.nn.Sage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A reference case: its settings and arrays, read without any of the program's own readers.
record GoldenCase(String name, JsonNode settings, Map<String, double[]> arrays) {

    /// The cases this version of the engine covers, from `-Dgolden.dir` or the test resources.
    static List<GoldenCase> all() throws IOException {
        Path folder = Path.of(System.getProperty("golden.dir", "src/test/resources/golden"));
        List<GoldenCase> cases = new ArrayList<>();
        try (var children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                if (Files.exists(child.resolve("case.json"))) {
                    GoldenCase golden = read(child);
                    if (golden.covered()) {
                        cases.add(golden);
                    }
                }
            }
        }
        return cases;
    }

    private static GoldenCase read(Path folder) throws IOException {
        JsonNode settings =
                new ObjectMapper().readTree(Files.readString(folder.resolve("case.json")));
        return new GoldenCase(
                folder.getFileName().toString(),
                settings,
                safetensors(Files.readAllBytes(folder.resolve("arrays.safetensors"))));
    }

    private static Map<String, double[]> safetensors(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = Math.toIntExact(buffer.getLong());
        JsonNode header =
                new ObjectMapper().readTree(new String(bytes, 8, length, StandardCharsets.UTF_8));
        Map<String, double[]> arrays = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (entry.getKey().equals("__metadata__")) {
                continue;
            }
            int from = entry.getValue().get("data_offsets").get(0).asInt();
            int to = entry.getValue().get("data_offsets").get(1).asInt();
            double[] numbers = new double[(to - from) / 8];
            buffer.position(8 + length + from);
            buffer.slice().order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(numbers);
            arrays.put(entry.getKey(), numbers);
        }
        return arrays;
    }

    private boolean covered() {
        String task = settings.get("task").asString();
        if (task.equals("optimizer")) {
            return true;
        }
        return task.equals("node-classification") || isOfGraphs() || isOfEdges();
    }

    boolean isOfEdges() {
        return settings.get("task").asString().equals("vgae");
    }

    /// The pairs of nodes under this key, or its graph's edges.
    Targets.Pairs pairs(JsonNode list) {
        int[] from = new int[list.size()];
        int[] to = new int[list.size()];
        for (int k = 0; k < from.length; k++) {
            from[k] = list.get(k).get(0).asInt();
            to[k] = list.get(k).get(1).asInt();
        }
        return new Targets.Pairs(from, to);
    }

    boolean isOfGraphs() {
        return settings.get("task").asString().equals("graph-classification");
    }

    boolean isOptimizer() {
        return settings.get("task").asString().equals("optimizer");
    }

    double[] array(String key) {
        double[] array = arrays.get(key);
        if (array == null) {
            throw new IllegalArgumentException(name + " has no array " + key);
        }
        return array;
    }

    int nodes() {
        return settings.get("graph").get("nodes").asInt();
    }

    AttributedGraph graph() {
        GraphBuilder builder = new GraphBuilder(name, nodes(), false);
        for (JsonNode edge : settings.get("graph").get("edges")) {
            builder.edge(edge.get(0).asInt(), edge.get(1).asInt());
        }
        return builder.build();
    }

    /// The nodes or member graphs of these numbers.
    Targets targets(int... numbers) {
        return isOfGraphs()
                ? new Targets.Members(
                        numbers,
                        Arrays.stream(numbers).mapToObj(this::member).toArray(int[][]::new))
                : new Targets.Nodes(numbers);
    }

    private int[] member(int graph) {
        JsonNode graphOf = settings.get("graph").get("graphOf");
        return IntStream.range(0, nodes())
                .filter(node -> graphOf.get(node).asInt() == graph)
                .toArray();
    }

    /// Everything the case has scores for.
    Targets everything() {
        JsonNode graphOf = settings.get("graph").get("graphOf");
        int count = isOfGraphs() ? graphOf.get(nodes() - 1).asInt() + 1 : nodes();
        return targets(IntStream.range(0, count).toArray());
    }

    Readout readout() {
        return isOfGraphs()
                ? new Readout.Pooled(
                        Readout.Pooling.valueOf(
                                settings.get("readout").asString().toUpperCase(Locale.ROOT)),
                        settings.get("encoder").get("outputs").asInt())
                : new Readout.LastLayer();
    }

    SparseMatrix features() {
        return SparseMatrix.ofDense(nodes(), inputs(), array("x"));
    }

    int inputs() {
        return settings.get("encoder").get("inputs").asInt();
    }

    int outputs() {
        return isOfGraphs()
                ? settings.get("episode").get("ways").asInt()
                : settings.get("encoder").get("outputs").asInt();
    }

    Encoder encoder() {
        JsonNode encoder = settings.get("encoder");
        List<Integer> hidden = new ArrayList<>();
        encoder.get("hidden").forEach(h -> hidden.add(h.asInt()));
        Activation activation =
                Activation.valueOf(encoder.get("activation").asString().toUpperCase(Locale.ROOT));
        Layers layers = Layers.of(hidden, activation);
        return switch (encoder.get("kind").asString()) {
            case "gcn" -> new Gcn(layers);
            case "gat" ->
                    new Gat(
                            layers,
                            encoder.get("heads").asInt(),
                            0,
                            encoder.get("negativeSlope").asDouble(),
                            0);
            case "sage" -> new Sage(layers, Sage.Aggregation.MEAN);
            case "gin" -> new Gin(layers, true);
            default -> throw new IllegalArgumentException(encoder.toString());
        };
    }

    int[] episode(String key) {
        List<Integer> numbers = new ArrayList<>();
        settings.get("episode").get(key).forEach(n -> numbers.add(n.asInt()));
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    int innerSteps() {
        return settings.get("inner").get("steps").asInt();
    }

    double innerRate() {
        return settings.get("inner").get("rate").asDouble();
    }

    double expected(String key) {
        return settings.get("expect").get(key).asDouble();
    }
}
