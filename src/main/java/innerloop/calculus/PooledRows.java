package innerloop.calculus;

import innerloop.graph.Targets;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.nn.Readout;
import innerloop.nn.Readout.Pooling;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Every example is a member graph: `r = pool_i(y_i)`, `o = r W_out + b_out`.
///
/// `dW_out = Rᵀ dO`, `db_out = Σ_rows dO`, `dR = dO W_outᵀ`, and a node gets `dr` of its graph, of the mean its share, of the largest entries
/// those that are its own.
final class PooledRows implements ReadoutSteps {

    private static final String POOLED = "R";
    private static final String WEIGHT = "W_out";
    private static final String BIAS = "b_out";
    private static final String OUTPUT = "O";

    private final Field field;
    private final String nodes;
    private final Pooling pooling;
    private final SparseMatrix pool;
    private final int[] asked;

    PooledRows(Field field, String nodes, Readout.Pooled readout, List<Targets> examples) {
        this.field = field;
        this.nodes = nodes;
        this.pooling = readout.pooling();
        List<int[]> members =
                examples.stream()
                        .flatMap(targets ->
                                IntStream.range(0, targets.size()).mapToObj(targets::nodesOf))
                        .toList();
        this.asked = members.getLast();
        int[] row = new int[members.stream().mapToInt(each -> each.length).sum()];
        int[] column = new int[row.length];
        double[] share = new double[row.length];
        int at = 0;
        for (int g = 0; g < members.size(); g++) {
            for (int node : members.get(g)) {
                row[at] = g;
                column[at] = Arrays.binarySearch(field.nodes(), node);
                share[at++] = pooling == Pooling.MEAN ? 1.0 / members.get(g).length : 1;
            }
        }
        this.pool =
                SparseMatrix.ofTriplets(members.size(), field.nodes().length, row, column, share);
    }

    @Override
    public void forward(Pass pass) {
        Arithmetic a = pass.arithmetic();
        pass.at(
                POOLED,
                () ->
                        switch (pooling) {
                            case SUM, MEAN -> a.product(pool, pass.get(nodes));
                            case MAX -> pass.largest(pool, nodes);
                        });
        pass.at(WEIGHT, () -> field.theta().get(Readout.Pooled.WEIGHT));
        pass.at(BIAS, () -> field.theta().get(Readout.Pooled.BIAS));
        pass.at(
                OUTPUT,
                () -> a.plusRow(a.product(pass.get(POOLED), pass.get(WEIGHT)), pass.get(BIAS)));
    }

    @Override
    public String output() {
        return OUTPUT;
    }

    @Override
    public void values(List<Term> terms, Pass base) {
        int layer = field.depth();
        int[] rows =
                Arrays.stream(asked)
                        .map(node -> Arrays.binarySearch(field.nodes(), node))
                        .toArray();
        Matrix weight = base.get(WEIGHT);
        int last = base.get(POOLED).rows() - 1;
        Values read = Field.rowsOf(base.get(nodes), rows);
        terms.add(
                Term.given(
                        layer,
                        "yⱼ",
                        "what the last layer says of the nodes of the graph",
                        new Values(field.names(asked), read.columns(), read.numbers())));
        terms.add(
                Term.value(
                        layer,
                        "r",
                        switch (pooling) {
                            case SUM -> "Σⱼ yⱼ";
                            case MEAN -> "Σⱼ yⱼ / " + asked.length;
                            case MAX -> "maxⱼ yⱼ, column by column";
                        },
                        Field.rowOf(base.get(POOLED), last)));
        terms.add(
                Term.given(
                        layer,
                        WEIGHT,
                        "parameter",
                        Field.rowsOf(weight, IntStream.range(0, weight.rows()).toArray())));
        terms.add(Term.given(layer, BIAS, "parameter", Field.rowOf(base.get(BIAS), 0)));
        terms.add(Term.value(layer, "o", "r W_out + b_out", Field.rowOf(base.get(OUTPUT), last)));
    }

    @Override
    public Slope derivatives(Derived derived, Pass base, Slope output) {
        Arithmetic a = base.arithmetic();
        int layer = field.depth();
        Matrix d = output.value();
        Axis examples = Axis.counted(d.rows());
        derived.add(layer, OUTPUT, "dO", output.formula(), d, examples);
        Matrix dw = a.transposedProduct(base.get(POOLED), d);
        derived.add(layer, WEIGHT, "dW_out", "Rᵀ dO", dw, Axis.counted(dw.rows()));
        derived.add(layer, BIAS, "db_out", "Σ_rows dO", a.sumRows(d), Axis.ONE);
        Matrix dr = a.productTransposed(d, base.get(WEIGHT));
        derived.add(layer, POOLED, "dR", "dO W_outᵀ", dr, examples);
        return switch (pooling) {
            case SUM -> new Slope(a.transposedProduct(pool, dr), "dr of its graph");
            case MEAN ->
                    new Slope(
                            a.transposedProduct(pool, dr), "dr of its graph / number of its nodes");
            case MAX ->
                    new Slope(
                            a.toLargest(pool, dr, base.get(nodes)),
                            "dr of its graph where its entry is the largest");
        };
    }
}
