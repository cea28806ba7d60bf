package innerloop.app.curves;

import innerloop.app.Messages;
import java.util.Locale;

/// What a chart of a run shows.
enum ChartKind {
    /// The training loss.
    LOSS,
    /// The validation score beside its baselines.
    ACCURACY,
    /// Norm of the outer direction.
    NORM,
    /// How far an outer step moves every layer.
    RATIO,
    /// How much second order turns the meta-gradient.
    COSINE,
    /// Outer steps per second.
    SPEED;

    /// Short name, part of ids and file names.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a person reads in the list of charts.
    String title() {
        return Messages.get("curves.chart." + id());
    }
}
