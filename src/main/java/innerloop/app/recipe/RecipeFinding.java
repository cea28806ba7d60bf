package innerloop.app.recipe;

/// Something about the experiment that a person should know.
///
/// @param where the key it is about, such as `task.ways` or `split.test`
/// @param message what is the matter
/// @param fix what to do; may be empty
/// @param blocking whether the run cannot start
public record RecipeFinding(String where, String message, String fix, boolean blocking) {

    /// Message and fix in one line.
    public String line() {
        return fix.isEmpty() ? message : message + "; " + fix;
    }
}
