package innerloop.app.selection;

import innerloop.app.Messages;
import innerloop.graph.select.NodeAttributes;

/// What a person reads for the name of a node attribute. Queries keep the name itself.
public final class AttributeTitles {

    private AttributeTitles() {}

    /// Names that are ours are translated, as above the table's columns; those of features are the graph's own.
    public static String of(String name) {
        return NodeAttributes.RESERVED.contains(name) ? Messages.get("table.column." + name) : name;
    }
}
