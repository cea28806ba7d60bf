package innerloop.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The float32 inner loops of attention heads that are narrower than a vector: several share one.
///
/// Rows have `heads · channels` numbers, side by side. Every number of a head is multiplied with the head's own scalar:
/// the scalars of a vector's heads are read at once and spread over its lanes. Reads and writes of scalars run past the
/// end of a matrix by less than a vector, which [FloatMatrix] has room for; sums of one row are overwritten by those of
/// the next where they overhang.
final class HeadKernels {

    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int WIDEST = 8;

    /// By the logarithm of the number of channels: lane ↦ its head.
    private static final VectorShuffle<Float>[] SPREAD = shuffles((lane, c) -> lane / c);

    /// Lane ↦ the lane where the sum of head `lane` is.
    private static final VectorShuffle<Float>[] GATHER = shuffles((lane, c) -> lane * c % LANES);

    /// Lane ↦ its partner one, two or four lanes away. Heads that share a vector have no more than eight channels.
    private static final VectorShuffle<Float> NEXT = partner(1);

    private static final VectorShuffle<Float> SECOND = partner(2);
    private static final VectorShuffle<Float> FOURTH = partner(4);

    private HeadKernels() {}

    private static VectorShuffle<Float> partner(int distance) {
        return VectorShuffle.fromOp(SPECIES, lane -> (lane ^ distance) % LANES);
    }

    private interface LaneOf {
        int apply(int lane, int channels);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static VectorShuffle<Float>[] shuffles(LaneOf source) {
        VectorShuffle<Float>[] shuffles = new VectorShuffle[Integer.numberOfTrailingZeros(LANES)];
        for (int k = 0; k < shuffles.length; k++) {
            int channels = 1 << k;
            shuffles[k] = VectorShuffle.fromOp(SPECIES, lane -> source.apply(lane, channels));
        }
        return shuffles;
    }

    /// Whether vectors hold whole heads, more than one of them.
    static boolean packs(int heads, int channels) {
        return LANES <= FloatMatrix.OVERHANG
                && channels <= WIDEST
                && channels < LANES
                && LANES % channels == 0
                && heads * channels % LANES == 0;
    }

    private static FloatVector vector(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }

    /// [Backend#headScale].
    static void scale(float[] s, float[] a, float[] out, int n, int heads, int channels) {
        VectorShuffle<Float> spread = SPREAD[Integer.numberOfTrailingZeros(channels)];
        int m = heads * channels;
        for (int c = 0, h = 0; c < m; c += LANES, h += LANES / channels) {
            FloatVector row = vector(a, c);
            for (int i = 0; i < n; i++) {
                vector(s, i * heads + h)
                        .rearrange(spread)
                        .fma(row, FloatVector.zero(SPECIES))
                        .intoArray(out, i * m + c);
            }
        }
    }

    /// [Backend#headOuter].
    static void outer(float[] s, float[] z, float[] out, int n, int heads, int channels) {
        VectorShuffle<Float> spread = SPREAD[Integer.numberOfTrailingZeros(channels)];
        int m = heads * channels;
        for (int c = 0, h = 0; c < m; c += LANES, h += LANES / channels) {
            FloatVector even = FloatVector.zero(SPECIES);
            FloatVector odd = even;
            int i = 0;
            for (; i < n - 1; i += 2) {
                FloatVector s0 = vector(s, i * heads + h).rearrange(spread);
                FloatVector s1 = vector(s, (i + 1) * heads + h).rearrange(spread);
                even = s0.fma(vector(z, i * m + c), even);
                odd = s1.fma(vector(z, (i + 1) * m + c), odd);
            }
            if (i < n) {
                even = vector(s, i * heads + h).rearrange(spread).fma(vector(z, i * m + c), even);
            }
            even.add(odd).intoArray(out, c);
        }
    }

    /// For every head `out(h) = Σ_c x(h,c) y(h,c)`. Writes up to a vector more than these.
    static void dot(
            float[] x,
            int xAt,
            float[] y,
            int yAt,
            float[] out,
            int outAt,
            int heads,
            int channels) {
        VectorShuffle<Float> gather = GATHER[Integer.numberOfTrailingZeros(channels)];
        for (int c = 0, h = 0; c < heads * channels; c += LANES, h += LANES / channels) {
            FloatVector sum = vector(x, xAt + c).fma(vector(y, yAt + c), FloatVector.zero(SPECIES));
            if (channels > 4) {
                sum = sum.add(sum.rearrange(FOURTH));
            }
            if (channels > 2) {
                sum = sum.add(sum.rearrange(SECOND));
            }
            if (channels > 1) {
                sum = sum.add(sum.rearrange(NEXT));
            }
            sum.rearrange(gather).intoArray(out, outAt + h);
        }
    }

    /// One centre of [Backend#edgeAggregate]: `out = Σ_e weight(e) x(column[e])` for e in [from, to), head by head.
    static void aggregate(
            int[] column,
            int from,
            int to,
            float[] weight,
            float[] x,
            float[] out,
            int outAt,
            int heads,
            int channels) {
        VectorShuffle<Float> spread = SPREAD[Integer.numberOfTrailingZeros(channels)];
        int m = heads * channels;
        for (int c = 0, h = 0; c < m; c += LANES, h += LANES / channels) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int e = from; e < to; e++) {
                sum =
                        vector(weight, e * heads + h)
                                .rearrange(spread)
                                .fma(vector(x, column[e] * m + c), sum);
            }
            sum.intoArray(out, outAt + c);
        }
    }

    /// One centre of the transposed [Backend#edgeAggregate]: `out(column[e]) += weight(e) x` for e in [from, to).
    static void scatter(
            int[] column,
            int from,
            int to,
            float[] weight,
            float[] x,
            int xAt,
            float[] out,
            int heads,
            int channels) {
        VectorShuffle<Float> spread = SPREAD[Integer.numberOfTrailingZeros(channels)];
        int m = heads * channels;
        for (int c = 0, h = 0; c < m; c += LANES, h += LANES / channels) {
            FloatVector row = vector(x, xAt + c);
            for (int e = from; e < to; e++) {
                int at = column[e] * m + c;
                vector(weight, e * heads + h)
                        .rearrange(spread)
                        .fma(row, vector(out, at))
                        .intoArray(out, at);
            }
        }
    }
}
