package innerloop.app.recipe;

import innerloop.app.Messages;
import java.util.function.Function;
import java.util.function.Supplier;

/// One typed value of the experiment: where it stands, how it is read and written.
///
/// @param where its key in the experiment's file, such as `task.ways`; findings name it
/// @param part the value in the experiment; null where it has none (a GCN has no heads)
/// @param parser text to value
/// @param format value to text
record FieldSpec<T>(String where, Part<T> part, FieldParser<T> parser, Function<T, String> format) {

    /// The label of the field.
    public static String label(String where) {
        return Messages.get("recipe." + where + ".label");
    }

    /// One or two sentences about what the value does.
    public static String why(String where) {
        return Messages.get("recipe." + where + ".why");
    }

    /// The name of a change of it in undo.
    public static Supplier<String> editName(String where) {
        Supplier<String> label = () -> label(where);
        return Messages.later("edit.change", label);
    }
}
