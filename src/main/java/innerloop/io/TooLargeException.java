package innerloop.io;

import innerloop.phrase.Phrase;
import innerloop.phrase.Telling;
import java.io.IOException;
import java.io.Serial;

/// A form of files cannot hold as much as it is given.
final class TooLargeException extends IOException implements Telling {

    @Serial private static final long serialVersionUID = 1L;

    private final Phrase phrase;

    TooLargeException(Phrase phrase) {
        super(phrase.text());
        this.phrase = phrase;
    }

    @Override
    public Phrase phrase() {
        return phrase;
    }
}
