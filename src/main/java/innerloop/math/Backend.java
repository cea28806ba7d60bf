package innerloop.math;

/// Matrix arithmetic: the seam between the mathematics and the machine.
///
/// Two twins implement it, `Nd4jBackend` in float64 (the reference) and [VectorBackend] in float32 (trains).
/// Every operation writes into `out`, which the caller made with [#matrix(int, int)] or
/// [#reshaped(Matrix, int, int)] in the right shape and which is none of the inputs, except where *in place* is
/// allowed. Shapes are checked by the caller (`autodiff`), which knows the names. A backend holds no state and
/// may be used by many threads.
///
/// Notation: `n` rows, `m` columns; `H` heads of `C` channels stored side by side, `m = H·C`; `P` a sparse
/// pattern `[rows × columns]` with `E` entries ("edges": row = centre, column = neighbour, in CSR order).
public interface Backend {

    /// `vector` or `nd4j`.
    String name();

    /// Rounding unit of the stored numbers: 2⁻²⁴ for float32, 2⁻⁵³ for float64.
    double epsilon();

    /// A matrix of zeros.
    Matrix matrix(int rows, int columns);

    /// A matrix with these entries, row after row.
    Matrix matrix(int rows, int columns, double[] rowMajor);

    /// A matrix of this shape with undefined contents, made from `buffer`'s storage where that is possible.
    Matrix reshaped(Matrix buffer, int rows, int columns);

    /// Sets every entry of `out`.
    void fill(double number, Matrix out);

    /// `out = f(x)` entry by entry. In place allowed.
    void map(ScalarFunction f, double parameter, Matrix x, Matrix out);

    /// `out = a + factor · b`. In place allowed.
    void addScaled(Matrix a, double factor, Matrix b, Matrix out);

    /// `out = a ∘ b`. In place allowed.
    void multiply(Matrix a, Matrix b, Matrix out);

    /// `out = scale · x + shift`. In place allowed.
    void affine(double scale, double shift, Matrix x, Matrix out);

    /// `out = op(a) · op(b)` with op = transpose where asked.
    void matmul(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out);

    /// `out = x + row` on every row. In place allowed.
    void addRow(Matrix x, Matrix row, Matrix out);

    /// `[n × m] → [1 × m]`: the sum of all rows.
    void sumRows(Matrix x, Matrix out);

    /// `[n × m] → [n × 1]`: the sum of each row's entries.
    void sumColumns(Matrix x, Matrix out);

    /// Repeats `x` (`[1 × m]`, `[n × 1]` or `[1 × 1]`) until it fills `out`.
    void broadcast(Matrix x, Matrix out);

    /// Softmax of every row.
    void softmax(Matrix x, Matrix out);

    /// Logarithm of the softmax of every row, finite for finite x.
    void logSoftmax(Matrix x, Matrix out);

    /// `Σ a ∘ b`, added in float64 in a fixed order.
    double dot(Matrix a, Matrix b);

    /// `out = x / (√(scale · squares) + epsilon)`, entry by entry. In place allowed.
    void divideByRoot(Matrix x, double scale, Matrix squares, double epsilon, Matrix out);

    /// `out = S · x`, or `Sᵀ · x`.
    void sparseMatmul(SparseMatrix s, boolean transposed, Matrix x, Matrix out);

    /// `out = S Sᵀ`.
    void gram(SparseMatrix s, Matrix out);

    /// `out(r,·) = x(rows[r],·)`.
    void gatherRows(Matrix x, int[] rows, Matrix out);

    /// `out(rows[r],·) += factor · x(r,·)`; other rows stay as they are.
    void scatterAddRows(double factor, Matrix x, int[] rows, Matrix out);

    /// `out = A⁻¹ b` for a symmetric, positive definite A; NaN if it is not positive definite.
    void solve(Matrix a, Matrix b, Matrix out);

    /// `[n × H·C], [H × C] → [n × H]`: `out(i,h) = Σ_c z(i,hc) a(h,c)`.
    void headDot(Matrix z, Matrix a, Matrix out);

    /// `[n × H], [H × C] → [n × H·C]`: `out(i,hc) = s(i,h) a(h,c)`.
    void headScale(Matrix s, Matrix a, Matrix out);

    /// `[n × H], [n × H·C] → [H × C]`: `out(h,c) = Σ_i s(i,h) z(i,hc)`.
    void headOuter(Matrix s, Matrix z, Matrix out);

    /// `[n × H·C] → [n × C]`: the mean over heads.
    void meanHeads(int heads, Matrix x, Matrix out);

    /// `[n × C] → [n × H·C]`: every head gets `x / H`; the adjoint of [#meanHeads].
    void spreadHeads(int heads, Matrix x, Matrix out);

    /// `α [E × H], z → out`: `out_i = Σ_{e: i←j} α_e z_j` per head; transposed: `out_j = Σ_{e: i←j} α_e z_i`.
    void edgeAggregate(
            SparseMatrix pattern, boolean transposed, Matrix alpha, Matrix z, Matrix out);

    /// `g [rows × H·C], z [columns × H·C] → [E × H]`: `out(e,h) = Σ_c g(i,hc) z(j,hc)` for e = (i, j).
    void edgeDot(SparseMatrix pattern, int heads, Matrix g, Matrix z, Matrix out);

    /// `[rows or columns × m] → [E × m]`: each edge gets its centre's row (or its neighbour's).
    void edgeGather(SparseMatrix pattern, boolean fromColumns, Matrix x, Matrix out);

    /// `[E × m] → [rows or columns × m]`: each centre (or neighbour) gets the sum over its edges.
    void edgeScatter(SparseMatrix pattern, boolean toColumns, Matrix x, Matrix out);

    /// `x, by [columns × m] → [rows × m]`: for each centre and column, the entry of `x` at the neighbour whose `by` is
    /// largest (the first among equals); 0 for a centre without neighbours.
    void edgeSelectMax(SparseMatrix pattern, Matrix x, Matrix by, Matrix out);

    /// `g [rows × m], by [columns × m] → [columns × m]`: the adjoint of [#edgeSelectMax] in x.
    void edgeScatterMax(SparseMatrix pattern, Matrix g, Matrix by, Matrix out);

    /// Fills `out` with 0 (with probability `rate`) and 1 / (1 − rate), the same for the same key on every backend.
    void dropoutMask(long key, double rate, Matrix out);

    /// `[E × m] → [E × m]`: softmax over the edges of each centre.
    void edgeSoftmax(SparseMatrix pattern, Matrix x, Matrix out);
}
