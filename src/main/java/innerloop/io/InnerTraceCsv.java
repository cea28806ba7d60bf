package innerloop.io;

import innerloop.microscope.InnerStep;
import innerloop.microscope.InnerTrace;
import innerloop.microscope.LayerMove;
import java.util.ArrayList;
import java.util.List;

/// The inner loop of an episode as CSV, a line for every inner step.
public final class InnerTraceCsv {

    private InnerTraceCsv() {}

    /// The text of the file.
    public static String text(InnerTrace trace) {
        String measure = trace.measure().word();
        List<String> header =
                new ArrayList<>(
                        List.of(
                                "inner_step",
                                "support_loss",
                                "query_loss",
                                "support_" + measure,
                                "query_" + measure,
                                "changed",
                                "gradient_norm"));
        trace.steps().getFirst().moved().forEach(move -> header.add("moved_" + move.layer()));
        return CsvTable.text(header, trace.steps().size(), k -> row(trace, trace.steps().get(k)));
    }

    private static List<String> row(InnerTrace trace, InnerStep step) {
        List<String> row =
                new ArrayList<>(
                        List.of(
                                Integer.toString(step.step()),
                                CsvTable.number(step.support().loss()),
                                CsvTable.number(step.query().loss()),
                                CsvTable.number(step.support().score()),
                                CsvTable.number(step.query().score()),
                                Integer.toString(trace.changedAt(step.step())),
                                CsvTable.number(step.gradientNorm())));
        step.moved().stream().map(LayerMove::distance).map(CsvTable::number).forEach(row::add);
        return row;
    }
}
