package innerloop.nn;

import innerloop.autodiff.Derivatives;
import innerloop.autodiff.Expression;
import innerloop.autodiff.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An encoder with its loss, compiled: forward pass, gradient and Hessian-vector product of the mean
/// cross-entropy. Holds no weights and no data; one is made per run and shared by all threads.
public final class Model {

    static final String TARGET = "target";
    static final String DIRECTION = "direction/";

    private final Encoder encoder;
    private final int outputs;
    private final List<ParameterSpec> specs;
    private final Program forward;
    private final Program loss;
    private final Program gradient;
    private final Program hessianVector;

    /// Compiles the encoder for `inputs` feature columns and `outputs` ways.
    public Model(Encoder encoder, int inputs, int outputs) {
        this.encoder = encoder;
        this.outputs = outputs;
        this.specs = encoder.parameters(inputs, outputs);
        Map<String, Expression> leaf = new HashMap<>();
        List<Expression> parameters = new ArrayList<>();
        List<Expression> directions = new ArrayList<>();
        for (ParameterSpec spec : specs) {
            Expression parameter = Expression.input(spec.name());
            leaf.put(spec.name(), parameter);
            parameters.add(parameter);
            directions.add(Expression.input(DIRECTION + spec.name()));
        }
        Encoder.Forward f = encoder.forward(name -> leaf(leaf, name));
        Expression crossEntropy = f.output().logSoftmax().times(Expression.input(TARGET)).sum();
        List<Expression> gradients = Derivatives.gradient(crossEntropy, parameters);

        this.forward = Program.compile(List.of(f.output(), f.embedding()));
        this.loss = Program.compile(List.of(crossEntropy, f.output()));
        List<Expression> lossAndGradients = new ArrayList<>(List.of(crossEntropy));
        lossAndGradients.addAll(gradients);
        this.gradient = Program.compile(lossAndGradients);
        this.hessianVector =
                Program.compile(Derivatives.pushforward(gradients, parameters, directions));
    }

    private static Expression leaf(Map<String, Expression> leaves, String name) {
        Expression leaf = leaves.get(name);
        if (leaf == null) {
            throw new IllegalStateException("the encoder asks for an unknown parameter " + name);
        }
        return leaf;
    }

    /// The encoder.
    public Encoder encoder() {
        return encoder;
    }

    /// Number of ways.
    public int outputs() {
        return outputs;
    }

    /// All parameters, in order.
    public List<ParameterSpec> specs() {
        return specs;
    }

    /// Outputs: output, embedding.
    Program forward() {
        return forward;
    }

    /// Outputs: loss, output.
    Program loss() {
        return loss;
    }

    /// Outputs: loss, then the gradient of each parameter.
    Program gradient() {
        return gradient;
    }

    /// Outputs: the product for each parameter.
    Program hessianVector() {
        return hessianVector;
    }
}
