package innerloop.autodiff;

import innerloop.math.Matrix;
import innerloop.phrase.Phrase;
import innerloop.phrase.Telling;

/// A NaN or an infinity appeared. The message names the primitive, its section (the layer) and all shapes.
public final class NonFiniteException extends RuntimeException implements Telling {

    private static final long serialVersionUID = 1L;

    private final Phrase phrase;

    private NonFiniteException(Phrase phrase) {
        super(phrase.text());
        this.phrase = phrase;
    }

    /// The same exception, its message preceded by what was being computed, for example inner step 3.
    public NonFiniteException in(Phrase work) {
        return new NonFiniteException(Phrase.of("trouble.at", work, phrase));
    }

    @Override
    public Phrase phrase() {
        return phrase;
    }

    static void check(Program.Instruction instruction, Arguments in, Matrix out) {
        for (double number : out.toArray()) {
            if (!Double.isFinite(number)) {
                Phrase section = instruction.section();
                throw new NonFiniteException(
                        Phrase.of(
                                section.isEmpty() ? "notFinite" : "notFinite.section",
                                instruction.primitive(),
                                number,
                                out.shape(),
                                in.shapes(),
                                section));
            }
        }
    }
}
