package innerloop.lesson;

import innerloop.checks.Nearest;
import innerloop.phrase.Trouble;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Lines of the form `key: value`, the head of a lesson or the inside of a block. What is indented goes on with the line before;
/// lines that begin with `+` or `-` are the answers of a choice.
final class Fields {

    /// One of them.
    ///
    /// @param place of the key
    /// @param key `+` or `-` for an answer
    /// @param at place of the value
    record Field(Place place, String key, Place at, String value) {
        Field with(String more) {
            return new Field(place, key, at, (value + " " + more).strip());
        }
    }

    private final Place place;
    private final List<Field> fields = new ArrayList<>();
    private final Consumer<Complaint> complaints;

    /// @param place where it all begins
    private Fields(Place place, Consumer<Complaint> complaints) {
        this.place = place;
        this.complaints = complaints;
    }

    /// Reads lines.
    ///
    /// @param first place of the first of them
    /// @param known the keys there may be
    static Fields of(
            Place block,
            List<String> lines,
            Place first,
            Collection<String> known,
            Consumer<Complaint> complaints) {
        Fields fields = new Fields(block, complaints);
        for (int i = 0; i < lines.size(); i++) {
            fields.read(lines.get(i), new Place(first.line() + i, first.column()));
        }
        for (Field field : fields.fields) {
            if (!known.contains(field.key())) {
                complaints.accept(
                        new Complaint(
                                field.place(),
                                Trouble.of("lesson.unknownField", field.key())
                                        .withFix(Nearest.didYouMean(field.key(), known))));
            }
        }
        return fields;
    }

    private void read(String line, Place at) {
        String text = line.stripTrailing();
        if (text.isEmpty()) {
            return;
        }
        if (Character.isWhitespace(text.charAt(0)) && !fields.isEmpty()) {
            fields.add(fields.removeLast().with(text.strip()));
            return;
        }
        int colon = text.indexOf(':');
        if (text.startsWith("- ") || text.startsWith("+ ")) {
            add(text, at, 1);
        } else if (colon > 0) {
            add(text, at, colon);
        } else {
            complaints.accept(new Complaint(at, Trouble.of("lesson.noField", text)));
        }
    }

    private void add(String text, Place at, int keyLength) {
        String rest = text.substring(keyLength).replaceFirst("^:", "");
        int blanks = rest.length() - rest.stripLeading().length();
        int start = text.length() - rest.length() + blanks;
        fields.add(new Field(at, text.substring(0, keyLength), at.right(start), rest.strip()));
    }

    /// All with this key, in their order.
    List<Field> all(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).toList();
    }

    /// All of them.
    List<Field> all() {
        return List.copyOf(fields);
    }

    /// The one with this key.
    Optional<Field> one(String key) {
        List<Field> found = all(key);
        if (found.size() > 1) {
            complain(found.get(1).place(), Trouble.of("lesson.fieldTwice", key));
        }
        return found.stream().findFirst();
    }

    /// Its text; empty if it is not there.
    String text(String key) {
        return one(key).map(Field::value).orElse("");
    }

    /// The one that has to be there.
    Optional<Field> required(String key, String example) {
        Optional<Field> found = one(key).filter(field -> !field.value().isEmpty());
        if (found.isEmpty()) {
            complain(place, Trouble.of("lesson.fieldMissing", key, example));
        }
        return found;
    }

    /// A whole number, at least 0.
    OptionalInt whole(String key) {
        Optional<Field> found = one(key);
        if (found.isEmpty()) {
            return OptionalInt.empty();
        }
        if (found.get().value().matches("\\d{1,9}")) {
            return OptionalInt.of(Integer.parseInt(found.get().value()));
        }
        complain(found.get().at(), Trouble.of("lesson.noWhole", found.get().value()));
        return OptionalInt.empty();
    }

    /// A number.
    OptionalDouble number(String key) {
        Optional<Field> found = one(key);
        if (found.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble number = TypedNumber.of(found.get().value());
        if (number.isEmpty()) {
            complain(found.get().at(), Trouble.of("lesson.noNumber", found.get().value()));
        }
        return number;
    }

    /// Says what is wrong.
    void complain(Place at, Trouble trouble) {
        complaints.accept(new Complaint(at, trouble));
    }

    /// Where it all begins.
    Place place() {
        return place;
    }
}
