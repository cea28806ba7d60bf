package innerloop.graph;

import innerloop.math.SparseMatrix;
import java.util.Arrays;

/// How the feature matrix is made from a graph.
///
/// @param kind where the columns come from
/// @param normalize how each row is scaled
public record FeatureRecipe(Kind kind, Normalize normalize) {

    /// Where the columns come from.
    public enum Kind {
        /// The features in the graph's file.
        ATTRIBUTES,
        /// One-hot of the node's degree: one column each for 0 … 15, then one for each power of two.
        DEGREE
    }

    /// How each row is scaled.
    public enum Normalize {
        /// As it is.
        NONE,
        /// Divided by the sum of its absolute values.
        SUM,
        /// Divided by its Euclidean length.
        L2
    }

    private static final int EXACT_DEGREES = 16;
    private static final int DEGREE_COLUMNS = EXACT_DEGREES + 16;

    /// The file's features with rows of length 1.
    public static FeatureRecipe defaults() {
        return new FeatureRecipe(Kind.ATTRIBUTES, Normalize.L2);
    }

    public FeatureRecipe withKind(Kind newKind) {
        return new FeatureRecipe(newKind, normalize);
    }

    public FeatureRecipe withNormalize(Normalize newNormalize) {
        return new FeatureRecipe(kind, newNormalize);
    }

    /// Number of columns of [#apply]. It must not depend on the edges: each phase of an experiment may see others, and one
    /// network meets all phases.
    public int columns(AttributedGraph graph) {
        return switch (kind) {
            case ATTRIBUTES -> graph.features().columns();
            case DEGREE -> DEGREE_COLUMNS;
        };
    }

    /// The feature matrix `[n × f]` of this graph. A row of zeros stays zero.
    public SparseMatrix apply(AttributedGraph graph) {
        SparseMatrix raw =
                switch (kind) {
                    case ATTRIBUTES -> graph.features();
                    case DEGREE -> degrees(graph);
                };
        return switch (normalize) {
            case NONE -> raw;
            case SUM -> dividedBySum(raw);
            case L2 -> raw.unitRows();
        };
    }

    private static SparseMatrix dividedBySum(SparseMatrix raw) {
        double[] factor = new double[raw.rows()];
        for (int i = 0; i < factor.length; i++) {
            double sum = 0;
            for (int k = raw.rowStart()[i]; k < raw.rowStart()[i + 1]; k++) {
                sum += Math.abs(raw.value()[k]);
            }
            factor[i] = sum > 0 ? 1 / sum : 0;
        }
        double[] ones = new double[raw.columns()];
        Arrays.fill(ones, 1);
        return raw.scaled(factor, ones);
    }

    private static SparseMatrix degrees(AttributedGraph graph) {
        int[] column = new int[graph.nodes()];
        for (int i = 0; i < column.length; i++) {
            int degree = graph.degree(i);
            int power = 31 - Integer.numberOfLeadingZeros(Math.max(1, degree / EXACT_DEGREES));
            column[i] = degree < EXACT_DEGREES ? degree : EXACT_DEGREES + Math.min(15, power);
        }
        return SparseMatrix.selection(column, DEGREE_COLUMNS);
    }
}
