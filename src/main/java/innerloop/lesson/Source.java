package innerloop.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where a value of a lesson comes from, with the words and keys it takes. The first word is the usual one.
public enum Source {
    /// The arithmetic of one node, as the command `explain` prints it.
    EXPLAIN(
            List.of("value", "difference", "error", "sum", "rows", "columns"),
            Set.of(
                    "node", "name", "layer", "row", "column", "episode", "phase", "step", "kind",
                    "of", "theta"),
            List.of("node", "name")),
    /// The inner loop of one episode, as `adapt` prints it.
    ADAPT(
            List.of(
                    "query-score",
                    "support-score",
                    "query-loss",
                    "support-loss",
                    "changed",
                    "gradient",
                    "moved",
                    "cosine"),
            Set.of("episode", "phase", "step", "layer", "of", "theta"),
            List.of()),
    /// The derivative of the query loss that goes back through an inner loop, `v ← v − α H v`, as `explain --inner` prints it.
    BACKWARD(
            List.of("length", "curved", "bend", "cosine"),
            Set.of("episode", "phase", "step", "of", "theta"),
            List.of()),
    /// The first outer step, as `adapt --outer` prints it.
    OUTER(
            List.of(
                    "agreement",
                    "mean",
                    "move",
                    "move-with-mean",
                    "pull",
                    "with-mean",
                    "cosine",
                    "ratio"),
            Set.of("episode", "of"),
            List.of()),
    /// What a run came to, as `run` prints and keeps it.
    RUN(
            List.of(
                    "score",
                    "interval",
                    "floor",
                    "zero-steps",
                    "gain",
                    "gain-interval",
                    "learned",
                    "baseline",
                    "metric",
                    "steps",
                    "leaks"),
            Set.of("of", "name", "phase", "step"),
            List.of()),
    /// What a race came to, as `race` prints it.
    RACE(
            List.of("score", "lead", "goal", "steps-to-goal"),
            Set.of("of", "start", "step"),
            List.of()),
    /// The graph itself.
    GRAPH(
            List.of("nodes", "edges", "classes", "components", "isolated", "neighbours", "within"),
            Set.of("node", "hops"),
            List.of());

    @SuppressWarnings("ImmutableEnumChecker") // List.of, Set.of
    private final List<String> words;

    @SuppressWarnings("ImmutableEnumChecker") // List.of, Set.of
    private final Set<String> keys;

    @SuppressWarnings("ImmutableEnumChecker") // List.of, Set.of
    private final List<String> required;

    Source(List<String> words, Set<String> keys, List<String> required) {
        this.words = words;
        this.keys = keys;
        this.required = required;
    }

    /// As it is written.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its values.
    public List<String> words() {
        return words;
    }

    /// What tells them from others.
    public Set<String> keys() {
        return keys;
    }

    /// The keys without which there is no value.
    List<String> required() {
        return required;
    }

    /// Whether it asks about something that was run.
    boolean isOfRun() {
        return this == RUN || this == RACE;
    }
}
