package innerloop.calculus;

import innerloop.graph.ReceptiveField;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;

/// One layer of an encoder at some nodes: which rows it reads and writes.
///
/// @param field the nodes that are asked for
/// @param structure `[n × n]`, what messages are passed along
/// @param reached the receptive field of these nodes along it, layer by layer
/// @param layer counted from 1
/// @param prefix what the names of its parameters begin with
/// @param tag tells it from another layer with the same number; usually empty
record Stage(
        Field field,
        SparseMatrix structure,
        ReceptiveField reached,
        int layer,
        String prefix,
        String tag) {

    boolean isFirst() {
        return layer == 1;
    }

    boolean isLast() {
        return layer == field.depth();
    }

    /// Whether rows are scaled to length 1 before a weight multiplies them.
    boolean normalised() {
        return field.layers().normalize();
    }

    Matrix parameter(String name) {
        return field.theta().get(prefix + name);
    }

    /// The nodes it writes.
    int[] written() {
        return reached.nodes().get(layer);
    }

    /// The nodes it reads.
    int[] read() {
        return reached.nodes().get(layer - 1);
    }

    /// What it writes, by name.
    Axis writtenNames() {
        return field.names(written());
    }

    /// What it reads, by name.
    Axis readNames() {
        return field.names(read());
    }

    /// From what it reads to what it writes.
    SparseMatrix block() {
        return reached.blocks().get(layer - 1);
    }

    /// The nodes it writes among those it reads.
    SparseMatrix centres() {
        return reached.centres(layer - 1);
    }

    /// The row of the node in focus among those it writes.
    int row() {
        return Field.place(written(), field.focus());
    }

    /// What the pass calls the rows it reads; the first layer reads features.
    String below() {
        return "H" + (layer - 1);
    }

    /// A letter with the number of the layer.
    String of(String letter) {
        return Symbols.of(letter + tag, layer);
    }

    /// What the pass calls a matrix of the layer.
    String named(String letter) {
        return letter + tag + layer;
    }

    /// What reaches the layer, at one node: the features, or the row of the layer before.
    String reads() {
        return Symbols.read(layer);
    }

    /// The same at all nodes.
    String readsAll() {
        return layer == 1 ? "X" : Symbols.of("H", layer - 1);
    }

    Term given(String name, String formula, Values value) {
        return Term.given(layer, name, formula, value);
    }

    Term value(String name, String formula, Values value) {
        return Term.value(layer, name, formula, value);
    }
}
