package innerloop.io;

import innerloop.episode.Examples;
import innerloop.graph.AttributedGraph;
import innerloop.graph.NodeNames;
import innerloop.graph.Targets;
import innerloop.microscope.InnerStep;
import innerloop.microscope.InnerTrace;
import innerloop.microscope.LayerMove;
import innerloop.microscope.OtherTrace;
import innerloop.microscope.Said;
import innerloop.microscope.Scratch;
import innerloop.nn.Answers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The inner loop of an episode as JSON. A number that is not finite is null.
///
///     {"classes": […], "steps": [{"step": 0, "supportLoss": …, "queryLoss": …, "supportAccuracy": …, "queryAccuracy": …,
///       "changed": 0, "gradientNorm": …, "moved": {"convs.0": …}, "share": {…}, "predictions": [{"id": …, "says": …}]}]}
public final class InnerTraceJson {

    private InnerTraceJson() {}

    /// The document.
    ///
    /// @param episode its number in its phase
    /// @param untrained the same episode from the θ that training began with, if the trace is that of a run
    /// @param scratch what a random start with many more inner steps comes to
    /// @param others the same episode, learned by other runs' learners
    /// @param cosine between the exact meta-gradient and first order, if there are both
    public static String text(
            TraceSource source,
            AttributedGraph graph,
            long episode,
            InnerTrace trace,
            Optional<InnerTrace> untrained,
            Optional<Scratch> scratch,
            List<OtherTrace> others,
            OptionalDouble cosine) {
        ObjectNode top = source.document();
        top.put("phase", JsonFields.word(trace.subject().phase()));
        top.put("episode", episode);
        top.put("innerSteps", trace.last());
        ArrayNode classes = top.putArray("classes");
        trace.subject().classes(graph).forEach(classes::add);
        put(top, "steps", trace, graph, true);
        trace.broken().ifPresent(step -> top.put("brokenAt", step));
        untrained.ifPresent(from0 -> put(top, "untrained", from0, graph, false));
        scratch.ifPresent(patient -> {
            ObjectNode one = top.putObject("scratch").put("steps", patient.steps());
            ScoreJson.put(one, "queryLoss", patient.query().loss());
            ScoreJson.put(one, "query" + titled(trace.measure().word()), patient.query().score());
        });
        if (!others.isEmpty()) {
            ArrayNode beside = top.putArray("beside");
            for (OtherTrace other : others) {
                ObjectNode one = beside.addObject().put("run", other.name());
                put(one, "steps", other.trace(), graph, true);
                other.trace().broken().ifPresent(step -> one.put("brokenAt", step));
            }
        }
        cosine.ifPresent(value -> top.put("metaGradientCosine", value));
        return JsonText.write(top);
    }

    /// Writes the steps of a trace under a key.
    private static void put(
            ObjectNode top, String key, InnerTrace trace, AttributedGraph graph, boolean each) {
        ArrayNode steps = top.putArray(key);
        for (InnerStep step : trace.steps()) {
            ObjectNode one = steps.addObject().put("step", step.step());
            String measure = titled(trace.measure().word());
            ScoreJson.put(one, "supportLoss", step.support().loss());
            ScoreJson.put(one, "queryLoss", step.query().loss());
            ScoreJson.put(one, "support" + measure, step.support().score());
            ScoreJson.put(one, "query" + measure, step.query().score());
            one.put("changed", trace.changedAt(step.step()));
            ScoreJson.put(one, "gradientNorm", step.gradientNorm());
            ObjectNode moved = one.putObject("moved");
            ObjectNode share = one.putObject("share");
            for (LayerMove move : step.moved()) {
                ScoreJson.put(moved, move.layer(), move.distance());
                ScoreJson.put(share, move.layer(), move.share());
            }
            if (each) {
                ArrayNode said = one.putArray("predictions");
                put(said, trace.subject().episode().query(), step.query(), graph);
            }
        }
    }

    /// What is said of every example.
    private static void put(ArrayNode into, Examples examples, Said said, AttributedGraph graph) {
        for (int i = 0; i < examples.size(); i++) {
            ObjectNode one = into.addObject();
            id(one, examples.targets(), i, graph.nodeNames());
            switch (examples.answers()) {
                case Answers.Slots slots -> {
                    int slot = said.slot()[i];
                    one.put("says", className(slots, slot, graph));
                    one.put("right", className(slots, slots.slot()[i], graph));
                    ScoreJson.put(one, "probability", said.numbers()[i][slot]);
                }
                case Answers.Numbers numbers -> {
                    ScoreJson.put(one, "says", said.numbers()[i][0]);
                    ScoreJson.put(one, "right", numbers.value()[i]);
                }
                case Answers.Edges edges -> {
                    ScoreJson.put(one, "says", said.numbers()[i][0]);
                    ScoreJson.put(one, "right", edges.joined()[i]);
                }
            }
        }
    }

    /// Names an example.
    static void id(ObjectNode one, Targets targets, int i, NodeNames names) {
        switch (targets) {
            case Targets.Nodes(int[] nodes) -> one.put("id", names.ids().get(nodes[i]));
            case Targets.Members(int[] graphs, _) -> one.put("graph", graphs[i]);
            case Targets.Pairs(int[] from, int[] to) ->
                    one.put("from", names.ids().get(from[i])).put("to", names.ids().get(to[i]));
        }
    }

    /// The name of the class in a slot.
    static String className(Answers.Slots slots, int slot, AttributedGraph graph) {
        return graph.classes().get(slots.classes()[slot]);
    }

    /// A measure's word with a capital letter.
    private static String titled(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
