package innerloop.io;

import innerloop.graph.AttributedGraph;
import innerloop.training.Prediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes a [Prediction] as CSV: a row for each node or member graph, with the id it has in the person's file, its likeliest
/// class, the probability of each class, and how much likelier the likeliest is than the next one.
public final class PredictionCsv {

    private PredictionCsv() {}

    /// Writes a file.
    ///
    /// @param graph the one that was predicted on
    public static void write(Path file, Prediction said, AttributedGraph graph) throws IOException {
        ExampleNames names = ExampleNames.of(graph, said.targets());
        List<String> header = new ArrayList<>(names.header());
        header.add("class");
        said.classes().forEach(name -> header.add("p_" + name));
        header.add("margin");
        CsvTable.write(
                file,
                header,
                said.size(),
                k -> {
                    List<String> row = names.cells(ExampleNames.number(said.targets(), k));
                    row.add(said.classes().get(said.likeliest(k)));
                    for (double probability : said.probabilities()[k]) {
                        row.add(CsvTable.number((float) probability));
                    }
                    row.add(CsvTable.number((float) said.margin(k)));
                    return row;
                });
    }
}
