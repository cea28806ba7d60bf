package innerloop.app.calculus;

import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import innerloop.scene.VectorArrow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a loss of edges does to the row of the explained node in the embedding: the pull of each neighbour, the push of each other
/// node, and their sum, which is where a step of gradient descent would take the row; of a variational encoder also how far the
/// sample is from the mean.
public final class Forces {

    private static final String PULL = "pullⱼ";
    private static final String PUSH = "pushⱼ";

    private Forces() {}

    /// The arrows of an explanation; none where the loss is not one of edges.
    public static List<VectorArrow> of(Explanation explanation) {
        Optional<Values> pulls = rows(explanation, PULL);
        Optional<Values> pushes = rows(explanation, PUSH);
        if (pulls.isEmpty() || pushes.isEmpty()) {
            return List.of();
        }
        int node = explanation.number();
        List<VectorArrow> arrows = new ArrayList<>();
        double[] sum = new double[pulls.get().columns().size()];
        add(pulls.get(), node, VectorArrow.Kind.PULL, arrows, sum);
        add(pushes.get(), node, VectorArrow.Kind.PUSH, arrows, sum);
        arrows.add(new VectorArrow(node, sum, VectorArrow.Kind.BOTH));
        rows(explanation, "μ")
                .ifPresent(mean -> {
                    double[] spread = rows(explanation, "zᵢ").orElseThrow().numbers().clone();
                    Arrays.setAll(spread, c -> spread[c] - mean.numbers()[c]);
                    arrows.add(new VectorArrow(node, spread, VectorArrow.Kind.SAMPLE));
                });
        return List.copyOf(arrows);
    }

    private static Optional<Values> rows(Explanation explanation, String name) {
        return explanation.terms().stream()
                .filter(term -> term.name().equals(name))
                .map(Term::value)
                .findFirst();
    }

    private static void add(
            Values rows, int node, VectorArrow.Kind kind, List<VectorArrow> arrows, double[] sum) {
        int width = sum.length;
        for (int row = 0; row < rows.rows().size(); row++) {
            double[] vector = Arrays.copyOfRange(rows.numbers(), row * width, (row + 1) * width);
            arrows.add(new VectorArrow(node, vector, kind));
            for (int c = 0; c < width; c++) {
                sum[c] += vector[c];
            }
        }
    }
}
