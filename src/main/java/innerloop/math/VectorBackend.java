package innerloop.math;

import java.util.Arrays;

/// The float32 twin: row-major primitive arrays and SIMD loops (the `…Kernels`). This one trains.
public final class VectorBackend implements Backend {

    /// Its name in settings.
    public static final String NAME = "vector";

    private final int threads;

    /// A backend that computes on the calling thread, for products that are small or made once.
    public VectorBackend() {
        this(0);
    }

    /// A backend for whole graphs: it shares large products among this many threads.
    ///
    /// @param threads the calling one is one of them
    public VectorBackend(int threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return NAME;
    }

    /// How many bits this machine's kernels work on at once; 0 if it has no vectors to use.
    public static int vectorBits() {
        return LaneWidth.VECTORS ? VectorKernels.bits() : 0;
    }

    @Override
    public double epsilon() {
        return 0x1p-24;
    }

    @Override
    public Matrix matrix(int rows, int columns) {
        return new FloatMatrix(rows, columns);
    }

    @Override
    public Matrix matrix(int rows, int columns, double[] rowMajor) {
        FloatMatrix made = new FloatMatrix(rows, columns);
        float[] data = made.data();
        for (int i = 0; i < rowMajor.length; i++) {
            data[i] = (float) rowMajor[i];
        }
        return made;
    }

    @Override
    public Matrix reshaped(Matrix buffer, int rows, int columns) {
        ((FloatMatrix) buffer).reshape(rows, columns);
        return buffer;
    }

    private static float[] data(Matrix m) {
        return FloatMatrix.data(m);
    }

    private static int size(Matrix m) {
        return m.rows() * m.columns();
    }

    @Override
    public void fill(double number, Matrix out) {
        Arrays.fill(data(out), 0, size(out), (float) number);
    }

    @Override
    public void map(ScalarFunction f, double parameter, Matrix x, Matrix out) {
        MapLoops.map(f, (float) parameter, data(x), data(out), size(x));
    }

    @Override
    public void addScaled(Matrix a, double factor, Matrix b, Matrix out) {
        Kernels.addScaled(data(a), (float) factor, data(b), data(out), size(a));
    }

    @Override
    public void multiply(Matrix a, Matrix b, Matrix out) {
        Kernels.multiply(data(a), data(b), data(out), size(a));
    }

    @Override
    public void affine(double scale, double shift, Matrix x, Matrix out) {
        ScalarKernels.affine((float) scale, data(x), (float) shift, data(out), size(x));
    }

    @Override
    public void matmul(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out) {
        int k = transposeA ? a.rows() : a.columns();
        MatmulLoops.matmul(
                threads,
                data(a),
                transposeA,
                data(b),
                transposeB,
                data(out),
                out.rows(),
                k,
                out.columns());
    }

    @Override
    public void addRow(Matrix x, Matrix row, Matrix out) {
        Kernels.addRow(data(x), data(row), data(out), x.rows(), x.columns());
    }

    @Override
    public void sumRows(Matrix x, Matrix out) {
        Kernels.sumRows(data(x), data(out), x.rows(), x.columns());
    }

    @Override
    public void sumColumns(Matrix x, Matrix out) {
        float[] from = data(x);
        float[] to = data(out);
        int m = x.columns();
        for (int i = 0; i < x.rows(); i++) {
            double sum = 0;
            for (int j = 0; j < m; j++) {
                sum += from[i * m + j];
            }
            to[i] = (float) sum;
        }
    }

    @Override
    public void broadcast(Matrix x, Matrix out) {
        RowLoops.broadcast(data(x), x.rows(), x.columns(), data(out), out.rows(), out.columns());
    }

    @Override
    public void softmax(Matrix x, Matrix out) {
        float[] from = data(x);
        float[] to = data(out);
        int m = x.columns();
        for (int at = 0, n = size(x); at < n; at += m) {
            float max = maximum(from, at, m);
            double sum = 0;
            for (int j = at; j < at + m; j++) {
                to[j] = Exponentials.exp(from[j] - max);
                sum += to[j];
            }
            for (int j = at; j < at + m; j++) {
                to[j] = (float) (to[j] / sum);
            }
        }
    }

    @Override
    public void logSoftmax(Matrix x, Matrix out) {
        float[] from = data(x);
        float[] to = data(out);
        int m = x.columns();
        for (int at = 0, n = size(x); at < n; at += m) {
            float max = maximum(from, at, m);
            double sum = 0;
            for (int j = at; j < at + m; j++) {
                sum += Exponentials.exp(from[j] - max);
            }
            double shift = max + StrictMath.log(sum);
            for (int j = at; j < at + m; j++) {
                to[j] = (float) (from[j] - shift);
            }
        }
    }

    private static float maximum(float[] x, int at, int m) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = at; j < at + m; j++) {
            max = Math.max(max, x[j]);
        }
        return max;
    }

    @Override
    public double dot(Matrix a, Matrix b) {
        float[] x = data(a);
        float[] y = data(b);
        double sum = 0;
        for (int i = 0, n = size(a); i < n; i++) {
            sum += (double) x[i] * y[i];
        }
        return sum;
    }

    @Override
    public void divideByRoot(Matrix x, double scale, Matrix squares, double epsilon, Matrix out) {
        Kernels.divideByRoot(
                data(x), (float) scale, data(squares), (float) epsilon, data(out), size(x));
    }

    @Override
    public void sparseMatmul(SparseMatrix s, boolean transposed, Matrix x, Matrix out) {
        SparseLoops.sparseMatmul(threads, s, transposed, x, out);
    }

    @Override
    public void gram(SparseMatrix s, Matrix out) {
        GramLoops.gram(s, out);
    }

    /// In float64: the matrices are small, and often nearly singular.
    @Override
    public void solve(Matrix a, Matrix b, Matrix out) {
        double[] solution = b.toArray();
        Cholesky.solve(a.toArray(), a.rows(), solution, b.columns());
        float[] to = data(out);
        for (int i = 0; i < solution.length; i++) {
            to[i] = (float) solution[i];
        }
    }

    @Override
    public void gatherRows(Matrix x, int[] rows, Matrix out) {
        RowLoops.gather(data(x), rows, x.columns(), data(out));
    }

    @Override
    public void scatterAddRows(double factor, Matrix x, int[] rows, Matrix out) {
        RowLoops.scatterAdd((float) factor, data(x), rows, x.columns(), data(out));
    }

    @Override
    public void headDot(Matrix z, Matrix a, Matrix out) {
        HeadLoops.dot(data(z), data(a), data(out), z.rows(), a.rows(), a.columns());
    }

    @Override
    public void headScale(Matrix s, Matrix a, Matrix out) {
        HeadLoops.scale(data(s), data(a), data(out), s.rows(), a.rows(), a.columns());
    }

    @Override
    public void headOuter(Matrix s, Matrix z, Matrix out) {
        HeadLoops.outer(data(s), data(z), data(out), s.rows(), out.rows(), out.columns());
    }

    @Override
    public void meanHeads(int heads, Matrix x, Matrix out) {
        HeadLoops.mean(data(x), data(out), x.rows(), heads, out.columns());
    }

    @Override
    public void spreadHeads(int heads, Matrix x, Matrix out) {
        HeadLoops.spread(data(x), data(out), x.rows(), heads, x.columns());
    }

    @Override
    public void edgeAggregate(
            SparseMatrix pattern, boolean transposed, Matrix alpha, Matrix z, Matrix out) {
        EdgeLoops.edgeAggregate(pattern, transposed, alpha, z, out);
    }

    @Override
    public void edgeDot(SparseMatrix pattern, int heads, Matrix g, Matrix z, Matrix out) {
        EdgeLoops.edgeDot(pattern, heads, g, z, out);
    }

    @Override
    public void edgeGather(SparseMatrix pattern, boolean fromColumns, Matrix x, Matrix out) {
        EdgeLoops.edgeGather(pattern, fromColumns, x, out);
    }

    @Override
    public void edgeScatter(SparseMatrix pattern, boolean toColumns, Matrix x, Matrix out) {
        EdgeLoops.edgeScatter(pattern, toColumns, x, out);
    }

    @Override
    public void edgeSelectMax(SparseMatrix pattern, Matrix x, Matrix by, Matrix out) {
        EdgeLoops.edgeSelectMax(pattern, x, by, out);
    }

    @Override
    public void edgeScatterMax(SparseMatrix pattern, Matrix g, Matrix by, Matrix out) {
        EdgeLoops.edgeScatterMax(pattern, g, by, out);
    }

    @Override
    public void edgeSoftmax(SparseMatrix pattern, Matrix x, Matrix out) {
        EdgeLoops.edgeSoftmax(pattern, x, out);
    }

    @Override
    public void dropoutMask(long key, double rate, Matrix out) {
        float[] to = data(out);
        float kept = (float) (1 / (1 - rate));
        for (int i = 0, n = size(out); i < n; i++) {
            to[i] = Seed.uniform(key, i) < rate ? 0 : kept;
        }
    }
}
