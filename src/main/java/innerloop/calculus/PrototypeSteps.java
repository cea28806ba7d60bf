package innerloop.calculus;

import innerloop.math.Matrix;
import innerloop.nn.Objective.Distance;
import java.util.List;

/// Class means as prototypes: `c_k` the mean of the support rows of class k, and the score of class k is `−|q − c_k|²`, or ten times
/// the cosine of q and c_k.
///
/// With `ds = p − y`: `dq = −2 Σ_k ds_k (q − c_k)`, `dc_k = 2 ds_k (q − c_k)`; of the cosine with rows q̂, ĉ of length 1 `dq̂ = 10 Σ_k ds_k ĉ_k`,
/// `dĉ_k = 10 ds_k q̂`. A support row gets `dc_k / n_k` of its class.
///
/// @param support the rows
/// @param distance how similarity is measured
/// @param scoring from scores to the cross-entropy
record PrototypeSteps(SupportRows support, Distance distance, Scoring scoring)
        implements HeadSteps {

    private static final double COSINE_SCALE = 10;
    private static final String MEANS = "C";
    private static final String SCORES = "s";
    private static final String UNIT_MEANS = "Ĉ";
    private static final String UNIT_QUERY = "q̂";

    @Override
    public void forward(Pass pass) {
        Arithmetic a = pass.arithmetic();
        support.forward(pass);
        pass.at(MEANS, () -> a.product(support.means(), pass.get(SupportRows.SUPPORT)));
        switch (distance) {
            case EUCLIDEAN -> pass.at(SCORES, () -> distances(pass, pass.get(SupportRows.QUERY)));
            case COSINE -> {
                pass.at(UNIT_MEANS, () -> a.unitRows(pass.get(MEANS)));
                pass.at(UNIT_QUERY, () -> a.unitRows(pass.get(SupportRows.QUERY)));
                pass.at(
                        SCORES,
                        () -> {
                            Matrix cosine =
                                    a.productTransposed(pass.get(UNIT_QUERY), pass.get(UNIT_MEANS));
                            return a.combined(cosine, cosine, (x, _) -> COSINE_SCALE * x);
                        });
            }
        }
    }

    /// `−|q − c_k|²`.
    private static Matrix distances(Pass pass, Matrix query) {
        Matrix means = pass.get(MEANS);
        double[] scores = new double[means.rows()];
        for (int k = 0; k < scores.length; k++) {
            for (int c = 0; c < means.columns(); c++) {
                double apart = query.get(0, c) - means.get(k, c);
                scores[k] -= apart * apart;
            }
        }
        return pass.arithmetic().backend().matrix(1, scores.length, scores);
    }

    /// The engine leaves out of each distance what all classes have in common: the square of q's distance to the mean prototype.
    @Override
    public Matrix scores(Pass pass) {
        Matrix scores = pass.get(SCORES);
        return switch (distance) {
            case COSINE -> scores;
            case EUCLIDEAN -> {
                Matrix means = pass.get(MEANS);
                double common = 0;
                for (int c = 0; c < means.columns(); c++) {
                    double mean = 0;
                    for (int k = 0; k < means.rows(); k++) {
                        mean += means.get(k, c) / means.rows();
                    }
                    double apart = pass.get(SupportRows.QUERY).get(0, c) - mean;
                    common += apart * apart;
                }
                double shared = common;
                yield pass.arithmetic().combined(scores, scores, (x, _) -> x + shared);
            }
        };
    }

    @Override
    public double loss(Pass pass) {
        return scoring.loss(pass.get(SCORES));
    }

    private int layer() {
        return scoring.layer();
    }

    private Values of(Pass base, String name, Axis rows) {
        Matrix matrix = base.get(name);
        return Values.of(rows, Axis.counted(matrix.columns()), matrix);
    }

    @Override
    public void values(List<Term> terms, Pass base) {
        terms.add(
                Term.given(
                        layer(),
                        "eₛ",
                        "what the network says of the support examples",
                        of(base, SupportRows.SUPPORT, support.names())));
        terms.add(
                Term.value(
                        layer(),
                        "cₖ",
                        "the mean of eₛ over the support examples of class k",
                        of(base, MEANS, support.classes())));
        terms.add(
                Term.value(
                        layer(),
                        "q",
                        "what the network says of the example itself",
                        of(base, SupportRows.QUERY, Axis.ONE)));
        switch (distance) {
            case EUCLIDEAN -> {}
            case COSINE -> {
                terms.add(
                        Term.value(
                                layer(),
                                "ĉₖ",
                                "cₖ / √(|cₖ|² + 1e-8)",
                                of(base, UNIT_MEANS, support.classes())));
                terms.add(
                        Term.value(
                                layer(),
                                "q̂",
                                "q / √(|q|² + 1e-8)",
                                of(base, UNIT_QUERY, Axis.ONE)));
            }
        }
        terms.add(
                Term.value(
                        layer(),
                        "sₖ",
                        switch (distance) {
                            case EUCLIDEAN -> "−|q − cₖ|²";
                            case COSINE -> "10 q̂·ĉₖ";
                        },
                        Values.row(support.classes(), base.get(SCORES).toArray())));
        terms.addAll(scoring.values(base.get(SCORES)));
    }

    @Override
    public Slope derivatives(Derived derived, Pass base) {
        Arithmetic a = base.arithmetic();
        Matrix ds = scoring.derivative(base.get(SCORES));
        derived.add(layer(), SCORES, "ds", "p − y", ds, Axis.ONE);
        Both both =
                switch (distance) {
                    case EUCLIDEAN -> euclidean(derived, base, ds);
                    case COSINE -> cosine(derived, base, ds);
                };
        Matrix de = a.transposedProduct(support.means(), both.means());
        derived.add(
                layer(), SupportRows.SUPPORT, "deₛ", "dcₖ / nₖ of its class", de, support.names());
        return new Slope(
                support.joined(a, de, both.query()), "dq at the example, deₛ at the support");
    }

    /// The derivatives of q and of the prototypes.
    private record Both(Matrix query, Matrix means) {}

    private Both euclidean(Derived derived, Pass base, Matrix ds) {
        Both both = new Both(moved(base, ds, false), moved(base, ds, true));
        query(derived, "−2 Σₖ dsₖ (q − cₖ)", both.query());
        means(derived, "2 dsₖ (q − cₖ)", both.means());
        return both;
    }

    private Both cosine(Derived derived, Pass base, Matrix ds) {
        Arithmetic a = base.arithmetic();
        Matrix scaled = a.combined(ds, ds, (x, _) -> COSINE_SCALE * x);
        Matrix dUnit = a.product(scaled, base.get(UNIT_MEANS));
        Matrix dUnits = a.transposedProduct(scaled, base.get(UNIT_QUERY));
        derived.add(layer(), UNIT_QUERY, "dq̂", "10 Σₖ dsₖ ĉₖ", dUnit, Axis.ONE);
        derived.add(layer(), UNIT_MEANS, "dĉₖ", "10 dsₖ q̂", dUnits, support.classes());
        Both both =
                new Both(
                        a.unitRowsBack(base.get(SupportRows.QUERY), base.get(UNIT_QUERY), dUnit),
                        a.unitRowsBack(base.get(MEANS), base.get(UNIT_MEANS), dUnits));
        query(derived, "(dq̂ − q̂ (q̂·dq̂)) / √(|q|² + 1e-8)", both.query());
        means(derived, "(dĉ − ĉ (ĉ·dĉ)) / √(|c|² + 1e-8), row by row", both.means());
        return both;
    }

    private void query(Derived derived, String formula, Matrix value) {
        derived.add(layer(), SupportRows.QUERY, "dq", formula, value, Axis.ONE);
    }

    private void means(Derived derived, String formula, Matrix value) {
        derived.add(layer(), MEANS, "dcₖ", formula, value, support.classes());
    }

    /// `2 ds_k (q − c_k)` of each class, or minus their sum.
    private static Matrix moved(Pass base, Matrix ds, boolean each) {
        Matrix means = base.get(MEANS);
        int columns = means.columns();
        double[] rows = new double[means.rows() * columns];
        double[] sum = new double[columns];
        for (int k = 0; k < rows.length; k++) {
            int c = k % columns;
            double apart = base.get(SupportRows.QUERY).get(0, c) - means.get(k / columns, c);
            rows[k] = 2 * ds.get(0, k / columns) * apart;
            sum[c] -= rows[k];
        }
        return each
                ? base.arithmetic().backend().matrix(means.rows(), columns, rows)
                : base.arithmetic().backend().matrix(1, columns, sum);
    }
}
