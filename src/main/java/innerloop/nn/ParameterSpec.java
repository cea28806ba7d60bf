package innerloop.nn;

/// The description of one weight: its name and shape in the engine and in the exported file.
///
/// The engine multiplies rows from the left (`H · W`), so it keeps linear weights as `[in × out]`; PyTorch
/// Geometric keeps them as `[out, in]`. The export transposes.
///
/// @param name PyTorch Geometric's key, for example `convs.0.lin.weight`
/// @param rows rows in the engine
/// @param columns columns in the engine
/// @param initialisation how θ₀ is drawn
/// @param layout how the engine's matrix becomes the file's tensor
public record ParameterSpec(
        String name, int rows, int columns, Initialisation initialisation, Layout layout) {

    /// How θ₀ is drawn.
    public enum Initialisation {
        /// Uniform in ±√(6 / (rows + columns)) (Glorot and Bengio 2010).
        GLOROT,
        /// All zero.
        ZERO
    }

    /// How the engine's matrix becomes the file's tensor.
    public enum Layout {
        /// `[in × out]` becomes `[out, in]`.
        LINEAR,
        /// `[1 × n]` becomes `[n]`.
        VECTOR,
        /// `[heads × channels]` becomes `[1, heads, channels]`.
        ATTENTION
    }

    /// A linear weight `[in × out]`, Glorot uniform.
    public static ParameterSpec linear(String name, int in, int out) {
        return new ParameterSpec(name, in, out, Initialisation.GLOROT, Layout.LINEAR);
    }

    /// The head's linear weight, zero at the start: which class stands at which slot is drawn anew for every
    /// episode, so no slot may begin ahead of another. The first inner step then puts class means there.
    public static ParameterSpec head(String name, int in, int out) {
        return new ParameterSpec(name, in, out, Initialisation.ZERO, Layout.LINEAR);
    }

    /// A bias `[1 × n]`, zero at the start.
    public static ParameterSpec bias(String name, int n) {
        return new ParameterSpec(name, 1, n, Initialisation.ZERO, Layout.VECTOR);
    }

    /// An attention vector per head `[heads × channels]`, Glorot uniform.
    public static ParameterSpec attention(String name, int heads, int channels) {
        return new ParameterSpec(name, heads, channels, Initialisation.GLOROT, Layout.ATTENTION);
    }

    /// An attention vector per head of the last layer, zero at the start for the reason given at [#head].
    public static ParameterSpec headAttention(String name, int heads, int channels) {
        return new ParameterSpec(name, heads, channels, Initialisation.ZERO, Layout.ATTENTION);
    }

    /// The same parameter with another number of rows.
    public ParameterSpec withRows(int newRows) {
        return new ParameterSpec(name, newRows, columns, initialisation, layout);
    }

    /// The shape in the exported file.
    public long[] exportShape() {
        return switch (layout) {
            case LINEAR -> new long[] {columns, rows};
            case VECTOR -> new long[] {columns};
            case ATTENTION -> new long[] {1, rows, columns};
        };
    }

    /// Engine order (row-major) to file order.
    public double[] toExport(double[] engine) {
        return layout == Layout.LINEAR ? transposed(engine, rows, columns) : engine;
    }

    /// File order to engine order (row-major).
    public double[] fromExport(double[] file) {
        return layout == Layout.LINEAR
                ? transposed(file, /* rows= */ columns, /* columns= */ rows)
                : file;
    }

    private static double[] transposed(double[] x, int rows, int columns) {
        double[] y = new double[x.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                y[c * rows + r] = x[r * columns + c];
            }
        }
        return y;
    }
}
