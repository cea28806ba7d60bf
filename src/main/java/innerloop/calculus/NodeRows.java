package innerloop.calculus;

import innerloop.math.SparseMatrix;
import java.util.List;

/// Every example is a node, and its row that of the node.
///
/// @param nodes what the pass calls the rows of the nodes
/// @param places of the examples among them
record NodeRows(String nodes, int[] places) implements ReadoutSteps {

    private static final String PICKED = "O";

    private boolean same() {
        return places.length == 1;
    }

    private SparseMatrix picks(Pass pass) {
        return SparseMatrix.selection(places, pass.get(nodes).rows());
    }

    @Override
    public void forward(Pass pass) {
        if (!same()) {
            pass.at(PICKED, () -> pass.arithmetic().product(picks(pass), pass.get(nodes)));
        }
    }

    @Override
    public String output() {
        return same() ? nodes : PICKED;
    }

    @Override
    public void values(List<Term> terms, Pass base) {}

    @Override
    public Slope derivatives(Derived derived, Pass base, Slope output) {
        return same()
                ? output
                : new Slope(
                        base.arithmetic().transposedProduct(picks(base), output.value()),
                        output.formula());
    }
}
