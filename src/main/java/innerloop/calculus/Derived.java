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

    /// What is usually printed in the place of the derivative.
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
