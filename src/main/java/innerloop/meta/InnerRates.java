package innerloop.meta;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;

/// The rates A of the inner loop, `θ_{k+1} = θ_k − A_k ∘ g_k`. Learned rates have the gradient
/// `∂L/∂A_k = −v_{k+1} ∘ g_k`, summed over the steps that share a rate.
sealed interface InnerRates {

    /// The prefix of the names of rates.
    String PREFIX = "rates.";

    /// Writes `A_k ∘ x` into `scratch`, which has at least the parameters of `x`, and returns the parameters of `x` there.
    Parameters scaled(Parameters x, int k, Parameters scratch, Backend backend);

    /// `into ← into − A_k ∘ g`.
    default void descend(
            Parameters into, Parameters g, int k, Parameters scratch, ParameterSpace space) {
        space.add(into, -1, scaled(g, k, scratch, space.backend()));
    }

    /// Whether they have a gradient.
    default boolean learned() {
        return true;
    }

    /// Adds `−v ∘ g` of inner step k to the rates' gradient.
    void addGradient(Parameters v, Parameters g, int k, Parameters rateGradient, Backend backend);

    /// The name of the rates of a parameter's entries.
    static String of(String parameter) {
        return PREFIX + parameter;
    }

    /// The name of the rates of a layer, one for each inner step.
    static String of(int layer) {
        return PREFIX + "layer" + layer;
    }

    /// The same fixed rate everywhere.
    record Uniform(double rate) implements InnerRates {
        @Override
        public Parameters scaled(Parameters x, int k, Parameters scratch, Backend backend) {
            return each(x, scratch, (spec, from, to) -> backend.affine(rate, 0, from, to));
        }

        @Override
        public void descend(
                Parameters into, Parameters g, int k, Parameters scratch, ParameterSpace space) {
            space.add(into, -rate, g);
        }

        @Override
        public boolean learned() {
            return false;
        }

        @Override
        public void addGradient(
                Parameters v, Parameters g, int k, Parameters rateGradient, Backend backend) {
            throw new IllegalStateException("a fixed rate has no gradient");
        }
    }

    /// MAML++: a number for each layer and step. Further steps than rates were learned for take the last one.
    record PerLayerAndStep(Parameters rates) implements InnerRates {
        @Override
        public Parameters scaled(Parameters x, int k, Parameters scratch, Backend backend) {
            return each(
                    x,
                    scratch,
                    (spec, from, to) -> backend.affine(rate(spec.layer(), k), 0, from, to));
        }

        private double rate(int layer, int k) {
            Matrix steps = rates.get(InnerRates.of(layer));
            return steps.get(0, Math.min(k, steps.columns() - 1));
        }

        @Override
        public void addGradient(
                Parameters v, Parameters g, int k, Parameters rateGradient, Backend backend) {
            for (int p = 0; p < g.specs().size(); p++) {
                ParameterSpec spec = g.specs().get(p);
                Matrix into = rateGradient.get(InnerRates.of(spec.layer()));
                double[] unit = new double[into.columns()];
                unit[k] = 1;
                double derivative = -backend.dot(v.get(spec.name()), g.values().get(p));
                backend.addScaled(into, derivative, backend.matrix(1, unit.length, unit), into);
            }
        }
    }

    /// Meta-SGD: a number for each entry, the same in every step.
    record PerEntry(Parameters rates) implements InnerRates {
        @Override
        public Parameters scaled(Parameters x, int k, Parameters scratch, Backend backend) {
            return each(
                    x,
                    scratch,
                    (spec, from, to) ->
                            backend.multiply(from, rates.get(InnerRates.of(spec.name())), to));
        }

        @Override
        public void addGradient(
                Parameters v, Parameters g, int k, Parameters rateGradient, Backend backend) {
            for (int p = 0; p < g.specs().size(); p++) {
                String name = g.specs().get(p).name();
                Matrix product = g.values().get(p);
                // The gradient is no longer needed, so its storage is reused for the product.
                backend.multiply(v.get(name), product, product);
                Matrix into = rateGradient.get(InnerRates.of(name));
                backend.addScaled(into, -1, product, into);
            }
        }
    }

    /// The operation on one parameter.
    interface Work {
        void on(ParameterSpec spec, Matrix from, Matrix to);
    }

    private static Parameters each(Parameters x, Parameters scratch, Work work) {
        for (int p = 0; p < x.specs().size(); p++) {
            ParameterSpec spec = x.specs().get(p);
            work.on(spec, x.values().get(p), scratch.get(spec.name()));
        }
        return scratch.only(x.specs());
    }
}
