package innerloop.app.split;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.training.ClassPredictions;
import innerloop.training.Observation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The confusion matrix of the nodes that are asked about: how many of each class are predicted to be of which.
///
/// @param classes what the classes are called
/// @param counts of nodes, a row for each true class and a column for each predicted one
/// @param step the outer step it is said after; −1 while nothing is said
public record WatchedClasses(List<String> classes, List<List<Integer>> counts, int step)
        implements WatchedExamples {

    static WatchedClasses of(
            AttributedGraph graph, Targets.Nodes asked, @Nullable Observation seen) {
        List<String> classes = graph.classes();
        int[][] counts = new int[classes.size()][classes.size()];
        if (seen != null) {
            ClassPredictions said = seen.outcome().nodes();
            for (int node : asked.nodes()) {
                int label = node < said.size() ? graph.labels()[node] : -1;
                if (label >= 0 && said.predicted()[node] >= 0) {
                    counts[label][said.predicted()[node]]++;
                }
            }
        }
        return new WatchedClasses(
                classes,
                Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList(),
                seen == null ? -1 : seen.step());
    }

    /// How many nodes there are.
    public int queries() {
        return counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
    }

    /// How many of them are told right.
    public int right() {
        int right = 0;
        for (int c = 0; c < counts.size(); c++) {
            right += counts.get(c).get(c);
        }
        return right;
    }
}
