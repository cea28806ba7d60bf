package innerloop.phrase;

/// Thrown by the constructors of settings for a value that they cannot have, in whatever file and on whatever graph.
public final class Refusal extends IllegalArgumentException implements Telling {

    private static final long serialVersionUID = 1L;

    private final Phrase phrase;

    /// A refusal for this reason, which names the setting.
    public Refusal(Phrase phrase) {
        super(OneLine.of(phrase.text()));
        this.phrase = phrase;
    }

    /// A number that is not in a range.
    ///
    /// @param key of the setting
    public static Refusal outside(String key, long least, long most, long value) {
        return new Refusal(Phrase.of("refusal.outside", key, name(least), name(most), name(value)));
    }

    /// A number that is too small.
    ///
    /// @param key of the setting
    public static Refusal below(String key, Object least, Object value) {
        return new Refusal(Phrase.of("refusal.below", key, least.toString(), value.toString()));
    }

    /// A number that is too large.
    ///
    /// @param key of the setting
    public static Refusal above(String key, long most, long value) {
        return new Refusal(Phrase.of("refusal.above", key, name(most), name(value)));
    }

    /// A number that is not positive, or not finite.
    ///
    /// @param key of the setting
    public static Refusal notPositive(String key, double value) {
        return new Refusal(Phrase.of("refusal.notPositive", key, value));
    }

    /// A number that is no share, or the whole.
    ///
    /// @param key of the setting
    public static Refusal notAShare(String key, double value) {
        return new Refusal(Phrase.of("refusal.notAShare", key, value));
    }

    /// Numbers of a setting stand in files, ungrouped.
    private static String name(long number) {
        return Long.toString(number);
    }

    @Override
    public Phrase phrase() {
        return phrase;
    }
}
