package innerloop.experiment;

/// Something that is wrong, or worth knowing, about an experiment on its graph.
///
/// @param where the key it stands at, for example `task.ways` or `split.test`
/// @param message what is wrong
/// @param fix what to do about it
/// @param blocking whether the experiment cannot run like this
public record Finding(String where, String message, String fix, boolean blocking) {

    /// One line for a person.
    public String line() {
        return where + ": " + message + (fix.isEmpty() ? "" : "; " + fix);
    }
}
