package innerloop.bench.kernels;

/// The shape of a dense matrix.
record MatrixShape(int rows, int columns) {

    /// Of a matrix that a kernel does not have.
    static final MatrixShape NONE = new MatrixShape(1, 1);

    int size() {
        return rows * columns;
    }

    /// Bytes in float32.
    long bytes() {
        return (long) Float.BYTES * size();
    }
}
