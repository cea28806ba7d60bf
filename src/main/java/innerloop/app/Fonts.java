package innerloop.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The bundled fonts. They must be loaded before the first style sheet names them.
public final class Fonts {

    /// Text.
    public static final String TEXT = "Inter";

    /// Titles: JavaFX knows the semi-bold cut only as a family of its own.
    public static final String TITLE = "Inter Semi Bold";

    /// Numbers in tables.
    public static final String MONO = "JetBrains Mono";

    private static final List<String> FILES =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-Medium.otf",
                    "Inter-SemiBold.otf",
                    "JetBrainsMono-Regular.ttf");

    private Fonts() {}

    /// Makes the bundled fonts known to JavaFX. Loading twice does no harm.
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("/innerloop/fonts/" + file)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("font " + file + " is missing or unreadable");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
