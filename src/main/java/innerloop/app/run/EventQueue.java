package innerloop.app.run;

import innerloop.experiment.TrainingEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the trainer said since the last frame. The trainer adds and goes on; the window takes everything at once.
///
/// Of [TrainingEvent.Moved] and [TrainingEvent.Tested] only the newest is kept. If the window is away for long, steps are
/// thinned evenly: whenever too many wait, every other one is dropped, and from then on every other one taken, so the
/// memory stays bounded and the curve keeps its shape. The newest step and other events are never dropped.
final class EventQueue {

    private static final int MOST_WAITING = 8192;

    private List<TrainingEvent> waiting = new ArrayList<>();
    private TrainingEvent.@Nullable Moved moved;

    /// The newest step, if it was not taken.
    private TrainingEvent.@Nullable StepFinished left;

    private int every = 1;
    private int steps;

    synchronized void add(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Moved newest -> moved = newest;
            case TrainingEvent.StepFinished step -> {
                left = steps % every == 0 ? null : step;
                if (left == null) {
                    waiting.add(step);
                }
                steps++;
            }
            case TrainingEvent.Tested tested -> {
                if (!waiting.isEmpty() && waiting.getLast() instanceof TrainingEvent.Tested) {
                    waiting.removeLast();
                }
                waiting.add(tested);
            }
            default -> {
                addLeft();
                waiting.add(event);
            }
        }
        if (waiting.size() > MOST_WAITING) {
            thin();
        }
    }

    /// What comes next may be about the newest step.
    private void addLeft() {
        if (left != null) {
            waiting.add(left);
            left = null;
        }
    }

    private void thin() {
        List<TrainingEvent> kept = new ArrayList<>();
        boolean keep = false;
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
        every *= 2;
    }

    /// Everything that waits, oldest first, the newest θ last.
    synchronized List<TrainingEvent> drain() {
        addLeft();
        List<TrainingEvent> taken = waiting;
        waiting = new ArrayList<>();
        every = 1;
        steps = 0;
        if (moved != null) {
            taken.add(moved);
            moved = null;
        }
        return taken;
    }
}
