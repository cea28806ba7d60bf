package innerloop.training;

import innerloop.episode.Phase;
import java.util.Locale;

/// What a number of a run is: where it was measured and what it is called. [Metrics] holds all of them.
///
/// @param phase the episodes it was measured on
/// @param name its name in `metrics.csv`, for example `queryLossAfter`
public record MetricKey(Phase phase, String name) {

    /// Its phase as `metrics.csv` writes it, for example `validation`.
    public String phaseWord() {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
