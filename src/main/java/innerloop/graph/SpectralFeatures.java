package innerloop.graph;

import innerloop.math.JacobiEigen;
import java.util.Arrays;

/// Where a node lies in its connected component: the entries of the first eigenvectors of the component's normalised Laplacian
/// `I - D^-½ A D^-½`, after the one for eigenvalue 0, which only tells the degree. Their mean square over the component is 1, whatever its
/// size. A component of n nodes has n − 1 of them; further columns are 0.
///
/// An eigenvector is free in its sign, and those of a repeated eigenvalue are free to turn into each other. Both are fixed by one
/// rule: the first vector of an eigenvalue is the projection of the unit vector of the node that comes closest to its
/// eigenspace, the second the same in what is left, and so on; between equal nodes, the one with the smaller number. For a simple eigenvalue this is the eigenvector whose entry of
/// largest absolute value is positive.
///
/// In components of up to [#SMALL] nodes everything is exact. In larger ones the first eigenvectors are found by iteration
/// ([LeadingEigenvectors]), as exactly as its budget allows; if an eigenvalue is repeated more often than the iteration has vectors, which ones are found depends on
/// the order of the nodes.
final class SpectralFeatures {

    static final int COLUMNS = 8;

    static final int SMALL = 64;

    /// Eigenvalues of the Laplacian that differ by less, relative to the larger one, are one eigenvalue.
    private static final double EQUAL = 1e-6;

    /// Squared entries that differ by less, relative to the larger one, are equal.
    private static final double TIED = 1e-6;

    private SpectralFeatures() {}

    /// `[n × COLUMNS]`, row after row.
    static double[] of(SimpleGraph graph) {
        double[] rows = new double[graph.nodes() * COLUMNS];
        int[] numberOf = new int[graph.nodes()];
        int steps = LeadingEigenvectors.steps(graph);
        for (int[] members : graph.components()) {
            if (members.length > 1) {
                SimpleGraph component = graph.component(members, numberOf);
                JacobiEigen.Decomposition found =
                        members.length <= SMALL
                                ? all(component)
                                : LeadingEigenvectors.of(component, steps);
                fill(rows, members, found);
            }
        }
        return rows;
    }

    /// All eigenvectors of the normalised adjacency but the first.
    private static JacobiEigen.Decomposition all(SimpleGraph graph) {
        int n = graph.nodes();
        double[] scale = graph.rootOfInverseDegree();
        double[] normalised = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = graph.start()[i]; k < graph.start()[i + 1]; k++) {
                int j = graph.neighbour()[k];
                normalised[i * n + j] = scale[i] * scale[j];
            }
        }
        JacobiEigen.Decomposition found = JacobiEigen.decompose(normalised, n);
        return new JacobiEigen.Decomposition(
                Arrays.copyOfRange(found.values(), 1, n),
                Arrays.copyOfRange(found.vectors(), 1, n));
    }

    private static void fill(double[] rows, int[] members, JacobiEigen.Decomposition found) {
        double[] values = found.values();
        double size = Math.sqrt(members.length);
        int end;
        for (int from = 0; from < Math.min(COLUMNS, values.length); from = end) {
            end = from + 1;
            while (end < values.length && values[from] - values[end] < EQUAL * (1 - values[end])) {
                end++;
            }
            double[][] space = Arrays.copyOfRange(found.vectors(), from, end);
            for (int column = from; column < Math.min(end, COLUMNS); column++) {
                double[] vector = takeClosest(space);
                for (int k = 0; k < members.length; k++) {
                    rows[members[k] * COLUMNS + column] = size * vector[k];
                }
            }
        }
    }

    /// The projection, of length 1, of the node that comes closest to the space of these orthonormal vectors, which are then
    /// turned so that the last of them is 0 and the others are orthogonal to it.
    private static double[] takeClosest(double[][] space) {
        int n = space[0].length;
        double[] squares = new double[n];
        double most = 0;
        for (int i = 0; i < n; i++) {
            for (double[] vector : space) {
                squares[i] += vector[i] * vector[i];
            }
            most = Math.max(most, squares[i]);
        }
        int closest = 0;
        while (squares[closest] < most * (1 - TIED)) {
            closest++;
        }
        double length = Math.sqrt(squares[closest]);
        double[] taken = new double[n];
        for (double[] vector : space) {
            add(taken, vector[closest] / length, vector);
        }
        for (double[] vector : space) {
            add(vector, -vector[closest] / length, taken);
        }
        return taken;
    }

    private static void add(double[] sum, double factor, double[] vector) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * vector[i];
        }
    }
}
