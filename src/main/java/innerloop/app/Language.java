package innerloop.app;

import java.util.Locale;

/// A language the window speaks.
public enum Language {
    /// English, also for a system whose language is none of these.
    ENGLISH(Locale.ENGLISH, "en"),
    /// Simplified Chinese, whatever the country.
    CHINESE(Locale.SIMPLIFIED_CHINESE, "zh-CN");

    private final Locale locale;
    private final String tag;

    Language(Locale locale, String tag) {
        this.locale = locale;
        this.tag = tag;
    }

    /// The language of this locale.
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE : ENGLISH;
    }

    /// Its locale.
    public Locale locale() {
        return locale;
    }

    /// Its name in settings and options.
    public String tag() {
        return tag;
    }
}
