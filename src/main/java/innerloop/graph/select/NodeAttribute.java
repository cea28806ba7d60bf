package innerloop.graph.select;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/// Something that can be said of every node of a graph.
public sealed interface NodeAttribute {

    /// A number; NaN where it is unknown.
    record Numeric(IntToDoubleFunction of) implements NodeAttribute {}

    /// A text; empty where it is unknown.
    record Text(IntFunction<String> of) implements NodeAttribute {}
}
