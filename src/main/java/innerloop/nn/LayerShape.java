package innerloop.nn;

import innerloop.nn.ParameterSpec.Columns;

/// The shape of one layer, from which the descriptions of its parameters follow.
///
/// @param prefix the prefix of its parameters' names, for example `convs.0.`
/// @param layer 0 for the first
/// @param in width of what it reads; of the first layer the number of feature columns
/// @param out its hidden size; of the last layer the size of the encoder's output
/// @param last whether it is the last
/// @param outputs what the columns of the last layer stand for
record LayerShape(String prefix, int layer, int in, int out, boolean last, Columns outputs) {

    /// `[in × out]`; the first layer's rows are feature columns, the last layer's columns the encoder's output.
    ParameterSpec weight(String name) {
        return weight(name, out);
    }

    /// `[in × columns]`, where the last layer has columns for every output.
    ParameterSpec weight(String name, int columns) {
        return spec(
                name,
                in,
                columns,
                ParameterSpec.Layout.LINEAR,
                columnsAre(),
                glorotUnlessOutputs());
    }

    /// `[in × columns]` inside a layer: its columns are units, even in the last layer.
    ParameterSpec inner(String name, int columns) {
        return spec(
                name,
                in,
                columns,
                ParameterSpec.Layout.LINEAR,
                Columns.UNITS,
                ParameterSpec.Initialisation.GLOROT);
    }

    /// `[rows × out]` inside a layer: its rows are no feature columns, even in the first layer.
    ParameterSpec outer(String name, int rows) {
        return new ParameterSpec(
                prefix + name,
                rows,
                out,
                glorotUnlessOutputs(),
                ParameterSpec.Layout.LINEAR,
                layer,
                false,
                columnsAre());
    }

    /// `[1 × out]`, zero at the start.
    ParameterSpec bias(String name) {
        return bias(name, out);
    }

    /// `[1 × n]`, zero at the start; in the last layer a number for each output.
    ParameterSpec bias(String name, int n) {
        return row(name, n, columnsAre(), ParameterSpec.Initialisation.ZERO);
    }

    /// `[1 × n]` inside a layer.
    ParameterSpec row(String name, int n, ParameterSpec.Initialisation initialisation) {
        return row(name, n, Columns.UNITS, initialisation);
    }

    /// `[heads × channels]`.
    ParameterSpec attention(String name, int heads) {
        return new ParameterSpec(
                prefix + name,
                heads,
                out,
                glorotUnlessOutputs(),
                ParameterSpec.Layout.ATTENTION,
                layer,
                false,
                columnsAre());
    }

    private ParameterSpec row(
            String name, int n, Columns columnsAre, ParameterSpec.Initialisation initialisation) {
        return new ParameterSpec(
                prefix + name,
                1,
                n,
                initialisation,
                ParameterSpec.Layout.VECTOR,
                layer,
                false,
                columnsAre);
    }

    private ParameterSpec spec(
            String name,
            int rows,
            int columns,
            ParameterSpec.Layout layout,
            Columns columnsAre,
            ParameterSpec.Initialisation initialisation) {
        return new ParameterSpec(
                prefix + name,
                rows,
                columns,
                initialisation,
                layout,
                layer,
                layer == 0,
                columnsAre);
    }

    private Columns columnsAre() {
        return last ? outputs : Columns.UNITS;
    }

    private ParameterSpec.Initialisation glorotUnlessOutputs() {
        return columnsAre() == Columns.OUTPUTS
                ? ParameterSpec.Initialisation.ZERO
                : ParameterSpec.Initialisation.GLOROT;
    }
}
