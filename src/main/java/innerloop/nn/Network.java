package innerloop.nn;

import innerloop.autodiff.Derivatives;
import innerloop.autodiff.Expression;
import innerloop.autodiff.Program;
import innerloop.graph.Targets;
import innerloop.math.SparseMatrix;
import innerloop.nn.ParameterSpec.Columns;
import innerloop.phrase.Phrase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An encoder with its readout and its objective, compiled. Holds no weights and no data; one is made per run and shared
/// by all threads.
public final class Network {

    static final String DIRECTION = "direction/";

    /// Which parameters the inner loop moves.
    public enum Adapts {
        /// All.
        EVERYTHING,
        /// Those of the layer that gives the output (Raghu et al. 2020).
        HEAD,
        /// Those of the objective.
        OBJECTIVE
    }

    /// The programs of a network. An objective that reads several blocks has the first four only, and the last one if it fits
    /// something.
    enum Use {
        /// Outputs: scores, embedding, and the first layer's attention if the encoder has any.
        FORWARD,
        /// Output: what all nodes' rows are made into for [Objective#passedOn].
        PASSED_ON,
        /// Outputs: loss, scores.
        LOSS,
        /// Outputs: loss, then the gradient of each parameter, then the loss's second term if it has one.
        GRADIENT,
        /// Outputs: loss, then the gradient of each adapted parameter.
        ADAPTED_GRADIENT,
        /// Outputs: the product for each parameter; directions are given for the adapted ones only.
        HESSIAN_VECTOR,
        /// Outputs: each parameter, with the head computed from class means.
        PROTOTYPE_HEAD,
        /// Outputs: for each parameter the pullback of a cotangent of the outputs of [#PROTOTYPE_HEAD].
        PROTOTYPE_PULLBACK,
        /// Outputs: what the objective fits to the support set by a formula.
        FITTED
    }

    private final Encoder encoder;
    private final Readout readout;
    private final Objective objective;
    private final List<ParameterSpec> specs;
    private final List<ParameterSpec> adapted;
    private final boolean attends;
    private final boolean penalised;
    private final Map<Use, Program> programs = new EnumMap<>(Use.class);

    /// Compiles the encoder for `inputs` feature columns and `outputs` columns of output.
    public Network(
            Encoder encoder,
            Readout readout,
            int inputs,
            int outputs,
            Objective objective,
            Adapts adapts) {
        this.encoder = encoder;
        this.readout = readout;
        this.objective = objective;
        int head = readout.outputLayer(encoder);
        this.specs =
                new ArrayList<>(
                        readout.parameters(encoder, inputs, outputs, objective.outputsAre()));
        specs.addAll(objective.parameters(head + 1));
        this.adapted =
                specs.stream()
                        .filter(s ->
                                switch (adapts) {
                                    case EVERYTHING -> true;
                                    case HEAD -> s.layer() == head;
                                    case OBJECTIVE -> s.layer() > head;
                                })
                        .toList();
        Map<String, Expression> leaf =
                specs.stream()
                        .collect(
                                Collectors.toMap(
                                        ParameterSpec::name, s -> Expression.input(s.name())));
        Map<String, Encoder.Forward> passes = new HashMap<>();
        for (String pass : objective.passes()) {
            passes.put(pass, readout.forward(encoder, name -> known(leaf, name), pass));
        }
        Encoder.Forward scored = known(passes, objective.passes().getLast());
        this.attends = scored.attention().isPresent();
        Expression scores =
                objective.scores(pass -> known(passes, pass).output(), name -> known(leaf, name));
        Optional<Expression> penalty =
                Expression.section(Phrase.of("section.penalty"), () -> objective.penalty(scored));
        this.penalised = penalty.isPresent();
        Expression ofScores =
                Expression.section(Phrase.of("section.loss"), () -> objective.loss(scores));
        Expression loss = penalty.map(ofScores::plus).orElse(ofScores);
        List<Expression> parameters = specs.stream().map(s -> known(leaf, s.name())).toList();
        List<Expression> gradient = Derivatives.gradient(loss, parameters);

        Expression embedding =
                objective.outputsAre() == Columns.DIMENSIONS ? scored.output() : scored.embedding();
        List<Expression> forward = new ArrayList<>(List.of(scores, embedding));
        scored.attention().ifPresent(forward::add);
        compile(Use.FORWARD, forward);
        objective
                .passedOn(scored.output())
                .ifPresent(passed -> compile(Use.PASSED_ON, List.of(passed)));
        compile(Use.LOSS, List.of(loss, scores));
        List<Expression> lossAndGradient = joined(loss, gradient);
        penalty.ifPresent(lossAndGradient::add);
        compile(Use.GRADIENT, lossAndGradient);
        List<Expression> moved = adaptedOf(parameters);
        if (moved.size() == specs.size()) {
            programs.put(Use.ADAPTED_GRADIENT, program(Use.GRADIENT));
        } else {
            compile(Use.ADAPTED_GRADIENT, joined(loss, Derivatives.gradient(loss, moved)));
        }
        List<Expression> fitted =
                objective.fitted(pass -> known(passes, pass).output(), name -> known(leaf, name));
        if (!fitted.isEmpty()) {
            compile(Use.FITTED, fitted);
        }
        if (passes.size() == 1) {
            compileInnerLoop(scored, parameters, moved, gradient);
        }
    }

    private List<Expression> adaptedOf(List<Expression> parameters) {
        List<Expression> moved = new ArrayList<>();
        for (int p = 0; p < specs.size(); p++) {
            if (adapted.contains(specs.get(p))) {
                moved.add(parameters.get(p));
            }
        }
        return moved;
    }

    /// The programs that only networks adapted by gradient steps need.
    private void compileInnerLoop(
            Encoder.Forward forward,
            List<Expression> parameters,
            List<Expression> moved,
            List<Expression> gradient) {
        compile(
                Use.HESSIAN_VECTOR,
                Derivatives.pushforward(
                        gradient, moved, adapted.stream().map(Network::direction).toList()));
        List<Expression> head = PrototypeHead.of(specs, parameters, forward.head());
        compile(Use.PROTOTYPE_HEAD, head);
        compile(Use.PROTOTYPE_PULLBACK, pullback(head, parameters));
    }

    private void compile(Use use, List<Expression> outputs) {
        programs.put(use, Program.compile(outputs));
    }

    private static Expression direction(ParameterSpec spec) {
        return Expression.input(DIRECTION + spec.name());
    }

    private static List<Expression> joined(Expression first, List<Expression> others) {
        List<Expression> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private static <T> T known(Map<String, T> all, String name) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalStateException("the network has no \"" + name + "\"");
        }
        return found;
    }

    /// `Jᵀ v` of the map from parameters to those with the prototypes as head.
    private List<Expression> pullback(List<Expression> start, List<Expression> parameters) {
        Expression sum = null;
        for (int p = 0; p < start.size(); p++) {
            Expression term = start.get(p).times(direction(specs.get(p))).sum();
            sum = sum == null ? term : sum.plus(term);
        }
        if (sum == null) {
            throw new IllegalStateException("a network without parameters");
        }
        return Derivatives.gradient(sum, parameters);
    }

    /// The encoder.
    public Encoder encoder() {
        return encoder;
    }

    /// What turns the encoder's rows into rows for the targets.
    public Readout readout() {
        return readout;
    }

    /// The objective it is trained with.
    public Objective objective() {
        return objective;
    }

    /// All parameters, in order.
    public List<ParameterSpec> specs() {
        return specs;
    }

    /// Number of layers with parameters, those of the readout included; the parameters of an objective count as one more.
    public int layers() {
        return specs.getLast().layer() + 1;
    }

    /// Those of these parameters that the inner loop moves, in order; shapes may be others than the network's.
    public List<ParameterSpec> adaptedAmong(List<ParameterSpec> some) {
        Set<String> names =
                adapted.stream().map(ParameterSpec::name).collect(Collectors.toUnmodifiableSet());
        return some.stream().filter(s -> names.contains(s.name())).toList();
    }

    /// The operands of the forward pass for some targets: their exact receptive field, except that the columns of the
    /// features are chosen by the caller.
    public Encoder.Operands operands(Encoder.GraphView view, Targets targets) {
        return readout.operands(encoder, view, targets);
    }

    /// Some targets with all feature columns, and no answers.
    public Block examples(Encoder.GraphView view, Targets targets) {
        Encoder.Operands operands = operands(view, targets);
        Map<String, SparseMatrix> features = new HashMap<>();
        view.features()
                .forEach((name, matrix) -> features.put(name, matrix.selectRows(operands.rows())));
        return Block.of(operands, features);
    }

    /// Whether a parameter shifts all rows of the output alike, which distances do not see. What hops pass on reaches every node in
    /// another size.
    public boolean shifts(ParameterSpec spec) {
        boolean passedOn =
                !encoder.layers().hops().areNone() && spec.layer() < encoder.layers().count();
        return spec.columnsAre() == Columns.DIMENSIONS
                && spec.layout() == ParameterSpec.Layout.VECTOR
                && !passedOn;
    }

    /// Columns of the noise that a block must have ([Block#withNoise]); 0 if it needs none.
    public int sampleWidth() {
        return readout.sampleWidth();
    }

    /// Whether its objective compares what the output at all nodes is made into ([Objective#passedOn]).
    public boolean passesOn() {
        return programs.containsKey(Use.PASSED_ON);
    }

    /// Whether its loss has a second term.
    boolean penalised() {
        return penalised;
    }

    /// Whether [Use#FORWARD] has attention as a third output.
    boolean attends() {
        return attends;
    }

    /// The programs by their use.
    Map<Use, Program> programs() {
        return programs;
    }

    private Program program(Use use) {
        Program program = programs.get(use);
        if (program == null) {
            throw new IllegalStateException("the network has no program for " + use);
        }
        return program;
    }
}
