package innerloop.app.workbench;

import java.nio.file.Path;
import java.util.Optional;

/// Asks a person for files. The window shows the system's dialogs; tests and the tour answer by themselves.
public interface FileChoices {

    /// An existing graph file or folder.
    Optional<Path> graphToOpen();

    /// An existing experiment file.
    Optional<Path> experimentToOpen();

    /// An existing file with a split.
    Optional<Path> splitToOpen();

    /// An existing table with the classes of some nodes.
    Optional<Path> labelsToOpen();

    /// A file to write.
    ///
    /// @param suggested name with ending
    Optional<Path> fileToSave(String suggested);

    /// A folder to write into.
    Optional<Path> folderToSave();

    /// Opens this folder where the system shows files.
    void show(Path folder);
}
