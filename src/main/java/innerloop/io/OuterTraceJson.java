package innerloop.io;

import innerloop.graph.AttributedGraph;
import innerloop.meta.Traits;
import innerloop.microscope.Arrow;
import innerloop.microscope.EpisodeTrace;
import innerloop.microscope.OuterTrace;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An outer step, taken apart, as JSON. A number that is not finite is null.
///
///     {"outerStep": 0, "direction": "meta-gradient", "plane": {"through": "movement", "share": 0.87, "vectors": 80},
///      "episodes": [{"episode": 0, "classes": […], "queryLossBefore": …, "queryLossAfter": …,
///        "path": [{"step": 0, "x": 0, "y": 0}, …], "pull": {"x": …, "y": …, "length": …, "share": …},
///        "exact": {…}, "firstOrder": {…}, "cosine": …, "ratio": …, "withMean": …, "solution": {…}}],
///      "mean": {…}, "agreement": …, "move": {…}, "moveWithMean": …}
public final class OuterTraceJson {

    private OuterTraceJson() {}

    /// The document.
    public static String text(TraceSource source, OuterTrace trace, AttributedGraph graph) {
        ObjectNode top = source.document();
        top.put("outerStep", trace.step());
        top.put("drawn", trace.drawn());
        top.put("direction", word(trace.kind()));
        ObjectNode plane = top.putObject("plane");
        plane.put("through", trace.plane().through().name().toLowerCase(Locale.ROOT));
        ScoreJson.put(plane, "share", trace.plane().share());
        plane.put("vectors", trace.plane().points());
        ArrayNode episodes = top.putArray("episodes");
        trace.episodes().forEach(each -> put(episodes.addObject(), each, graph));
        put(top, "mean", trace.mean());
        ScoreJson.put(top, "agreement", trace.agreement());
        trace.move()
                .ifPresent(move -> {
                    put(top, "move", move);
                    ScoreJson.put(top, "moveWithMean", trace.moveWithMean());
                });
        return JsonText.write(top);
    }

    private static void put(ObjectNode one, EpisodeTrace episode, AttributedGraph graph) {
        one.put("episode", episode.index());
        ArrayNode classes = one.putArray("classes");
        episode.subject().classes(graph).forEach(classes::add);
        ScoreJson.put(one, "queryLossBefore", episode.lossBefore());
        ScoreJson.put(one, "queryLossAfter", episode.lossAfter());
        ArrayNode path = one.putArray("path");
        for (EpisodeTrace.Point point : episode.path()) {
            path.addObject().put("step", point.step()).put("x", point.x()).put("y", point.y());
        }
        put(one, "pull", episode.pull());
        episode.orders()
                .ifPresent(orders -> {
                    put(one, "exact", orders.exact());
                    put(one, "firstOrder", orders.first());
                    ScoreJson.put(one, "cosine", orders.cosine());
                    ScoreJson.put(one, "ratio", orders.ratio());
                });
        ScoreJson.put(one, "withMean", episode.withMean());
        episode.solution()
                .ifPresent(solution ->
                        SolutionJson.put(one, solution, episode.subject().episode(), graph));
    }

    private static void put(ObjectNode top, String key, Arrow arrow) {
        ObjectNode one = top.putObject(key);
        one.put("x", arrow.x()).put("y", arrow.y());
        ScoreJson.put(one, "length", arrow.length());
        one.put("share", arrow.share());
    }

    /// What an outer step follows, as a word.
    public static String word(Traits.Move kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
