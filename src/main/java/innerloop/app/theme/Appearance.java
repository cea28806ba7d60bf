package innerloop.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import innerloop.app.Fonts;
import innerloop.colour.Theme;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// The theme of the program, and the scenes that wear it.
///
/// Views that paint for themselves listen to [#theme()]; everything else follows the style sheets.
public final class Appearance {

    private final ObjectProperty<Theme> theme =
            new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);

    public Appearance() {
        Fonts.load();
    }

    /// The theme; set it to change all scenes.
    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /// Dresses this scene now and whenever the theme changes.
    public void dress(Scene scene) {
        theme.subscribe(present -> {
            Application.setUserAgentStylesheet(
                    switch (present) {
                        case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                        case DARK -> new PrimerDark().getUserAgentStylesheet();
                    });
            scene.getStylesheets()
                    .setAll(
                            List.of(
                                    dataUri(present.styleSheet()),
                                    resource("/innerloop/theme/base.css")));
        });
    }

    private static String dataUri(String styleSheet) {
        byte[] bytes = styleSheet.getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static String resource(String path) {
        URL url = Appearance.class.getResource(path);
        if (url == null) {
            throw new IllegalStateException(path + " is missing");
        }
        return url.toExternalForm();
    }
}
