package innerloop.app.run;

import innerloop.experiment.TrainingEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the trainer said since the last frame. The trainer adds and goes on; the window takes everything at once.
///
/// Of [TrainingEvent.Moved] only the newest is kept. If the window is away for long, step events are thinned: every
/// other one is dropped whenever too many wait, so the memory stays bounded and the curve keeps its shape. Other
/// events are never dropped.
final class EventQueue {

    private static final int MOST_WAITING = 8192;

    private List<TrainingEvent> waiting = new ArrayList<>();
    private TrainingEvent.@Nullable Moved moved;

    synchronized void add(TrainingEvent event) {
        if (event instanceof TrainingEvent.Moved newest) {
            moved = newest;
            return;
        }
        waiting.add(event);
        if (waiting.size() > MOST_WAITING) {
            thin();
        }
    }

    private void thin() {
        List<TrainingEvent> kept = new ArrayList<>();
        boolean keep = true;
        for (TrainingEvent event : waiting) {
            if (event instanceof TrainingEvent.StepFinished) {
                keep = !keep;
                if (!keep) {
                    continue;
                }
            }
            kept.add(event);
        }
        waiting = kept;
    }

    /// Everything that waits, oldest first, the newest θ last.
    synchronized List<TrainingEvent> drain() {
        List<TrainingEvent> taken = waiting;
        waiting = new ArrayList<>();
        if (moved != null) {
            taken.add(moved);
            moved = null;
        }
        return taken;
    }
}
