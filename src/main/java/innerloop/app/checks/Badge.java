package innerloop.app.checks;

import innerloop.app.Messages;
import innerloop.meta.Certificate;
import innerloop.meta.MetaLearner;
import innerloop.training.Certification;
import java.util.Locale;

/// The window's statement about a meta-gradient.
///
/// @param tone how it looks
/// @param text a few words
/// @param words what they mean, with the numbers
record Badge(Tone tone, String text, String words) {

    /// How a badge looks.
    enum Tone {
        /// Not at all.
        HIDDEN,
        /// Nothing good or bad: not known yet, or not applicable.
        PLAIN,
        /// Confirmed.
        GOOD,
        /// Not exact.
        WARNING,
        /// Not confirmed.
        BAD
    }

    private static final double LARGE = 1e-3;

    /// No badge.
    static Badge hidden() {
        return new Badge(Tone.HIDDEN, "", "");
    }

    /// The certificate is being made.
    static Badge checking() {
        return of(Tone.PLAIN, "checking");
    }

    /// The graph is too large to look at it beside everything else.
    static Badge large() {
        return of(Tone.PLAIN, "large");
    }

    /// There are no finite numbers to compare.
    static Badge notFinite() {
        return of(Tone.BAD, "notFinite");
    }

    /// Something of ours went wrong.
    static Badge failed(Throwable cause) {
        return of(Tone.PLAIN, "failed", cause.toString());
    }

    /// The result of the certificate.
    static Badge of(Certification found, MetaLearner learner) {
        Badge said = verdict(found, learner);
        return found.acrossKinks() ? said.and("certificate.kinks") : said;
    }

    private static Badge verdict(Certification found, MetaLearner learner) {
        boolean confirmed = found.finiteDifferenceError() < Certificate.AGREES;
        Object[] numbers = {
            shortly(found.finiteDifferenceError()),
            100 * found.relativeGap(),
            found.cosine(),
            found.episodes().size()
        };
        if (!confirmed) {
            return of(Tone.BAD, "unconfirmed", numbers);
        }
        return switch (learner.traits().gradient()) {
            case FIRST_ORDER ->
                    of(found.secondOrder() ? Tone.GOOD : Tone.WARNING, "first", numbers);
            case SECOND_ORDER -> of(Tone.GOOD, "second", numbers);
            case NO_INNER_LOOP ->
                    found.learns()
                            ? of(Tone.GOOD, "prototypical", numbers)
                            : of(Tone.PLAIN, "nothing", numbers);
            case NONE -> of(Tone.PLAIN, "none", numbers);
        };
    }

    private static Badge of(Tone tone, String key, Object... numbers) {
        return new Badge(
                tone,
                Messages.get("certificate." + key, numbers),
                Messages.get("certificate." + key + ".why", numbers));
    }

    private Badge and(String key) {
        return new Badge(tone, text, words + " " + Messages.get(key));
    }

    /// One digit and its power of ten, for example `3e-9`; what is large in per cent.
    private static String shortly(double error) {
        if (error == 0) {
            return "0";
        }
        return error < LARGE
                ? String.format(Locale.ROOT, "%.0e", error).replace("e-0", "e-")
                : String.format(Locale.ROOT, "%.1f %%", 100 * error);
    }
}
