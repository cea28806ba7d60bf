package innerloop.io;

import java.nio.file.Path;
import java.util.Map;

/// Where the program keeps what is not the user's: recovery files, the list of recent files, the
/// runs of the window.
public final class StateFolder {

    private StateFolder() {}

    /// The folder for this environment: `%APPDATA%\innerloop` on Windows, otherwise
    /// `$XDG_STATE_HOME/innerloop` or `~/.local/state/innerloop`.
    public static Path of(Map<String, String> environment, Path home, String operatingSystem) {
        String roaming = environment.getOrDefault("APPDATA", "");
        if (operatingSystem.startsWith("Windows") && !roaming.isBlank()) {
            return home.resolve(roaming).resolve("innerloop");
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        // The XDG specification tells programs to ignore a relative path.
        Path base =
                !state.isBlank() && Path.of(state).isAbsolute()
                        ? Path.of(state)
                        : home.resolve(".local").resolve("state");
        return base.resolve("innerloop");
    }
}
