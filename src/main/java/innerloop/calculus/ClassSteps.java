package innerloop.calculus;

import innerloop.math.Matrix;
import java.util.List;

/// The row of the example is its logits.
///
/// @param rows what the pass calls it
/// @param scoring from logits to the cross-entropy
record ClassSteps(String rows, Scoring scoring) implements HeadSteps {

    @Override
    public void forward(Pass pass) {}

    @Override
    public Matrix scores(Pass pass) {
        return pass.get(rows);
    }

    @Override
    public double loss(Pass pass) {
        return scoring.loss(scores(pass));
    }

    @Override
    public void values(List<Term> terms, Pass base) {
        terms.addAll(scoring.values(scores(base)));
    }

    @Override
    public Slope derivatives(Derived derived, Pass base) {
        return new Slope(scoring.derivative(scores(base)), "p − y");
    }
}
