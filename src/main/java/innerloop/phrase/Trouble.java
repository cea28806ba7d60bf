package innerloop.phrase;

import java.io.Serializable;
import java.util.Locale;

/// What is wrong, and what to do about it.
///
/// @param what is wrong
/// @param fix what to do about it; [Phrase#NOTHING] if nobody knows
public record Trouble(Phrase what, Phrase fix) implements Serializable {

    /// The trouble with the text of this key. What to do about it has the same arguments and the same key with `.fix` behind
    /// it, if there is such a text.
    public static Trouble of(String key, Object... arguments) {
        String fix = key + ".fix";
        return new Trouble(
                Phrase.of(key, arguments),
                Bundles.of(Phrase.BUNDLE, Locale.ROOT).containsKey(fix)
                        ? Phrase.of(fix, arguments)
                        : Phrase.NOTHING);
    }

    /// A trouble in words that are the same in every language.
    ///
    /// @param fix what to do about it; may be empty
    public static Trouble words(String what, String fix) {
        return new Trouble(Phrase.words(what), Phrase.words(fix));
    }

    /// The same trouble with something else to do about it.
    public Trouble withFix(Phrase other) {
        return new Trouble(what, other);
    }

    /// The same trouble with a part of what it is about.
    public Trouble within(String part) {
        return new Trouble(Phrase.of("trouble.at", part, what), fix);
    }

    /// Both as one sentence, for a place that shows by itself what they are about.
    public Phrase sentence() {
        return fix.isEmpty() ? what : Phrase.of("trouble.sentence", what, fix);
    }

    /// Both as one sentence, behind the place they are about.
    ///
    /// @param where a setting, a file, or a file with its line; may be empty
    public Phrase at(String where) {
        return where.isEmpty() ? sentence() : Phrase.of("trouble.at", where, sentence());
    }
}
