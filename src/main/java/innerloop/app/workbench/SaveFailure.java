package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.io.RefusedFileException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// Why something is not on the disk, as a line for the person.
final class SaveFailure {

    private SaveFailure() {}

    /// Names one file once: the one the system complains about if it says so, else the one that was asked for.
    static String line(Path asked, IOException e) {
        return switch (e) {
            case RefusedFileException refused ->
                    line(refused.getFile(), Messages.of(refused.why()));
            case FileSystemException about
                    when about.getFile() != null && about.getReason() != null ->
                    line(about.getFile(), about.getReason());
            default -> line(asked, Messages.of(e));
        };
    }

    private static String line(Object file, String why) {
        return Messages.get("save.failed", file, why);
    }
}
