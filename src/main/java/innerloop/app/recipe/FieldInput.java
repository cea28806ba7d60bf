package innerloop.app.recipe;

import innerloop.app.OwnKeys;
import innerloop.app.glossary.Topic;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/// A text field on a [FieldViewModel]: red while its text is no value, Escape brings the value
/// back.
public final class FieldInput extends TextField {

    private static final Set<String> UNDO = Set.of("edit.undo", "edit.redo");

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    public FieldInput(FieldViewModel<?> field) {
        setId("field-" + field.where().replace('.', '-'));
        setAccessibleText(FieldSpec.label(field.where()));
        Topic.set(this, field.where());
        textProperty().bindBidirectional(field.text());
        field.error()
                .subscribe(error -> {
                    pseudoClassStateChanged(INVALID, !error.isEmpty());
                    // Text that is not in the document yet cannot be undone there.
                    OwnKeys.leave(this, error.isEmpty() ? Set.of() : UNDO);
                });
        focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        field.finish();
                    }
                });
        setOnAction(_ -> field.finish());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.error().get().isEmpty()) {
                field.revert();
                event.consume();
            }
        });
    }
}
