package innerloop.app.guide;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which card is shown. All methods are called on the JavaFX thread.
public final class GuideViewModel {

    private final List<Stop> stops;
    private final ReadOnlyObjectWrapper<Optional<Stop>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());

    /// Nothing is shown yet.
    ///
    /// @param stops in their order, at least one
    public GuideViewModel(List<Stop> stops) {
        this.stops = List.copyOf(stops);
    }

    /// Shows the first card.
    public void begin() {
        shown.set(Optional.of(stops.getFirst()));
    }

    /// Shows the next card; after the last, none.
    public void next() {
        int number = number();
        if (number > 0) {
            shown.set(number < stops.size() ? Optional.of(stops.get(number)) : Optional.empty());
        }
    }

    /// Shows the card before; the first stays.
    public void back() {
        int number = number();
        if (number > 1) {
            shown.set(Optional.of(stops.get(number - 2)));
        }
    }

    /// Shows no card any more.
    public void end() {
        shown.set(Optional.empty());
    }

    /// The number of the card that is shown, counted from 1; 0 for none.
    public int number() {
        return shown.get().map(stop -> stops.indexOf(stop) + 1).orElse(0);
    }

    /// How many cards there are.
    public int size() {
        return stops.size();
    }

    /// The card that is shown; empty for none.
    public ReadOnlyObjectProperty<Optional<Stop>> shown() {
        return shown.getReadOnlyProperty();
    }
}
