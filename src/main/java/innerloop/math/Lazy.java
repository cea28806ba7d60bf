package innerloop.math;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made when it is first asked for, once, whichever thread asks.
///
/// @param <T> what is made
public final class Lazy<T> implements Supplier<T> {

    private @Nullable Supplier<T> make;
    private @Nullable T value;

    /// What this makes.
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
