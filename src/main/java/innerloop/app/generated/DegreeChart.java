package innerloop.app.generated;

import innerloop.app.Messages;
import innerloop.colour.Colour;
import innerloop.graph.GraphShape;
import innerloop.plot.Chart;
import innerloop.plot.Curve;
import innerloop.plot.CurveCsv;
import innerloop.plot.Dash;
import innerloop.plot.Series;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// How many nodes of both graphs have 1, 2, 3, … neighbours.
final class DegreeChart {

    private DegreeChart() {}

    /// The chart; an empty one while there is nothing.
    ///
    /// @param log whether numbers of neighbours are spread logarithmically, as those of nodes always are
    static Chart of(@Nullable GraphPair pair, boolean log) {
        Chart chart =
                Chart.of(Messages.get("generated.chart"))
                        .over(Messages.get("generated.unit"))
                        .withLogX(log)
                        .withLogY(true);
        return pair == null
                ? chart
                : chart.with(
                                Curve.of(
                                        counts(pair.realShape()),
                                        Colour.CLASS_1,
                                        Messages.get("generated.real")))
                        .with(
                                Curve.of(
                                                counts(pair.drawnShape()),
                                                Colour.CLASS_2,
                                                Messages.get("generated.drawn"))
                                        .withDash(Dash.DASHED));
    }

    /// The same numbers as text.
    static String csv(@Nullable GraphPair pair) {
        SequencedMap<String, Series> both = new LinkedHashMap<>();
        if (pair != null) {
            both.put("real", counts(pair.realShape()));
            both.put("generated", counts(pair.drawnShape()));
        }
        return CurveCsv.text(both);
    }

    /// Degrees that no node has are left out: they have no place on a logarithmic axis.
    private static Series counts(GraphShape shape) {
        Series counts = new Series();
        for (int degree = 0; degree <= shape.mostNeighbours(); degree++) {
            int nodes = shape.degrees()[degree];
            if (nodes > 0) {
                counts.append(degree, nodes);
            }
        }
        return counts;
    }
}
