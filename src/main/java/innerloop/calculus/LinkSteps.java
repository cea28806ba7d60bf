package innerloop.calculus;

import innerloop.math.Matrix;
import innerloop.math.ScalarFunction;
import java.util.List;

/// The row of the example is the logit s of an edge: `p = 1 / (1 + exp(−s))`, `L = log(1 + exp(s)) − y s`, `ds = p − y`.
///
/// @param layer the last layer
/// @param rows what the pass calls the logit
/// @param joined whether an edge joins the pair
record LinkSteps(int layer, String rows, boolean joined) implements HeadSteps {

    @Override
    public void forward(Pass pass) {}

    @Override
    public Matrix scores(Pass pass) {
        return pass.get(rows);
    }

    private double logit(Pass pass) {
        return scores(pass).get(0, 0);
    }

    private double answer() {
        return joined ? 1 : 0;
    }

    @Override
    public double loss(Pass pass) {
        return ScalarFunction.SOFTPLUS.apply(logit(pass), 0) - answer() * logit(pass);
    }

    private double probability(Pass pass) {
        return ScalarFunction.SIGMOID.apply(logit(pass), 0);
    }

    @Override
    public void values(List<Term> terms, Pass base) {
        terms.add(Term.value(layer, "p", "1 / (1 + exp(−s))", Values.of(probability(base))));
        terms.add(Term.given(layer, "y", "1 for an edge, 0 for none", Values.of(answer())));
        terms.add(Term.value(layer, "L", "log(1 + exp(s)) − y s", Values.of(loss(base))));
    }

    @Override
    public Slope derivatives(Derived derived, Pass base) {
        double slope = probability(base) - answer();
        return new Slope(base.arithmetic().backend().matrix(1, 1, new double[] {slope}), "p − y");
    }
}
