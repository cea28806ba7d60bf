package innerloop.app;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A cell of a table with words that may be too long for its column: pointing at it shows all of them.
///
/// @param <R> a row
public final class WordCell<R> extends TableCell<R, String> {

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        String words = empty || text == null ? "" : text;
        setText(words);
        setTooltip(words.isEmpty() ? null : new Tooltip(words));
    }
}
