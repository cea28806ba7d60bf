package innerloop.io;

import innerloop.colour.Theme;
import innerloop.episode.Phase;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.OneLine;
import innerloop.plot.Series;
import innerloop.scene.Bounds2;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.Checkpoint;
import innerloop.training.ClassPredictions;
import innerloop.training.Observation;
import innerloop.training.Outcome;
import innerloop.training.RunCurves;
import innerloop.training.RunPictures;
import innerloop.training.RunRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the page of a run knows: one JSON object, its large arrays in base64 ([PackedArrays]). A node or point is meant by its
/// place among those shown, a class by its index; where a number can be missing, 0 stands for nothing and index + 1 for a class.
///
/// | key | holds |
/// |---|---|
/// | `protocol` | what the score means, in one line in each language |
/// | `names`, `xy`, `edges`, `pointOf` | of the shown nodes: name, place in the graph's layout, edges as pairs, point of the embedding + 1 |
/// | `points` | of each point: `names` (if they are no nodes), `label` |
/// | `moments` | of each checkpoint: `step`, score on the watched episode, what the plane keeps, what of it is seen (`view`) |
/// | `places`, `said`, `sure` | moment after moment, of each point: place in the plane between `low` and `high` of the moment, predicted class, its probability in 65,534ths |
/// | `numbers` | instead of classes: what is `said` moment after moment, and what is `right` |
/// | `curves` | the numbers on the way |
final class PlayerData {

    static final String FORMAT = "innerloop-player/1";

    /// What places and predictions of all moments take at most, so that the page stays below 5 MB.
    private static final long MOST_MOMENT_BYTES = 1_700_000;

    private static final int MOST_MOMENTS = 64;

    /// All names together.
    private static final long MOST_NAME_BYTES = 600_000;

    private static final int LONGEST_NAME = 80;
    private static final int MOST_POINTS = 1_000;

    /// As in the window: outliers are left outside.
    private static final double SEEN = 0.98;

    private final RunPictures pictures;
    private final AttributedGraph graph;
    private final ObjectNode top = JsonText.JSON.createObjectNode();

    private PlayerData(RunPictures pictures) {
        this.pictures = pictures;
        this.graph = pictures.graph();
    }

    /// The data of a run.
    ///
    /// @param layout x and y of each node of the graph in turn
    static ObjectNode of(RunPictures pictures, float[] layout) throws InputException {
        PlayerData data = new PlayerData(pictures);
        data.fill(layout);
        return data.top;
    }

    private void fill(float[] layout) throws InputException {
        RunRecord record = pictures.record();
        top.put("format", FORMAT);
        top.put("name", record.experiment().name());
        top.put("graph", graph.name());
        top.put("task", record.experiment().task().line());
        top.putObject("protocol")
                .put("en", record.protocol().text())
                .put("zh", record.protocol().in(Locale.SIMPLIFIED_CHINESE));
        top.put("measure", record.test().measure().word());
        top.put("steps", record.steps());
        top.put("test", record.test().text());
        top.put("floor", record.floor().text());
        Observation first = pictures.at(pictures.moments(2).getFirst());
        ShownPart part = ShownPart.of(graph, first.outcome(), pictures.episode());
        classes(first);
        nodes(part, layout);
        points(part, first);
        moments(part, first.outcome());
        curves(RunCurves.of(record));
    }

    private void classes(Observation first) {
        ArrayNode names = top.putArray("classes");
        first.classes().forEach(names::add);
        ArrayNode ways = top.putArray("ways");
        first.ways().forEach(ways::add);
        ObjectNode colours = top.putObject("colours");
        for (Theme theme : Theme.values()) {
            ObjectNode one = colours.putObject(theme.name().toLowerCase(Locale.ROOT));
            ArrayNode own = one.putArray("classes");
            ArrayNode inEpisode = one.putArray("ways");
            for (int c = 0; c < first.classes().size(); c++) {
                own.add(Theme.web(theme.classColour(c)));
                inEpisode.add(Theme.web(theme.classColour(c, first.ways())));
            }
        }
    }

    private void nodes(ShownPart part, float[] layout) {
        int[] nodes = part.nodes();
        top.put("nodes", nodes.length);
        top.put("allNodes", graph.nodes());
        top.put("allEdges", part.edges());
        top.put("directed", part.directed());
        names(top.putArray("names"), graph, nodes);
        Bounds2 all = Bounds2.of(layout);
        double side = Math.max(all.width(), all.height());
        top.put(
                "xy",
                PackedArrays.whole(
                        2 * nodes.length,
                        2,
                        k ->
                                PackedArrays.quantised(
                                        layout[2 * nodes[k / 2] + k % 2]
                                                - (k % 2 == 0 ? all.minX() : all.minY()),
                                        0,
                                        side)));
        top.put("width", all.width() / side);
        top.put("height", all.height() / side);
        top.put(
                "edges",
                PackedArrays.whole(
                        2 * part.from().length,
                        4,
                        k -> (k % 2 == 0 ? part.from() : part.to())[k / 2]));
        top.put(
                "pointOf",
                PackedArrays.whole(part.pointOf().length, 4, k -> part.pointOf()[k] + 1));
    }

    private static void names(ArrayNode into, AttributedGraph of, int[] nodes) {
        long letters = 0;
        long bytes = 0;
        for (int node : nodes) {
            String name = of.names().get(node);
            letters += name.length();
            bytes += name.getBytes(StandardCharsets.UTF_8).length;
        }
        int most =
                bytes <= MOST_NAME_BYTES
                        ? LONGEST_NAME
                        : (int) Math.max(8, MOST_NAME_BYTES * letters / bytes / nodes.length);
        for (int node : nodes) {
            String name = OneLine.of(of.names().get(node));
            into.add(name.length() <= most ? name : name.substring(0, most - 1) + "…");
        }
    }

    private void points(ShownPart part, Observation first) {
        AttributedGraph all = first.outcome().points(graph);
        int[] points = part.points();
        ObjectNode one = top.putObject("points");
        one.put("count", points.length);
        switch (first.outcome()) {
            case Outcome.OfNodes _ -> {}
            case Outcome.MemberClasses _ -> names(one.putArray("names"), all, points);
        }
        one.put("bytes", classBytes());
        one.put(
                "label",
                PackedArrays.whole(points.length, classBytes(), k -> all.labels()[points[k]] + 1));
        ObjectNode episode = top.putObject("episode");
        Outcome outcome = first.outcome();
        int[] support =
                pictures.episode()
                        .support()
                        .map(s -> part.pointsOf(outcome, s.targets()))
                        .orElse(new int[0]);
        int[] query = part.pointsOf(outcome, pictures.episode().query().targets());
        ArrayNode supports = episode.putArray("support");
        Arrays.stream(support).forEach(supports::add);
        ArrayNode queries = episode.putArray("query");
        Arrays.stream(query).forEach(queries::add);
        episode.put("painted", first.paintedQueries() > 0);
    }

    private int classBytes() {
        return graph.classes().size() < 255 ? 1 : 2;
    }

    private List<Checkpoint> checkpoints(ShownPart part, Outcome outcome) {
        int each =
                switch (outcome) {
                    case Outcome.NodeClasses _, Outcome.MemberClasses _ -> 6 + classBytes();
                    case Outcome.NodeValues _ -> 8;
                    case Outcome.PairScores _ -> 4;
                };
        long most = MOST_MOMENT_BYTES / Math.max(1, (long) each * part.points().length);
        return pictures.moments(Math.clamp(most, 2, MOST_MOMENTS));
    }

    private void moments(ShownPart part, Outcome kind) {
        List<Checkpoint> checkpoints = checkpoints(part, kind);
        Measure measure = pictures.record().test().measure();
        top.put("kept", pictures.moments(Integer.MAX_VALUE).size());
        ArrayNode moments = top.putArray("moments");
        List<char[]> places = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Checkpoint checkpoint : checkpoints) {
            Observation seen = pictures.at(checkpoint);
            float[] xy = at(seen.embedding().plane(), part.points());
            Bounds2 all = Bounds2.of(xy);
            Bounds2 most = Bounds2.ofMost(xy, SEEN);
            ObjectNode one = moments.addObject().put("step", seen.step());
            ScoreJson.put(one, "value", seen.queryValue());
            one.put("text", Score.exact(measure, seen.queryValue()).meanText());
            ScoreJson.put(one, "share", seen.embedding().planeShare());
            one.putArray("low").add(all.minX()).add(all.minY());
            one.putArray("high").add(all.maxX()).add(all.maxY());
            one.putArray("view")
                    .add(most.minX())
                    .add(most.minY())
                    .add(most.maxX())
                    .add(most.maxY());
            places.add(quantised(xy, all));
            outcomes.add(seen.outcome());
        }
        int points = part.points().length;
        top.put(
                "places",
                PackedArrays.whole(
                        2 * points * places.size(),
                        2,
                        k -> places.get(k / (2 * points))[k % (2 * points)]));
        switch (kind) {
            case Outcome.NodeClasses _, Outcome.MemberClasses _ -> said(part, outcomes);
            case Outcome.NodeValues values -> numbers(part, values, outcomes);
            case Outcome.PairScores _ -> {}
        }
    }

    private static float[] at(float[] plane, int[] points) {
        float[] xy = new float[2 * points.length];
        for (int k = 0; k < xy.length; k++) {
            xy[k] = plane[2 * points[k / 2] + k % 2];
        }
        return xy;
    }

    /// Each as a number of 16 bits.
    private static char[] quantised(float[] xy, Bounds2 all) {
        char[] steps = new char[xy.length];
        for (int k = 0; k < xy.length; k++) {
            steps[k] =
                    (char)
                            (k % 2 == 0
                                    ? PackedArrays.quantised(xy[k], all.minX(), all.maxX())
                                    : PackedArrays.quantised(xy[k], all.minY(), all.maxY()));
        }
        return steps;
    }

    private void said(ShownPart part, List<Outcome> outcomes) {
        int points = part.points().length;
        List<ClassPredictions> said = outcomes.stream().map(Outcome::examples).toList();
        top.put(
                "said",
                PackedArrays.whole(
                        points * said.size(),
                        classBytes(),
                        k -> said.get(k / points).predicted()[part.points()[k % points]] + 1));
        top.put(
                "sure",
                PackedArrays.whole(
                        points * said.size(),
                        2,
                        k ->
                                PackedArrays.quantised(
                                        said.get(k / points)
                                                .confidence()[part.points()[k % points]],
                                        0,
                                        1)));
    }

    private void numbers(ShownPart part, Outcome.NodeValues first, List<Outcome> outcomes) {
        int points = part.points().length;
        List<Outcome.NodeValues> said =
                outcomes.stream().map(Outcome.NodeValues.class::cast).toList();
        ObjectNode numbers = top.putObject("numbers");
        NumberRange range = NumberRange.of(first.right());
        numbers.put("low", range.low());
        numbers.put("high", range.high());
        numbers.put(
                "said",
                PackedArrays.floats(
                        points * said.size(),
                        k -> said.get(k / points).predicted()[part.points()[k % points]]));
        numbers.put("right", PackedArrays.floats(points, k -> first.right()[part.points()[k]]));
    }

    private void curves(RunCurves curves) {
        ObjectNode into = top.putObject("curves");
        series(into, "pretraining", curves.pretraining());
        series(into, "lossBefore", curves.lossBefore());
        series(into, "lossAfter", curves.lossAfter());
        series(into, "score", curves.score());
        series(into, "lower", curves.lower());
        series(into, "upper", curves.upper());
        ObjectNode references = into.putObject("references");
        curves.references().forEach((name, value) -> ScoreJson.put(references, name, value));
        into.put("novel", curves.novelToTraining());
        into.put("phase", Phase.VALIDATION.name().toLowerCase(Locale.ROOT));
        curves.divergedAt().ifPresent(step -> into.put("divergedAt", step));
    }

    private static void series(ObjectNode into, String key, Series whole) {
        Series thin = whole.thinnedTo(MOST_POINTS);
        ObjectNode one = into.putObject(key);
        ArrayNode steps = one.putArray("steps");
        ArrayNode values = one.putArray("values");
        for (int i = 0; i < thin.size(); i++) {
            steps.add(thin.step(i));
            if (Double.isFinite(thin.value(i))) {
                values.add(thin.value(i));
            } else {
                values.addNull();
            }
        }
    }
}
