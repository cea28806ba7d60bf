package innerloop.nn;

import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The blocks that a network is run on, by the [Objective]'s pass that reads them.
///
/// @param blocks by the name of the pass
public record Passes(Map<String, Block> blocks) {

    /// For an objective that reads one block.
    public static Passes of(Block only) {
        return new Passes(Map.of(Objective.ONLY, only));
    }

    /// For an objective that reads a support set beside the examples to be scored.
    public static Passes of(Block support, Block query) {
        return new Passes(Map.of(Objective.SUPPORT, support, Objective.QUERY, query));
    }

    /// The dense input of this name, or null if no block has it.
    @Nullable Matrix input(String name) {
        int at = inPass(name);
        Block block = blocks.get(name.substring(0, at));
        return block == null ? null : block.inputs().get(name.substring(at));
    }

    /// The sparse operand of this name.
    SparseMatrix operand(String name) {
        int at = inPass(name);
        Block block = blocks.get(name.substring(0, at));
        if (block == null) {
            throw new IllegalStateException("no block for operand " + name);
        }
        return block.operand(name.substring(at));
    }

    private static int inPass(String name) {
        return name.indexOf('/') + 1;
    }
}
