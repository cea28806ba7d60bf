package innerloop.episode;

/// The distribution of episodes: N-way K-shot node classification.
///
/// @param ways classes per episode
/// @param shots support nodes per class
/// @param queries query nodes per class
public record Task(int ways, int shots, int queries) {

    /// The most support nodes, and the most query nodes, of a class.
    public static final int MOST_NODES = 1_000_000;

    public Task {
        if (ways < 2) {
            throw new IllegalArgumentException("task.ways must be at least 2, not " + ways);
        }
        if (shots < 1) {
            throw new IllegalArgumentException("task.shots must be at least 1, not " + shots);
        }
        if (shots > MOST_NODES || queries > MOST_NODES) {
            throw new IllegalArgumentException(
                    "task.shots and task.queries must be at most " + MOST_NODES);
        }
        if (queries < 1) {
            throw new IllegalArgumentException("task.queries must be at least 1, not " + queries);
        }
    }

    /// 5-way 3-shot with 15 queries per class.
    public static Task defaults() {
        return new Task(5, 3, 15);
    }

    public Task withWays(int newWays) {
        return new Task(newWays, shots, queries);
    }

    public Task withShots(int newShots) {
        return new Task(ways, newShots, queries);
    }

    public Task withQueries(int newQueries) {
        return new Task(ways, shots, newQueries);
    }

    /// Nodes a class needs before it can appear in an episode.
    public int nodesPerClass() {
        return shots + queries;
    }

    /// The task as papers write it, for example `5-way 3-shot, 15 query`.
    public String line() {
        return ways + "-way " + shots + "-shot, " + queries + " query";
    }
}
