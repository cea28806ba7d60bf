package innerloop.app.selection;

import innerloop.app.Messages;
import innerloop.graph.select.NodeAttributes;

/// The names of node attributes for people. Queries use the attribute's own name.
public final class AttributeTitles {

    private AttributeTitles() {}

    /// Names that are ours are translated, as above the table's columns; those of features are the graph's own.
    public static String of(String name) {
        return NodeAttributes.RESERVED.contains(name) ? Messages.get("table.column." + name) : name;
    }
}
