package innerloop.episode;

import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;

/// How episodes are drawn: N-way K-shot.
///
/// @param ways classes per episode; of pairs two: joined by an edge, or not; of numbers one
/// @param shots support examples per class
/// @param queries query examples per class
/// @param unit what an example is
public record FewShot(int ways, int shots, int queries, Unit unit) {

    /// The most support examples, and the most query examples, of a class.
    public static final int MOST_EXAMPLES = 1_000_000;

    public FewShot {
        if (ways < unit.leastWays()) {
            throw Refusal.below("task.ways", unit.leastWays(), ways);
        }
        if (shots < 1) {
            throw Refusal.below("task.shots", 1, shots);
        }
        if (shots > MOST_EXAMPLES || queries > MOST_EXAMPLES) {
            throw new Refusal(Phrase.of("refusal.examples", MOST_EXAMPLES));
        }
        if (queries < 1) {
            throw Refusal.below("task.queries", 1, queries);
        }
    }

    /// Examples a class needs before it can appear in an episode.
    public int examplesPerClass() {
        return shots + queries;
    }

    public FewShot withWays(int newWays) {
        return new FewShot(newWays, shots, queries, unit);
    }

    public FewShot withShots(int newShots) {
        return new FewShot(ways, newShots, queries, unit);
    }

    public FewShot withQueries(int newQueries) {
        return new FewShot(ways, shots, newQueries, unit);
    }

    /// As papers write it, for example `5-way 3-shot, 15 query`.
    public Phrase phrase() {
        return Phrase.of("task.ofClasses", ways, shots, queries);
    }
}
