package innerloop.app.recipe;

import innerloop.app.Messages;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// One line of a card: label, ⓘ and control, and below them what is wrong, if anything is.
final class FieldRow extends VBox {

    private static final double CONTROL_WIDTH = 76;

    private FieldRow(String where, Region control, HBox label) {
        super(3);
        setId("row-" + where.replace('.', '-'));
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(8, label, control);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
    }

    /// A row with a text field; it is there only while the experiment has the value.
    static FieldRow of(FieldViewModel<?> field) {
        return of(field, CONTROL_WIDTH, "number-field");
    }

    /// A row for words.
    static FieldRow words(FieldViewModel<?> field) {
        return of(field, 150, "word-field");
    }

    private static FieldRow of(FieldViewModel<?> field, double width, String style) {
        FieldInput input = new FieldInput(field);
        input.getStyleClass().add(style);
        input.setPrefWidth(width);
        input.setMinWidth(width);
        FieldRow row = new FieldRow(field.where(), input, Why.labelled(field.where(), input));
        row.showOnlyIf(field.present());
        row.getChildren()
                .addAll(
                        message(field.error(), "field-error", "error-" + field.where()),
                        message(noteUnlessError(field), "field-note", "note-" + field.where()));
        return row;
    }

    /// Several short fields side by side, their labels above, their messages below.
    static VBox across(List<FieldViewModel<?>> fields) {
        HBox columns = new HBox(8);
        VBox all = new VBox(3, columns);
        for (FieldViewModel<?> field : fields) {
            FieldInput input = new FieldInput(field);
            input.getStyleClass().add("number-field");
            input.setPrefWidth(CONTROL_WIDTH);
            VBox column = new VBox(2, Why.labelled(field.where(), input), input);
            HBox.setHgrow(column, Priority.ALWAYS);
            columns.getChildren().add(column);
            all.getChildren()
                    .addAll(
                            message(field.error(), "field-error", "error-" + field.where()),
                            message(noteUnlessError(field), "field-note", "note-" + field.where()));
        }
        return all;
    }

    /// A row with a drop-down.
    static <T> FieldRow of(ChoiceViewModel<T> choice) {
        ComboBox<T> box = comboBox(choice);
        box.setPrefWidth(124);
        FieldRow row = new FieldRow(choice.where(), box, Why.labelled(choice.where(), box));
        row.showOnlyIf(choice.value().map(_ -> true).orElse(false));
        row.getChildren().add(message(choice.note(), "field-note", "note-" + choice.where()));
        return row;
    }

    /// A row with a check box.
    static FieldRow check(ChoiceViewModel<Boolean> choice) {
        CheckBox box = new CheckBox();
        box.setId("field-" + choice.where().replace('.', '-'));
        choice.value().subscribe(value -> box.setSelected(Boolean.TRUE.equals(value)));
        box.setOnAction(_ -> choice.choose(box.isSelected()));
        FieldRow row = new FieldRow(choice.where(), box, Why.labelled(choice.where(), box));
        row.showOnlyIf(choice.value().map(_ -> true).orElse(false));
        row.getChildren().add(message(choice.note(), "field-note", "note-" + choice.where()));
        return row;
    }

    /// A drop-down on a choice.
    static <T> ComboBox<T> comboBox(ChoiceViewModel<T> choice) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("field-" + choice.where().replace('.', '-'));
        box.setAccessibleText(FieldSpec.label(choice.where()));
        box.setAccessibleHelp(FieldSpec.why(choice.where()));
        box.getItems().setAll(choice.options());
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T option) {
                        return option == null ? "" : choice.name(option);
                    }

                    @Override
                    public @Nullable T fromString(String text) {
                        return null;
                    }
                });
        box.setButtonCell(new OptionCell<>(choice));
        choice.value()
                .subscribe(value -> {
                    if (value != null) {
                        box.setValue(value);
                    }
                });
        box.valueProperty()
                .addListener((_, _, chosen) -> {
                    if (chosen != null) {
                        choice.choose(chosen);
                    }
                });
        return box;
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

    private void showOnlyIf(ObservableValue<Boolean> condition) {
        visibleProperty().bind(condition);
        managedProperty().bind(condition);
    }

    private static ObservableValue<String> noteUnlessError(FieldViewModel<?> field) {
        return field.error()
                .flatMap(error -> error.isEmpty() ? field.note() : new SimpleStringProperty(""));
    }

    /// A line that is there only while it says something.
    static Label message(ObservableValue<String> text, String style, String id) {
        Label label = new Label();
        label.setId(id.replace('.', '-'));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.map(t -> !t.isEmpty()));
        label.managedProperty().bind(label.visibleProperty());
        label.setAccessibleRoleDescription(Messages.get("recipe.message"));
        return label;
    }
}
