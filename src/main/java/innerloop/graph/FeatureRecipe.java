package innerloop.graph;

import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;

/// How the feature matrix is made from a graph.
///
/// Features that are computed from the edges are those of the graph that is given: a phase that does not see an edge has features
/// without it. Those of [Kind#STRUCTURAL], [Kind#SPECTRAL] and [Kind#RANDOM_WALK] read an edge in both directions, without its weight, and no
/// loops; they depend on the component of a node alone, so they are comparable between graphs of different sizes, and a node
/// without neighbours has them too.
///
/// @param kind where the columns come from
/// @param normalize how each row is scaled
/// @param scaling how the columns of the file are scaled before that
public record FeatureRecipe(Kind kind, Normalize normalize, Scaling scaling) {

    /// Where the columns come from.
    public enum Kind {
        /// The features in the graph's file.
        ATTRIBUTES,
        /// One-hot of the node's degree: one column each for 0 … 15, then one for each power of two.
        DEGREE,
        /// Degree, clustering, triangles, core number and PageRank: [StructuralFeatures].
        STRUCTURAL,
        /// The first eigenvectors of the Laplacian of the node's component: [SpectralFeatures].
        SPECTRAL,
        /// Whether a random walk comes back: [WalkFeatures].
        RANDOM_WALK
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

    /// How the columns of the file are scaled. Columns of 0 and 1, and those that are 0 at half of the nodes or more, such as
    /// counts of words, are never shifted: [ColumnScaling].
    public enum Scaling {
        /// As they are.
        NONE,
        /// Columns of numbers are standardised, or ranked where few of them are far from all others.
        AUTO,
        /// Columns of numbers have mean 0 and mean square 1.
        STANDARDISE,
        /// Columns of numbers are replaced by the order of their numbers, then standardised.
        RANK
    }

    /// Columns as they are.
    public FeatureRecipe(Kind kind, Normalize normalize) {
        this(kind, normalize, Scaling.NONE);
    }

    /// The reach of features that depend on the whole component of a node.
    public static final int WHOLE_COMPONENT = Integer.MAX_VALUE;

    private static final int EXACT_DEGREES = 16;
    private static final int DEGREE_COLUMNS = EXACT_DEGREES + 16;

    /// The file's features with rows of length 1.
    public static FeatureRecipe defaults() {
        return new FeatureRecipe(Kind.ATTRIBUTES, Normalize.L2);
    }

    /// Structural features as they are: what any graph with edges has.
    public static FeatureRecipe structural() {
        return new FeatureRecipe(Kind.STRUCTURAL, Normalize.NONE);
    }

    public FeatureRecipe withKind(Kind newKind) {
        return new FeatureRecipe(newKind, normalize, scaling);
    }

    public FeatureRecipe withNormalize(Normalize newNormalize) {
        return new FeatureRecipe(kind, newNormalize, scaling);
    }

    public FeatureRecipe withScaling(Scaling newScaling) {
        return new FeatureRecipe(kind, normalize, newScaling);
    }

    /// Number of columns of [#apply]. It must not depend on the edges: each phase of an experiment may see others, and one
    /// network meets all phases.
    public int columns(AttributedGraph graph) {
        return switch (kind) {
            case ATTRIBUTES -> graph.features().columns();
            case DEGREE -> DEGREE_COLUMNS;
            case STRUCTURAL -> StructuralFeatures.COLUMNS;
            case SPECTRAL -> SpectralFeatures.COLUMNS;
            case RANDOM_WALK -> WalkFeatures.COLUMNS;
        };
    }

    /// The most numbers of a node's row that are not 0, known without computing them.
    public int entries(AttributedGraph graph, int node) {
        return switch (kind) {
            case ATTRIBUTES -> fileEntries(graph.features(), node);
            case DEGREE -> 1;
            case STRUCTURAL, SPECTRAL, RANDOM_WALK -> columns(graph);
        };
    }

    /// Scaling fills columns that are not 0 at more than half of the nodes.
    private int fileEntries(SparseMatrix file, int node) {
        int own = file.rowSize(node);
        if (scaling == Scaling.NONE) {
            return own;
        }
        return (int) Math.min(file.columns(), own + 2L * file.size() / file.rows());
    }

    /// How many edges away from a node its features are read: other edges do not change them.
    public int reach() {
        return switch (kind) {
            case ATTRIBUTES -> 0;
            case DEGREE -> 1;
            case RANDOM_WALK -> WalkFeatures.REACH;
            case STRUCTURAL, SPECTRAL -> WHOLE_COMPONENT;
        };
    }

    /// The feature matrix `[n × f]` of this graph.
    public SparseMatrix apply(AttributedGraph graph) {
        return apply(graph, new BitSet());
    }

    /// The feature matrix `[n × f]` of this graph, where columns are scaled by what is known of some nodes only. A row of zeros
    /// stays zero when rows are scaled.
    ///
    /// @param unseen nodes on which the scale of columns must not depend
    public SparseMatrix apply(AttributedGraph graph, BitSet unseen) {
        SparseMatrix raw =
                switch (kind) {
                    case ATTRIBUTES -> attributes(graph.featureTable(), unseen);
                    case DEGREE -> degrees(graph);
                    case STRUCTURAL -> dense(graph, StructuralFeatures.of(SimpleGraph.of(graph)));
                    case SPECTRAL -> dense(graph, SpectralFeatures.of(SimpleGraph.of(graph)));
                    case RANDOM_WALK ->
                            dense(
                                    graph,
                                    WalkFeatures.of(SimpleGraph.of(graph), WalkFeatures.BUDGET));
                };
        return switch (normalize) {
            case NONE -> raw;
            case SUM -> dividedBySum(raw);
            case L2 -> raw.unitRows();
        };
    }

    private SparseMatrix attributes(FeatureTable table, BitSet unseen) {
        return scaling == Scaling.NONE
                ? table.matrix()
                : new ColumnScaling(table, unseen).scaled(scaling);
    }

    /// The column of the file that outweighs all others together unless columns are scaled; empty if they are, or if none does.
    public OptionalInt dominating(AttributedGraph graph) {
        return kind == Kind.ATTRIBUTES && scaling == Scaling.NONE
                ? new ColumnScaling(graph.featureTable(), new BitSet()).dominating()
                : OptionalInt.empty();
    }

    private SparseMatrix dense(AttributedGraph graph, double[] rows) {
        return SparseMatrix.ofDense(graph.nodes(), columns(graph), rows);
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
