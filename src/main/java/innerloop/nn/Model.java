package innerloop.nn;

import innerloop.autodiff.Derivatives;
import innerloop.autodiff.Expression;
import innerloop.autodiff.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An encoder with its loss, compiled: forward pass, gradients, Hessian-vector product, and the head that class means
/// make. Holds no weights and no data; one is made per run and shared by all threads.
public final class Model {

    static final String DIRECTION = "direction/";

    /// Which parameters the inner loop moves.
    public enum Adapts {
        /// All.
        EVERYTHING,
        /// Those of the last layer (Raghu et al. 2020).
        HEAD
    }

    private final Encoder encoder;
    private final List<ParameterSpec> specs;
    private final List<ParameterSpec> adapted;
    private final Program forward;
    private final boolean attends;
    private final Program loss;
    private final Program gradient;
    private final Program adaptedGradient;
    private final Program hessianVector;
    private final Program prototypeHead;
    private final Program prototypePullback;

    /// Compiles the encoder for `inputs` feature columns and `outputs` ways.
    public Model(Encoder encoder, int inputs, int outputs, Loss criterion, Adapts adapts) {
        this.encoder = encoder;
        this.specs = encoder.parameters(inputs, outputs);
        this.adapted =
                specs.stream()
                        .filter(s ->
                                adapts == Adapts.EVERYTHING || encoder.layers().isHead(s.layer()))
                        .toList();
        Map<String, Expression> leaf =
                specs.stream()
                        .collect(
                                Collectors.toMap(
                                        ParameterSpec::name, s -> Expression.input(s.name())));
        Function<ParameterSpec, Expression> parameter = s -> known(leaf, s.name());
        List<Expression> parameters = specs.stream().map(parameter).toList();
        List<Expression> moved = adapted.stream().map(parameter).toList();
        Encoder.Forward f = encoder.forward(name -> known(leaf, name), "");
        Expression value = Expression.section("the loss", () -> criterion.of(f.output()));
        List<Expression> gradients = Derivatives.gradient(value, parameters);

        this.forward = Program.compile(outputs(f));
        this.attends = f.attention().isPresent();
        this.loss = Program.compile(List.of(value, f.output()));
        this.gradient = Program.compile(joined(value, gradients));
        this.adaptedGradient =
                adapted.size() == specs.size()
                        ? gradient
                        : Program.compile(joined(value, Derivatives.gradient(value, moved)));
        this.hessianVector =
                Program.compile(
                        Derivatives.pushforward(
                                gradients, moved, adapted.stream().map(Model::direction).toList()));
        List<Expression> head =
                specs.stream().map(s -> prototype(s, f, known(leaf, s.name()))).toList();
        this.prototypeHead = Program.compile(head);
        this.prototypePullback = Program.compile(pullback(head, parameters));
    }

    private static List<Expression> outputs(Encoder.Forward f) {
        List<Expression> outputs = new ArrayList<>(List.of(f.output(), f.embedding()));
        f.attention().ifPresent(outputs::add);
        return outputs;
    }

    /// Whether [#forward] has attention as a third output.
    boolean attends() {
        return attends;
    }

    private static Expression direction(ParameterSpec spec) {
        return Expression.input(DIRECTION + spec.name());
    }

    private static List<Expression> joined(Expression first, List<Expression> others) {
        List<Expression> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private static Expression known(Map<String, Expression> leaves, String name) {
        Expression leaf = leaves.get(name);
        if (leaf == null) {
            throw new IllegalStateException("the encoder asks for an unknown parameter " + name);
        }
        return leaf;
    }

    /// The head for which the scores are `2 c·x − ‖c‖²`, the negative squared distance to the class mean `c` up to
    /// what all slots share (Snell et al. 2017, eq. 8); attention vectors of the head become 0. Other parameters stay.
    private static Expression prototype(
            ParameterSpec spec, Encoder.Forward f, Expression parameter) {
        if (!spec.perSlot()) {
            return parameter;
        }
        for (Encoder.HeadWeight weight : f.head()) {
            if (weight.parameter().equals(spec.name())) {
                return means(weight).scale(2).repeatHeads(weight.copies());
            }
        }
        if (spec.layout() == ParameterSpec.Layout.VECTOR) {
            Expression squares = null;
            for (Encoder.HeadWeight weight : f.head()) {
                Expression mean = means(weight);
                Expression square = mean.times(mean).sumRows();
                squares = squares == null ? square : squares.plus(square);
            }
            if (squares != null) {
                return squares.scale(-1);
            }
        }
        return parameter.scale(0);
    }

    /// `[in × ways]`: the mean row of each class.
    private static Expression means(Encoder.HeadWeight weight) {
        return weight.rows().transposedTimes(Expression.input(Block.MEANS));
    }

    /// `Jᵀ v` of the map from parameters to those with the prototypes as head.
    private List<Expression> pullback(List<Expression> start, List<Expression> parameters) {
        Expression sum = null;
        for (int p = 0; p < start.size(); p++) {
            Expression term = start.get(p).times(direction(specs.get(p))).sum();
            sum = sum == null ? term : sum.plus(term);
        }
        if (sum == null) {
            throw new IllegalStateException("an encoder without parameters");
        }
        return Derivatives.gradient(sum, parameters);
    }

    /// The encoder.
    public Encoder encoder() {
        return encoder;
    }

    /// All parameters, in order.
    public List<ParameterSpec> specs() {
        return specs;
    }

    /// Those of these parameters that the inner loop moves, in order; shapes may be others than the network's.
    public List<ParameterSpec> adaptedAmong(List<ParameterSpec> some) {
        Set<String> names =
                adapted.stream().map(ParameterSpec::name).collect(Collectors.toUnmodifiableSet());
        return some.stream().filter(s -> names.contains(s.name())).toList();
    }

    /// Outputs: output, embedding, and the first layer's attention if the encoder has any.
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

    /// Outputs: loss, then the gradient of each adapted parameter.
    Program adaptedGradient() {
        return adaptedGradient;
    }

    /// Outputs: the product for each parameter; directions are wanted for the adapted ones only.
    Program hessianVector() {
        return hessianVector;
    }

    /// Outputs: each parameter, with the head made of class means.
    Program prototypeHead() {
        return prototypeHead;
    }

    /// Outputs: for each parameter what the direction at [#prototypeHead]'s outputs comes to.
    Program prototypePullback() {
        return prototypePullback;
    }
}
