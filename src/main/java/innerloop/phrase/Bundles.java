package innerloop.phrase;

import java.util.Locale;
import java.util.ResourceBundle;

/// Texts in English and in other languages, on the class path.
public final class Bundles {

    // Without this a missing German bundle would fall back to the machine's language, not to
    // English.
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Bundles() {}

    /// The texts of this bundle in one language, in English where there is no other. There is one Chinese, whatever the country.
    public static ResourceBundle of(String name, Locale language) {
        Locale known =
                language.getLanguage().equals(Locale.CHINESE.getLanguage())
                        ? Locale.SIMPLIFIED_CHINESE
                        : language;
        return ResourceBundle.getBundle(name, known, Bundles.class.getClassLoader(), NO_FALLBACK);
    }
}
