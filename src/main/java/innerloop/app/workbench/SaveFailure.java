package innerloop.app.workbench;

import innerloop.app.Messages;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// Why something is not on the disk, as a line for the person.
final class SaveFailure {

    private SaveFailure() {}

    /// Names one file once: the one the system complains about if it says so, else the one that was asked for.
    static String line(Path asked, IOException e) {
        return e instanceof FileSystemException about
                        && about.getFile() != null
                        && about.getReason() != null
                ? Messages.get("save.failed", about.getFile(), about.getReason())
                : Messages.get("save.failed", asked, String.valueOf(e.getMessage()));
    }
}
