package innerloop.projection;

/// The repulsion of all pairs, exactly, in O(n²).
final class PairwiseRepulsion implements Repulsion {

    @Override
    public double add(double[] y, double[] push) {
        double sum = 0;
        for (int i = 3; i < y.length; i += 3) {
            double px = y[i];
            double py = y[i + 1];
            double pz = y[i + 2];
            double fx = 0;
            double fy = 0;
            double fz = 0;
            for (int j = 0; j < i; j += 3) {
                double dx = px - y[j];
                double dy = py - y[j + 1];
                double dz = pz - y[j + 2];
                double w = 1 / (1 + dx * dx + dy * dy + dz * dz);
                sum += w;
                double f = w * w;
                fx += f * dx;
                fy += f * dy;
                fz += f * dz;
                push[j] -= f * dx;
                push[j + 1] -= f * dy;
                push[j + 2] -= f * dz;
            }
            push[i] += fx;
            push[i + 1] += fy;
            push[i + 2] += fz;
        }
        return 2 * sum;
    }
}
