package innerloop.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The events since the last frame. The trainer adds them without waiting; the window takes all of them at once.
///
/// Of [TrainingEvent.Moved] and [TrainingEvent.Tested] only the newest is kept. If the window takes none for long, frequent
/// kinds are thinned evenly: whenever too many events of a kind wait, every second one is dropped, and from then on only
/// every second one is added, so that memory is bounded and curves keep their shape. The newest of a kind, and events of any
/// other kind, are never dropped.
public final class EventQueue {

    private static final int MOST_STEPS = 8192;
    private static final int MOST_SCORES = 2048;
    private static final int MOST_CHECKPOINTS = 32;

    private List<TrainingEvent> waiting = new ArrayList<>();
    private TrainingEvent.@Nullable Moved moved;
    private List<Recurring> kinds = fresh();

    private static List<Recurring> fresh() {
        return List.of(
                new Recurring(TrainingEvent.StepFinished.class, MOST_STEPS),
                new Recurring(TrainingEvent.Evaluated.class, MOST_SCORES),
                new Recurring(TrainingEvent.Paced.class, MOST_SCORES),
                new Recurring(TrainingEvent.Saved.class, MOST_CHECKPOINTS));
    }

    /// Events of one kind as far as they wait.
    private static final class Recurring {

        private final Class<? extends TrainingEvent> kind;
        private final int most;
        private int every = 1;
        private int heard;
        private int kept;

        /// The newest, if it is not among those that wait.
        private @Nullable TrainingEvent left;

        Recurring(Class<? extends TrainingEvent> kind, int most) {
            this.kind = kind;
            this.most = most;
        }

        void add(TrainingEvent event, List<TrainingEvent> waiting) {
            left = event;
            if (heard % every == 0) {
                waiting.add(event);
                kept++;
                left = null;
            }
            heard++;
            if (kept > most) {
                thin(waiting);
            }
        }

        private void thin(List<TrainingEvent> waiting) {
            boolean[] keep = {false};
            waiting.removeIf(event -> {
                boolean own = kind.isInstance(event);
                keep[0] ^= own;
                if (own) {
                    // The last one in the list is the newest.
                    left = keep[0] ? null : event;
                }
                return own && !keep[0];
            });
            kept = (kept + 1) / 2;
            every *= 2;
        }
    }

    synchronized void add(TrainingEvent event) {
        if (event instanceof TrainingEvent.Moved newest) {
            moved = newest;
            return;
        }
        for (Recurring kind : kinds) {
            if (kind.kind.isInstance(event)) {
                kind.add(event, waiting);
                return;
            }
        }
        if (event instanceof TrainingEvent.Tested
                && !waiting.isEmpty()
                && waiting.getLast() instanceof TrainingEvent.Tested) {
            waiting.removeLast();
        }
        addLeft();
        waiting.add(event);
    }

    /// Adds the newest events that were set aside, since the next event may refer to them.
    private void addLeft() {
        for (Recurring kind : kinds) {
            if (kind.left != null) {
                waiting.add(kind.left);
                kind.left = null;
            }
        }
    }

    /// Everything that waits, oldest first, the newest θ last.
    public synchronized List<TrainingEvent> drain() {
        addLeft();
        List<TrainingEvent> taken = waiting;
        waiting = new ArrayList<>();
        kinds = fresh();
        if (moved != null) {
            taken.add(moved);
            moved = null;
        }
        return taken;
    }
}
