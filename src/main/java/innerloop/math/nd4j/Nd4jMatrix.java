package innerloop.math.nd4j;

import innerloop.math.Matrix;
import org.nd4j.linalg.api.ndarray.INDArray;

/// A matrix whose numbers live in an ND4J array, float64 in C order.
record Nd4jMatrix(INDArray array) implements Matrix {

    @Override
    public int rows() {
        return (int) array.size(0);
    }

    @Override
    public int columns() {
        return (int) array.size(1);
    }

    @Override
    public double get(int row, int column) {
        return array.getDouble(row, column);
    }

    @Override
    public long bytes() {
        return Double.BYTES * array.length();
    }

    @Override
    public double[] toArray() {
        return array.data().asDouble();
    }
}
