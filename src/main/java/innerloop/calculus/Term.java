package innerloop.calculus;

import java.util.List;

/// One named step of a computation.
///
/// @param layer the layer it belongs to, counted from 1, or else the inner step ([Explanation#unit])
/// @param name what stands left of the equals sign, for example `Z¹`
/// @param formula what stands right of it
/// @param kind whether it is a value, a derivative, or a formula that is usually printed instead of one
/// @param value the whole value
/// @param checks of a derivative: some entries with their differences; none of a value
/// @param note one sentence more; may be empty
public record Term(
        int layer,
        String name,
        String formula,
        Kind kind,
        Values value,
        List<Check> checks,
        String note) {

    /// What a term is.
    public enum Kind {
        /// A parameter, a feature, a degree, a row of the layer before: what the values of this layer are computed from.
        GIVEN,
        /// A value of the forward pass.
        VALUE,
        /// A value of the backward pass that is no derivative of a single number.
        BACKWARD,
        /// A derivative of the loss, or of an attention coefficient.
        DERIVATIVE,
        /// What is usually printed in the place of a derivative.
        USUALLY_PRINTED
    }

    /// Copies the list.
    public Term {
        checks = List.copyOf(checks);
    }

    /// What is given.
    static Term given(int layer, String name, String formula, Values value) {
        return new Term(layer, name, formula, Kind.GIVEN, value, List.of(), "");
    }

    /// A value.
    static Term value(int layer, String name, String formula, Values value) {
        return new Term(layer, name, formula, Kind.VALUE, value, List.of(), "");
    }

    /// A value of the backward pass.
    static Term backward(int layer, String name, String formula, Values value) {
        return new Term(layer, name, formula, Kind.BACKWARD, value, List.of(), "");
    }

    /// A derivative.
    static Term derivative(
            int layer, String name, String formula, Values value, List<Check> checks) {
        return new Term(layer, name, formula, Kind.DERIVATIVE, value, checks, "");
    }

    /// What is usually printed, evaluated.
    static Term usual(
            int layer, String name, String formula, Values value, List<Check> checks, String note) {
        return new Term(layer, name, formula, Kind.USUALLY_PRINTED, value, checks, note);
    }

    /// Whether all checks agree; a formula that cannot be evaluated does not.
    public boolean agrees() {
        return !checks.isEmpty() && checks.stream().allMatch(Check::agrees);
    }
}
