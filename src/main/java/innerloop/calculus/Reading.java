package innerloop.calculus;

import innerloop.graph.Propagation;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// How rows reach a weight of a layer: the node's own, a sum over its neighbours or their largest entries; then scaled to length
/// 1 where the layers ask for it.
///
///     P = S H  (or H at the node itself, or the largest H_j column by column)      U = P, rows of length 1
///     dP = (dU − U (U·dU)) / √(|P|² + 1e-8)                                         dH = Sᵀ dP
final class Reading {

    /// Where rows come from.
    enum From {
        /// The node itself.
        OWN,
        /// A sum over neighbours, with coefficients.
        SUM,
        /// The largest entry of each column among the neighbours; 0 without neighbours.
        LARGEST
    }

    /// What to call a reading.
    ///
    /// @param tag tells its matrices in the pass from those of others in the same layer
    /// @param gathered letter of the rows
    /// @param unit letter of the rows of length 1
    /// @param matrix S in formulas; empty for the node itself
    /// @param coefficient one entry of S in words
    /// @param degrees whether degrees are shown
    record Words(
            String tag,
            String gathered,
            String unit,
            String matrix,
            String coefficient,
            boolean degrees) {

        /// The only reading of a layer, of the node itself.
        static final Words ALONE = new Words("", "p", "u", "", "", false);

        /// The node itself beside its neighbours.
        static final Words OWN = new Words("own", "o", "v", "", "", false);
    }

    private final Stage stage;
    private final From from;
    private final Words words;

    /// `[written × n]` in the first layer, otherwise `[written × read]`: S.
    private final SparseMatrix rows;

    /// What the first layer's weight multiplies; empty in the others.
    private final Optional<SparseMatrix> first;

    Reading(Stage stage, From from, Words words) {
        this(
                stage,
                from,
                words,
                switch (from) {
                    case OWN -> stage.isFirst() ? written(stage) : stage.centres();
                    case SUM, LARGEST ->
                            stage.isFirst()
                                    ? written(stage).multiply(stage.structure())
                                    : stage.block();
                });
    }

    Reading(Stage stage, From from, Words words, SparseMatrix rows) {
        this.stage = stage;
        this.from = from;
        this.words = words;
        this.rows = rows;
        this.first = stage.isFirst() ? Optional.of(first(rows)) : Optional.empty();
    }

    private static SparseMatrix written(Stage stage) {
        return SparseMatrix.selection(stage.written(), stage.field().graph().nodes());
    }

    private SparseMatrix first(SparseMatrix coefficients) {
        SparseMatrix features = stage.field().features();
        SparseMatrix gathered =
                switch (from) {
                    case OWN, SUM -> coefficients.multiply(features);
                    case LARGEST ->
                            written(stage)
                                    .multiply(Propagation.largest(stage.field().graph(), features));
                };
        return stage.normalised() ? gathered.unitRows() : gathered;
    }

    private SparseMatrix ofFirst() {
        return first.orElseThrow();
    }

    private String gathered() {
        return stage.named("P" + words.tag());
    }

    private String read() {
        return stage.named("U" + words.tag());
    }

    /// What the pass calls by how much the coefficients are moved.
    private String shifts() {
        return stage.named("C" + words.tag());
    }

    /// Names its rows; those of the first layer are features, in which nothing is moved.
    void forward(Pass pass) {
        Arithmetic a = pass.arithmetic();
        if (from == From.SUM) {
            pass.at(shifts(), () -> a.zeros(rows.value().length, 1));
        }
        if (stage.isFirst()) {
            return;
        }
        pass.at(
                gathered(),
                () ->
                        switch (from) {
                            case OWN, SUM -> a.product(moved(pass), pass.get(stage.below()));
                            case LARGEST -> pass.largest(rows, stage.below());
                        });
        pass.at(
                read(),
                () -> stage.normalised() ? a.unitRows(pass.get(gathered())) : pass.get(gathered()));
    }

    private double[] shift(Pass pass) {
        return from == From.SUM ? pass.get(shifts()).toArray() : new double[0];
    }

    private static boolean isNothing(double[] shift) {
        return Arrays.stream(shift).allMatch(each -> each == 0);
    }

    /// S, with its coefficients moved as the pass has it.
    private SparseMatrix moved(Pass pass) {
        double[] by = shift(pass);
        if (isNothing(by)) {
            return rows;
        }
        int[] row = new int[rows.size()];
        int[] column = new int[row.length];
        double[] value = new double[row.length];
        int at = 0;
        for (int r = 0; r < rows.rows(); r++) {
            for (int k = rows.begins()[r]; k < rows.ends()[r]; k++) {
                row[at] = r;
                column[at] = rows.column()[k];
                value[at++] = rows.value()[k] + by[k];
            }
        }
        return SparseMatrix.ofTriplets(rows.rows(), rows.columns(), row, column, value);
    }

    /// `U · weight`.
    Matrix times(Pass pass, Matrix weight) {
        if (stage.isFirst()) {
            SparseMatrix read = isNothing(shift(pass)) ? ofFirst() : first(moved(pass));
            return pass.arithmetic().product(read, weight);
        }
        return pass.arithmetic().product(pass.get(read()), weight);
    }

    /// `Uᵀ · d`.
    Matrix transposedTimes(Pass base, Matrix d) {
        return stage.isFirst()
                ? base.arithmetic().transposedProduct(ofFirst(), d)
                : base.arithmetic().transposedProduct(base.get(read()), d);
    }

    /// U in formulas.
    String symbol() {
        return stage.normalised()
                ? stage.of(words.unit().toUpperCase(Locale.ROOT))
                : switch (from) {
                    case OWN -> stage.readsAll();
                    case SUM -> words.matrix() + " " + stage.readsAll();
                    case LARGEST -> "max " + stage.readsAll();
                };
    }

    /// The columns in which the node in focus has something; all but in the first layer.
    int[] columns(Pass base) {
        return stage.isFirst()
                ? Field.active(ofFirst(), stage.row())
                : IntStream.range(0, base.get(read()).columns()).toArray();
    }

    /// Some columns of what the weight multiplies, at the node in focus.
    double[] focus(Pass base, int[] columns) {
        return stage.isFirst()
                ? Field.entries(ofFirst(), stage.row(), columns)
                : picked(Field.row(base.get(read()), stage.row()), columns);
    }

    private static double[] picked(double[] row, int[] columns) {
        return IntStream.of(columns).mapToDouble(c -> row[c]).toArray();
    }

    /// Adds how the rows come about at the node in focus.
    ///
    /// @return what the weight multiplies there
    String values(List<Term> terms, Pass base) {
        String reads = stage.reads() + "ᵢ";
        String gathered =
                switch (from) {
                    case OWN -> reads;
                    case SUM, LARGEST -> {
                        messages(terms, base);
                        yield stage.of(words.gathered());
                    }
                };
        int[] columns = columns(base);
        Values row = Values.row(Field.counted(columns), focus(base, columns));
        if (stage.normalised()) {
            String unit = stage.of(words.unit());
            String length =
                    stage.isFirst() ? " / |" + gathered + "|" : " / √(|" + gathered + "|² + 1e-8)";
            terms.add(stage.value(unit, gathered + length, row));
            return unit;
        }
        if (from == From.OWN && stage.isFirst()) {
            terms.add(stage.given(gathered, "the node's features", row));
        }
        return gathered;
    }

    private void messages(List<Term> terms, Pass base) {
        int[] places = Field.active(rows, stage.row());
        int[] neighbours =
                stage.isFirst()
                        ? places
                        : IntStream.of(places).map(place -> stage.read()[place]).toArray();
        double[] coefficients = Field.entries(rows, stage.row(), places);
        Axis names = stage.field().names(neighbours);
        if (words.degrees()) {
            terms.add(stage.given("dⱼ", "Σₖ aⱼₖ, the loop included", degrees(names, neighbours)));
        }
        if (from == From.SUM) {
            terms.add(stage.value("cᵢⱼ", words.coefficient(), Values.row(names, coefficients)));
        }
        int[] columns =
                stage.isFirst()
                        ? Field.active(stage.field().features(), neighbours)
                        : IntStream.range(0, base.get(stage.below()).columns()).toArray();
        double[] read = new double[neighbours.length * columns.length];
        double[] message = new double[read.length];
        for (int j = 0; j < neighbours.length; j++) {
            double[] own =
                    stage.isFirst()
                            ? Field.entries(stage.field().features(), neighbours[j], columns)
                            : Field.row(base.get(stage.below()), places[j]);
            for (int c = 0; c < columns.length; c++) {
                read[j * columns.length + c] = own[c];
                message[j * columns.length + c] = coefficients[j] * own[c];
            }
        }
        Axis columnNames = Field.counted(columns);
        String reads = stage.reads() + "ⱼ";
        terms.add(
                stage.given(
                        reads,
                        stage.isFirst() ? "features that are not 0" : "what the layer before says",
                        new Values(names, columnNames, read)));
        String gathered = stage.of(words.gathered());
        switch (from) {
            case OWN -> throw new IllegalStateException("a node sends itself no message");
            case SUM -> {
                String m = stage.of("m") + "ⱼ";
                terms.add(stage.value(m, "cᵢⱼ " + reads, new Values(names, columnNames, message)));
                terms.add(
                        stage.value(
                                gathered,
                                "Σⱼ %s, the row of %s %s"
                                        .formatted(m, words.matrix(), stage.readsAll()),
                                Values.row(columnNames, sums(message, columns.length))));
            }
            case LARGEST ->
                    terms.add(
                            stage.value(
                                    gathered,
                                    "maxⱼ " + reads + ", column by column",
                                    Values.row(columnNames, largest(read, columns.length))));
        }
    }

    private static double[] sums(double[] rows, int columns) {
        double[] sums = new double[columns];
        for (int k = 0; k < rows.length; k++) {
            sums[k % columns] += rows[k];
        }
        return sums;
    }

    private static double[] largest(double[] rows, int columns) {
        double[] largest = new double[columns];
        for (int k = 0; k < rows.length; k++) {
            int c = k % columns;
            largest[c] = k < columns ? rows[k] : Math.max(largest[c], rows[k]);
        }
        return largest;
    }

    /// d: an entry of Â on the diagonal is `aⱼⱼ / dⱼ`, the loop's weight 1 where it was added.
    private Values degrees(Axis names, int[] nodes) {
        SparseMatrix adjacency = stage.field().graph().adjacency();
        double[] degrees = new double[nodes.length];
        for (int j = 0; j < nodes.length; j++) {
            int node = nodes[j];
            degrees[j] = adjacency.holds(node, node) ? 0 : 1;
            for (int k = adjacency.begins()[node]; k < adjacency.ends()[node]; k++) {
                degrees[j] += adjacency.value()[k];
            }
        }
        return Values.row(names, degrees);
    }

    /// Adds the derivative with respect to each coefficient of the node in focus, where rows are summed with coefficients.
    ///
    /// @param du of U, and how it comes about
    void coefficients(Derived derived, Pass base, Slope du) {
        if (from == From.SUM) {
            new CoefficientSlopes(stage, words, rows, first, shifts()).add(derived, base, du);
        }
    }

    /// The part of the derivative of what the layer reads that comes this way; not in the first layer.
    ///
    /// @param du of U, and how it comes about
    Slope below(Derived derived, Pass base, Slope du) {
        Arithmetic a = base.arithmetic();
        Slope dp = du;
        if (stage.normalised()) {
            Axis names = stage.writtenNames();
            String p = words.gathered();
            String u = words.unit();
            derived.add(stage.layer(), read(), d(u), du.formula(), du.value(), names);
            Matrix value = a.unitRowsBack(base.get(gathered()), base.get(read()), du.value());
            dp = new Slope(value, d(p));
            derived.add(
                    stage.layer(),
                    gathered(),
                    dp.formula(),
                    "(d%s − %s (%s·d%s)) / √(|%s|² + 1e-8), row by row".formatted(u, u, u, u, p),
                    value,
                    names);
        }
        return switch (from) {
            case OWN -> new Slope(a.transposedProduct(rows, dp.value()), dp.formula());
            case SUM ->
                    new Slope(
                            a.transposedProduct(rows, dp.value()),
                            words.matrix() + "ᵀ " + dp.formula());
            case LARGEST ->
                    new Slope(
                            a.toLargest(rows, dp.value(), base.get(stage.below())),
                            dp.formula() + " at the neighbour with the largest entry");
        };
    }

    private String d(String letter) {
        return stage.of("d" + letter.toUpperCase(Locale.ROOT));
    }
}
