package innerloop.io;

import innerloop.colour.Theme;
import innerloop.experiment.InputException;
import innerloop.training.RunPictures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/// A run as one page for any browser, without network: graph, embedding, curves, and a slider over the checkpoints. Its parts are
/// resources beside this class; its numbers are a [PlayerData] in the element `run`.
public final class RunPlayer {

    private RunPlayer() {}

    /// Writes the page.
    ///
    /// @param layout x and y of each node of the graph in turn
    /// @throws InputException if the run's curves cannot be read
    public static void write(Path file, RunPictures pictures, float[] layout)
            throws IOException, InputException {
        AtomicFiles.write(file, page(PlayerData.of(pictures, layout)));
    }

    private static String page(ObjectNode data) {
        // Data never ends its element, whatever it says.
        String json = JsonText.JSON.writeValueAsString(data).replace("<", "\\u003c");
        return resource("player.html")
                .replace("{{colours}}", colours())
                .replace("{{style}}", resource("player.css"))
                .replace("{{script}}", resource("player.js"))
                .replace("{{data}}", json);
    }

    /// Every colour as a variable `--il-…`, for light and for dark.
    private static String colours() {
        return variables(Theme.LIGHT)
                + "@media (prefers-color-scheme: dark) {\n"
                + variables(Theme.DARK)
                + "}\n";
    }

    private static String variables(Theme theme) {
        return theme.styleSheet().replace(".root {", ":root {").replace("    -il-", "    --il-");
    }

    private static String resource(String name) {
        try (InputStream in = RunPlayer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
