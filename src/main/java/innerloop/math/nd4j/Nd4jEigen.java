package innerloop.math.nd4j;

import innerloop.math.SymmetricEigen;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;

/// Eigenvectors by ND4J's LAPACK.
public final class Nd4jEigen implements SymmetricEigen {

    /// Loads ND4J.
    public Nd4jEigen() {
        Nd4jLibrary.load();
    }

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
        values.close();
        vectors.close();
        return rows;
    }
}
