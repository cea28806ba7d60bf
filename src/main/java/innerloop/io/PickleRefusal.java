package innerloop.io;

import innerloop.phrase.Phrase;
import java.io.Serial;
import net.razorvine.pickle.PickleException;

/// A pickle asks for what it may not have, or is none.
final class PickleRefusal extends PickleException {

    @Serial private static final long serialVersionUID = 1L;

    private final Phrase phrase;

    PickleRefusal(Phrase phrase) {
        super(phrase.text());
        this.phrase = phrase;
    }

    Phrase phrase() {
        return phrase;
    }
}
