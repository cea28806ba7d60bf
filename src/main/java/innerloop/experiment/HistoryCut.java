package innerloop.experiment;

import innerloop.graph.AttributedGraph;
import innerloop.phrase.Refusal;

/// How much of a growing graph's history a run sees: training, validation and test work on the graph as it was then, so that
/// nothing of what came later is known to any of them.
///
/// @param until how many steps; 0 for all there are
public record HistoryCut(int until) {

    private static final HistoryCut NONE = new HistoryCut(0);

    public HistoryCut {
        if (until < 0) {
            throw Refusal.below("history.until", 0, until);
        }
    }

    /// All of the history.
    public static HistoryCut none() {
        return NONE;
    }

    /// What a new experiment on this graph sees: half of the steps, so that something comes after it.
    public static HistoryCut usual(AttributedGraph read) {
        return read.snapshot()
                .map(at -> new HistoryCut(at.history().steps().size() / 2))
                .orElse(NONE);
    }

    public HistoryCut withUntil(int steps) {
        return new HistoryCut(steps);
    }

    /// Whether nothing is cut off.
    public boolean isNone() {
        return until == 0;
    }

    /// A graph after these steps of its history; itself if it has none.
    public AttributedGraph of(AttributedGraph read) {
        return read.snapshot()
                .filter(at -> steps(at.history().steps().size()) != at.step())
                .map(at -> at.history().at(steps(at.history().steps().size())))
                .orElse(read);
    }

    private int steps(int all) {
        return isNone() ? all : Math.min(until, all);
    }
}
