package innerloop.scene;

import innerloop.colour.Theme;

/// How depth is made visible: what is nearer is drawn later, larger and in full colour.
///
/// @param xy x and y of each point in turn, as they are seen
/// @param level of each point, 0 = farthest
/// @param order the points from back to front
@SuppressWarnings("ArrayRecordComponent") // for one frame, never compared
record Depth(float[] xy, byte[] level, int[] order) {

    /// Few enough that the canvas keeps a picture of each node size.
    static final int LEVELS = 12;

    private static final float SMALLEST = 0.72f;
    private static final float LARGEST = 1.2f;
    private static final double PALEST = 0.55;

    /// Finer than the levels: points of one level, too, cover each other in the right order.
    private static final int BUCKETS = 1024;

    /// The depth of points as [Orientation#see] gives them.
    ///
    /// @param reach how far from the middle most points are; what is beyond is as far as that
    static Depth of(float[] seen, double reach) {
        int n = seen.length / 3;
        float[] xy = new float[2 * n];
        byte[] level = new byte[n];
        int[] bucket = new int[n];
        int[] begins = new int[BUCKETS + 1];
        for (int i = 0; i < n; i++) {
            xy[2 * i] = seen[3 * i];
            xy[2 * i + 1] = seen[3 * i + 1];
            // NaN, a point without a place, becomes 0.
            double nearness = (seen[3 * i + 2] / reach + 1) / 2;
            bucket[i] = Math.clamp((long) (nearness * BUCKETS), 0, BUCKETS - 1);
            level[i] = (byte) (bucket[i] * LEVELS / BUCKETS);
            begins[bucket[i] + 1]++;
        }
        for (int b = 0; b < BUCKETS; b++) {
            begins[b + 1] += begins[b];
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[begins[bucket[i]]++] = i;
        }
        return new Depth(xy, level, order);
    }

    /// A look with depth.
    NodeLook deepen(NodeLook flat, int ground) {
        int n = level.length;
        int[] colour = new int[n];
        float[] size = new float[n];
        for (int i = 0; i < n; i++) {
            float near = level[i] / (LEVELS - 1f);
            colour[i] = Theme.mix(flat.colour()[i], ground, PALEST * (1 - near));
            size[i] = flat.sizeOf(i) * (SMALLEST + near * (LARGEST - SMALLEST));
        }
        return new NodeLook(colour, flat.shape(), flat.emphasis(), flat.mark(), size, order);
    }
}
