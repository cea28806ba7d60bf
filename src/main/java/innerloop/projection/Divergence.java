package innerloop.projection;

import java.util.Arrays;

/// The objective that t-SNE minimises: the Kullback–Leibler divergence of the picture's probabilities from the data's.
///
/// `C = Σ_{i≠j} pᵢⱼ ln(pᵢⱼ / qᵢⱼ)` with `qᵢⱼ = wᵢⱼ / Z`, `wᵢⱼ = 1 / (1 + |yᵢ − yⱼ|²)` and `Z = Σ_{i≠j} wᵢⱼ`. As P is sparse
/// and Q is not, both split into a sum over the pairs of P and a [Repulsion].
final class Divergence {

    private final Affinities affinities;
    private final Repulsion repulsion;

    Divergence(Affinities affinities, Repulsion repulsion) {
        this.affinities = affinities;
        this.repulsion = repulsion;
    }

    /// C at these positions `[n × 3]`.
    double cost(double[] y) {
        double logZ = Math.log(repulsion.add(y, new double[y.length]));
        double sum = 0;
        for (int i = 0; i < y.length / 3; i++) {
            for (int e = affinities.begins()[i]; e < affinities.begins()[i + 1]; e++) {
                int j = affinities.partner()[e];
                double dx = y[3 * i] - y[3 * j];
                double dy = y[3 * i + 1] - y[3 * j + 1];
                double dz = y[3 * i + 2] - y[3 * j + 2];
                double p = affinities.p()[e];
                // Ordered pairs: each counts twice.
                sum += 2 * p * (Math.log(p) + Math.log1p(dx * dx + dy * dy + dz * dz) + logZ);
            }
        }
        return sum;
    }

    /// Writes `∂C/∂yᵢ = 4 Σⱼ (pᵢⱼ − qᵢⱼ) wᵢⱼ (yᵢ − yⱼ)` into row i of `out`, with P multiplied by `exaggeration`.
    void gradient(double[] y, double exaggeration, double[] out) {
        Arrays.fill(out, 0);
        double z = repulsion.add(y, out);
        // A single point has nothing around it.
        double push = z > 0 ? 4 / z : 0;
        for (int k = 0; k < out.length; k++) {
            out[k] *= -push;
        }
        pull(y, 4 * exaggeration, out);
    }

    private void pull(double[] y, double strength, double[] out) {
        for (int i = 0; i < y.length / 3; i++) {
            double px = y[3 * i];
            double py = y[3 * i + 1];
            double pz = y[3 * i + 2];
            double fx = 0;
            double fy = 0;
            double fz = 0;
            for (int e = affinities.begins()[i]; e < affinities.begins()[i + 1]; e++) {
                int j = 3 * affinities.partner()[e];
                double dx = px - y[j];
                double dy = py - y[j + 1];
                double dz = pz - y[j + 2];
                double f = strength * affinities.p()[e] / (1 + dx * dx + dy * dy + dz * dz);
                fx += f * dx;
                fy += f * dy;
                fz += f * dz;
                out[j] -= f * dx;
                out[j + 1] -= f * dy;
                out[j + 2] -= f * dz;
            }
            out[3 * i] += fx;
            out[3 * i + 1] += fy;
            out[3 * i + 2] += fz;
        }
    }
}
