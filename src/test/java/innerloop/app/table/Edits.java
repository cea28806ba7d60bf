package innerloop.app.table;

import innerloop.graph.select.NodeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The edits a table asked for, such as `0 1=tools`, and `0 1?` for a class still to be named.
final class Edits implements TableViewModel.Labeller {

    private final List<String> asked = new ArrayList<>();

    List<String> asked() {
        return asked;
    }

    @Override
    public void label(NodeSet nodes, String className) {
        asked.add(numbers(nodes) + "=" + className);
    }

    @Override
    public void ask(NodeSet nodes) {
        asked.add(numbers(nodes) + "?");
    }

    private static String numbers(NodeSet nodes) {
        return nodes.stream().mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }
}
