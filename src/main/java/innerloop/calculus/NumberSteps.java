package innerloop.calculus;

import innerloop.math.Matrix;
import innerloop.nn.Standard;
import java.util.List;

/// The row of the example is a number: `L = (z − t)²`, `dz = 2 (z − t)`.
///
/// @param layer the last layer
/// @param rows what the pass calls the number
/// @param symbol what formulas call it
/// @param truth the right number in its own unit; NaN if it is not known
/// @param standard how the network sees numbers
record NumberSteps(int layer, String rows, String symbol, double truth, Standard standard)
        implements HeadSteps {

    @Override
    public void forward(Pass pass) {}

    @Override
    public Matrix scores(Pass pass) {
        return pass.get(rows);
    }

    private double error(Pass pass) {
        return scores(pass).get(0, 0) - standard.of(truth);
    }

    @Override
    public double loss(Pass pass) {
        double error = error(pass);
        return error * error;
    }

    @Override
    public void values(List<Term> terms, Pass base) {
        if (!standard.equals(Standard.NONE)) {
            terms.add(
                    Term.value(
                            layer,
                            "ŷ",
                            "mean + deviation " + symbol + ", in the column's unit",
                            Values.of(standard.back(scores(base).get(0, 0)))));
        }
        if (!Double.isNaN(truth)) {
            terms.add(
                    Term.given(
                            layer,
                            "t",
                            standard.equals(Standard.NONE)
                                    ? "the right number"
                                    : "(the right number − mean) / deviation of the training lane",
                            Values.of(standard.of(truth))));
            terms.add(Term.value(layer, "L", "(" + symbol + " − t)²", Values.of(loss(base))));
        }
    }

    @Override
    public Slope derivatives(Derived derived, Pass base) {
        double slope = 2 * error(base);
        return new Slope(
                base.arithmetic().backend().matrix(1, 1, new double[] {slope}),
                "2 (" + symbol + " − t)");
    }
}
