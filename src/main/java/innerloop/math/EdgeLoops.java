package innerloop.math;

import java.util.Arrays;

/// The float32 loops over the edges of a sparse pattern, one for each edge operation of [Backend]. `i` is the centre,
/// `column[e]` the neighbour of edge `e`.
final class EdgeLoops {

    private EdgeLoops() {}

    /// [Backend#edgeAggregate].
    static void edgeAggregate(
            SparseMatrix pattern, boolean transposed, Matrix alpha, Matrix z, Matrix out) {
        int[] start = pattern.rowStart();
        int[] column = pattern.column();
        float[] weight = FloatMatrix.data(alpha);
        float[] from = FloatMatrix.data(z);
        float[] to = FloatMatrix.data(out);
        int heads = alpha.columns();
        int m = z.columns();
        int channels = m / heads;
        boolean packs = Kernels.packs(heads, channels);
        if (!transposed) {
            for (int i = 0; i < pattern.rows(); i++) {
                if (packs) {
                    HeadKernels.aggregate(
                            column,
                            start[i],
                            start[i + 1],
                            weight,
                            from,
                            to,
                            i * m,
                            heads,
                            channels);
                    continue;
                }
                for (int h = 0; h < heads; h++) {
                    int at = h * channels;
                    Kernels.aggregate(
                            column,
                            start[i],
                            start[i + 1],
                            weight,
                            h,
                            heads,
                            from,
                            at,
                            m,
                            to,
                            i * m + at,
                            channels);
                }
            }
            return;
        }
        Arrays.fill(to, 0, out.rows() * out.columns(), 0);
        for (int i = 0; i < pattern.rows(); i++) {
            if (packs) {
                HeadKernels.scatter(
                        column, start[i], start[i + 1], weight, from, i * m, to, heads, channels);
                continue;
            }
            for (int e = start[i]; e < start[i + 1]; e++) {
                for (int h = 0; h < heads; h++) {
                    int at = h * channels;
                    Kernels.axpy(
                            weight[e * heads + h],
                            from,
                            i * m + at,
                            to,
                            column[e] * m + at,
                            channels);
                }
            }
        }
    }

    /// [Backend#edgeDot].
    static void edgeDot(SparseMatrix pattern, int heads, Matrix g, Matrix z, Matrix out) {
        int[] start = pattern.rowStart();
        int[] column = pattern.column();
        float[] centre = FloatMatrix.data(g);
        float[] neighbour = FloatMatrix.data(z);
        float[] to = FloatMatrix.data(out);
        int m = z.columns();
        int channels = m / heads;
        boolean packs = Kernels.packs(heads, channels);
        for (int i = 0; i < pattern.rows(); i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                int y = column[e] * m;
                HeadLoops.row(packs, centre, i * m, neighbour, y, to, e * heads, heads, channels);
            }
        }
    }

    /// [Backend#edgeGather].
    static void edgeGather(SparseMatrix pattern, boolean fromColumns, Matrix x, Matrix out) {
        int[] start = pattern.rowStart();
        int[] column = pattern.column();
        float[] from = FloatMatrix.data(x);
        float[] to = FloatMatrix.data(out);
        int m = x.columns();
        for (int i = 0; i < pattern.rows(); i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                System.arraycopy(from, (fromColumns ? column[e] : i) * m, to, e * m, m);
            }
        }
    }

    /// [Backend#edgeScatter].
    static void edgeScatter(SparseMatrix pattern, boolean toColumns, Matrix x, Matrix out) {
        int[] start = pattern.rowStart();
        int[] column = pattern.column();
        float[] from = FloatMatrix.data(x);
        float[] to = FloatMatrix.data(out);
        int m = x.columns();
        Arrays.fill(to, 0, out.rows() * out.columns(), 0);
        for (int i = 0; i < pattern.rows(); i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                Kernels.axpy(1, from, e * m, to, (toColumns ? column[e] : i) * m, m);
            }
        }
    }

    /// [Backend#edgeSelectMax].
    static void edgeSelectMax(SparseMatrix pattern, Matrix x, Matrix by, Matrix out) {
        float[] from = FloatMatrix.data(x);
        float[] order = FloatMatrix.data(by);
        float[] to = FloatMatrix.data(out);
        int m = x.columns();
        Arrays.fill(to, 0, out.rows() * out.columns(), 0);
        for (int i = 0; i < pattern.rows(); i++) {
            for (int c = 0; c < m && pattern.rowSize(i) > 0; c++) {
                to[i * m + c] = from[largest(pattern, i, order, m, c) * m + c];
            }
        }
    }

    /// [Backend#edgeScatterMax].
    static void edgeScatterMax(SparseMatrix pattern, Matrix g, Matrix by, Matrix out) {
        float[] from = FloatMatrix.data(g);
        float[] order = FloatMatrix.data(by);
        float[] to = FloatMatrix.data(out);
        int m = g.columns();
        Arrays.fill(to, 0, out.rows() * out.columns(), 0);
        for (int i = 0; i < pattern.rows(); i++) {
            for (int c = 0; c < m && pattern.rowSize(i) > 0; c++) {
                to[largest(pattern, i, order, m, c) * m + c] += from[i * m + c];
            }
        }
    }

    /// The neighbour of centre `row` with the largest entry in this column of `by`, the first among equals.
    private static int largest(SparseMatrix pattern, int row, float[] by, int m, int column) {
        int start = pattern.rowStart()[row];
        int best = pattern.column()[start];
        for (int e = start + 1; e < pattern.rowStart()[row + 1]; e++) {
            int j = pattern.column()[e];
            best = by[j * m + column] > by[best * m + column] ? j : best;
        }
        return best;
    }

    /// [Backend#edgeSoftmax].
    static void edgeSoftmax(SparseMatrix pattern, Matrix x, Matrix out) {
        int[] start = pattern.rowStart();
        float[] from = FloatMatrix.data(x);
        float[] to = FloatMatrix.data(out);
        int m = x.columns();
        for (int i = 0; i < pattern.rows(); i++) {
            Kernels.softmax(from, to, start[i], start[i + 1], m);
        }
    }
}
