package innerloop.nn;

import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The blocks that a network is run on, by the [Objective]'s pass that reads them.
public final class Passes {

    /// The block of an objective that reads but one, whose names have no prefix; null otherwise.
    private final @Nullable Block only;

    private final Map<String, Block> blocks;

    private Passes(@Nullable Block only, Map<String, Block> blocks) {
        this.only = only;
        this.blocks = blocks;
    }

    /// For an objective that reads one block.
    public static Passes of(Block only) {
        return new Passes(only, Map.of());
    }

    /// For an objective that reads a support set beside the examples to be scored.
    public static Passes of(Block support, Block query) {
        return new Passes(null, Map.of(Objective.SUPPORT, support, Objective.QUERY, query));
    }

    /// The same with entries of the features removed at random ([Block#withFeaturesDropped]).
    Passes withFeaturesDropped(double rate, long key) {
        Map<String, Block> dropped = new HashMap<>(blocks);
        dropped.replaceAll((_, block) -> block.withFeaturesDropped(rate, key));
        return new Passes(
                only == null ? null : only.withFeaturesDropped(rate, key), Map.copyOf(dropped));
    }

    /// The dense input of this name, or null if no block has it.
    @Nullable Matrix input(String name) {
        if (only != null) {
            return only.inputs().get(name);
        }
        int at = inPass(name);
        Block block = blocks.get(name.substring(0, at));
        return block == null ? null : block.inputs().get(name.substring(at));
    }

    /// The sparse operand of this name.
    SparseMatrix operand(String name) {
        if (only != null) {
            return only.operand(name);
        }
        int at = inPass(name);
        Block block = blocks.get(name.substring(0, at));
        if (block == null) {
            throw new IllegalStateException("no block for operand " + name);
        }
        return block.operand(name.substring(at));
    }

    /// Where a name begins behind the name of its pass.
    private static int inPass(String name) {
        return name.indexOf('/') + 1;
    }
}
