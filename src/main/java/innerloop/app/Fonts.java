package innerloop.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;

/// The bundled fonts. They must be loaded before the first style sheet names them.
public final class Fonts {

    private static final String LATIN = "Inter";
    private static final String CHINESE = "Noto Sans CJK SC";
    private static final String MONO = "JetBrains Mono";

    private static final List<String> FILES =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-Medium.otf",
                    "Inter-SemiBold.otf",
                    "JetBrainsMono-Regular.ttf",
                    "NotoSansSC-Regular.otf",
                    "NotoSansSC-Bold.otf");

    /// How a style sheet asks for the fonts of the English window, and for those of the Chinese one, which has Latin letters,
    /// too. JavaFX knows the semi-bold cut only as a family of its own.
    private static final Map<String, String> IN_CHINESE =
            Map.of(
                    "-fx-font-family: \"Inter\";",
                    "-fx-font-family: \"" + CHINESE + "\";",
                    "-fx-font-family: \"Inter Semi Bold\";",
                    "-fx-font-family: \"" + CHINESE + "\"; -fx-font-weight: bold;",
                    "-fx-font-family: \"JetBrains Mono\";",
                    "-fx-font-family: \"" + CHINESE + "\";");

    private Fonts() {}

    /// The family of texts in the language that is spoken.
    public static String text() {
        return switch (Messages.language()) {
            case ENGLISH -> LATIN;
            case CHINESE -> CHINESE;
        };
    }

    /// The family of numbers in tables.
    public static String mono() {
        return switch (Messages.language()) {
            case ENGLISH -> MONO;
            case CHINESE -> CHINESE;
        };
    }

    /// A style sheet with the fonts of the language that is spoken.
    public static String dressed(String styleSheet) {
        return switch (Messages.language()) {
            case ENGLISH -> styleSheet;
            case CHINESE -> {
                String sheet = styleSheet;
                for (Map.Entry<String, String> font : IN_CHINESE.entrySet()) {
                    sheet = sheet.replace(font.getKey(), font.getValue());
                }
                yield sheet;
            }
        };
    }

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
