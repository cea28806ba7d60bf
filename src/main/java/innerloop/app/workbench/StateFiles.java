package innerloop.app.workbench;

import innerloop.app.document.Journal;
import innerloop.app.document.Settings;
import innerloop.app.start.RecentFiles;
import innerloop.io.ExperimentJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What a window keeps in its folder: unsaved work, settings, the list of recent files, and runs.
///
/// @param runs the folder of the kept runs
/// @param recent the files opened last
/// @param settings how the window looks
/// @param journal what is unsaved
record StateFiles(Path runs, RecentFiles recent, Settings settings, Journal journal)
        implements AutoCloseable {

    /// What is kept in this folder.
    ///
    /// @param onProblem hears, on some thread, that unsaved work could not be kept
    static StateFiles in(Path folder, Consumer<IOException> onProblem) {
        return new StateFiles(
                folder.resolve("runs"),
                new RecentFiles(folder.resolve("recent.txt")),
                settings(folder),
                new Journal(
                        folder.resolve("recovery"),
                        ProcessHandle.current().pid(),
                        ExperimentJson::write,
                        onProblem));
    }

    /// How the window looks.
    static Settings settings(Path folder) {
        return new Settings(folder.resolve("settings.txt"));
    }

    /// Waits until all of it is on disk.
    @Override
    public void close() {
        journal.close();
        recent.close();
        settings.close();
    }
}
