package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A graph neural network as a value: kind and sizes, no weights.
///
/// With hidden sizes `[h₁ … h_L]` the network has L + 1 layers; the last maps to the episode's ways. What leaves
/// layer L after its activation is the *embedding*, the last layer is the *head*.
public sealed interface Encoder permits Gcn, Gat {

    /// Output size of every layer but the last.
    List<Integer> hidden();

    /// Non-linearity between the layers.
    Activation activation();

    /// Number of layers, the head included.
    default int layers() {
        return hidden().size() + 1;
    }

    /// All weights, in the order of the layers, for `inputs` feature columns and `outputs` ways.
    List<ParameterSpec> parameters(int inputs, int outputs);

    /// What the encoder computes, before any number is known.
    ///
    /// @param embedding rows after the last hidden layer's activation
    /// @param output the head's output, `[targets × ways]`
    record Forward(Expression embedding, Expression output) {}

    /// The forward pass. Parameters come by name; sparse operands have the names that [#operands] uses.
    Forward forward(Function<String, Expression> parameter);

    /// The matrices this encoder propagates with, prepared once per run.
    GraphView view(AttributedGraph graph, SparseMatrix features);

    /// The operands of [#forward] for some target nodes: their exact receptive field, except that the first
    /// layer's rows ("x") are chosen by the caller, who also chooses the feature columns.
    Operands operands(GraphView view, int[] targets);

    /// The graph as an encoder sees it.
    ///
    /// @param structure `[n × n]`, with every node in its own row
    /// @param first `[n × f]` what the first weight multiplies: features, already propagated where the first
    ///     propagation has no parameters
    record GraphView(SparseMatrix structure, SparseMatrix first) {}

    /// The sparse operands of an encoder for some targets.
    ///
    /// @param firstRows the rows of [GraphView#first] that become operand "x"
    /// @param byName all other operands
    record Operands(int[] firstRows, Map<String, SparseMatrix> byName) {}

    /// The operand that the first weight is multiplied with.
    String FIRST = "x";

    /// The operand of a layer's structure.
    static String block(int layer) {
        return "block" + layer;
    }

    /// Checks the sizes every encoder has and copies them.
    static List<Integer> checkedHidden(List<Integer> hidden) {
        if (hidden.isEmpty() || hidden.size() > 3) {
            throw new IllegalArgumentException(
                    "encoder.hidden needs 1 to 3 sizes, not " + hidden.size());
        }
        for (int size : hidden) {
            if (size < 1) {
                throw new IllegalArgumentException(
                        "encoder.hidden must be at least 1, not " + size);
            }
        }
        return List.copyOf(hidden);
    }
}
