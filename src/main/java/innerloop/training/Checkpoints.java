package innerloop.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The checkpoints of a run, evenly spaced: when there are too many, or they take too much memory, every second one is
/// dropped, and from then on only every second one is added. The first and the newest are always kept. Moments have a bound of
/// their own: when they take too much memory, every second checkpoint that has some loses them.
public final class Checkpoints {

    private static final int MOST = 64;
    private static final long MOST_BYTES = 48L << 20;

    private final int most;
    private final List<Checkpoint> spread = new ArrayList<>();
    private Checkpoint newest;
    private int every = 1;
    private int offered;

    /// The step whose checkpoint is never dropped.
    private int protectedStep;

    /// Checkpoints with what is needed to go on adding.
    ///
    /// @param list all of them, the earliest first
    /// @param every which of the added ones are kept
    /// @param offered how many were added
    public record Kept(List<Checkpoint> list, int every, int offered) {

        public Kept {
            list = List.copyOf(list);
        }
    }

    /// Goes on from those that were kept.
    Checkpoints(Kept kept) {
        this(kept.list().getFirst());
        every = kept.every();
        offered = kept.offered();
        newest = kept.list().getLast();
        // The newest is one of the spread ones if its number is.
        int spreadOnes = kept.list().size() - (offered % every == 0 ? 0 : 1);
        spread.addAll(kept.list().subList(1, Math.max(1, spreadOnes)));
    }

    /// The present state, to go on from.
    Kept kept() {
        return new Kept(list(), every, offered);
    }

    /// @param first that before training
    public Checkpoints(Checkpoint first) {
        this.newest = first;
        this.most = Math.clamp(MOST_BYTES / Math.max(1, first.bytes()), 2, MOST);
        spread.add(first);
    }

    /// Adds a checkpoint.
    public void add(Checkpoint next) {
        newest = next;
        offered++;
        if (offered % every == 0) {
            spread.add(next);
        }
        if (spread.size() > most) {
            every *= 2;
            List<Checkpoint> kept = new ArrayList<>();
            for (int i = 0; i < spread.size(); i++) {
                if (i % 2 == 0 || spread.get(i).step() == protectedStep) {
                    kept.add(spread.get(i));
                }
            }
            spread.clear();
            spread.addAll(kept);
        }
        boundMoments();
    }

    /// The newest keeps its moments.
    private void boundMoments() {
        List<Integer> holders = holders();
        while (holders.size() > 1 && bytesOfMoments(holders) > MOST_BYTES) {
            for (int i = 1; i < holders.size(); i += 2) {
                int at = holders.get(i);
                spread.set(at, spread.get(at).withoutMoments());
            }
            holders = holders();
        }
    }

    /// Where those with moments are.
    private List<Integer> holders() {
        return IntStream.range(0, spread.size())
                .filter(at -> spread.get(at).moments().bytes() > 0)
                .boxed()
                .toList();
    }

    private long bytesOfMoments(List<Integer> holders) {
        return holders.stream().mapToLong(at -> spread.get(at).moments().bytes()).sum();
    }

    /// Never drops the checkpoint of this step, which must be the newest or one that was protected; the one protected before
    /// may go.
    void protect(int step) {
        protectedStep = step;
        if (newest.step() == step && spread.getLast().step() < step) {
            spread.add(newest);
        }
    }

    /// The checkpoint of a step that is kept.
    Checkpoint at(int step) {
        return list().stream().filter(c -> c.step() == step).findFirst().orElseThrow();
    }

    /// The checkpoints that are kept, the earliest first.
    public List<Checkpoint> list() {
        List<Checkpoint> all = new ArrayList<>(spread);
        if (newest.step() == all.getLast().step()) {
            all.removeLast();
        }
        all.add(newest);
        return List.copyOf(all);
    }
}
