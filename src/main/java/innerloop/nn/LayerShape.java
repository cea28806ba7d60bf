package innerloop.nn;

/// One layer before it has weights: makes the descriptions of its parameters.
///
/// @param prefix what its parameters' names begin with, for example `convs.0.`
/// @param layer 0 for the first
/// @param in width of what it reads; of the first layer the number of feature columns
/// @param out its hidden size, or the ways for the head
/// @param head whether it is the last
record LayerShape(String prefix, int layer, int in, int out, boolean head) {

    /// `[in × out]`; the first layer's rows are feature columns, the head's columns are slots.
    ParameterSpec weight(String name) {
        return weight(name, out);
    }

    /// `[in × columns]`, where the head has columns for every slot.
    ParameterSpec weight(String name, int columns) {
        return spec(name, in, columns, ParameterSpec.Layout.LINEAR, head, glorotUnlessHead());
    }

    /// `[in × columns]` inside a layer: no column belongs to a slot, even in the head.
    ParameterSpec inner(String name, int columns) {
        return spec(
                name,
                in,
                columns,
                ParameterSpec.Layout.LINEAR,
                false,
                ParameterSpec.Initialisation.GLOROT);
    }

    /// `[rows × out]` inside a layer: its rows are no feature columns, even in the first layer.
    ParameterSpec outer(String name, int rows) {
        return new ParameterSpec(
                prefix + name,
                rows,
                out,
                glorotUnlessHead(),
                ParameterSpec.Layout.LINEAR,
                layer,
                false,
                head);
    }

    /// `[1 × out]`, zero at the start.
    ParameterSpec bias(String name) {
        return bias(name, out);
    }

    /// `[1 × n]`, zero at the start; belongs to the slots in the head.
    ParameterSpec bias(String name, int n) {
        return row(name, n, head, ParameterSpec.Initialisation.ZERO);
    }

    /// `[1 × n]` that has nothing to do with slots.
    ParameterSpec row(String name, int n, ParameterSpec.Initialisation initialisation) {
        return row(name, n, false, initialisation);
    }

    /// `[heads × channels]`.
    ParameterSpec attention(String name, int heads) {
        return new ParameterSpec(
                prefix + name,
                heads,
                out,
                glorotUnlessHead(),
                ParameterSpec.Layout.ATTENTION,
                layer,
                false,
                head);
    }

    private ParameterSpec row(
            String name, int n, boolean perSlot, ParameterSpec.Initialisation initialisation) {
        return new ParameterSpec(
                prefix + name,
                1,
                n,
                initialisation,
                ParameterSpec.Layout.VECTOR,
                layer,
                false,
                perSlot);
    }

    private ParameterSpec spec(
            String name,
            int rows,
            int columns,
            ParameterSpec.Layout layout,
            boolean perSlot,
            ParameterSpec.Initialisation initialisation) {
        return new ParameterSpec(
                prefix + name, rows, columns, initialisation, layout, layer, layer == 0, perSlot);
    }

    private ParameterSpec.Initialisation glorotUnlessHead() {
        return head ? ParameterSpec.Initialisation.ZERO : ParameterSpec.Initialisation.GLOROT;
    }
}
