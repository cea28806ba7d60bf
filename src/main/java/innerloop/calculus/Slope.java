package innerloop.calculus;

import innerloop.math.Matrix;
import java.util.List;
import java.util.stream.Collectors;

/// A derivative that is computed and not yet told.
///
/// @param value the derivative
/// @param formula how it comes about
record Slope(Matrix value, String formula) {

    /// The sum of some parts.
    static Slope sum(Arithmetic a, List<Slope> parts) {
        return new Slope(
                parts.stream()
                        .map(Slope::value)
                        .reduce((x, y) -> a.combined(x, y, Double::sum))
                        .orElseThrow(),
                parts.stream().map(Slope::formula).collect(Collectors.joining(" + ")));
    }
}
