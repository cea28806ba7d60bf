package innerloop.checks;

import innerloop.phrase.OneLine;
import innerloop.phrase.Trouble;

/// A problem, or something worth knowing, of an experiment on its graph.
///
/// @param where the key it is about, for example `task.ways` or `split.test`
/// @param trouble what is wrong, and what to do about it
/// @param blocking whether the experiment cannot run like this
public record Finding(String where, Trouble trouble, boolean blocking) {

    /// A finding with which the experiment cannot run.
    static Finding blocking(String where, Trouble trouble) {
        return new Finding(where, trouble, true);
    }

    /// A finding that is worth knowing.
    static Finding note(String where, Trouble trouble) {
        return new Finding(where, trouble, false);
    }

    /// What is wrong, in English.
    public String message() {
        return OneLine.of(trouble.what().text());
    }

    /// What to do about it, in English; empty if nobody knows.
    public String fix() {
        return OneLine.of(trouble.fix().text());
    }

    /// Key, message and fix, in English.
    public String line() {
        return OneLine.of(trouble.at(where).text());
    }
}
