package innerloop.io;

import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.graph.AttributedGraph;
import innerloop.microscope.Solution;
import innerloop.nn.Answers;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a head that is computed makes of an episode, as JSON. Of class means and of ridge regression:
///
///     {"distance": "cosine", "share": 0.93, "means": [{"class": …, "x": …, "y": …}], "support": [{"id": …, "class": …, "x": …, "y": …}],
///      "query": [{"id": …, "class": …, "x": …, "y": …, "nearest": …, "distances": [a number for each class]}]}
///     {"lambda": …, "temperature": …, "pagerankWeight": …, "ridge": …,
///      "support": [{"id": …, "class": …, "kernel": [its row of K], "weights": [a number for each class]}]}
final class SolutionJson {

    private SolutionJson() {}

    static void put(ObjectNode episode, Solution solution, Episode of, AttributedGraph graph) {
        ObjectNode top = episode.putObject("solution");
        Examples support = of.support().orElseThrow();
        switch (solution) {
            case Solution.Means means -> put(top, means, support, of.query(), graph);
            case Solution.Equations equations -> put(top, equations, support, graph);
        }
    }

    private static void put(
            ObjectNode top,
            Solution.Means means,
            Examples support,
            Examples query,
            AttributedGraph graph) {
        Answers.Slots slots = Answers.Slots.of(query.answers());
        top.put("distance", means.distance().name().toLowerCase(Locale.ROOT));
        ScoreJson.put(top, "share", means.share());
        ArrayNode centres = top.putArray("means");
        for (Solution.Spot spot : means.means()) {
            put(centres.addObject(), spot, slots, graph);
        }
        spots(top.putArray("support"), means.support(), support, slots, graph);
        ArrayNode asked = spots(top.putArray("query"), means.query(), query, slots, graph);
        for (int i = 0; i < asked.size(); i++) {
            ObjectNode one = (ObjectNode) asked.get(i);
            one.put("nearest", InnerTraceJson.className(slots, means.nearest(i), graph));
            numbers(one, "distances", means.distances()[i]);
        }
    }

    private static ArrayNode spots(
            ArrayNode into,
            List<Solution.Spot> spots,
            Examples examples,
            Answers.Slots slots,
            AttributedGraph graph) {
        for (int i = 0; i < spots.size(); i++) {
            ObjectNode one = into.addObject();
            InnerTraceJson.id(one, examples.targets(), i, graph.nodeNames());
            put(one, spots.get(i), slots, graph);
        }
        return into;
    }

    private static void put(
            ObjectNode one, Solution.Spot spot, Answers.Slots slots, AttributedGraph graph) {
        one.put("class", InnerTraceJson.className(slots, spot.slot(), graph));
        ScoreJson.put(one, "x", spot.x());
        ScoreJson.put(one, "y", spot.y());
    }

    private static void put(
            ObjectNode top, Solution.Equations equations, Examples support, AttributedGraph graph) {
        Answers.Slots slots = Answers.Slots.of(support.answers());
        equations.numbers().forEach((key, value) -> ScoreJson.put(top, key, value));
        ScoreJson.put(top, "ridge", equations.ridge());
        ArrayNode examples = top.putArray("support");
        for (int i = 0; i < support.size(); i++) {
            ObjectNode one = examples.addObject();
            InnerTraceJson.id(one, support.targets(), i, graph.nodeNames());
            one.put("class", InnerTraceJson.className(slots, equations.slots()[i], graph));
            numbers(one, "kernel", equations.kernel()[i]);
            numbers(one, "weights", equations.weights()[i]);
        }
    }

    private static void numbers(ObjectNode one, String key, double[] numbers) {
        ArrayNode into = one.putArray(key);
        for (double number : numbers) {
            if (Double.isFinite(number)) {
                into.add(number);
            } else {
                into.addNull();
            }
        }
    }
}
