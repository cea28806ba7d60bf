package innerloop.app.recipe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Fields of a card that are hidden until they are opened. They open by themselves as soon as one of them
/// is not as usual or has something to say: nothing that changes a run is hidden before a person has seen it.
public final class MoreViewModel {

    private final List<? extends RecipeValue> values;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper(this, "present");
    private final ReadOnlyBooleanWrapper complaining =
            new ReadOnlyBooleanWrapper(this, "complaining");
    private final ReadOnlyIntegerWrapper unusual = new ReadOnlyIntegerWrapper(this, "unusual");
    private Set<String> notable = Set.of();

    /// These values, folded away unless one of them is notable.
    public MoreViewModel(List<? extends RecipeValue> values) {
        this.values = List.copyOf(values);
        for (RecipeValue value : this.values) {
            value.present().subscribe(_ -> look());
            value.unusual().subscribe(_ -> look());
            value.message().subscribe(_ -> look());
        }
    }

    private void look() {
        Set<String> now = new HashSet<>();
        int differing = 0;
        boolean any = false;
        boolean complaints = false;
        for (RecipeValue value : values) {
            if (value.present().get()) {
                any = true;
                boolean complains = !value.message().getValue().isEmpty();
                complaints |= complains;
                differing += value.unusual().get() ? 1 : 0;
                if (complains || value.unusual().get()) {
                    now.add(value.where());
                }
            }
        }
        present.set(any);
        complaining.set(complaints);
        unusual.set(differing);
        // A section closed by hand stays closed until it has something new to show.
        if (!notable.containsAll(now)) {
            open.set(true);
        }
        notable = now;
    }

    /// Whether the values are to be seen.
    public BooleanProperty open() {
        return open;
    }

    /// Whether the experiment has any of them.
    public ReadOnlyBooleanProperty present() {
        return present.getReadOnlyProperty();
    }

    /// Whether one of them has an error or a finding; then they cannot be folded away.
    public ReadOnlyBooleanProperty complaining() {
        return complaining.getReadOnlyProperty();
    }

    /// How many of them are not as usual.
    public ReadOnlyIntegerProperty unusual() {
        return unusual.getReadOnlyProperty();
    }
}
