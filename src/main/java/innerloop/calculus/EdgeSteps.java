package innerloop.calculus;

import innerloop.math.Matrix;
import innerloop.math.ScalarFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// From the rows of nodes to one node's part of a loss of edges ([Partners]); of a variational encoder with the sample
/// `z = μ + σ ∘ ε` and the node's divergence `KL = ½ w Σ (μ² + σ² − 1 − 2 log σ)`.
///
/// With `p = 1 / (1 + exp(−s))`: `dz_i = −Σ_E (a_j − r_j p_j) z_j + Σ_others r_j p_j z_j`, `dz_j = (r_j p_j − a_j) z_i`; `dμ = dz + w μ`,
/// `d log σ = dz ∘ σ ∘ ε + w (σ² − 1)`, the divergence at node i alone.
///
/// @param encoder gives μ and log σ, or z
/// @param partners the weights
/// @param noise ε of a variational encoder
/// @param divergence w, the factor of the node's divergence
record EdgeSteps(
        Field field,
        EncoderSteps encoder,
        Partners partners,
        Optional<Matrix> noise,
        double divergence) {

    private static final String LATENT = "z";

    /// The forward pass.
    void forward(Pass pass) {
        encoder.forward(pass);
        pass.at(
                LATENT,
                () -> noise.map(epsilon -> sample(pass, epsilon)).orElseGet(() -> mean(pass)));
    }

    private Matrix mean(Pass pass) {
        return pass.get(encoder.outputs().getFirst());
    }

    private Matrix logDeviation(Pass pass) {
        return pass.get(encoder.outputs().getLast());
    }

    private Matrix sample(Pass pass, Matrix epsilon) {
        Arithmetic a = pass.arithmetic();
        Matrix spread =
                a.combined(logDeviation(pass), epsilon, (log, each) -> Math.exp(log) * each);
        return a.combined(mean(pass), spread, Double::sum);
    }

    private double[] logits(Pass pass) {
        Matrix z = pass.get(LATENT);
        double[] own = Field.row(z, partners.place());
        return IntStream.range(0, z.rows()).mapToDouble(j -> dot(own, Field.row(z, j))).toArray();
    }

    private static double dot(double[] one, double[] other) {
        return IntStream.range(0, one.length).mapToDouble(c -> one[c] * other[c]).sum();
    }

    /// The reconstruction's part.
    private double reconstruction(Pass pass) {
        double[] s = logits(pass);
        double sum = 0;
        for (int j = 0; j < s.length; j++) {
            sum +=
                    partners.repulsion()[j] * ScalarFunction.SOFTPLUS.apply(s[j], 0)
                            - partners.attraction()[j] * s[j];
        }
        return sum;
    }

    /// The divergence's part.
    private double divergence(Pass pass) {
        if (noise.isEmpty()) {
            return 0;
        }
        double[] mean = Field.row(mean(pass), partners.place());
        double[] log = Field.row(logDeviation(pass), partners.place());
        double sum = 0;
        for (int c = 0; c < mean.length; c++) {
            sum += mean[c] * mean[c] + Math.expm1(2 * log[c]) - 2 * log[c];
        }
        return divergence * sum / 2;
    }

    /// The node's part of the loss.
    double loss(Pass pass) {
        return reconstruction(pass) + divergence(pass);
    }

    /// The node's row of z.
    Matrix latent(Pass pass) {
        double[] row = Field.row(pass.get(LATENT), partners.place());
        return pass.arithmetic().backend().matrix(1, row.length, row);
    }

    /// The values, layer after layer.
    List<Term> values(Pass base) {
        List<Term> terms = new ArrayList<>();
        encoder.values(terms, base);
        noise.ifPresent(epsilon -> sampled(terms, base, epsilon));
        Axis names = field.names(partners.nodes());
        double[] s = logits(base);
        double[] p = Arrays.stream(s).map(each -> ScalarFunction.SIGMOID.apply(each, 0)).toArray();
        Matrix z = base.get(LATENT);
        given(
                terms,
                "zⱼ",
                "what the network says of the nodes beside it",
                Values.of(names, Axis.counted(z.columns()), z));
        given(terms, "aⱼ", "weight of the edge to j", Values.row(names, partners.attraction()));
        given(terms, "rⱼ", "weight of the pair with j", Values.row(names, partners.repulsion()));
        value(terms, "sⱼ", "zᵢ·zⱼ", Values.row(names, s));
        value(terms, "pⱼ", "1 / (1 + exp(−sⱼ))", Values.row(names, p));
        arrows(terms, base, p, true, "pullⱼ", "(aⱼ − rⱼ pⱼ) zⱼ, where an edge joins i and j");
        arrows(terms, base, p, false, "pushⱼ", "−rⱼ pⱼ zⱼ, where none does");
        value(
                terms,
                noise.isEmpty() ? "L" : "reconstruction",
                "Σⱼ rⱼ log(1 + exp(sⱼ)) − aⱼ sⱼ",
                Values.of(reconstruction(base)));
        if (noise.isPresent()) {
            value(
                    terms,
                    "KL",
                    "w Σ (μ² + σ² − 1 − 2 log σ) / 2, w = " + divergence,
                    Values.of(divergence(base)));
            value(terms, "L", "reconstruction + KL", Values.of(loss(base)));
        }
        return terms;
    }

    private void given(List<Term> terms, String name, String formula, Values value) {
        terms.add(Term.given(field.depth(), name, formula, value));
    }

    private void value(List<Term> terms, String name, String formula, Values value) {
        terms.add(Term.value(field.depth(), name, formula, value));
    }

    private void sampled(List<Term> terms, Pass base, Matrix epsilon) {
        int row = partners.place();
        double[] deviation =
                Arrays.stream(Field.row(logDeviation(base), row)).map(Math::exp).toArray();
        Axis columns = Axis.counted(deviation.length);
        value(terms, "μ", "the output of the layer for the mean", Field.rowOf(mean(base), row));
        value(
                terms,
                "σ",
                "exp of the output of the other last layer",
                Values.row(columns, deviation));
        given(terms, "ε", "noise of this step", Field.rowOf(epsilon, row));
        value(terms, "zᵢ", "μ + σ ∘ ε", Field.rowOf(base.get(LATENT), row));
    }

    /// Minus the part of `dz_i` that comes from each of some nodes.
    private void arrows(
            List<Term> terms, Pass base, double[] p, boolean pulled, String name, String formula) {
        int[] those = partners.those(pulled);
        Matrix z = base.get(LATENT);
        double[] arrows =
                Arrays.stream(those)
                        .boxed()
                        .flatMapToDouble(j -> {
                            double along = -pressure(p, j);
                            return Arrays.stream(Field.row(z, j)).map(each -> along * each);
                        })
                        .toArray();
        Axis names = field.names(Arrays.stream(those).map(j -> partners.nodes()[j]).toArray());
        value(terms, name, formula, new Values(names, Axis.counted(z.columns()), arrows));
    }

    /// `∂L/∂s_j`.
    private double pressure(double[] p, int j) {
        return partners.repulsion()[j] * p[j] - partners.attraction()[j];
    }

    /// The derivatives, from the loss to the first layer.
    ///
    /// @param entries how many of each are checked
    List<Term> derivatives(Pass base, int entries) {
        List<Term> terms = new ArrayList<>();
        Derived derived =
                new Derived(
                        terms,
                        new Differences(
                                base, this::forward, this::loss, entries, Optional.empty()));
        Arithmetic a = base.arithmetic();
        Axis names = field.names(partners.nodes());
        Matrix dz = latentSlope(base);
        derived.add(
                field.depth(),
                LATENT,
                "dz",
                "of node i −Σ_E (aⱼ − rⱼ pⱼ) zⱼ + Σ_others rⱼ pⱼ zⱼ, of node j (rⱼ pⱼ − aⱼ) zᵢ",
                dz,
                names);
        derived.usual(
                field.depth(),
                LATENT,
                "dz",
                "of node i Σ_E aⱼ pⱼ zⱼ − Σ_others rⱼ (1 − pⱼ) zⱼ",
                printed(base, dz),
                dz,
                names,
                "both signs are turned, and p stands for 1 − p: neighbours would push and others pull");
        if (noise.isEmpty()) {
            encoder.derivatives(derived, base, List.of(new Slope(dz, "dz")));
            return terms;
        }
        Matrix epsilon = noise.orElseThrow();
        Matrix toMean = own(a, mean(base), mu -> divergence * mu);
        Matrix toLog = own(a, logDeviation(base), log -> divergence * Math.expm1(2 * log));
        Matrix spread =
                a.combined(logDeviation(base), epsilon, (log, each) -> Math.exp(log) * each);
        encoder.derivatives(
                derived,
                base,
                List.of(
                        new Slope(a.combined(dz, toMean, Double::sum), "dz + w μ of node i"),
                        new Slope(
                                a.combined(
                                        a.combined(dz, spread, (x, y) -> x * y),
                                        toLog,
                                        Double::sum),
                                "dz ∘ σ ∘ ε + w (σ² − 1) of node i")));
        return terms;
    }

    private Matrix latentSlope(Pass base) {
        Matrix z = base.get(LATENT);
        double[] s = logits(base);
        double[] p = Arrays.stream(s).map(each -> ScalarFunction.SIGMOID.apply(each, 0)).toArray();
        int columns = z.columns();
        int own = partners.place();
        double[] slope = new double[z.rows() * columns];
        for (int j = 0; j < z.rows(); j++) {
            double along = pressure(p, j);
            for (int c = 0; c < columns; c++) {
                slope[own * columns + c] += along * z.get(j, c);
                slope[j * columns + c] += along * z.get(own, c);
            }
        }
        return base.arithmetic().backend().matrix(z.rows(), columns, slope);
    }

    /// The derivative with what is usually printed in the row of node i.
    private Matrix printed(Pass base, Matrix right) {
        Matrix z = base.get(LATENT);
        double[] s = logits(base);
        double[] rows = right.toArray();
        int columns = z.columns();
        Arrays.fill(rows, partners.place() * columns, (partners.place() + 1) * columns, 0);
        for (int j = 0; j < z.rows(); j++) {
            double p = ScalarFunction.SIGMOID.apply(s[j], 0);
            double along =
                    partners.attraction()[j] > 0
                            ? partners.attraction()[j] * p
                            : -partners.repulsion()[j] * (1 - p);
            for (int c = 0; c < columns; c++) {
                rows[partners.place() * columns + c] += along * z.get(j, c);
            }
        }
        return base.arithmetic().backend().matrix(z.rows(), columns, rows);
    }

    /// A function of the entries in the row of node i, and 0 elsewhere.
    private Matrix own(Arithmetic a, Matrix of, DoubleUnaryOperator function) {
        double[] numbers = new double[of.rows() * of.columns()];
        for (int c = 0; c < of.columns(); c++) {
            int at = partners.place() * of.columns() + c;
            numbers[at] = function.applyAsDouble(of.get(partners.place(), c));
        }
        return a.backend().matrix(of.rows(), of.columns(), numbers);
    }
}
