package innerloop.io;

import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;

/// The disk did not take a file that was being written. Its message is one line: which file, why, and what to do.
public final class UnwrittenException extends RefusedFileException {

    @Serial private static final long serialVersionUID = 1L;

    /// Less free space than this is none.
    private static final long NONE = 1 << 16;

    UnwrittenException(Path file, IOException cause) {
        super(file, why(file, cause));
        initCause(cause);
    }

    @Override
    public Phrase phrase() {
        return Phrase.of("write.failed", getFile(), why());
    }

    @Override
    public String getMessage() {
        return phrase().text();
    }

    private static Phrase why(Path file, IOException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("No space left") || isFull(file)
                ? Trouble.of("write.full").sentence()
                : Phrase.words(message);
    }

    /// Systems say it in the language of the person, so the disk itself is asked.
    private static boolean isFull(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return folder != null && Files.getFileStore(folder).getUsableSpace() < NONE;
        } catch (IOException e) {
            return false;
        }
    }
}
