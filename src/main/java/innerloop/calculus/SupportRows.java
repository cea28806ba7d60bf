package innerloop.calculus;

import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.stream.IntStream;

/// The rows of a support set, `E`, and of the example that is scored by them, `q`.
///
/// @param rows what the pass calls all of them, the scored one last
/// @param slot of each support example
/// @param names of the support examples
/// @param classes names of the slots
record SupportRows(String rows, int[] slot, Axis names, Axis classes) {

    static final String SUPPORT = "E";
    static final String QUERY = "q";

    int size() {
        return slot.length;
    }

    private SparseMatrix first() {
        return SparseMatrix.selection(IntStream.range(0, size()).toArray(), size() + 1);
    }

    private SparseMatrix last() {
        return SparseMatrix.selection(new int[] {size()}, size() + 1);
    }

    /// Names both.
    void forward(Pass pass) {
        Arithmetic a = pass.arithmetic();
        pass.at(SUPPORT, () -> a.product(first(), pass.get(rows)));
        pass.at(QUERY, () -> a.product(last(), pass.get(rows)));
    }

    /// The derivative of all rows from those of both.
    Matrix joined(Arithmetic a, Matrix support, Matrix query) {
        return a.combined(
                a.transposedProduct(first(), support),
                a.transposedProduct(last(), query),
                Double::sum);
    }

    /// `[classes × support]`: the mean of each class.
    SparseMatrix means() {
        int[] sizes = new int[classes.size()];
        for (int each : slot) {
            sizes[each]++;
        }
        return SparseMatrix.ofTriplets(
                classes.size(),
                size(),
                slot,
                IntStream.range(0, size()).toArray(),
                IntStream.of(slot).mapToDouble(each -> 1.0 / sizes[each]).toArray());
    }
}
