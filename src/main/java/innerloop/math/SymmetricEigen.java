package innerloop.math;

/// Eigenvectors of a symmetric matrix.
public interface SymmetricEigen {

    /// The eigenvectors of `[n × n]` `symmetric` (row-major), one per row, largest eigenvalue first.
    double[][] eigenvectors(double[] symmetric, int n);
}
