package innerloop.lesson;

import java.util.Map;
import java.util.Optional;

/// A value that an expression names.
public sealed interface Quantity {

    /// A number that is written down.
    record Literal(double value) implements Quantity {}

    /// A value the engine computes.
    ///
    /// @param place where its name stands
    /// @param source where it comes from
    /// @param word which of the source's values; empty for the usual one
    /// @param keys what tells it from others, as they are written
    record Named(Place place, Source source, String word, Map<String, String> keys)
            implements Quantity {

        public Named {
            keys = Map.copyOf(keys);
        }

        /// What is written for a key.
        public Optional<String> key(String key) {
            return Optional.ofNullable(keys.get(key));
        }

        /// Whether it is known only once a run is over: what that came to, or learned.
        boolean asksForEnd() {
            boolean start =
                    source == Source.OUTER || key("theta").filter("start"::equals).isPresent();
            return source.isOfRun() || (key("of").isPresent() && !start);
        }
    }
}
