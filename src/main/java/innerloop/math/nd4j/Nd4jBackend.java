package innerloop.math.nd4j;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.ScalarFunction;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.inverse.InvertMatrix;
import org.nd4j.linalg.ops.transforms.Transforms;

/// The float64 twin: ND4J for dense algebra, plain loops over its doubles for sparse and edge operations.
///
/// Loading ND4J takes a quarter of a second (once in a machine's life over a second, while it unpacks its
/// natives), so one is created only when it is needed.
public final class Nd4jBackend implements Backend {

    /// Its name in settings.
    public static final String NAME = "nd4j";

    /// Loads ND4J.
    public Nd4jBackend() {
        Nd4jLibrary.load();
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
        NativePressure.allocated((long) Double.BYTES * rows * columns);
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

    /// Stores an array that was made on the way and is not used any more. Its memory is not Java's, so it is given back here.
    private static void store(INDArray made, Matrix out) {
        array(out).assign(made);
        made.close();
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
            case TANH -> store(Transforms.tanh(array(x), true), out);
            case SIGMOID -> store(Transforms.sigmoid(array(x), true), out);
            case RELU,
                    STEP,
                    LEAKY_RELU,
                    LEAKY_STEP,
                    ELU,
                    ELU_SLOPE,
                    ELU_CURVATURE,
                    RSQRT,
                    SOFTPLUS,
                    EXP,
                    EXPM1 -> {
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
        INDArray scaled = array(b).mul(factor);
        array(a).addi(scaled, array(out));
        scaled.close();
    }

    @Override
    public void multiply(Matrix a, Matrix b, Matrix out) {
        array(a).muli(array(b), array(out));
    }

    @Override
    public void affine(double scale, double shift, Matrix x, Matrix out) {
        array(x).muli(scale, array(out)).addi(shift);
    }

    @Override
    public void matmul(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out) {
        INDArray left = transposeA ? array(a).transpose() : array(a);
        INDArray right = transposeB ? array(b).transpose() : array(b);
        store(left.mmul(right), out);
    }

    @Override
    public void addRow(Matrix x, Matrix row, Matrix out) {
        store(array(x).addRowVector(array(row)), out);
    }

    @Override
    public void sumRows(Matrix x, Matrix out) {
        store(array(x).sum(true, 0), out);
    }

    @Override
    public void sumColumns(Matrix x, Matrix out) {
        store(array(x).sum(true, 1), out);
    }

    @Override
    public void broadcast(Matrix x, Matrix out) {
        // ND4J gives back the same array where there is nothing to do.
        if (array(x).equalShapes(array(out))) {
            array(out).assign(array(x));
        } else {
            store(array(x).broadcast(out.rows(), out.columns()), out);
        }
    }

    @Override
    public void softmax(Matrix x, Matrix out) {
        INDArray exp = Transforms.exp(shifted(x), false);
        INDArray sum = exp.sum(true, 1);
        store(exp.divColumnVector(sum), out);
        sum.close();
        exp.close();
    }

    /// ND4J's own log-softmax is log(softmax) and gives −∞ where −1000 is right.
    @Override
    public void logSoftmax(Matrix x, Matrix out) {
        INDArray shifted = shifted(x);
        INDArray exponentials = Transforms.exp(shifted, true);
        INDArray log = Transforms.log(exponentials.sum(true, 1), false);
        store(shifted.subColumnVector(log), out);
        log.close();
        exponentials.close();
        shifted.close();
    }

    private static INDArray shifted(Matrix x) {
        INDArray largest = array(x).max(true, 1);
        INDArray shifted = array(x).subColumnVector(largest);
        largest.close();
        return shifted;
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
        array(x).divi(root.addi(epsilon), array(out));
        root.close();
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
    public void solve(Matrix a, Matrix b, Matrix out) {
        INDArray inverse = InvertMatrix.invert(array(a), false);
        array(out).assign(inverse.mmul(array(b)));
        inverse.close();
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
        store(products.sum(2), out);
        products.close();
    }

    @Override
    public void headScale(Matrix s, Matrix a, Matrix out) {
        INDArray scale = array(s).reshape(s.rows(), s.columns(), 1);
        INDArray products = scale.mul(array(a).reshape(1, a.rows(), a.columns()));
        array(out).assign(products.reshape(out.rows(), out.columns()));
        products.close();
    }

    @Override
    public void headOuter(Matrix s, Matrix z, Matrix out) {
        INDArray products = byHead(z, s.columns()).mul(array(s).reshape(s.rows(), s.columns(), 1));
        store(products.sum(0), out);
        products.close();
    }

    private static INDArray byHead(Matrix z, int heads) {
        return array(z).reshape(z.rows(), heads, z.columns() / heads);
    }

    @Override
    public void meanHeads(int heads, Matrix x, Matrix out) {
        store(byHead(x, heads).mean(1), out);
    }

    @Override
    public void spreadHeads(int heads, Matrix x, Matrix out) {
        INDArray share = array(x).div(heads);
        store(Nd4j.tile(share, 1, heads), out);
        share.close();
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
        DoubleEdgeLoops.softmax(pattern, numbers, x.columns());
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
                to[i * m + c] = from[DoubleEdgeLoops.largest(pattern, i, order, m, c) * m + c];
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
                to[DoubleEdgeLoops.largest(pattern, i, order, m, c) * m + c] += from[i * m + c];
            }
        }
        store(to, out);
    }

    @Override
    public void dropoutMask(long key, double rate, Matrix out) {
        double[] to = new double[out.rows() * out.columns()];
        Arrays.setAll(to, i -> Seed.uniform(key, i) < rate ? 0 : 1 / (1 - rate));
        store(to, out);
    }
}
