package innerloop.training;

import innerloop.episode.Phase;
import java.util.Locale;

/// The name of a metric together with the phase it was measured in. [Metrics] holds all of them.
///
/// @param phase the episodes it was measured on
/// @param name its name in `metrics.csv`, for example `queryLossAfter`
public record MetricKey(Phase phase, String name) {

    /// Its phase as `metrics.csv` writes it, for example `validation`.
    public String phaseWord() {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
