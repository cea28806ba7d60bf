package innerloop.checks;

import innerloop.experiment.OneLine;

/// Something that is wrong, or worth knowing, about an experiment on its graph.
///
/// @param where the key it stands at, for example `task.ways` or `split.test`
/// @param message what is wrong
/// @param fix what to do about it
/// @param blocking whether the experiment cannot run like this
public record Finding(String where, String message, String fix, boolean blocking) {

    public Finding {
        message = OneLine.of(message);
        fix = OneLine.of(fix);
    }

    /// What and what to do, for a place that shows where by itself.
    public String sentence() {
        return message + (fix.isEmpty() ? "" : "; " + fix);
    }

    /// Where, what and what to do.
    public String line() {
        return where + ": " + sentence();
    }
}
