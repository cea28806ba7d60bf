package innerloop.math;

import org.jspecify.annotations.Nullable;

/// How wide the vectors of the float32 engine are. It decides how fast a run is, never what it computes.
final class LaneWidth {

    /// The system property that chooses another width than the machine's own: 512, 256 or 128 bits, or 0 for no vectors.
    static final String PROPERTY = "innerloop.vectorBits";

    /// The bits that were asked for.
    static final @Nullable Integer ASKED = Integer.getInteger(PROPERTY);

    /// Whether numbers are computed in vectors at all. Without a fused multiply-add of the processor they would be slower than
    /// one by one.
    static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                    && (ASKED == null ? Fused.HARDWARE : ASKED > 0);

    private LaneWidth() {}
}
