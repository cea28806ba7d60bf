package innerloop.autodiff;

import innerloop.math.Matrix;

/// A NaN or an infinity appeared. The message names the primitive, its section (the layer) and all shapes.
public final class NonFiniteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NonFiniteException(String message) {
        super(message);
    }

    /// The same exception, its message preceded by what was being computed, for example `inner step 3`.
    public NonFiniteException in(String work) {
        return new NonFiniteException(work + ": " + getMessage());
    }

    static void check(Program.Instruction instruction, Arguments in, Matrix out) {
        for (double number : out.toArray()) {
            if (!Double.isFinite(number)) {
                String section = instruction.section();
                throw new NonFiniteException(
                        "%s gave %s%s (%s from %s)"
                                .formatted(
                                        instruction.primitive(),
                                        number,
                                        section.isEmpty() ? "" : " in " + section,
                                        out.shape(),
                                        in.shapes()));
            }
        }
    }
}
