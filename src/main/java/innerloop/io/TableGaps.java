package innerloop.io;

import java.util.List;
import java.util.Map;

/// What a node table holds that no number stands for: a graph no longer shows it.
///
/// @param empty how many nodes have no value in a feature column, by its name; columns without such nodes are left out
/// @param texts the names of columns of text that nothing is made of
record TableGaps(Map<String, Integer> empty, List<String> texts) {

    static final TableGaps NONE = new TableGaps(Map.of(), List.of());

    TableGaps {
        empty = Map.copyOf(empty);
        texts = List.copyOf(texts);
    }
}
