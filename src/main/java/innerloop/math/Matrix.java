package innerloop.math;

/// A dense matrix `[rows × columns]` that belongs to the [Backend] that made it.
///
/// Only a backend writes into a matrix. Once it has been passed to another part of the program, a matrix does not change.
public interface Matrix {

    /// Number of rows.
    int rows();

    /// Number of columns.
    int columns();

    /// The entry at (`row`, `column`).
    double get(int row, int column);

    /// A copy of all entries, row after row.
    double[] toArray();

    /// Bytes of storage behind the numbers, which may be more than they need.
    long bytes();

    /// The shape as it appears in messages, for example `[34 × 16]`.
    default String shape() {
        return "[" + rows() + " × " + columns() + "]";
    }
}
