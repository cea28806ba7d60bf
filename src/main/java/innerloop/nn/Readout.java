package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.Targets;
import innerloop.math.ScalarFunction;
import innerloop.math.SparseMatrix;
import innerloop.nn.Encoder.Forward;
import innerloop.nn.Encoder.GraphView;
import innerloop.nn.Encoder.HeadWeight;
import innerloop.nn.Encoder.Operands;
import innerloop.nn.ParameterSpec.Columns;
import innerloop.phrase.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The map from an encoder's rows for nodes to rows for the targets of an episode.
public sealed interface Readout {

    /// All weights of encoder and readout.
    ///
    /// @param inputs feature columns
    /// @param outputs columns of the network's output
    /// @param outputsAre what these columns stand for
    List<ParameterSpec> parameters(Encoder encoder, int inputs, int outputs, Columns outputsAre);

    /// The number of the layer that gives the network's output.
    int outputLayer(Encoder encoder);

    /// The forward pass of encoder and readout.
    ///
    /// @param parameter the parameters by name
    /// @param operandPrefix stands before the names that [#operands] uses
    Forward forward(Encoder encoder, Function<String, Expression> parameter, String operandPrefix);

    /// Columns of the noise that its output is a sample with; 0 if it is no sample.
    default int sampleWidth() {
        return 0;
    }

    /// The operands of [#forward] for some targets: their exact receptive field.
    Operands operands(Encoder encoder, GraphView view, Targets targets);

    /// The encoder's last layer is the output: one row per node.
    record LastLayer() implements Readout {
        @Override
        public List<ParameterSpec> parameters(
                Encoder encoder, int inputs, int outputs, Columns outputsAre) {
            return encoder.parameters(inputs, outputs, outputsAre);
        }

        @Override
        public int outputLayer(Encoder encoder) {
            return encoder.layers().count() - 1;
        }

        @Override
        public Forward forward(
                Encoder encoder, Function<String, Expression> parameter, String operandPrefix) {
            return encoder.forward(parameter, operandPrefix);
        }

        @Override
        public Operands operands(Encoder encoder, GraphView view, Targets targets) {
            return switch (targets) {
                case Targets.Nodes(int[] nodes) -> encoder.operands(view, nodes);
                case Targets.Members _ ->
                        throw new IllegalArgumentException("member graphs have to be pooled");
                case Targets.Pairs _ ->
                        throw new IllegalArgumentException("pairs of nodes need a pair score");
            };
        }
    }

    /// The rows of each member graph's nodes are pooled to one row, and a linear layer maps it to the output:
    /// `y = pool_i(h_i) · W + b` (Xu et al. 2019, §4.2, with the last layer's rows only).
    ///
    /// @param pooling how the rows are put together
    /// @param dimensions size of the encoder's output
    record Pooled(Pooling pooling, int dimensions) implements Readout {

        private static final String POOL = "pool";

        /// The name of the linear layer's weight.
        public static final String WEIGHT = "head.weight";

        /// The name of its bias.
        public static final String BIAS = "head.bias";

        @Override
        public List<ParameterSpec> parameters(
                Encoder encoder, int inputs, int outputs, Columns outputsAre) {
            // Mean and largest entry pass a shift of all rows on to the output, where distances do
            // not
            // see it.
            Columns pooled =
                    outputsAre == Columns.DIMENSIONS && pooling != Pooling.SUM
                            ? Columns.DIMENSIONS
                            : Columns.UNITS;
            List<ParameterSpec> specs =
                    new ArrayList<>(encoder.parameters(inputs, dimensions, pooled));
            LayerShape head =
                    new LayerShape("", outputLayer(encoder), dimensions, outputs, true, outputsAre);
            specs.add(head.weight(WEIGHT));
            specs.add(head.bias(BIAS));
            return List.copyOf(specs);
        }

        @Override
        public int outputLayer(Encoder encoder) {
            return encoder.layers().count();
        }

        @Override
        public Forward forward(
                Encoder encoder, Function<String, Expression> parameter, String operandPrefix) {
            Forward nodes = encoder.forward(parameter, operandPrefix);
            String pool = operandPrefix + POOL;
            Expression pooled =
                    Expression.section(
                            Phrase.of("section.readout"),
                            () ->
                                    switch (pooling) {
                                        case SUM, MEAN -> nodes.output().propagate(pool);
                                        case MAX -> nodes.output().edgeMax(pool);
                                    });
            Rows rows = new Rows.Dense(pooled);
            return new Forward(
                    pooled,
                    rows.times(parameter.apply(WEIGHT)).addRow(parameter.apply(BIAS)),
                    List.of(new HeadWeight(WEIGHT, rows, 1)),
                    nodes.attention());
        }

        @Override
        public Operands operands(Encoder encoder, GraphView view, Targets targets) {
            return switch (targets) {
                case Targets.Members members -> {
                    Operands nodes = encoder.operands(view, members.nodes());
                    Map<String, SparseMatrix> byName = new HashMap<>(nodes.byName());
                    byName.put(POOL, pool(members));
                    yield new Operands(nodes.rows(), Map.copyOf(byName));
                }
                case Targets.Nodes _, Targets.Pairs _ ->
                        throw new IllegalArgumentException("only member graphs are pooled");
            };
        }

        /// `[members × nodes]`: 1 at the nodes of each member graph, or their share of the mean.
        private SparseMatrix pool(Targets.Members members) {
            int count = members.size();
            int[] start = new int[count + 1];
            for (int g = 0; g < count; g++) {
                start[g + 1] = start[g] + members.nodesOf()[g].length;
            }
            int[] column = new int[start[count]];
            Arrays.setAll(column, i -> i);
            double[] value = new double[column.length];
            for (int g = 0; g < count; g++) {
                double each = pooling == Pooling.MEAN ? 1.0 / (start[g + 1] - start[g]) : 1;
                Arrays.fill(value, start[g], start[g + 1], each);
            }
            return new SparseMatrix(count, column.length, start, column, value);
        }
    }

    /// A pair of nodes gets a score, the logit of an edge between them, from their rows z of the encoder's output. Whichever of
    /// them comes first, the score is the same.
    ///
    /// @param scoring how two rows become a score
    /// @param dimensions size of the encoder's output
    record PairScore(Scoring scoring, int dimensions) implements Readout {

        @Override
        public List<ParameterSpec> parameters(
                Encoder encoder, int inputs, int outputs, Columns outputsAre) {
            List<ParameterSpec> specs =
                    new ArrayList<>(encoder.parameters(inputs, dimensions, Columns.UNITS));
            specs.addAll(scoring.parameters(outputLayer(encoder), dimensions, outputs));
            return List.copyOf(specs);
        }

        @Override
        public int outputLayer(Encoder encoder) {
            int layers = encoder.layers().count();
            return scoring == Scoring.DOT ? layers - 1 : layers;
        }

        /// The embedding is z, a row for each of [Targets.Pairs#distinctNodes].
        @Override
        public Forward forward(
                Encoder encoder, Function<String, Expression> parameter, String operandPrefix) {
            Forward nodes = encoder.forward(parameter, operandPrefix);
            Expression scores =
                    Expression.section(
                            Phrase.of("section.readout"),
                            () ->
                                    scoring.score(
                                            nodes.output().propagate(operandPrefix + PairRows.FROM),
                                            nodes.output().propagate(operandPrefix + PairRows.TO),
                                            parameter));
            return new Forward(nodes.output(), scores, List.of(), nodes.attention());
        }

        @Override
        public Operands operands(Encoder encoder, GraphView view, Targets targets) {
            return switch (targets) {
                case Targets.Pairs pairs -> {
                    int[] nodes = pairs.distinctNodes();
                    Operands rows = encoder.operands(view, nodes);
                    Map<String, SparseMatrix> byName = new HashMap<>(rows.byName());
                    PairRows.pick(pairs, nodes, byName);
                    yield new Operands(rows.rows(), Map.copyOf(byName));
                }
                case Targets.Nodes _, Targets.Members _ ->
                        throw new IllegalArgumentException("only pairs of nodes have a pair score");
            };
        }
    }

    /// Every node gets a latent vector z, from which edges are told ([Objective.Reconstruction]).
    ///
    /// A variational encoder has its last layer twice, for the mean μ and the logarithm of the deviation σ of z, and z is a
    /// sample `μ + σ ∘ noise`, of which derivatives exist because the noise does not depend on the weights (Kingma and Welling
    /// 2014). The embedding is μ.
    ///
    /// @param dimensions size of z
    /// @param variational whether z is a sample
    record Latent(int dimensions, boolean variational) implements Readout {

        private static final String MEAN = "_mu.";
        private static final String LOG_DEVIATION = "_logstd.";

        @Override
        public List<ParameterSpec> parameters(
                Encoder encoder, int inputs, int outputs, Columns outputsAre) {
            List<ParameterSpec> specs = encoder.parameters(inputs, dimensions, Columns.UNITS);
            if (!variational) {
                return specs;
            }
            List<ParameterSpec> twice = new ArrayList<>();
            for (String head : List.of(MEAN, LOG_DEVIATION)) {
                for (ParameterSpec spec : specs) {
                    ParameterSpec named = spec.withName(named(encoder, spec.name(), head));
                    if (!twice.contains(named)) {
                        twice.add(named);
                    }
                }
            }
            return List.copyOf(twice);
        }

        /// The weights of the encoder that gives z, or its mean, under the encoder's own names.
        ///
        /// @param wanted names and shapes
        /// @param theta all weights of the network
        public Parameters ofMean(Encoder encoder, List<ParameterSpec> wanted, Parameters theta) {
            return new Parameters(
                    wanted,
                    wanted.stream()
                            .map(spec ->
                                    theta.get(
                                            variational
                                                    ? named(encoder, spec.name(), MEAN)
                                                    : spec.name()))
                            .toList());
        }

        /// What the names of the parameters of the layer for μ begin with.
        public String prefixOfMean(Encoder encoder) {
            String last = encoder.prefix(encoder.layers().count() - 1);
            return variational ? named(encoder, last, MEAN) : last;
        }

        /// The same of the layer for log σ of a variational encoder.
        public String prefixOfLogDeviation(Encoder encoder) {
            return named(encoder, encoder.prefix(encoder.layers().count() - 1), LOG_DEVIATION);
        }

        /// The name of a parameter, where those of the last layer are called `conv_mu.…` and `conv_logstd.…` in place of
        /// `convs.1.…`.
        private static String named(Encoder encoder, String name, String head) {
            String last = encoder.prefix(encoder.layers().count() - 1);
            return name.startsWith(last)
                    ? last.substring(0, last.indexOf("s.")) + head + name.substring(last.length())
                    : name;
        }

        @Override
        public int outputLayer(Encoder encoder) {
            return encoder.layers().count() - 1;
        }

        @Override
        public Forward forward(
                Encoder encoder, Function<String, Expression> parameter, String operandPrefix) {
            if (!variational) {
                Forward nodes = encoder.forward(parameter, operandPrefix);
                return new Forward(nodes.output(), nodes.output(), List.of(), nodes.attention());
            }
            Forward mean = of(encoder, parameter, operandPrefix, MEAN);
            Forward logDeviation = of(encoder, parameter, operandPrefix, LOG_DEVIATION);
            Expression noise = Expression.input(operandPrefix + Block.NOISE);
            Expression sample =
                    Expression.section(
                            Phrase.of("section.sample"),
                            () ->
                                    mean.output()
                                            .plus(
                                                    logDeviation
                                                            .output()
                                                            .map(ScalarFunction.EXP)
                                                            .times(noise)));
            return new Forward(
                    mean.output(),
                    sample,
                    List.of(),
                    mean.attention(),
                    Optional.of(new Encoder.Gaussian(mean.output(), logDeviation.output())));
        }

        private static Forward of(
                Encoder encoder,
                Function<String, Expression> parameter,
                String operandPrefix,
                String head) {
            return encoder.forward(
                    name -> parameter.apply(named(encoder, name, head)), operandPrefix);
        }

        @Override
        public int sampleWidth() {
            return variational ? dimensions : 0;
        }

        /// The receptive field is the whole graph.
        @Override
        public Operands operands(Encoder encoder, GraphView view, Targets targets) {
            return switch (targets) {
                case Targets.Pairs pairs -> {
                    int[] nodes = IntStream.range(0, view.structure().rows()).toArray();
                    Operands rows = encoder.operands(view, nodes);
                    Map<String, SparseMatrix> byName = new HashMap<>(rows.byName());
                    PairRows.pick(pairs, nodes, byName);
                    yield new Operands(rows.rows(), Map.copyOf(byName));
                }
                case Targets.Nodes _, Targets.Members _ ->
                        throw new IllegalArgumentException("edges are told from pairs of nodes");
            };
        }
    }

    /// How the rows of a member graph's nodes are put together.
    enum Pooling {
        /// Their sum.
        SUM,
        /// Their mean.
        MEAN,
        /// The largest entry of each column.
        MAX
    }
}
