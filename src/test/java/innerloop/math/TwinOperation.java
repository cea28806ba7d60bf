package innerloop.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// One operation of [Backend] at one size, which any backend can be asked to do on the same numbers.
///
/// @param operation the method's name
/// @param size for messages
/// @param inputs rows and columns of each input
/// @param rows of the output
/// @param columns of the output
record TwinOperation(
        String operation, String size, List<int[]> inputs, int rows, int columns, Work work) {

    /// Calls the operation.
    interface Work {
        void on(Backend backend, Matrix[] in, Matrix out);
    }

    /// A pattern of about a third of all entries in which some rows, at least the last, are empty.
    static SparseMatrix pattern(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(rows * 100L + columns);
        double[] dense = new double[rows * columns];
        for (int i = 0; i + 1 < rows; i++) {
            for (int j = 0; j < columns && i % 3 != 1; j++) {
                dense[i * columns + j] =
                        random.nextInt(3) == 0 ? (float) random.nextDouble(-1, 1) : 0;
            }
        }
        return SparseMatrix.ofDense(rows, columns, dense);
    }

    double[] result(Backend backend) {
        SplittableRandom random = new SplittableRandom(rows * 1000L + columns);
        List<Matrix> in = new ArrayList<>();
        for (int[] shape : inputs) {
            double[] numbers = new double[shape[0] * shape[1]];
            // Rounded to float32, so that both twins start from the same numbers.
            Arrays.setAll(numbers, _ -> (float) random.nextDouble(-2, 2));
            in.add(backend.matrix(shape[0], shape[1], numbers));
        }
        Matrix out = backend.matrix(rows, columns);
        // What was there before must not shine through.
        backend.fill(Double.NaN, out);
        work.on(backend, in.toArray(Matrix[]::new), out);
        return out.toArray();
    }

    @Override
    public String toString() {
        return operation + " " + size;
    }

    /// All operations whose inputs are `[n × m]`, or belong to a pattern of that shape.
    static List<TwinOperation> all(int n, int m) {
        List<TwinOperation> all = new ArrayList<>();
        dense(n, m, all);
        // Sixteen narrow heads fill whole vectors of any machine, three never do.
        heads(n, m, 16, all);
        heads(n, m, 3, all);
        edges(n, m, 16, all);
        edges(n, m, 3, all);
        return all;
    }

    /// `x xᵀ + n m I`, which is symmetric, positive definite and far from singular.
    private static Matrix definite(Backend b, Matrix x) {
        int n = x.rows();
        double[] diagonal = new double[n * n];
        for (int i = 0; i < n; i++) {
            diagonal[i * n + i] = n * x.columns();
        }
        Matrix product = b.matrix(n, n);
        b.matmul(x, false, x, true, product);
        b.addScaled(b.matrix(n, n, diagonal), 1, product, product);
        return product;
    }

    private static void dense(int n, int m, List<TwinOperation> all) {
        int[] x = {n, m};
        int[] row = {1, m};
        int[] column = {n, 1};
        add(all, "fill", n, m, (b, _, out) -> b.fill(0.7, out));
        for (ScalarFunction f : ScalarFunction.values()) {
            add(
                    all,
                    "map",
                    n,
                    m,
                    (b, in, out) -> b.map(f, f == ScalarFunction.RSQRT ? 3 : 0.2, in[0], out),
                    x);
        }
        add(all, "addScaled", n, m, (b, in, out) -> b.addScaled(in[0], -0.3, in[1], out), x, x);
        add(all, "multiply", n, m, (b, in, out) -> b.multiply(in[0], in[1], out), x, x);
        add(
                all,
                "divideByRoot",
                n,
                m,
                (b, in, out) -> {
                    b.multiply(in[1], in[1], out);
                    b.divideByRoot(in[0], 0.7, out, 0.01, out);
                },
                x,
                x);
        add(all, "solve", n, m, (b, in, out) -> b.solve(definite(b, in[0]), in[1], out), x, x);
        add(all, "affine", n, m, (b, in, out) -> b.affine(-0.3, 2, in[0], out), x);
        add(all, "addRow", n, m, (b, in, out) -> b.addRow(in[0], in[1], out), x, row);
        add(all, "sumRows", 1, m, (b, in, out) -> b.sumRows(in[0], out), x);
        add(all, "sumColumns", n, 1, (b, in, out) -> b.sumColumns(in[0], out), x);
        for (int[] shape : List.of(row, column, new int[] {1, 1})) {
            add(all, "broadcast", n, m, (b, in, out) -> b.broadcast(in[0], out), shape);
        }
        add(all, "softmax", n, m, (b, in, out) -> b.softmax(in[0], out), x);
        add(all, "logSoftmax", n, m, (b, in, out) -> b.logSoftmax(in[0], out), x);
        add(all, "dot", 1, 1, (b, in, out) -> b.fill(b.dot(in[0], in[1]), out), x, x);
        int[] rows = {n + 1, 0, n};
        int[] few = {3, m};
        int[] many = {n + 2, m};
        add(all, "gatherRows", 3, m, (b, in, out) -> b.gatherRows(in[0], rows, out), many);
        add(
                all,
                "scatterAddRows",
                n + 2,
                m,
                (b, in, out) -> {
                    b.affine(1, 0, in[1], out);
                    b.scatterAddRows(-0.7, in[0], rows, out);
                },
                few,
                many);
        add(all, "dropoutMask", n, m, (b, _, out) -> b.dropoutMask(12, 0.3, out));
        for (int k : new int[] {1, 9, 40}) {
            int[][] left = {{n, k}, {k, n}};
            int[][] right = {{k, m}, {m, k}};
            for (int t = 0; t < 4; t++) {
                boolean a = t % 2 == 1;
                boolean c = t / 2 == 1;
                add(
                        all,
                        "matmul",
                        n,
                        m,
                        (b, in, out) -> b.matmul(in[0], a, in[1], c, out),
                        left[t % 2],
                        right[t / 2]);
            }
        }
    }

    private static void heads(int n, int channels, int heads, List<TwinOperation> all) {
        int wide = heads * channels;
        int[] s = {n, heads};
        int[] a = {heads, channels};
        int[] z = {n, wide};
        int[] narrow = {n, channels};
        add(all, "headDot", n, heads, (b, in, out) -> b.headDot(in[0], in[1], out), z, a);
        add(all, "headScale", n, wide, (b, in, out) -> b.headScale(in[0], in[1], out), s, a);
        add(all, "headOuter", heads, channels, (b, in, o) -> b.headOuter(in[0], in[1], o), s, z);
        add(all, "meanHeads", n, channels, (b, in, out) -> b.meanHeads(heads, in[0], out), z);
        add(all, "spreadHeads", n, wide, (b, in, out) -> b.spreadHeads(heads, in[0], out), narrow);
    }

    /// A pattern of n centres and n + 2 neighbours with m channels.
    private static void edges(int n, int m, int heads, List<TwinOperation> all) {
        int wide = heads * m;
        int others = n + 2;
        SparseMatrix p = pattern(n, others);
        int[] perEdge = {p.size(), heads};
        int[] centres = {n, wide};
        int[] neighbours = {others, wide};
        for (boolean t : new boolean[] {false, true}) {
            int from = t ? n : others;
            int to = t ? others : n;
            add(
                    all,
                    "sparseMatmul",
                    to,
                    m,
                    (b, in, out) -> b.sparseMatmul(p, t, in[0], out),
                    new int[] {from, m});
            SparseMatrix s = t ? p.transpose() : p;
            add(all, "gram", s.rows(), s.rows(), (b, _, out) -> b.gram(s, out));
            if (p.size() == 0) {
                // ND4J has no empty matrices; a model always has edges.
                continue;
            }
            add(
                    all,
                    "edgeAggregate",
                    to,
                    wide,
                    (b, in, out) -> b.edgeAggregate(p, t, in[0], in[1], out),
                    perEdge,
                    new int[] {from, wide});
            add(
                    all,
                    "edgeGather",
                    p.size(),
                    m,
                    (b, in, out) -> b.edgeGather(p, t, in[0], out),
                    new int[] {t ? others : n, m});
            add(
                    all,
                    "edgeScatter",
                    to,
                    m,
                    (b, in, out) -> b.edgeScatter(p, t, in[0], out),
                    new int[] {p.size(), m});
        }
        if (p.size() > 0) {
            add(
                    all,
                    "edgeDot",
                    p.size(),
                    heads,
                    (b, in, out) -> b.edgeDot(p, heads, in[0], in[1], out),
                    centres,
                    neighbours);
            add(
                    all,
                    "edgeSelectMax",
                    n,
                    wide,
                    (b, in, out) -> b.edgeSelectMax(p, in[0], in[1], out),
                    neighbours,
                    neighbours);
            add(
                    all,
                    "edgeScatterMax",
                    others,
                    wide,
                    (b, in, out) -> b.edgeScatterMax(p, in[0], in[1], out),
                    centres,
                    neighbours);
            add(
                    all,
                    "edgeSoftmax",
                    p.size(),
                    m,
                    (b, in, out) -> b.edgeSoftmax(p, in[0], out),
                    new int[] {p.size(), m});
        }
    }

    private static void add(
            List<TwinOperation> all, String name, int rows, int columns, Work work, int[]... in) {
        StringBuilder size = new StringBuilder();
        for (int[] shape : in) {
            size.append(Arrays.toString(shape));
        }
        String to = size + " -> [" + rows + ", " + columns + "]";
        all.add(new TwinOperation(name, to, List.of(in), rows, columns, work));
    }
}
