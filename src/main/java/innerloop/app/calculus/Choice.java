package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.app.ShownAs;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;

/// Chooses one of some values by a drop-down list.
final class Choice<T> extends ComboBox<T> {

    private final Property<T> chosen;

    /// @param id with `.why` behind, after `calculus.`, the key of what it is for
    /// @param name of a value
    Choice(String id, Property<T> chosen, Function<T, String> name) {
        this.chosen = chosen;
        setId(id);
        String why = Messages.get(id.replace('-', '.') + ".why");
        setTooltip(new Tooltip(why));
        setAccessibleText(why);
        setConverter(new ShownAs<>(name));
        chosen.subscribe(this::setValue);
        setOnAction(_ -> {
            if (getValue() != null) {
                chosen.setValue(getValue());
            }
        });
    }

    /// One of the numbers from 0 on.
    static Choice<Integer> ofNumber(
            String id, IntegerProperty chosen, Function<Integer, String> name) {
        return new Choice<>(id, chosen.asObject(), name);
    }

    /// Offers these values.
    void offer(List<T> values) {
        if (!getItems().equals(values)) {
            T before = chosen.getValue();
            getItems().setAll(values);
            setValue(before);
        }
    }

    /// So many numbers, from 0 on.
    static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
