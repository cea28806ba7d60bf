package innerloop.app.recipe;

import innerloop.app.ShownAs;
import innerloop.app.glossary.Topic;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A drop-down on a [ChoiceViewModel]; it shows the document's value whatever was tried.
final class ChoiceInput<T> extends ComboBox<T> {

    private final ChoiceViewModel<T> choice;
    private boolean following;

    ChoiceInput(ChoiceViewModel<T> choice) {
        this.choice = choice;
        setId("field-" + choice.where().replace('.', '-'));
        setAccessibleText(FieldSpec.label(choice.where()));
        Topic.set(this, choice.where());
        setAccessibleHelp(FieldSpec.why(choice.where()));
        setConverter(new ShownAs<>(choice::name));
        setButtonCell(new OptionCell<>(choice));
        choice.offered().subscribe(_ -> follow());
        choice.value().subscribe(_ -> follow());
        valueProperty().addListener((_, _, chosen) -> chosen(chosen));
    }

    /// Shows what can be chosen and what is.
    private void follow() {
        following = true;
        try {
            if (!getItems().equals(choice.offered().get())) {
                setItems(FXCollections.observableArrayList(choice.offered().get()));
            }
            if (choice.value().get() != null) {
                setValue(choice.value().get());
            }
        } finally {
            following = false;
        }
    }

    private void chosen(@Nullable T chosen) {
        if (chosen == null || following) {
            return;
        }
        choice.choose(chosen);
        if (!chosen.equals(choice.value().get())) {
            // It was refused; the box is still busy with it, so what is true comes after.
            Platform.runLater(this::follow);
        }
    }

    /// The present option; ComboBox's own cell forgets the converter's text after a change of
    /// theme.
    private static final class OptionCell<T> extends ListCell<T> {

        private final ChoiceViewModel<T> choice;

        OptionCell(ChoiceViewModel<T> choice) {
            this.choice = choice;
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? "" : choice.name(item));
        }
    }
}
