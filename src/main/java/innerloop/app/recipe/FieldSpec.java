package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.experiment.Experiment;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One typed value of the experiment: where it stands, how it is read and written.
///
/// @param where its key in the experiment's file, such as `task.ways`; findings name it
/// @param get the value; null when this experiment has none (a GCN has no heads)
/// @param set the experiment with another value
/// @param parser text to value
/// @param format value to text
public record FieldSpec<T>(
        String where,
        Function<Experiment, @Nullable T> get,
        BiFunction<Experiment, T, Experiment> set,
        FieldParser<T> parser,
        Function<T, String> format) {

    /// What the field is called.
    public static String label(String where) {
        return Messages.get("recipe." + where + ".label");
    }

    /// One or two sentences about what the value does.
    public static String why(String where) {
        return Messages.get("recipe." + where + ".why");
    }

    /// What undo calls a change of it.
    public static String editName(String where) {
        return Messages.get("edit.change", label(where));
    }
}
