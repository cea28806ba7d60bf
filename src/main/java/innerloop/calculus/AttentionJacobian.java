package innerloop.calculus;

import innerloop.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/// How the attention of one node changes: `∂α_ij/∂e_ik = α_ij (δ_jk − α_ik)` and, through the LeakyReLU with slope l,
/// `∂α_ij/∂a_src = α_ij (l_ij g_j − Σ_k α_ik l_ik g_k)`; both of the first head. Beside each stands the diagonal part alone, as it
/// is usually printed.
///
/// @param base the pass
/// @param differences knows how to run the pass again
/// @param stage the layer
/// @param names of the node's neighbours
record AttentionJacobian(Pass base, Differences differences, Stage stage, Axis names) {

    private static final int HEAD = 0;

    /// Both derivatives, and what is printed.
    ///
    /// @param edges the node's edges, rows of α
    /// @param rows of its neighbours in g
    List<Term> terms(int[] edges, int[] rows, Gate leaky) {
        int count = edges.length;
        double[] alpha = new double[count];
        double[] slope = new double[count];
        for (int j = 0; j < count; j++) {
            alpha[j] = base.get(stage.named("A")).get(edges[j], HEAD);
            slope[j] = leaky.slope(base.get(stage.named("S")).get(edges[j], HEAD));
        }
        double[] scores = new double[count * count];
        double[] diagonal = new double[count * count];
        for (int j = 0; j < count; j++) {
            for (int k = 0; k < count; k++) {
                scores[j * count + k] = alpha[j] * ((j == k ? 1 : 0) - alpha[k]);
                diagonal[j * count + k] = j == k ? scores[j * count + k] : 0;
            }
        }
        Matrix g = base.get(stage.named("G"));
        int channels = base.get(stage.named("a_src")).columns();
        double[] vector = new double[count * channels];
        double[] printed = new double[count * channels];
        for (int c = 0; c < channels; c++) {
            double mean = 0;
            for (int k = 0; k < count; k++) {
                mean += alpha[k] * slope[k] * g.get(rows[k], c);
            }
            for (int j = 0; j < count; j++) {
                double own = g.get(rows[j], c);
                vector[j * channels + c] = alpha[j] * (slope[j] * own - mean);
                printed[j * channels + c] = alpha[j] * (1 - alpha[j]) * own;
            }
        }
        String ofScores = "∂α" + stage.of("") + "ᵢⱼ/∂eᵢₖ";
        String ofVector = "∂α" + stage.of("") + "ᵢⱼ/∂a_src";
        Axis counted = Axis.counted(channels);
        Moved byScore = (_, k) -> new Target("E", edges[k], HEAD);
        Moved byVector = (_, c) -> new Target("a_src", HEAD, c);
        return List.of(
                Term.derivative(
                        stage.layer(),
                        ofScores,
                        "αᵢⱼ (δⱼₖ − αᵢₖ), head 0",
                        new Values(names, names, scores),
                        checks(new Values(names, names, scores), scores, edges, byScore)),
                Term.usual(
                        stage.layer(),
                        ofScores,
                        "αᵢⱼ (1 − αᵢⱼ) for j = k, otherwise nothing",
                        new Values(names, names, diagonal),
                        checks(
                                new Values(names, names, diagonal),
                                apart(diagonal, scores),
                                edges,
                                byScore),
                        "the diagonal alone: a score changes the attention to every neighbour"),
                Term.derivative(
                        stage.layer(),
                        ofVector,
                        "αᵢⱼ (lᵢⱼ gⱼ − Σₖ αᵢₖ lᵢₖ gₖ), l = LeakyReLU′(s), head 0",
                        new Values(names, counted, vector),
                        checks(new Values(names, counted, vector), vector, edges, byVector)),
                Term.usual(
                        stage.layer(),
                        ofVector,
                        "αᵢⱼ (1 − αᵢⱼ) gⱼ",
                        new Values(names, counted, printed),
                        checks(
                                new Values(names, counted, printed),
                                apart(printed, vector),
                                edges,
                                byVector),
                        "the diagonal alone, and without LeakyReLU′"));
    }

    /// An entry of a matrix of the pass.
    private record Target(String matrix, int row, int column) {}

    /// Which entry of the pass a row and a column of a derivative stand for.
    private interface Moved {
        Target of(int row, int column);
    }

    private static double[] apart(double[] printed, double[] right) {
        double[] apart = printed.clone();
        for (int k = 0; k < apart.length; k++) {
            apart[k] -= right[k];
        }
        return apart;
    }

    private List<Check> checks(Values value, double[] by, int[] edges, Moved moved) {
        List<Check> checks = new ArrayList<>();
        int columns = value.columns().size();
        for (int k : differences.chosen(by, value.rows(), value.columns())) {
            int row = k / columns;
            int column = k % columns;
            Target target = moved.of(row, column);
            double difference =
                    differences
                            .of(pass -> pass.get(stage.named("A")).get(edges[row], HEAD))
                            .at(stage.named(target.matrix()), target.row(), target.column());
            checks.add(
                    new Check(
                            value.rows().get(row),
                            value.columns().get(column),
                            value.get(row, column),
                            difference));
        }
        return checks;
    }
}
