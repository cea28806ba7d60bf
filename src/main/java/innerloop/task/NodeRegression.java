package innerloop.task;

import innerloop.episode.Area;
import innerloop.episode.FewShot;
import innerloop.episode.NodeNumbers;
import innerloop.episode.NumberSampler;
import innerloop.episode.Phase;
import innerloop.episode.Sampler;
import innerloop.episode.SmoothSignals;
import innerloop.episode.Split;
import innerloop.episode.Unit;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureTable;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.nn.Answers;
import innerloop.nn.Answers.Numbers;
import innerloop.nn.Objective;
import innerloop.nn.Readout;
import innerloop.nn.Standard;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Few-shot node regression: what is the number of a node, when those of some nodes are known?
///
/// A column of the graph's file that is asked for is taken out of the features. A network sees its numbers minus the mean and
/// divided by the standard deviation of the nodes in the training lane: nothing is known of the others. Errors are in the
/// column's own unit.
///
/// @param drawing how episodes are drawn; of one kind of nodes, so that `shots` of them are the support set
/// @param signal where the numbers come from
/// @param target the column's name, or its number, written `#3`; not read for random signals
/// @param measure [Measure#RMSE] or [Measure#R2]
public record NodeRegression(FewShot drawing, Signal signal, String target, Measure measure)
        implements Task {

    private static final int MOST_NAMED = 10;

    /// The square of a larger number, or the sum of some of them, may be no number any more.
    private static final double LARGEST = 1e150;

    /// Where the numbers of the nodes come from.
    public enum Signal {
        /// A column of the graph's file.
        COLUMN,
        /// [SmoothSignals], another one in every episode.
        SMOOTH
    }

    /// Numbers of nodes, `shots` of which are known, scored by [Measure#RMSE].
    public NodeRegression(int shots, int queries, Signal signal, String target) {
        this(drawing(shots, queries), signal, target, Measure.RMSE);
    }

    private static FewShot drawing(int shots, int queries) {
        return new FewShot(1, shots, queries, Unit.NUMBERED_NODE);
    }

    /// 10 known nodes and 20 that are asked for, of smooth signals, which every graph with edges has.
    public static NodeRegression defaults() {
        return new NodeRegression(10, 20, Signal.SMOOTH, "");
    }

    /// There is one way.
    @Override
    public NodeRegression withDrawing(int ways, int shots, int queries) {
        return new NodeRegression(drawing(shots, queries), signal, target, measure);
    }

    public NodeRegression withSignal(Signal newSignal) {
        return new NodeRegression(drawing, newSignal, target, measure);
    }

    public NodeRegression withTarget(String newTarget) {
        return new NodeRegression(drawing, signal, newTarget, measure);
    }

    /// Empty for random signals, or if the graph has no such column.
    @Override
    public Optional<Integer> targetColumn(AttributedGraph graph) {
        int column = signal == Signal.COLUMN ? graph.featureTable().column(target) : -1;
        return column < 0 ? Optional.empty() : Optional.of(column);
    }

    @Override
    public Sampler sampler(AttributedGraph graph, Split split, Seed seed) {
        return new NumberSampler(
                graph, split, drawing, numbers(graph, split), unanswered(graph), seed);
    }

    private NodeNumbers numbers(AttributedGraph graph, Split split) {
        Optional<Integer> column = targetColumn(graph);
        if (column.isEmpty()) {
            return new SmoothSignals(graph);
        }
        double[] numbers = graph.featureTable().numbers(column.get());
        double[] trained =
                Area.drawn(graph, split, Phase.TRAIN, drawing).stream()
                        .mapToDouble(node -> numbers[node])
                        .filter(number -> !Double.isNaN(number))
                        .toArray();
        return new NodeNumbers.OfColumn(numbers, Standard.of(trained));
    }

    @Override
    public int outputs(AttributedGraph graph) {
        return 1;
    }

    @Override
    public Readout readout() {
        return new Readout.LastLayer();
    }

    @Override
    public Objective objective() {
        return new Objective.SquaredError();
    }

    /// R² beside the error.
    @Override
    public List<Task> otherMeasures() {
        Measure other = measure == Measure.RMSE ? Measure.R2 : Measure.RMSE;
        return List.of(new NodeRegression(drawing, signal, target, other));
    }

    @Override
    public double value(Answers right, Matrix scores) {
        Numbers numbers = Numbers.of(right);
        return value(numbers.value(), numbers.predicted(scores));
    }

    /// The measure's value of predicted numbers.
    double value(double[] right, double[] predicted) {
        return measure == Measure.R2
                ? Errors.explained(right, predicted)
                : Errors.rootMeanSquare(right, predicted);
    }

    @Override
    public AttributedGraph labelled(AttributedGraph graph) {
        return graph;
    }

    @Override
    public BitSet unanswered(AttributedGraph graph) {
        return targetColumn(graph).map(graph.featureTable()::gaps).orElseGet(BitSet::new);
    }

    @Override
    public Optional<Lack> lack(AttributedGraph graph) {
        return switch (signal) {
            case SMOOTH ->
                    graph.edges() == graph.selfLoops()
                            ? Optional.of(new Lack(Trouble.of("lack.noEdgesForSignal")))
                            : Optional.empty();
            case COLUMN -> lackOfColumn(graph.featureTable());
        };
    }

    private Optional<Lack> lackOfColumn(FeatureTable table) {
        int columns = table.matrix().columns();
        if (columns == 0) {
            return Optional.of(new Lack(Trouble.of("lack.noNumericColumn")));
        }
        int column = table.column(target);
        Phrase known = Phrase.some(table.columns(), MOST_NAMED);
        if (column < 0) {
            return Optional.of(
                    new Lack(
                            "task.target",
                            Trouble.of(
                                    target.isEmpty() ? "lack.noTarget" : "lack.noColumn",
                                    known,
                                    target)));
        }
        if (table.gaps(column).cardinality() == table.matrix().rows()) {
            return Optional.of(
                    new Lack("task.target", Trouble.of("lack.emptyColumn", known, target)));
        }
        double largest =
                Arrays.stream(table.numbers(column))
                        .map(Math::abs)
                        .filter(number -> !Double.isNaN(number))
                        .max()
                        .orElse(0);
        return largest > LARGEST
                ? Optional.of(new Lack("task.target", Trouble.of("lack.tooLarge", target, largest)))
                : Optional.empty();
    }

    /// The floor is the mean of the neighbours in the support set.
    @Override
    public List<Supplier<Baseline>> baselines(AttributedGraph graph, SparseMatrix features) {
        return Arrays.stream(KnownNumbers.Kind.values())
                .<Supplier<Baseline>>map(
                        kind -> () -> new KnownNumbers(this, kind, graph, features))
                .toList();
    }

    @Override
    public Phrase phrase() {
        Phrase known = Phrase.amount(drawing.shots(), "node");
        return signal == Signal.COLUMN
                ? Phrase.of("task.numbers", known, drawing.queries(), target)
                : Phrase.of("task.signals", known, drawing.queries());
    }
}
