package innerloop.math;

import java.util.Arrays;

/// The float32 loops over attention heads, one for each head operation of [Backend]: `heads` of `channels` numbers side
/// by side in a row.
final class HeadLoops {

    private HeadLoops() {}

    /// [Backend#headDot].
    static void dot(float[] z, float[] a, float[] out, int n, int heads, int channels) {
        boolean packs = Kernels.packs(heads, channels);
        for (int i = 0; i < n; i++) {
            row(packs, z, i * heads * channels, a, 0, out, i * heads, heads, channels);
        }
    }

    /// For every head `out(h) = Σ_c x(h,c) y(h,c)`, rows ascending.
    ///
    /// @param packs [HeadKernels#packs]
    static void row(
            boolean packs,
            float[] x,
            int xAt,
            float[] y,
            int yAt,
            float[] out,
            int outAt,
            int heads,
            int channels) {
        if (packs) {
            HeadKernels.dot(x, xAt, y, yAt, out, outAt, heads, channels);
            return;
        }
        for (int h = 0, at = 0; h < heads; h++, at += channels) {
            out[outAt + h] = Kernels.dot(x, xAt + at, y, yAt + at, channels);
        }
    }

    /// [Backend#headScale].
    static void scale(float[] s, float[] a, float[] out, int n, int heads, int channels) {
        if (Kernels.packs(heads, channels)) {
            HeadKernels.scale(s, a, out, n, heads, channels);
            return;
        }
        Arrays.fill(out, 0, n * heads * channels, 0);
        for (int ih = 0; ih < n * heads; ih++) {
            Kernels.axpy(s[ih], a, ih % heads * channels, out, ih * channels, channels);
        }
    }

    /// [Backend#headOuter], the sums of even and odd rows apart.
    static void outer(float[] s, float[] z, float[] out, int n, int heads, int channels) {
        if (Kernels.packs(heads, channels)) {
            HeadKernels.outer(s, z, out, n, heads, channels);
            return;
        }
        int m = heads * channels;
        float[] odd = new float[m];
        Arrays.fill(out, 0, m, 0);
        for (int ih = 0; ih < n * heads; ih++) {
            float[] sum = ih / heads % 2 == 0 ? out : odd;
            Kernels.axpy(s[ih], z, ih * channels, sum, ih % heads * channels, channels);
        }
        Kernels.addScaled(out, 1, odd, out, m);
    }

    /// [Backend#meanHeads].
    static void mean(float[] x, float[] out, int n, int heads, int channels) {
        Arrays.fill(out, 0, n * channels, 0);
        for (int ih = 0; ih < n * heads; ih++) {
            Kernels.axpy(1f / heads, x, ih * channels, out, ih / heads * channels, channels);
        }
    }

    /// [Backend#spreadHeads].
    static void spread(float[] x, float[] out, int n, int heads, int channels) {
        Arrays.fill(out, 0, n * heads * channels, 0);
        for (int ih = 0; ih < n * heads; ih++) {
            Kernels.axpy(1f / heads, x, ih / heads * channels, out, ih * channels, channels);
        }
    }
}
