package innerloop.app.curves;

import innerloop.app.Messages;
import java.util.Locale;

/// The kinds of charts of a run.
enum ChartKind {
    /// The training loss.
    LOSS,
    /// The validation score beside its baselines.
    ACCURACY,
    /// Norm of the outer direction.
    NORM,
    /// How far an outer step moves every layer.
    RATIO,
    /// The loss of pre-training, by epochs.
    PRETRAINING,
    /// How much second order turns the meta-gradient.
    COSINE,
    /// The divergence of latent distributions from the standard normal one.
    DIVERGENCE,
    /// Outer steps per second.
    SPEED;

    /// Short name, part of ids and file names.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its name in the list of charts.
    String title() {
        return Messages.get("curves.chart." + id());
    }
}
