package innerloop.math.nd4j;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.ScalarFunction;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.math.SymmetricEigen;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/// The float64 twin: ND4J for dense algebra, plain loops over its doubles for sparse and edge operations.
///
/// Loading ND4J takes a quarter of a second (once in a machine's life over a second, while it unpacks its
/// natives), so one is created only when it is needed.
public final class Nd4jBackend implements Backend, SymmetricEigen {

    /// Its name in settings.
    public static final String NAME = "nd4j";

    /// Loads ND4J and limits it to one native thread: Innerloop uses threads itself, and ND4J's idle ones spin.
    public Nd4jBackend() {
        NativeCache.choose();
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        Nd4j.factory().blas().setMaxThreads(1);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double epsilon() {
        return 0x1p-53;
    }

    @Override
    public Matrix matrix(int rows, int columns) {
        return new Nd4jMatrix(Nd4j.zeros(DataType.DOUBLE, rows, columns));
    }

    @Override
    public Matrix matrix(int rows, int columns, double[] rowMajor) {
        Nd4jMatrix made = (Nd4jMatrix) matrix(rows, columns);
        store(rowMajor, made);
        return made;
    }

    @Override
    public Matrix reshaped(Matrix buffer, int rows, int columns) {
        boolean fits = buffer.rows() == rows && buffer.columns() == columns;
        return fits ? buffer : matrix(rows, columns);
    }

    private static INDArray array(Matrix m) {
        return ((Nd4jMatrix) m).array();
    }

    private static void store(double[] rowMajor, Matrix out) {
        array(out).data().setData(rowMajor);
    }

    @Override
    public void fill(double number, Matrix out) {
        array(out).assign(number);
    }

    @Override
    public void map(ScalarFunction f, double parameter, Matrix x, Matrix out) {
        switch (f) {
            case TANH -> array(out).assign(Transforms.tanh(array(x), true));
            case SIGMOID -> array(out).assign(Transforms.sigmoid(array(x), true));
            case RELU, STEP, LEAKY_RELU, LEAKY_STEP, ELU, ELU_SLOPE, ELU_CURVATURE, RSQRT -> {
                double[] numbers = x.toArray();
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = f.apply(numbers[i], parameter);
                }
                store(numbers, out);
            }
        }
    }

    @Override
    public void addScaled(Matrix a, double factor, Matrix b, Matrix out) {
        array(out).assign(array(a).add(array(b).mul(factor)));
    }

    @Override
    public void multiply(Matrix a, Matrix b, Matrix out) {
        array(out).assign(array(a).mul(array(b)));
    }

    @Override
    public void affine(double scale, double shift, Matrix x, Matrix out) {
        array(out).assign(array(x).mul(scale).add(shift));
    }

    @Override
    public void matmul(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out) {
        INDArray left = transposeA ? array(a).transpose() : array(a);
        INDArray right = transposeB ? array(b).transpose() : array(b);
        array(out).assign(left.mmul(right));
    }

    @Override
    public void addRow(Matrix x, Matrix row, Matrix out) {
        array(out).assign(array(x).addRowVector(array(row)));
    }

    @Override
    public void sumRows(Matrix x, Matrix out) {
        array(out).assign(array(x).sum(true, 0));
    }

    @Override
    public void sumColumns(Matrix x, Matrix out) {
        array(out).assign(array(x).sum(true, 1));
    }

    @Override
    public void broadcast(Matrix x, Matrix out) {
        array(out).assign(array(x).broadcast(out.rows(), out.columns()));
    }

    @Override
    public void softmax(Matrix x, Matrix out) {
        INDArray exp = Transforms.exp(shifted(x), false);
        array(out).assign(exp.divColumnVector(exp.sum(true, 1)));
    }

    /// ND4J's own log-softmax is log(softmax) and gives −∞ where −1000 is right.
    @Override
    public void logSoftmax(Matrix x, Matrix out) {
        INDArray shifted = shifted(x);
        INDArray log = Transforms.log(Transforms.exp(shifted, true).sum(true, 1), false);
        array(out).assign(shifted.subColumnVector(log));
    }

    private static INDArray shifted(Matrix x) {
        return array(x).subColumnVector(array(x).max(true, 1));
    }

    @Override
    public double dot(Matrix a, Matrix b) {
        double[] x = a.toArray();
        double[] y = b.toArray();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @Override
    public void divideByRoot(Matrix x, double scale, Matrix squares, double epsilon, Matrix out) {
        INDArray root = Transforms.sqrt(array(squares).mul(scale), false);
        array(out).assign(array(x).div(root.addi(epsilon)));
    }

    @Override
    public void sparseMatmul(SparseMatrix s, boolean transposed, Matrix x, Matrix out) {
        double[] from = x.toArray();
        double[] to = new double[out.rows() * out.columns()];
        int m = x.columns();
        for (int i = 0; i < s.rows(); i++) {
            for (int e = s.begins()[i]; e < s.ends()[i]; e++) {
                int j = s.column()[e];
                axpy(s.value()[e], from, (transposed ? i : j) * m, to, (transposed ? j : i) * m, m);
            }
        }
        store(to, out);
    }

    private static void axpy(double a, double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] += a * x[xAt + i];
        }
    }

    @Override
    public void gram(SparseMatrix s, Matrix out) {
        Matrix identity = new Nd4jMatrix(Nd4j.eye(s.rows()).castTo(DataType.DOUBLE));
        Matrix transpose = matrix(/* rows= */ s.columns(), /* columns= */ s.rows());
        sparseMatmul(s, true, identity, transpose);
        sparseMatmul(s, false, transpose, out);
    }

    @Override
    public void gatherRows(Matrix x, int[] rows, Matrix out) {
        double[] from = x.toArray();
        double[] to = new double[out.rows() * out.columns()];
        int m = x.columns();
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(from, rows[r] * m, to, r * m, m);
        }
        store(to, out);
    }

    @Override
    public void scatterAddRows(double factor, Matrix x, int[] rows, Matrix out) {
        double[] from = x.toArray();
        double[] to = out.toArray();
        int m = x.columns();
        for (int r = 0; r < rows.length; r++) {
            axpy(factor, from, r * m, to, rows[r] * m, m);
        }
        store(to, out);
    }

    @Override
    public void headDot(Matrix z, Matrix a, Matrix out) {
        INDArray products = byHead(z, a.rows()).mul(array(a).reshape(1, a.rows(), a.columns()));
        array(out).assign(products.sum(2));
    }

    @Override
    public void headScale(Matrix s, Matrix a, Matrix out) {
        INDArray scale = array(s).reshape(s.rows(), s.columns(), 1);
        INDArray products = scale.mul(array(a).reshape(1, a.rows(), a.columns()));
        array(out).assign(products.reshape(out.rows(), out.columns()));
    }

    @Override
    public void headOuter(Matrix s, Matrix z, Matrix out) {
        INDArray products = byHead(z, s.columns()).mul(array(s).reshape(s.rows(), s.columns(), 1));
        array(out).assign(products.sum(0));
    }

    private static INDArray byHead(Matrix z, int heads) {
        return array(z).reshape(z.rows(), heads, z.columns() / heads);
    }

    @Override
    public void meanHeads(int heads, Matrix x, Matrix out) {
        array(out).assign(byHead(x, heads).mean(1));
    }

    @Override
    public void spreadHeads(int heads, Matrix x, Matrix out) {
        array(out).assign(Nd4j.tile(array(x).div(heads), 1, heads));
    }

    @Override
    public void edgeAggregate(
            SparseMatrix pattern, boolean transposed, Matrix alpha, Matrix z, Matrix out) {
        double[] weight = alpha.toArray();
        double[] from = z.toArray();
        double[] to = new double[out.rows() * out.columns()];
        int heads = alpha.columns();
        int m = z.columns();
        int channels = m / heads;
        for (int i = 0; i < pattern.rows(); i++) {
            for (int e = pattern.rowStart()[i]; e < pattern.rowStart()[i + 1]; e++) {
                int j = pattern.column()[e];
                for (int h = 0; h < heads; h++) {
                    int source = (transposed ? i : j) * m + h * channels;
                    int target = (transposed ? j : i) * m + h * channels;
                    axpy(weight[e * heads + h], from, source, to, target, channels);
                }
            }
        }
        store(to, out);
    }

    @Override
    public void edgeDot(SparseMatrix pattern, int heads, Matrix g, Matrix z, Matrix out) {
        double[] centre = g.toArray();
        double[] neighbour = z.toArray();
        double[] to = new double[out.rows() * out.columns()];
        int m = z.columns();
        int channels = m / heads;
        for (int i = 0; i < pattern.rows(); i++) {
            for (int e = pattern.rowStart()[i]; e < pattern.rowStart()[i + 1]; e++) {
                int j = pattern.column()[e];
                for (int c = 0; c < m; c++) {
                    to[e * heads + c / channels] += centre[i * m + c] * neighbour[j * m + c];
                }
            }
        }
        store(to, out);
    }

    @Override
    public void edgeGather(SparseMatrix pattern, boolean fromColumns, Matrix x, Matrix out) {
        double[] from = x.toArray();
        double[] to = new double[out.rows() * out.columns()];
        int m = x.columns();
        for (int i = 0; i < pattern.rows(); i++) {
            for (int e = pattern.rowStart()[i]; e < pattern.rowStart()[i + 1]; e++) {
                int source = fromColumns ? pattern.column()[e] : i;
                System.arraycopy(from, source * m, to, e * m, m);
            }
        }
        store(to, out);
    }

    @Override
    public void edgeScatter(SparseMatrix pattern, boolean toColumns, Matrix x, Matrix out) {
        double[] from = x.toArray();
        double[] to = new double[out.rows() * out.columns()];
        int m = x.columns();
        for (int i = 0; i < pattern.rows(); i++) {
            for (int e = pattern.rowStart()[i]; e < pattern.rowStart()[i + 1]; e++) {
                axpy(1, from, e * m, to, (toColumns ? pattern.column()[e] : i) * m, m);
            }
        }
        store(to, out);
    }

    @Override
    public void edgeSoftmax(SparseMatrix pattern, Matrix x, Matrix out) {
        double[] numbers = x.toArray();
        int m = x.columns();
        for (int i = 0; i < pattern.rows(); i++) {
            int from = pattern.rowStart()[i];
            int to = pattern.rowStart()[i + 1];
            for (int h = 0; h < m; h++) {
                double max = Double.NEGATIVE_INFINITY;
                for (int e = from; e < to; e++) {
                    max = Math.max(max, numbers[e * m + h]);
                }
                double sum = 0;
                for (int e = from; e < to; e++) {
                    numbers[e * m + h] = Math.exp(numbers[e * m + h] - max);
                    sum += numbers[e * m + h];
                }
                for (int e = from; e < to; e++) {
                    numbers[e * m + h] /= sum;
                }
            }
        }
        store(numbers, out);
    }

    @Override
    public void edgeSelectMax(SparseMatrix pattern, Matrix x, Matrix by, Matrix out) {
        double[] from = x.toArray();
        double[] order = by.toArray();
        double[] to = new double[out.rows() * out.columns()];
        int m = x.columns();
        for (int i = 0; i < pattern.rows(); i++) {
            for (int c = 0; c < m && pattern.rowSize(i) > 0; c++) {
                to[i * m + c] = from[largest(pattern, i, order, m, c) * m + c];
            }
        }
        store(to, out);
    }

    @Override
    public void edgeScatterMax(SparseMatrix pattern, Matrix g, Matrix by, Matrix out) {
        double[] from = g.toArray();
        double[] order = by.toArray();
        double[] to = new double[out.rows() * out.columns()];
        int m = g.columns();
        for (int i = 0; i < pattern.rows(); i++) {
            for (int c = 0; c < m && pattern.rowSize(i) > 0; c++) {
                to[largest(pattern, i, order, m, c) * m + c] += from[i * m + c];
            }
        }
        store(to, out);
    }

    private static int largest(SparseMatrix pattern, int row, double[] by, int m, int column) {
        int start = pattern.rowStart()[row];
        int best = pattern.column()[start];
        for (int e = start + 1; e < pattern.rowStart()[row + 1]; e++) {
            int j = pattern.column()[e];
            best = by[j * m + column] > by[best * m + column] ? j : best;
        }
        return best;
    }

    @Override
    public void dropoutMask(long key, double rate, Matrix out) {
        double[] to = new double[out.rows() * out.columns()];
        Arrays.setAll(to, i -> Seed.uniform(key, i) < rate ? 0 : 1 / (1 - rate));
        store(to, out);
    }

    /// By LAPACK.
    @Override
    public double[][] eigenvectors(double[] symmetric, int n) {
        INDArray vectors = Nd4j.create(symmetric, new long[] {n, n}, 'c');
        INDArray values = Eigen.symmetricGeneralizedEigenvalues(vectors, true);
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values.getDouble(b), values.getDouble(a)));
        double[][] rows = new double[n][];
        for (int k = 0; k < n; k++) {
            rows[k] = vectors.getColumn(order[k]).dup().toDoubleVector();
        }
        return rows;
    }
}
