package innerloop.io;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The disk did not take a file that was being written. Its message is one line: which file, why, and what to do.
public final class UnwrittenException extends FileSystemException {

    @Serial private static final long serialVersionUID = 1L;

    /// Less free space than this is none.
    private static final long NONE = 1 << 16;

    UnwrittenException(Path file, IOException cause) {
        super(file.toString(), null, why(file, cause));
        initCause(cause);
    }

    @Override
    public String getMessage() {
        return getFile() + " could not be written: " + getReason();
    }

    private static String why(Path file, IOException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("No space left") || isFull(file)
                ? "the disk is full; make room there, or choose another folder, and write it again"
                : message;
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
