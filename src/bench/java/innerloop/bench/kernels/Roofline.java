package innerloop.bench.kernels;

import java.util.Map;
import java.util.NavigableMap;

/// What the machine could do at best, with one thread.
///
/// @param copies bytes per nanosecond that copying moves, by the size of what is copied
/// @param peak float32 operations per nanosecond
record Roofline(NavigableMap<Integer, Double> copies, double peak) {

    /// Bytes per nanosecond of a working set: between two measured sizes on the line that joins them, sizes as logarithms.
    double bandwidth(long workingSet) {
        int bytes = Math.clamp(workingSet, copies.firstKey(), copies.lastKey());
        Map.Entry<Integer, Double> below = copies.floorEntry(bytes);
        Map.Entry<Integer, Double> above = copies.ceilingEntry(bytes);
        if (below.getKey().equals(above.getKey())) {
            return below.getValue();
        }
        double at =
                Math.log((double) bytes / below.getKey())
                        / Math.log((double) above.getKey() / below.getKey());
        return below.getValue() + at * (above.getValue() - below.getValue());
    }

    /// The shortest time for a kernel.
    double nanoseconds(Kernel kernel) {
        return Math.max(kernel.traffic() / bandwidth(kernel.workingSet()), kernel.flops() / peak);
    }
}
