package innerloop.io;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the tables of a file hold that no number stands for: a graph no longer shows it.
///
/// @param empty how many nodes have no value in a feature column, by its name; columns without such nodes are left out
/// @param texts the names of columns of text that nothing is made of
/// @param columns what each column is taken for
record TableGaps(Map<String, Integer> empty, List<String> texts, List<ColumnReport> columns) {

    static final TableGaps NONE = new TableGaps(Map.of(), List.of(), List.of());

    TableGaps {
        empty = Map.copyOf(empty);
        texts = List.copyOf(texts);
        columns = List.copyOf(columns);
    }

    /// The same with columns of another table.
    TableGaps with(List<ColumnReport> others) {
        return new TableGaps(
                empty, texts, Stream.concat(columns.stream(), others.stream()).toList());
    }
}
