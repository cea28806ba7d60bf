package innerloop.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.graph.FeatureRecipe.Normalize;
import innerloop.graph.FeatureRecipe.Scaling;
import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnScalingTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final BitSet NONE = new BitSet();

    /// Columns given one after the other.
    private static FeatureTable table(double[]... columns) {
        int rows = columns[0].length;
        double[] all = new double[rows * columns.length];
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < rows; i++) {
                all[i * columns.length + c] = columns[c][i];
            }
        }
        return new FeatureTable(SparseMatrix.ofDense(rows, columns.length, all), List.of());
    }

    private static AttributedGraph graph(FeatureTable table) {
        return new GraphBuilder("g", table.matrix().rows(), false).features(table).build();
    }

    private static SparseMatrix scaled(FeatureTable table, Scaling scaling) {
        return new ColumnScaling(table, NONE).scaled(scaling);
    }

    private static double[] column(SparseMatrix matrix, int c) {
        return IntStream.range(0, matrix.rows()).mapToDouble(i -> matrix.get(i, c)).toArray();
    }

    @Test
    void aColumnOfNumbersHasMeanZeroAndDeviationOne() {
        double[] years =
                column(scaled(table(new double[] {1999, 2001, 1999, 2001}), Scaling.AUTO), 0);
        assertThat(years).containsExactly(new double[] {-1, 1, -1, 1}, EXACT);
    }

    @Test
    void flagsAndSparseCountsStayAsTheyAre() {
        FeatureTable words =
                table(
                        new double[] {1, 1, 1, 0},
                        new double[] {0, 3, 0, 1},
                        new double[] {0, 0, 0, 0},
                        new double[] {1, 1, 1, 1});
        AttributedGraph graph = graph(words);
        for (Normalize normalize : Normalize.values()) {
            FeatureRecipe plain = FeatureRecipe.defaults().withNormalize(normalize);
            assertThat(plain.withScaling(Scaling.AUTO).apply(graph)).isEqualTo(plain.apply(graph));
        }
    }

    @Test
    void largeCountsAreBroughtToTheSizeOfTheOthers() {
        SparseMatrix made =
                scaled(
                        table(
                                new double[] {1, 0, 0, 1},
                                new double[] {0, 1, 1, 0},
                                new double[] {0, 0, 50_000, 150_000}),
                        Scaling.AUTO);
        assertThat(column(made, 0)).containsExactly(1, 0, 0, 1);
        assertThat(column(made, 2)).containsExactly(new double[] {0, 0, 0.5, 1.5}, EXACT);
    }

    @Test
    void besideNumbersCountsAreAboutOne() {
        SparseMatrix made =
                scaled(
                        table(new double[] {0, 0, 0.02, 0.02}, new double[] {5, 7, 5, 7}),
                        Scaling.AUTO);
        assertThat(column(made, 0)).containsExactly(new double[] {0, 0, 1, 1}, EXACT);
        assertThat(column(made, 1)).containsExactly(new double[] {-1, 1, -1, 1}, EXACT);
    }

    @ParameterizedTest
    @EnumSource(value = Scaling.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aColumnOfEqualNumbersBecomesZero(Scaling scaling) {
        SparseMatrix made = scaled(table(new double[] {0.1, 0.1, 0.1}), scaling);
        assertThat(made.size()).isZero();
        assertThat(made.columns()).isEqualTo(1);
    }

    /// The graph says 0 where the file has no number.
    @ParameterizedTest
    @EnumSource(value = Scaling.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aMissingNumberIsTheMeanAndChangesNoOther(Scaling scaling) {
        double[] x = {2000, 2001, 2005, 2010, 0};
        BitSet missing = new BitSet();
        missing.set(4);
        FeatureTable gap =
                new FeatureTable(table(x).matrix(), List.of(), new TreeMap<>(Map.of(0, missing)));
        double[] made = column(scaled(gap, scaling), 0);
        double[] known = column(scaled(table(Arrays.copyOf(x, 4)), scaling), 0);
        assertThat(made).startsWith(known).endsWith(0);
    }

    @Test
    void aNumberFarFromAllOthersCountsByItsRank() {
        double[] incomes = IntStream.range(1, 201).mapToDouble(i -> i).toArray();
        FeatureTable even = table(incomes.clone());
        assertThat(scaled(even, Scaling.AUTO)).isEqualTo(scaled(even, Scaling.STANDARDISE));
        incomes[199] = 1e9;
        FeatureTable heavy = table(incomes);
        assertThat(scaled(heavy, Scaling.AUTO))
                .isEqualTo(scaled(heavy, Scaling.RANK))
                .isEqualTo(scaled(even, Scaling.RANK));
        assertThat(column(scaled(heavy, Scaling.STANDARDISE), 0)[199]).isGreaterThan(10);
    }

    @Test
    void equalNumbersHaveEqualRanks() {
        double[] made = column(scaled(table(new double[] {7, 3, 7, 3, 3, 7}), Scaling.RANK), 0);
        assertThat(made).containsExactly(new double[] {1, -1, 1, -1, -1, 1}, EXACT);
    }

    @Test
    void numbersWhoseSquaresAreInfiniteStayFinite() {
        double[] made =
                column(scaled(table(new double[] {1e200, 3e200, 1e200, 3e200}), Scaling.AUTO), 0);
        assertThat(made).containsExactly(new double[] {-1, 1, -1, 1}, EXACT);
    }

    @ParameterizedTest
    @EnumSource(value = Scaling.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void unseenNodesAreMeasuredByTheOthers(Scaling scaling) {
        BitSet unseen = new BitSet();
        unseen.set(4);
        double[] x = {1, 3, 1, 3, 2};
        double[] y = {1, 3, 1, 3, 400};
        double[] made = column(new ColumnScaling(table(x), unseen).scaled(scaling), 0);
        double[] other = column(new ColumnScaling(table(y), unseen).scaled(scaling), 0);
        assertThat(made).containsExactly(new double[] {-1, 1, -1, 1, 0}, EXACT);
        assertThat(Arrays.copyOf(other, 4)).isEqualTo(Arrays.copyOf(made, 4));
        assertThat(other[4]).isGreaterThan(1);
    }

    @Test
    void aCommonFlagDominatesNothing() {
        double[] year = {2000, 2001, 2002, 2003};
        double[] flag = {1, 1, 1, 0};
        double[] rare = {0, 0, 0, 1};
        double[] none = {0, 0, 0, 0};
        FeatureRecipe recipe = FeatureRecipe.defaults();
        assertThat(recipe.dominating(graph(table(flag, rare, none, none, none)))).isEmpty();
        AttributedGraph dated = graph(table(flag, rare, rare, rare, year));
        assertThat(recipe.dominating(dated)).hasValue(4);
        assertThat(recipe.withScaling(Scaling.AUTO).dominating(dated)).isEmpty();
        assertThat(recipe.dominating(graph(table(flag, rare, rare, year)))).isEmpty();
    }
}
