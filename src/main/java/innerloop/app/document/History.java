package innerloop.app.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A value, what it was and what it can become again. Immutable and without limit.
///
/// Consecutive edits with the same non-empty key are one edit: typing `32` into a field is undone
/// at once, not digit by digit. Undo, redo and [#seal()] end such a series.
///
/// @param past earlier values, oldest first, each with the name of the edit that left it
/// @param present the value now
/// @param future undone values, next one first, each with the name of the edit that leads to it
/// @param openKey the key that an edit must have to join the last one; empty for none
public record History<T>(List<Entry<T>> past, T present, List<Entry<T>> future, String openKey) {

    /// A value and the name of the edit next to it, in the language that is spoken when it is asked for.
    public record Entry<T>(Supplier<String> editName, T value) {}

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /// A history with nothing to undo.
    public static <T> History<T> of(T value) {
        return new History<>(List.of(), value, List.of(), "");
    }

    /// The history after an edit. An edit that changes nothing leaves no trace.
    public History<T> push(Supplier<String> editName, String key, T next) {
        if (next.equals(present)) {
            return this;
        }
        boolean joins = !key.isEmpty() && key.equals(openKey) && !past.isEmpty();
        if (!joins) {
            return new History<>(
                    append(past, new Entry<>(editName, present)), next, List.of(), key);
        }
        // A series that came back to where it began is no edit at all.
        return past.getLast().value().equals(next)
                ? new History<>(past.subList(0, past.size() - 1), next, List.of(), "")
                : new History<>(past, next, List.of(), key);
    }

    /// One edit back; the same history if there is none.
    public History<T> undo() {
        if (past.isEmpty()) {
            return this;
        }
        Entry<T> last = past.getLast();
        return new History<>(
                past.subList(0, past.size() - 1),
                last.value(),
                prepend(new Entry<>(last.editName(), present), future),
                "");
    }

    /// One undone edit forward; the same history if there is none.
    public History<T> redo() {
        if (future.isEmpty()) {
            return this;
        }
        Entry<T> next = future.getFirst();
        return new History<>(
                append(past, new Entry<>(next.editName(), present)),
                next.value(),
                future.subList(1, future.size()),
                "");
    }

    /// Back or forward to where this many edits are done; the same history if that is now.
    public History<T> goTo(int edits) {
        Objects.checkIndex(edits, past.size() + future.size() + 1);
        History<T> at = this;
        while (at.past.size() > edits) {
            at = at.undo();
        }
        while (at.past.size() < edits) {
            at = at.redo();
        }
        return at;
    }

    /// The names of all edits, oldest first: those that are done, then those that are undone.
    public List<String> names() {
        return Stream.concat(past.stream(), future.stream())
                .map(entry -> entry.editName().get())
                .toList();
    }

    /// The same history; the next edit joins nothing.
    public History<T> seal() {
        return openKey.isEmpty() ? this : new History<>(past, present, future, "");
    }

    /// The name of the edit that undo takes back; empty for none.
    public String undoName() {
        return past.isEmpty() ? "" : past.getLast().editName().get();
    }

    /// The name of the edit that redo repeats; empty for none.
    public String redoName() {
        return future.isEmpty() ? "" : future.getFirst().editName().get();
    }

    private static <E> List<E> append(List<E> list, E item) {
        List<E> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(item);
        return longer;
    }

    private static <E> List<E> prepend(E item, List<E> list) {
        List<E> longer = new ArrayList<>(list.size() + 1);
        longer.add(item);
        longer.addAll(list);
        return longer;
    }
}
