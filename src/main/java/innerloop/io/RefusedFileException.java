package innerloop.io;

import innerloop.phrase.OneLine;
import innerloop.phrase.Phrase;
import innerloop.phrase.Telling;
import java.io.Serial;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// The system does not let us have a file. Its message is one line: which file, and why.
public class RefusedFileException extends FileSystemException implements Telling {

    @Serial private static final long serialVersionUID = 1L;

    private final Phrase why;

    RefusedFileException(Path file, Phrase why) {
        super(file.toString(), null, OneLine.of(why.text()));
        this.why = why;
    }

    /// Why, without the file.
    public Phrase why() {
        return why;
    }

    @Override
    public Phrase phrase() {
        return Phrase.of("trouble.at", getFile(), why);
    }
}
