package innerloop.app.recipe;

import innerloop.app.document.WorkbenchDocument;
import innerloop.experiment.Experiment;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A value of the experiment that is one of a few.
public final class ChoiceViewModel<T> {

    private final WorkbenchDocument document;
    private final String where;
    private final List<T> options;
    private final Function<T, String> name;
    private final BiFunction<Experiment, T, Experiment> set;
    private final ReadOnlyObjectWrapper<@Nullable T> value =
            new ReadOnlyObjectWrapper<>(this, "value", null);
    private final StringProperty note = new SimpleStringProperty(this, "note", "");

    /// A choice at this key; `get` gives null when the experiment has no such value, `name` what a
    /// person reads.
    public ChoiceViewModel(
            WorkbenchDocument document,
            String where,
            List<T> options,
            Function<T, String> name,
            Function<Experiment, @Nullable T> get,
            BiFunction<Experiment, T, Experiment> set) {
        this.document = document;
        this.where = where;
        this.options = List.copyOf(options);
        this.name = name;
        this.set = set;
        document.experiment().subscribe(e -> value.set(get.apply(e)));
    }

    /// Chooses a value; an edit of the document, unless it is the present one.
    public void choose(T option) {
        if (!option.equals(value.get())) {
            try {
                document.edit(FieldSpec.editName(where), "", e -> set.apply(e, option));
            } catch (IllegalArgumentException e) {
                note.set(String.valueOf(e.getMessage()));
            }
        }
    }

    /// The present value; null when the experiment has none.
    public ReadOnlyObjectProperty<@Nullable T> value() {
        return value.getReadOnlyProperty();
    }

    /// What can be chosen.
    public List<T> options() {
        return options;
    }

    /// What a person reads for this option.
    public String name(T option) {
        return name.apply(option);
    }

    /// The key of the value, such as `encoder.kind`.
    public String where() {
        return where;
    }

    /// A finding about the value; empty for none.
    public StringProperty note() {
        return note;
    }
}
