package innerloop.calculus;

import innerloop.math.Matrix;
import innerloop.nn.Parameters;
import innerloop.nn.RidgeHead;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Ridge regression on the support set: `K = w₀ Ê Êᵀ + Σ_b w_b K_b`, `A = (K + λI)⁻¹ (Y − 1/ways)`, `k = w₀ q̂ Êᵀ + Σ_b w_b k_b`, `s = τ k A`.
///
/// With `ds = p − y`: `dk = τ ds Aᵀ`, `dA = τ kᵀ ds`, `B = (K + λI)⁻¹ dA`, `dK = −B Aᵀ`; hence `dq̂ = w₀ dk Ê`, `dÊ = w₀ (dkᵀ q̂ + (dK + dKᵀ) Ê)`. The
/// numbers λ, τ and w are exponentials of parameters, so that the derivative in one of these is the number times its own derivative.
///
/// @param support the rows
/// @param head the head
/// @param theta its parameters
/// @param kernels of each similarity that is known beforehand: among the support examples, and of the example to them
/// @param scoring from scores to the cross-entropy
record RidgeSteps(
        SupportRows support,
        RidgeHead head,
        Parameters theta,
        Map<String, Known> kernels,
        Scoring scoring)
        implements HeadSteps {

    private static final String UNITS = "Ê";
    private static final String UNIT = "q̂";
    private static final String SOLVED = "A";
    private static final String ROW = "k";
    private static final String SCORES = "s";
    private static final String LAMBDA = "λ";
    private static final String TAU = "τ";
    private static final String OUTPUTS = "w₀";

    /// A similarity that is known beforehand.
    ///
    /// @param among `[support × support]`
    /// @param across `[1 × support]`
    record Known(Matrix among, Matrix across) {}

    private static String weight(String kernel) {
        return "w " + kernel;
    }

    private double weight(Pass pass, String kernel) {
        return number(pass, weight(kernel), Objects.requireNonNull(head.others().get(kernel)));
    }

    private double number(Pass pass, String name, double usual) {
        return usual * Math.exp(pass.get(name).get(0, 0));
    }

    private double lambda(Pass pass) {
        return number(pass, LAMBDA, head.usualLambda());
    }

    private double tau(Pass pass) {
        return number(pass, TAU, head.start().temperature());
    }

    private double outputs(Pass pass) {
        return number(pass, OUTPUTS, 1);
    }

    @Override
    public void forward(Pass pass) {
        Arithmetic a = pass.arithmetic();
        support.forward(pass);
        pass.at(LAMBDA, () -> theta.get(RidgeHead.LAMBDA));
        pass.at(TAU, () -> theta.get(RidgeHead.TEMPERATURE));
        pass.at(OUTPUTS, () -> theta.get(RidgeHead.weightOfOutputs()));
        kernels.forEach(
                (kernel, _) -> pass.at(weight(kernel), () -> theta.get(RidgeHead.weight(kernel))));
        pass.at(UNITS, () -> a.unitRows(pass.get(SupportRows.SUPPORT)));
        pass.at(UNIT, () -> a.unitRows(pass.get(SupportRows.QUERY)));
        pass.at(SOLVED, () -> solved(pass, centred(a)));
        pass.at(ROW, () -> row(pass));
        pass.at(
                SCORES,
                () -> {
                    Matrix product = a.product(pass.get(ROW), pass.get(SOLVED));
                    double tau = tau(pass);
                    return a.combined(product, product, (x, _) -> tau * x);
                });
    }

    /// K.
    private Matrix among(Pass pass) {
        Arithmetic a = pass.arithmetic();
        double weight = outputs(pass);
        Matrix cosines = a.productTransposed(pass.get(UNITS), pass.get(UNITS));
        Matrix sum = a.combined(cosines, cosines, (x, _) -> weight * x);
        for (Map.Entry<String, Known> kernel : kernels.entrySet()) {
            double each = weight(pass, kernel.getKey());
            sum = a.combined(sum, kernel.getValue().among(), (x, y) -> x + each * y);
        }
        return sum;
    }

    private Matrix row(Pass pass) {
        Arithmetic a = pass.arithmetic();
        double weight = outputs(pass);
        Matrix cosines = a.productTransposed(pass.get(UNIT), pass.get(UNITS));
        Matrix sum = a.combined(cosines, cosines, (x, _) -> weight * x);
        for (Map.Entry<String, Known> kernel : kernels.entrySet()) {
            double each = weight(pass, kernel.getKey());
            sum = a.combined(sum, kernel.getValue().across(), (x, y) -> x + each * y);
        }
        return sum;
    }

    /// `(K + λI)⁻¹ right`.
    private Matrix solved(Pass pass, Matrix right) {
        Arithmetic a = pass.arithmetic();
        double[] ridge = among(pass).toArray();
        int size = support.size();
        for (int s = 0; s < size; s++) {
            ridge[s * size + s] += lambda(pass);
        }
        Matrix solution = a.zeros(size, right.columns());
        a.backend().solve(a.backend().matrix(size, size, ridge), right, solution);
        return solution;
    }

    /// `Y − 1/ways`.
    private Matrix centred(Arithmetic a) {
        int ways = support.classes().size();
        double[] numbers = new double[support.size() * ways];
        Arrays.fill(numbers, -1.0 / ways);
        for (int s = 0; s < support.size(); s++) {
            numbers[s * ways + support.slot()[s]] += 1;
        }
        return a.backend().matrix(support.size(), ways, numbers);
    }

    @Override
    public Matrix scores(Pass pass) {
        return pass.get(SCORES);
    }

    @Override
    public double loss(Pass pass) {
        return scoring.loss(pass.get(SCORES));
    }

    private int layer() {
        return scoring.layer();
    }

    @Override
    public void values(List<Term> terms, Pass base) {
        Axis names = support.names();
        Axis classes = support.classes();
        Matrix read = base.get(SupportRows.SUPPORT);
        Axis columns = Axis.counted(read.columns());
        terms.add(
                Term.given(
                        layer(),
                        "eₛ",
                        "what the network says of the support examples",
                        Values.of(names, columns, read)));
        terms.add(
                Term.value(
                        layer(),
                        "q",
                        "what the network says of the example itself",
                        Values.of(Axis.ONE, columns, base.get(SupportRows.QUERY))));
        given(terms, OUTPUTS, "weight of the cosines", outputs(base));
        kernels.forEach((kernel, known) -> {
            double each = weight(base, kernel);
            given(terms, weight(kernel), "weight of this similarity", each);
            terms.add(
                    Term.given(
                            layer(),
                            "similarity " + kernel,
                            "of the example to the support examples, known beforehand",
                            Values.row(names, known.across().toArray())));
        });
        given(terms, LAMBDA, "what the diagonal is raised by", lambda(base));
        terms.add(
                Term.value(
                        layer(),
                        "K",
                        "w₀ êₛ·êₜ and the weighted similarities; ê = e / √(|e|² + 1e-8)",
                        Values.of(names, names, among(base))));
        terms.add(
                Term.value(
                        layer(),
                        "A",
                        "(K + λI)⁻¹ (Y − 1/ways)",
                        Values.of(names, classes, base.get(SOLVED))));
        terms.add(
                Term.value(
                        layer(),
                        "kₛ",
                        "w₀ q̂·êₛ and the weighted similarities",
                        Values.row(names, base.get(ROW).toArray())));
        given(terms, TAU, "factor of the scores", tau(base));
        terms.add(
                Term.value(layer(), "s", "τ k A", Values.row(classes, base.get(SCORES).toArray())));
        terms.addAll(scoring.values(base.get(SCORES)));
    }

    private void given(List<Term> terms, String name, String formula, double value) {
        terms.add(
                Term.given(
                        layer(),
                        name,
                        formula + ", the exponential of a parameter",
                        Values.of(value)));
    }

    @Override
    public Slope derivatives(Derived derived, Pass base) {
        Arithmetic a = base.arithmetic();
        Axis names = support.names();
        Matrix ds = scoring.derivative(base.get(SCORES));
        double tau = tau(base);
        derived.add(layer(), SCORES, "ds", "p − y", ds, Axis.ONE);
        add(derived, TAU, "Σ ds ∘ s", a.backend().dot(ds, base.get(SCORES)));
        Matrix scaled = a.combined(ds, ds, (x, _) -> tau * x);
        Matrix dk = a.productTransposed(scaled, base.get(SOLVED));
        derived.add(layer(), ROW, "dk", "τ ds Aᵀ", dk, Axis.ONE);
        Matrix da = a.transposedProduct(base.get(ROW), scaled);
        derived.add(layer(), SOLVED, "dA", "τ kᵀ ds", da, names);
        Matrix b = solved(base, da);
        Matrix dK = a.productTransposed(a.combined(b, b, (x, _) -> -x), base.get(SOLVED));
        add(
                derived,
                LAMBDA,
                "−λ Σ B ∘ A, B = (K + λI)⁻¹ dA",
                -lambda(base) * a.backend().dot(b, base.get(SOLVED)));
        Matrix cosines = a.productTransposed(base.get(UNITS), base.get(UNITS));
        Matrix across = a.productTransposed(base.get(UNIT), base.get(UNITS));
        String ofWeight = "w (Σ dK ∘ its similarities + Σ dk ∘ those of the example), dK = −B Aᵀ";
        double both = a.backend().dot(dK, cosines) + a.backend().dot(dk, across);
        add(derived, OUTPUTS, ofWeight, outputs(base) * both);
        kernels.forEach((kernel, known) -> {
            double each = weight(base, kernel);
            double slope = a.backend().dot(dK, known.among()) + a.backend().dot(dk, known.across());
            add(derived, weight(kernel), ofWeight, each * slope);
        });
        return embedding(derived, base, dK, dk);
    }

    private void add(Derived derived, String name, String formula, double value) {
        derived.add(
                layer(),
                name,
                "d log " + name,
                formula,
                derived.differences()
                        .base()
                        .arithmetic()
                        .backend()
                        .matrix(1, 1, new double[] {value}),
                Axis.ONE);
    }

    /// The derivatives of the rows of the examples.
    private Slope embedding(Derived derived, Pass base, Matrix dK, Matrix dk) {
        Arithmetic a = base.arithmetic();
        Axis names = support.names();
        double weight = outputs(base);
        Matrix units = base.get(UNITS);
        Matrix product = a.product(dk, units);
        Matrix dUnit = a.combined(product, product, (x, _) -> weight * x);
        Matrix solution =
                a.combined(a.product(dK, units), a.transposedProduct(dK, units), Double::sum);
        Matrix dUnits =
                a.combined(
                        a.transposedProduct(dk, base.get(UNIT)),
                        solution,
                        (x, y) -> weight * (x + y));
        derived.add(layer(), UNIT, "dq̂", "w₀ dk Ê", dUnit, Axis.ONE);
        derived.add(layer(), UNITS, "dÊ", "w₀ (dkᵀ q̂ + (dK + dKᵀ) Ê)", dUnits, names);
        Matrix dq = a.unitRowsBack(base.get(SupportRows.QUERY), base.get(UNIT), dUnit);
        Matrix de = a.unitRowsBack(base.get(SupportRows.SUPPORT), units, dUnits);
        derived.add(
                layer(),
                SupportRows.QUERY,
                "dq",
                "(dq̂ − q̂ (q̂·dq̂)) / √(|q|² + 1e-8)",
                dq,
                Axis.ONE);
        derived.add(
                layer(),
                SupportRows.SUPPORT,
                "deₛ",
                "(dê − ê (ê·dê)) / √(|e|² + 1e-8), row by row",
                de,
                names);
        return new Slope(support.joined(a, de, dq), "dq at the example, deₛ at the support");
    }
}
