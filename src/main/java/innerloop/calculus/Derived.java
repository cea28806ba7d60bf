package innerloop.calculus;

import innerloop.math.Matrix;
import java.util.List;

/// Adds derivatives of the loss to a list, each with its differences.
///
/// @param terms the list
/// @param differences of the loss
record Derived(List<Term> terms, Differences differences) {

    /// A derivative with respect to a matrix that the pass has under a name.
    void add(int layer, String of, String name, String formula, Matrix value, Axis rows) {
        Axis columns = Axis.counted(value.columns());
        terms.add(
                Term.derivative(
                        layer,
                        name,
                        formula,
                        Values.of(rows, columns, value),
                        differences.largest(of, value, rows, columns)));
    }

    /// What is usually printed in the place of the derivative; nothing if it comes to the same here.
    ///
    /// @param right the derivative
    void usual(
            int layer,
            String of,
            String name,
            String formula,
            Matrix printed,
            Matrix right,
            Axis rows,
            String note) {
        if (same(printed, right)) {
            return;
        }
        Axis columns = Axis.counted(printed.columns());
        terms.add(
                Term.usual(
                        layer,
                        name,
                        formula,
                        Values.of(rows, columns, printed),
                        differences.farthest(of, printed, right, rows, columns),
                        note));
    }

    private static boolean same(Matrix printed, Matrix right) {
        for (int r = 0; r < printed.rows(); r++) {
            for (int c = 0; c < printed.columns(); c++) {
                if (!new Check("", "", printed.get(r, c), right.get(r, c)).agrees()) {
                    return false;
                }
            }
        }
        return true;
    }

    /// A printed formula that cannot be evaluated.
    void impossible(int layer, String name, String formula, String why) {
        terms.add(
                Term.usual(
                        layer,
                        name,
                        formula,
                        new Values(Axis.counted(0), Axis.counted(0), new double[0]),
                        List.of(),
                        why));
    }
}
