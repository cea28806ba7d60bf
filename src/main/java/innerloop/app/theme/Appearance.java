package innerloop.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import innerloop.app.Fonts;
import innerloop.colour.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// The theme of the program, and the scenes that wear it.
///
/// Views that paint for themselves listen to [#theme()]; everything else follows the style sheets.
/// The window's content is enlarged as a whole ([#scale()]); menus and hints have letters of that size.
public final class Appearance {

    private static final String BASE = "/innerloop/theme/base.css";

    /// The size of most letters, px.
    private static final double FONT = 13;

    private static final Pattern RULE = Pattern.compile("(?m)^\\.[^{}]*\\{[^}]*}");
    private static final Pattern POPUP =
            Pattern.compile("\\.(tooltip|context-menu|combo-box-popup)\\b");
    private static final Pattern LENGTH = Pattern.compile("([0-9.]+)px");

    private final ObjectProperty<Theme> theme =
            new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", TextScale.USUAL);

    public Appearance() {
        Fonts.load();
    }

    /// The theme; set it to change all scenes.
    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /// How large everything is shown, a share of the usual size ([TextScale]); set it to change all scenes.
    public DoubleProperty scale() {
        return scale;
    }

    /// Dresses this scene now and whenever theme or scale change.
    public void dress(Scene scene) {
        String base = Fonts.dressed(resource(BASE));
        theme.subscribe(present ->
                Application.setUserAgentStylesheet(
                        switch (present) {
                            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                            case DARK -> new PrimerDark().getUserAgentStylesheet();
                        }));
        // A binding of both would be forgotten as soon as nobody else holds it.
        Runnable sheets =
                () ->
                        scene.getStylesheets()
                                .setAll(
                                        dataUri(theme.get().styleSheet()),
                                        dataUri(base),
                                        dataUri(popups(base, scale.get())));
        theme.subscribe(_ -> sheets.run());
        scale.subscribe(_ -> sheets.run());
    }

    /// Menus and hints are windows of their own, which enlarge nothing: the rules for them with every length enlarged.
    static String popups(String styleSheet, double scale) {
        StringBuilder rules =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                ".context-menu, .combo-box-popup { -fx-font-size: %.2fpx; }\n",
                                FONT * scale));
        Matcher rule = RULE.matcher(styleSheet);
        while (rule.find()) {
            if (POPUP.matcher(rule.group()).lookingAt()) {
                rules.append(
                        LENGTH.matcher(rule.group())
                                .replaceAll(length ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.2fpx",
                                                scale * Double.parseDouble(length.group(1)))));
                rules.append('\n');
            }
        }
        return rules.toString();
    }

    private static String dataUri(String styleSheet) {
        byte[] bytes = styleSheet.getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static String resource(String path) {
        try (InputStream in = url(path).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(String path) {
        URL url = Appearance.class.getResource(path);
        if (url == null) {
            throw new IllegalStateException(path + " is missing");
        }
        return url;
    }
}
