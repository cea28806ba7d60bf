package innerloop.app.recipe;

import innerloop.app.document.WorkbenchDocument;
import innerloop.app.recipe.FieldParser.Invalid;
import innerloop.app.recipe.FieldParser.Valid;
import innerloop.experiment.Experiment;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The text of one value of the experiment.
///
/// Valid text goes into the document at once, as an edit. Invalid text stays here with its error,
/// and the document keeps the last valid value, until the text is mended, reverted, or the value
/// itself is changed elsewhere (undo, another file).
public final class FieldViewModel<T> implements RecipeValue {

    private final WorkbenchDocument document;
    private final FieldSpec<T> spec;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper(this, "present");
    private final ReadOnlyBooleanWrapper unusual = new ReadOnlyBooleanWrapper(this, "unusual");
    private @Nullable T value;
    private boolean following;

    FieldViewModel(WorkbenchDocument document, FieldSpec<T> spec) {
        this.document = document;
        this.spec = spec;
        document.experiment().subscribe(this::follow);
        document.graph().addListener((_, _, _) -> follow(document.experiment().get()));
        document.openings().addListener((_, _, _) -> revert());
        text.addListener((_, _, typed) -> typed(typed));
    }

    private void follow(Experiment experiment) {
        T next = spec.part().get().apply(experiment);
        present.set(next != null);
        unusual.set(spec.part().isUnusual(experiment));
        if (!Objects.equals(next, value)) {
            value = next;
            if (!following) {
                revert();
            }
        }
    }

    private void typed(String typed) {
        if (following) {
            return;
        }
        switch (spec.parser().parse(typed)) {
            case Valid<T>(T parsed) -> {
                error.set("");
                // The person's own spelling ("0.50") stays while it is being typed.
                following = true;
                try {
                    document.edit(
                            FieldSpec.editName(where()),
                            where(),
                            e -> spec.part().set().apply(e, parsed));
                } catch (IllegalArgumentException e) {
                    error.set(SettingNames.in(e));
                } finally {
                    following = false;
                }
            }
            case Invalid<T>(String message) -> error.set(message);
        }
    }

    /// Shows the document's value again and forgets what was typed.
    public void revert() {
        following = true;
        try {
            T known = value;
            text.set(known == null ? "" : spec.format().apply(known));
            error.set("");
        } finally {
            following = false;
        }
    }

    /// The person is done with this field: the next edit is a new one. Valid text takes its usual
    /// spelling.
    public void finish() {
        document.sealEdits();
        if (error.get().isEmpty()) {
            revert();
        }
    }

    @Override
    public String where() {
        return spec.where();
    }

    /// The text in the field.
    public StringProperty text() {
        return text;
    }

    /// Why the text is no value; empty when it is one.
    public ReadOnlyStringProperty error() {
        return error.getReadOnlyProperty();
    }

    @Override
    public StringProperty note() {
        return note;
    }

    /// The error, if there is one; only right text is worth a note.
    @Override
    public ObservableValue<String> message() {
        return error.flatMap(e -> e.isEmpty() ? note : new SimpleStringProperty(e));
    }

    @Override
    public ReadOnlyBooleanProperty present() {
        return present.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty unusual() {
        return unusual.getReadOnlyProperty();
    }
}
