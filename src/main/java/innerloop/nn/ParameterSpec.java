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
/// @param layer the layer it belongs to, 0 for the first
/// @param perFeature whether its rows are feature columns, of which an episode reads only those it has features for
/// @param columnsAre what its columns stand for
public record ParameterSpec(
        String name,
        int rows,
        int columns,
        Initialisation initialisation,
        Layout layout,
        int layer,
        boolean perFeature,
        Columns columnsAre) {

    /// The meaning of the columns of a weight.
    public enum Columns {
        /// Units inside the network, and outputs that mean the same in every episode: a value, the logit of an edge.
        UNITS,
        /// The outputs an episode is scored by. The assignment of classes to outputs is drawn for every episode, so no output may
        /// start with an advantage: such parameters start at zero.
        OUTPUTS,
        /// The dimensions of the space that the network maps to, where distances are measured.
        DIMENSIONS
    }

    /// How θ₀ is drawn.
    public enum Initialisation {
        /// Uniform in ±√(6 / (rows + columns)) (Glorot and Bengio 2010).
        GLOROT,
        /// All zero.
        ZERO,
        /// All one.
        ONE
    }

    /// How the engine's matrix becomes the file's tensor.
    public enum Layout {
        /// `[in × out]` becomes `[out, in]`.
        LINEAR,
        /// `[1 × n]`, or `[n × 1]`, becomes `[n]`.
        VECTOR,
        /// `[heads × channels]` becomes `[1, heads, channels]`.
        ATTENTION
    }

    /// The same parameter with another number of rows.
    public ParameterSpec withRows(int newRows) {
        return new ParameterSpec(
                name, newRows, columns, initialisation, layout, layer, perFeature, columnsAre);
    }

    /// A row of `n` numbers that belong to a layer without being part of its network.
    public static ParameterSpec row(String name, int layer, int n) {
        return new ParameterSpec(
                name, 1, n, Initialisation.ZERO, Layout.VECTOR, layer, false, Columns.UNITS);
    }

    /// The same parameter under another name.
    public ParameterSpec withName(String newName) {
        return new ParameterSpec(
                newName, rows, columns, initialisation, layout, layer, perFeature, columnsAre);
    }

    /// Whether its columns are the outputs an episode is scored by.
    public boolean perOutput() {
        return columnsAre == Columns.OUTPUTS;
    }

    /// The shape in the exported file.
    public long[] exportShape() {
        return switch (layout) {
            case LINEAR -> new long[] {columns, rows};
            case VECTOR -> new long[] {(long) rows * columns};
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
