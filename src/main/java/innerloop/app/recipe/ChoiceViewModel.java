package innerloop.app.recipe;

import innerloop.app.document.WorkbenchDocument;
import innerloop.experiment.Experiment;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// A value of the experiment that is one of a few. What the rest of the experiment refuses is not offered, and where
/// only one is left nothing is asked.
public final class ChoiceViewModel<T> implements RecipeValue {

    private final WorkbenchDocument document;
    private final String where;
    private final Supplier<List<T>> options;
    private final Function<T, String> name;
    private final ObservableValue<String> why;
    private final Part<T> part;
    private final ReadOnlyObjectWrapper<@Nullable T> value =
            new ReadOnlyObjectWrapper<>(this, "value", null);
    private final ReadOnlyObjectWrapper<List<T>> offered =
            new ReadOnlyObjectWrapper<>(this, "offered", List.of());
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper(this, "present");
    private final ReadOnlyBooleanWrapper unusual = new ReadOnlyBooleanWrapper(this, "unusual");
    private final StringProperty note = new SimpleStringProperty(this, "note", "");

    /// A choice at this key among `options`, which may be others for another graph; of them which `name` says what a person reads and `why` what they are good for, if that
    /// is to be said.
    ChoiceViewModel(
            WorkbenchDocument document,
            String where,
            Supplier<List<T>> options,
            Function<T, String> name,
            Function<T, String> why,
            Part<T> part) {
        this.document = document;
        this.where = where;
        this.options = options;
        this.name = name;
        this.why = value.map(why).orElse("");
        this.part = part;
        document.experiment().subscribe(this::follow);
        document.graph().addListener((_, _, _) -> follow(document.experiment().get()));
    }

    private void follow(Experiment experiment) {
        T next = part.get().apply(experiment);
        if (next != null) {
            offered.set(
                    options.get().stream()
                            .filter(o -> o.equals(next) || isAccepted(experiment, o))
                            .toList());
        }
        value.set(next);
        // A value that is none of the options asks for another one.
        present.set(next != null && (offered.get().size() > 1 || !offered.get().contains(next)));
        unusual.set(part.isUnusual(experiment));
    }

    private boolean isAccepted(Experiment experiment, T option) {
        try {
            return !part.set().apply(experiment, option).equals(experiment);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Chooses a value; an edit of the document, unless it is the present one. What the experiment refuses is no edit,
    /// and [#note] says why.
    public void choose(T option) {
        if (!option.equals(value.get())) {
            try {
                document.edit(FieldSpec.editName(where), "", e -> part.set().apply(e, option));
            } catch (IllegalArgumentException e) {
                note.set(SettingNames.in(e));
            }
        }
    }

    /// The present value; null when the experiment has none.
    public ReadOnlyObjectProperty<@Nullable T> value() {
        return value.getReadOnlyProperty();
    }

    /// The options that can be chosen now.
    public ReadOnlyObjectProperty<List<T>> offered() {
        return offered.getReadOnlyProperty();
    }

    /// The name of this option for people.
    public String name(T option) {
        return name.apply(option);
    }

    /// What the present value is good for; empty if nothing is said about it.
    public ObservableValue<String> why() {
        return why;
    }

    @Override
    public String where() {
        return where;
    }

    @Override
    public ReadOnlyBooleanProperty present() {
        return present.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty unusual() {
        return unusual.getReadOnlyProperty();
    }

    @Override
    public StringProperty note() {
        return note;
    }

    @Override
    public ObservableValue<String> message() {
        return note;
    }
}
