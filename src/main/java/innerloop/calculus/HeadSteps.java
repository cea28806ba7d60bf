package innerloop.calculus;

import innerloop.math.Matrix;
import java.util.List;

/// How the rows of examples become the scores of the last one, and its loss.
sealed interface HeadSteps permits ClassSteps, NumberSteps, LinkSteps, PrototypeSteps, RidgeSteps {

    /// Names in the pass what it computes.
    void forward(Pass pass);

    /// The scores of the last example, as the engine gives them.
    Matrix scores(Pass pass);

    /// The loss of the last example.
    double loss(Pass pass);

    /// Adds its values.
    void values(List<Term> terms, Pass base);

    /// Adds its derivatives.
    ///
    /// @return of the rows of the examples
    Slope derivatives(Derived derived, Pass base);
}
