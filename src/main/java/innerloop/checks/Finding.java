package innerloop.checks;

import innerloop.experiment.OneLine;

/// A problem, or something worth knowing, of an experiment on its graph.
///
/// @param where the key it is about, for example `task.ways` or `split.test`
/// @param message what is wrong
/// @param fix what to do about it
/// @param blocking whether the experiment cannot run like this
public record Finding(String where, String message, String fix, boolean blocking) {

    public Finding {
        message = OneLine.of(message);
        fix = OneLine.of(fix);
    }

    /// Message and fix, for a place that shows by itself what they are about.
    public String sentence() {
        return message + (fix.isEmpty() ? "" : "; " + fix);
    }

    /// Key, message and fix.
    public String line() {
        return where + ": " + sentence();
    }
}
