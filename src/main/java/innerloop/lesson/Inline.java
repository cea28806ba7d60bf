package innerloop.lesson;

import java.util.List;

/// A piece of a line.
public sealed interface Inline {

    /// Plain words.
    record Words(String text) implements Inline {}

    /// Words with emphasis.
    ///
    /// @param strong bold rather than italic
    record Stressed(boolean strong, List<Inline> text) implements Inline {
        public Stressed {
            text = List.copyOf(text);
        }
    }

    /// A symbol, a setting or a command.
    record Symbol(String text) implements Inline {}

    /// A link.
    record Link(String target, List<Inline> text) implements Inline {
        public Link {
            text = List.copyOf(text);
        }
    }

    /// A number that the engine computes: `` `= run score | %` ``.
    record Computed(Place place, Expression value, NumberForm form) implements Inline {}

    /// A line ends here.
    record Break() implements Inline {}
}
