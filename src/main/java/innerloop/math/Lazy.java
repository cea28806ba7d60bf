package innerloop.math;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is computed once, when any thread first asks for it.
///
/// @param <T> the type of the value
public final class Lazy<T> implements Supplier<T> {

    private @Nullable Supplier<T> make;
    private @Nullable T value;

    /// The value, computed now if it has not been yet.
    public Lazy(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public synchronized T get() {
        T made = value;
        if (made == null) {
            made = Objects.requireNonNull(make).get();
            value = made;
            make = null;
        }
        return made;
    }
}
