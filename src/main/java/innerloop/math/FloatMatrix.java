package innerloop.math;

/// The float32 matrix of [VectorBackend]: row-major in a plain array that may be longer than needed, so that
/// a buffer can be reused for another shape without allocating.
final class FloatMatrix implements Matrix {

    /// Numbers behind the last one that kernels may read and write, so that their last vector needs no special case.
    static final int OVERHANG = 16;

    private int rows;
    private int columns;
    private float[] data;

    FloatMatrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.data = new float[Math.addExact(Math.multiplyExact(rows, columns), OVERHANG)];
    }

    /// Gives this buffer another shape; the contents are undefined afterwards.
    void reshape(int newRows, int newColumns) {
        int needed = Math.multiplyExact(newRows, newColumns);
        if (needed > data.length - OVERHANG) {
            data = new float[needed + needed / 4 + OVERHANG];
        }
        rows = newRows;
        columns = newColumns;
    }

    float[] data() {
        return data;
    }

    /// The numbers of a matrix that [VectorBackend] made.
    static float[] data(Matrix matrix) {
        return ((FloatMatrix) matrix).data;
    }

    int size() {
        return rows * columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double get(int row, int column) {
        return data[row * columns + column];
    }

    @Override
    public long bytes() {
        return (long) Float.BYTES * data.length;
    }

    @Override
    public double[] toArray() {
        double[] copy = new double[size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = data[i];
        }
        return copy;
    }
}
