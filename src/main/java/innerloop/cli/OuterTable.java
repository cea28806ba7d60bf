package innerloop.cli;

import innerloop.graph.AttributedGraph;
import innerloop.io.OuterTraceJson;
import innerloop.microscope.Arrow;
import innerloop.microscope.EpisodeTrace;
import innerloop.microscope.OuterTrace;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An outer step, taken apart, for a terminal.
final class OuterTable {

    private OuterTable() {}

    static void print(OuterTrace trace, AttributedGraph graph, PrintWriter result) {
        boolean orders = trace.episodes().stream().anyMatch(each -> each.orders().isPresent());
        boolean paths = trace.plane().through() == OuterTrace.Through.MOVEMENT;
        List<List<String>> rows = new ArrayList<>();
        List<String> titles = new ArrayList<>(List.of("episode", "query loss"));
        if (paths) {
            titles.add("after");
        }
        titles.addAll(List.of(OuterTraceJson.word(trace.kind()), "with the mean", "in the plane"));
        if (orders) {
            titles.addAll(List.of("cosine of the orders", "first / exact"));
        }
        titles.add("classes");
        rows.add(titles);
        trace.episodes().forEach(each -> rows.add(row(each, paths, graph)));
        Table.aligned(rows).forEach(result::println);
        if (trace.drawn() > trace.episodes().size()) {
            result.printf(
                    "the first %d of %d episodes; the mean is that of all%n",
                    trace.episodes().size(), trace.drawn());
        }
        result.printf(
                Locale.ROOT,
                "the plane holds %.0f %% of the %s (%d vectors)%n",
                100 * trace.plane().share(),
                paths ? "movement θ_k − θ of all inner loops" : "episodes' arrows",
                trace.plane().points());
        result.printf(
                Locale.ROOT,
                "mean: length %s, %.0f %% of the episodes' mean length%n",
                number(trace.mean().length()),
                100 * trace.agreement());
        trace.move()
                .ifPresentOrElse(
                        move -> print(move, trace, result),
                        () ->
                                result.println(
                                        "move: not known: what the outer optimiser remembers was not"
                                                + " kept, and the steps before lead elsewhere when"
                                                + " they are made again"));
    }

    private static void print(Arrow move, OuterTrace trace, PrintWriter result) {
        result.printf(
                Locale.ROOT,
                "move of the outer optimiser: length %s, cosine with the mean %.4f%n",
                number(move.length()),
                trace.moveWithMean());
    }

    private static List<String> row(EpisodeTrace each, boolean paths, AttributedGraph graph) {
        List<String> row = new ArrayList<>();
        row.add(Long.toString(each.index()));
        row.add(decimal(each.lossBefore()));
        if (paths) {
            row.add(decimal(each.lossAfter()));
        }
        row.add(number(each.pull().length()));
        row.add(decimal(each.withMean()));
        row.add(String.format(Locale.ROOT, "%.0f %%", 100 * each.pull().share()));
        each.orders()
                .ifPresent(orders -> {
                    row.add(String.format(Locale.ROOT, "%.5f", orders.cosine()));
                    row.add(decimal(orders.ratio()));
                });
        row.add(String.join(", ", each.subject().classes(graph)));
        return row;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
