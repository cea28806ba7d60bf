package innerloop.app.calculus;

import innerloop.app.Messages;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Chooses one of the numbers from 0 on.
final class NumberChoice extends ComboBox<Integer> {

    private final IntegerProperty chosen;

    /// @param id with `.why` behind, after `calculus.`, the key of what it is for
    /// @param name of a number
    NumberChoice(String id, IntegerProperty chosen, IntFunction<String> name) {
        this.chosen = chosen;
        setId(id);
        String why = Messages.get(id.replace('-', '.') + ".why");
        setTooltip(new Tooltip(why));
        setAccessibleText(why);
        setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Integer number) {
                        return number == null ? "" : name.apply(number);
                    }

                    @Override
                    public Integer fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed");
                    }
                });
        chosen.subscribe(now -> setValue(now.intValue()));
        setOnAction(_ -> {
            if (getValue() != null) {
                chosen.set(getValue());
            }
        });
    }

    /// Offers so many numbers.
    void offer(int count) {
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        if (!getItems().equals(numbers)) {
            int before = chosen.get();
            getItems().setAll(numbers);
            setValue(before);
        }
    }
}
