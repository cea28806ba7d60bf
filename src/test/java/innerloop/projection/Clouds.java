package innerloop.projection;

import java.util.SplittableRandom;

/// Points to be projected.
final class Clouds {

    private Clouds() {}

    /// `[n × h]` independent normal numbers.
    static double[] normal(int n, int h, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[n * h];
        for (int k = 0; k < x.length; k++) {
            x[k] = random.nextGaussian();
        }
        return x;
    }

    /// `[n × h]` normal numbers around centres that lie `apart` from the origin along an axis each; row i belongs to cluster
    /// i mod `clusters`.
    static double[] clusters(int clusters, double apart, int n, int h) {
        double[] x = normal(n, h, 5);
        for (int i = 0; i < n; i++) {
            x[i * h + i % clusters] += apart;
        }
        return x;
    }

    /// Rows in another order: row i is what was row `order[i]`.
    static double[] reordered(double[] x, int[] order) {
        int h = x.length / order.length;
        double[] made = new double[x.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(x, order[i] * h, made, i * h, h);
        }
        return made;
    }

    /// Numbers as the projections return them.
    static float[] single(double[] x) {
        float[] made = new float[x.length];
        for (int k = 0; k < x.length; k++) {
            made[k] = (float) x[k];
        }
        return made;
    }

    /// A random order of 0 … n − 1.
    static int[] order(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
