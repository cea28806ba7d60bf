package innerloop.leakage;

import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.FeatureTable;
import innerloop.leakage.Leakage.Kind;
import innerloop.leakage.Leakage.Leak;
import innerloop.phrase.Phrase;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds feature columns that are the target of a regression in other words, such as the same temperature in another unit.
final class TellingNumbers {

    /// A correlation that only another unit, or rounding, explains.
    private static final double SAME = 0.999;

    private static final int LEAST_NODES = 5;

    /// The most columns that are looked at; words of texts are no measurements.
    private static final int MOST_COLUMNS = 200;

    private TellingNumbers() {}

    static Optional<Leak> of(Experiment experiment, AttributedGraph graph, NodePhases phases) {
        if (experiment.featureRecipe(graph).kind() != FeatureRecipe.Kind.ATTRIBUTES) {
            return Optional.empty();
        }
        return experiment
                .task()
                .targetColumn(graph)
                .flatMap(column -> of(graph.featureTable(), column, phases));
    }

    private static Optional<Leak> of(FeatureTable table, int target, NodePhases phases) {
        int columns = Math.min(MOST_COLUMNS, table.matrix().columns());
        int[] nodes =
                Arrays.stream(phases.used()).filter(i -> !table.gaps(target).get(i)).toArray();
        if (nodes.length < LEAST_NODES) {
            return Optional.empty();
        }
        double[] asked = numbers(table, target, nodes);
        List<String> telling =
                IntStream.range(0, columns)
                        .filter(c -> c != target)
                        .filter(c -> isSame(asked, numbers(table, c, nodes)))
                        .mapToObj(c -> "\"" + table.name(c) + "\"")
                        .toList();
        BitSet all = new BitSet();
        Arrays.stream(nodes).forEach(all::set);
        return telling.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Leak.of(
                                Kind.GIVEN_AWAY,
                                Phrase.of(
                                        "leak.tellingNumbers",
                                        telling,
                                        String.format(Locale.ROOT, "%.3f", SAME)),
                                Phrase.of("leak.telling.why"),
                                all,
                                Optional.empty()));
    }

    private static double[] numbers(FeatureTable table, int column, int[] nodes) {
        return Arrays.stream(nodes).mapToDouble(i -> table.matrix().get(i, column)).toArray();
    }

    private static boolean isSame(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return Math.abs(xy) >= SAME * Math.sqrt(xx * yy) && xx > 0 && yy > 0;
    }
}
