package innerloop.graph;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.io.GraphReaders;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// In the collection of shapes, neither size nor degrees tell the class of a member graph: whoever guesses the class with the
/// nearest mean is right as often as by chance.
class ShapesSampleTest {

    private static final int MOST_DEGREE = 10;
    private static final int COLUMNS = MOST_DEGREE + 3;

    private static AttributedGraph graph;
    private static double[][] rows;

    /// Number of nodes, number of edges, and how many nodes have 0, 1, 2, … neighbours, each with variance 1.
    @BeforeAll
    static void count() throws Exception {
        graph = GraphReaders.read(Path.of("sample-graphs", "shapes")).graph();
        rows = new double[graph.graphs()][COLUMNS];
        for (int i = 0; i < graph.nodes(); i++) {
            double[] row = rows[graph.graphOf()[i]];
            row[0]++;
            row[1] += graph.degree(i) / 2.0;
            row[2 + Math.min(MOST_DEGREE, graph.degree(i))]++;
        }
        for (int column = 0; column < COLUMNS; column++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : rows) {
                sum += row[column] / rows.length;
                squares += row[column] * row[column] / rows.length;
            }
            double deviation = Math.sqrt(squares - sum * sum);
            for (double[] row : rows) {
                row[column] /= deviation > 1e-9 ? deviation : 1;
            }
        }
    }

    @Test
    void thereAreAtLeastTenClassesOfOneSize() {
        assertThat(graph.graphClasses()).hasSizeGreaterThanOrEqualTo(10);
        int[] sizes = new int[graph.graphClasses().size()];
        for (int label : graph.graphLabels()) {
            sizes[label]++;
        }
        assertThat(sizes).containsOnly(graph.graphs() / sizes.length);
        assertThat(graph.features().columns()).isZero();
    }

    @Test
    void sizeAndDegreesTellNothing() {
        double chance = 1.0 / graph.graphClasses().size();
        // Three standard deviations of guessing.
        double most = chance + 3 * Math.sqrt(chance * (1 - chance) / graph.graphs());
        assertThat(rightShare(0, 1)).as("number of nodes").isLessThan(most);
        assertThat(rightShare(1, 2)).as("number of edges").isLessThan(most);
        assertThat(rightShare(2, COLUMNS)).as("degrees").isLessThan(most);
        assertThat(rightShare(0, COLUMNS)).as("all of them").isLessThan(most);
    }

    /// How often the nearest mean of the other graphs is that of the graph's own class.
    private static double rightShare(int from, int to) {
        int right = 0;
        for (int g = 0; g < rows.length; g++) {
            double least = Double.POSITIVE_INFINITY;
            int nearest = -1;
            for (int label = 0; label < graph.graphClasses().size(); label++) {
                double distance = distance(g, label, from, to);
                if (distance < least) {
                    least = distance;
                    nearest = label;
                }
            }
            right += nearest == graph.graphLabels()[g] ? 1 : 0;
        }
        return (double) right / rows.length;
    }

    private static double distance(int g, int label, int from, int to) {
        double squares = 0;
        for (int column = from; column < to; column++) {
            double sum = 0;
            int count = 0;
            for (int other = 0; other < rows.length; other++) {
                if (other != g && graph.graphLabels()[other] == label) {
                    sum += rows[other][column];
                    count++;
                }
            }
            double off = rows[g][column] - sum / count;
            squares += off * off;
        }
        return squares;
    }
}
