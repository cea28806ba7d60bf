package innerloop.autodiff;

import innerloop.autodiff.DensePrimitive.Broadcast;
import innerloop.autodiff.DensePrimitive.DropoutMask;
import innerloop.autodiff.DensePrimitive.Matmul;
import innerloop.autodiff.DensePrimitive.Multiply;
import innerloop.autodiff.DensePrimitive.Scale;
import innerloop.autodiff.DensePrimitive.SumColumns;
import innerloop.autodiff.DensePrimitive.SumRows;
import innerloop.autodiff.DensePrimitive.SumTo;
import innerloop.autodiff.GraphPrimitive.EdgeAggregate;
import innerloop.autodiff.GraphPrimitive.EdgeGather;
import innerloop.autodiff.GraphPrimitive.EdgeScatter;
import innerloop.autodiff.GraphPrimitive.EdgeSelectMax;
import innerloop.autodiff.GraphPrimitive.SparseMatmul;
import innerloop.autodiff.HeadPrimitive.HeadDot;
import innerloop.autodiff.HeadPrimitive.HeadOuter;
import innerloop.autodiff.HeadPrimitive.HeadScale;
import innerloop.autodiff.HeadPrimitive.MeanHeads;
import innerloop.autodiff.HeadPrimitive.SpreadHeads;
import innerloop.autodiff.NonlinearPrimitive.EdgeSoftmax;
import innerloop.autodiff.NonlinearPrimitive.LogSoftmax;
import innerloop.autodiff.NonlinearPrimitive.Pointwise;
import innerloop.autodiff.NonlinearPrimitive.Softmax;
import innerloop.math.ScalarFunction;
import innerloop.phrase.Phrase;
import java.util.List;
import java.util.function.Supplier;

/// A value that will be computed: a primitive and the expressions it works on. Immutable; sizes are not known
/// until a program runs. Compared by identity; equal computations are merged when a [Program] is compiled.
public final class Expression {

    private static final ScopedValue<Phrase> SECTION = ScopedValue.newInstance();

    private final Primitive primitive;
    private final List<Expression> inputs;
    private final Phrase section;

    private Expression(Primitive primitive, List<Expression> inputs) {
        this.primitive = primitive;
        this.inputs = inputs;
        this.section = SECTION.orElse(Phrase.NOTHING);
    }

    /// Runs `work` and labels the expressions it makes, and their derivatives, with this section, for example `layer 2`.
    /// Only messages show sections.
    public static <T> T section(Phrase name, Supplier<T> work) {
        return ScopedValue.where(SECTION, name).call(work::get);
    }

    /// The section it belongs to; empty = none.
    Phrase section() {
        return section;
    }

    /// The matrix bound to this name when the program runs.
    public static Expression input(String name) {
        return new Expression(new Leaf.Input(name), List.of());
    }

    static Expression of(Primitive primitive, Expression... inputs) {
        if (inputs.length != primitive.arity()) {
            throw new IllegalArgumentException(
                    primitive + " takes " + primitive.arity() + " inputs, not " + inputs.length);
        }
        return new Expression(primitive, List.of(inputs));
    }

    Primitive primitive() {
        return primitive;
    }

    List<Expression> inputs() {
        return inputs;
    }

    /// `this + other`.
    public Expression plus(Expression other) {
        return plus(1, other);
    }

    /// `this − other`.
    public Expression minus(Expression other) {
        return plus(-1, other);
    }

    /// `this + factor · other`.
    public Expression plus(double factor, Expression other) {
        return of(new Sum.AddScaled(factor), this, other);
    }

    /// `factor · this`.
    public Expression scale(double factor) {
        return factor == 1 ? this : of(new Scale(factor), this);
    }

    /// `this ∘ other`, entry by entry.
    public Expression times(Expression other) {
        return of(new Multiply(), this, other);
    }

    /// `this · other`.
    public Expression matmul(Expression other) {
        return matmul(false, false, other);
    }

    /// `op(this) · op(other)` with op = transpose where asked.
    public Expression matmul(boolean transposeThis, boolean transposeOther, Expression other) {
        return of(new Matmul(transposeThis, transposeOther), this, other);
    }

    /// `this⁻¹ · other`, where this is symmetric and positive definite.
    public Expression solve(Expression other) {
        return of(new LinearSolve(), this, other);
    }

    /// `this + row` on every row.
    public Expression addRow(Expression row) {
        return of(new Sum.AddRow(), this, row);
    }

    /// `[n × m] → [1 × m]`.
    public Expression sumRows() {
        return of(new SumRows(), this);
    }

    /// `[n × m] → [n × 1]`.
    public Expression sumColumns() {
        return of(new SumColumns(), this);
    }

    /// `[n × 1] → [1 × n]`.
    public Expression columnAsRow() {
        return of(new Leaf.One()).matmul(false, true, this);
    }

    /// `[n × m] → [1 × 1]`.
    public Expression sum() {
        return sumColumns().sumRows();
    }

    /// This row, column or number, repeated to the shape of `like`.
    public Expression broadcastLike(Expression like) {
        return of(new Broadcast(), this, like);
    }

    /// Summed down to the shape of `like`, a row, column or number.
    public Expression sumLike(Expression like) {
        return of(new SumTo(), this, like);
    }

    /// `f(this)` entry by entry.
    public Expression map(ScalarFunction function) {
        return map(function, 0);
    }

    /// `f(this)` entry by entry, with the function's parameter.
    public Expression map(ScalarFunction function, double parameter) {
        return of(new Pointwise(function, parameter), this);
    }

    /// Softmax of every row.
    public Expression softmax() {
        return of(new Softmax(), this);
    }

    /// Logarithm of the softmax of every row.
    public Expression logSoftmax() {
        return of(new LogSoftmax(), this);
    }

    /// `[n × H·C], [H × C] → [n × H]`.
    public Expression headDot(Expression attention) {
        return of(new HeadDot(), this, attention);
    }

    /// `[n × H], [H × C] → [n × H·C]`.
    public Expression headScale(Expression attention) {
        return of(new HeadScale(), this, attention);
    }

    /// `[n × H], [n × H·C] → [H × C]`.
    public Expression headOuter(Expression z) {
        return of(new HeadOuter(), this, z);
    }

    /// `[n × C] → [n × H·C]`: this, `heads` times side by side.
    public Expression repeatHeads(int heads) {
        return of(new SpreadHeads(heads), scale(heads));
    }

    /// `[n × H·C] → [n × C]`.
    public Expression meanHeads(int heads) {
        return of(new MeanHeads(heads), this);
    }

    /// `S · this` for the sparse operand of this name.
    public Expression propagate(String operand) {
        return of(new SparseMatmul(operand, false), this);
    }

    /// `out_i = Σ_e α_e z_j` over the operand's edges, with this = α `[E × H]`.
    public Expression edgeAggregate(String operand, Expression z) {
        return of(new EdgeAggregate(operand, false), this, z);
    }

    /// Each edge gets its centre's row, or its neighbour's.
    public Expression edgeGather(String operand, boolean neighbour) {
        return of(new EdgeGather(operand, neighbour), this);
    }

    /// Each centre (or neighbour) gets the sum over its edges.
    public Expression edgeScatter(String operand, boolean neighbour) {
        return of(new EdgeScatter(operand, neighbour), this);
    }

    /// `out_i = max_j this_j` over the operand's edges, column by column; 0 without neighbours.
    public Expression edgeMax(String operand) {
        return of(new EdgeSelectMax(operand), this, this);
    }

    /// `Sᵀ · this` for the sparse operand of this name.
    public Expression propagateBack(String operand) {
        return of(new SparseMatmul(operand, true), this);
    }

    /// This with entries removed at random (Srivastava et al. 2014) in runs with a dropout key; the number `mask`
    /// tells the masks of one program apart.
    public Expression dropout(double rate, int mask) {
        return rate == 0 ? this : times(of(new DropoutMask(rate, mask), this));
    }

    /// Every row divided by its length, `x / √(Σx² + 1e-8)`: rows of zeros stay zero.
    public Expression unitRows() {
        return times(times(this).sumColumns().map(ScalarFunction.RSQRT, 1e-8).broadcastLike(this));
    }

    /// Softmax over the edges of each centre.
    public Expression edgeSoftmax(String operand) {
        return of(new EdgeSoftmax(operand), this);
    }

    @Override
    public String toString() {
        return inputs.isEmpty() ? primitive.toString() : primitive + inputs.toString();
    }
}
