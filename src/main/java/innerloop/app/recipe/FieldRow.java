package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.app.glossary.Topic;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One line of a card: label, ⓘ and control, and below them what is wrong, if anything is.
final class FieldRow extends VBox {

    private static final double CONTROL_WIDTH = 76;

    /// Two check boxes fit beside each other into the narrowest recipe.
    private static final double CHECK_WIDTH = 112;

    private static final double CHECK_GAP = 8;

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
        return of(field, 164, "word-field");
    }

    private static FieldRow of(FieldViewModel<?> field, double width, String style) {
        FieldInput input = new FieldInput(field);
        input.getStyleClass().add(style);
        input.setPrefWidth(width);
        input.setMinWidth(width);
        FieldRow row = new FieldRow(field.where(), input, Why.labelled(field.where(), input));
        showOnlyIf(row, field.present());
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
            // All columns are equally wide, however long their labels are.
            column.setPrefWidth(CONTROL_WIDTH);
            HBox.setHgrow(column, Priority.ALWAYS);
            showOnlyIf(column, field.present());
            columns.getChildren().add(column);
            all.getChildren()
                    .addAll(
                            message(field.error(), "field-error", "error-" + field.where()),
                            message(noteUnlessError(field), "field-note", "note-" + field.where()));
        }
        showOnlyIf(all, any(fields));
        return all;
    }

    /// Check boxes, as many beside each other as there is room for, their messages below.
    static VBox checks(List<ChoiceViewModel<Boolean>> flags) {
        FlowPane boxes = new FlowPane(CHECK_GAP, 6);
        VBox all = new VBox(3, boxes);
        for (ChoiceViewModel<Boolean> flag : flags) {
            boxes.getChildren().add(check(flag));
            all.getChildren().add(message(flag.note(), "field-note", "note-" + flag.where()));
        }
        showOnlyIf(all, any(flags));
        return all;
    }

    private static HBox check(ChoiceViewModel<Boolean> flag) {
        CheckBox box = new CheckBox(FieldSpec.label(flag.where()));
        box.setId(id(flag.where()));
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleHelp(FieldSpec.why(flag.where()));
        Topic.set(box, flag.where());
        flag.value().subscribe(value -> box.setSelected(Boolean.TRUE.equals(value)));
        box.setOnAction(_ -> flag.choose(box.isSelected()));
        HBox cell = new HBox(2, box, new Why(flag.where()));
        cell.setAlignment(Pos.CENTER_LEFT);
        cell.setMinWidth(CHECK_WIDTH);
        showOnlyIf(cell, flag.present());
        return cell;
    }

    private static ObservableValue<Boolean> any(List<? extends RecipeValue> values) {
        ReadOnlyBooleanProperty[] present =
                values.stream().map(RecipeValue::present).toArray(ReadOnlyBooleanProperty[]::new);
        return Bindings.createBooleanBinding(
                () -> Stream.of(present).anyMatch(ReadOnlyBooleanProperty::get), present);
    }

    /// A row with a drop-down.
    static <T> FieldRow of(ChoiceViewModel<T> choice) {
        ChoiceInput<T> box = new ChoiceInput<>(choice);
        box.setMinWidth(124);
        FieldRow row = new FieldRow(choice.where(), box, Why.labelled(choice.where(), box));
        showOnlyIf(row, choice.present());
        row.getChildren()
                .addAll(
                        message(choice.why(), "field-why", "why-of-" + choice.where()),
                        message(choice.note(), "field-note", "note-" + choice.where()));
        return row;
    }

    private static void showOnlyIf(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private static String id(String where) {
        return "field-" + where.replace('.', '-');
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
