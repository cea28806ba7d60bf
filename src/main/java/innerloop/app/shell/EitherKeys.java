package innerloop.app.shell;

import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Several keys that mean the same, such as `+` on its own key, above `=` and beside the digits. The first is the one that
/// is shown.
final class EitherKeys extends KeyCombination {

    private final List<KeyCombination> keys;
    private final String shown;

    /// @param shown what a person reads
    /// @param keys as [KeyCombination#valueOf(String)] reads them
    EitherKeys(String shown, String... keys) {
        this.shown = shown;
        this.keys = List.of(keys).stream().map(KeyCombination::valueOf).toList();
    }

    @Override
    public boolean match(KeyEvent event) {
        return keys.stream().anyMatch(each -> each.match(event));
    }

    @Override
    public String getName() {
        return shown;
    }

    @Override
    public String getDisplayText() {
        return shown;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EitherKeys either && either.keys.equals(keys);
    }

    @Override
    public int hashCode() {
        return Objects.hash(keys);
    }
}
