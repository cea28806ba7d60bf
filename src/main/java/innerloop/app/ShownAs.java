package innerloop.app;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The names of the values in a drop-down list or a slider, where a value is picked and never typed.
public final class ShownAs<T> extends StringConverter<T> {

    private final Function<T, String> text;

    /// @param text what a value is called
    public ShownAs(Function<T, String> text) {
        this.text = text;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : text.apply(value);
    }

    @Override
    public T fromString(String written) {
        throw new UnsupportedOperationException("it is chosen, not typed");
    }
}
