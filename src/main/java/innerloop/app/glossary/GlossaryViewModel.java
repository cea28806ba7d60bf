package innerloop.app.glossary;

import innerloop.lesson.Glossary;
import innerloop.lesson.GlossaryEntry;
import java.text.Collator;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is found in the glossary, what is shown of it, and the way back.
public final class GlossaryViewModel {

    private final Glossary glossary;
    private final Ranking ranking;
    private final Deque<GlossaryEntry> before = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable GlossaryEntry> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", null);
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");

    /// @param language whose order the words have in the list
    public GlossaryViewModel(Glossary glossary, Locale language) {
        this.glossary = glossary;
        Collator order = Collator.getInstance(language);
        this.ranking =
                new Ranking(
                        glossary.entries().stream()
                                .sorted(Comparator.comparing(GlossaryEntry::term, order))
                                .toList());
    }

    /// The entries that fit, best first; all in their order if nothing is typed.
    public List<GlossaryEntry> matching(String typed) {
        return ranking.matching(typed);
    }

    /// The entries whose name fits, best first.
    public List<GlossaryEntry> named(String typed) {
        return ranking.named(typed);
    }

    /// The entry on a [Topic].
    public Optional<GlossaryEntry> about(String topic) {
        return glossary.about(topic);
    }

    /// The entry with this id.
    public Optional<GlossaryEntry> entry(String id) {
        return glossary.entry(id);
    }

    /// What is shown; null while nothing was.
    public ReadOnlyObjectProperty<@Nullable GlossaryEntry> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Whether a link led to what is shown.
    public ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    /// Shows an entry of the list.
    public void point(GlossaryEntry entry) {
        if (!entry.equals(shown.get())) {
            before.clear();
            canGoBack.set(false);
            shown.set(entry);
        }
    }

    /// Follows a link.
    public void follow(String id) {
        glossary.entry(id)
                .ifPresent(entry -> {
                    GlossaryEntry from = shown.get();
                    if (from != null && !from.equals(entry)) {
                        before.push(from);
                        canGoBack.set(true);
                    }
                    shown.set(entry);
                });
    }

    /// Shows what was shown before the last link.
    public void back() {
        if (!before.isEmpty()) {
            GlossaryEntry to = before.pop();
            canGoBack.set(!before.isEmpty());
            shown.set(to);
        }
    }
}
