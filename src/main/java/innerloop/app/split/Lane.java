package innerloop.app.split;

import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a class can stand.
public enum Lane {
    /// Episodes to train on.
    BASE(Phase.TRAIN, "train", "1"),
    /// Episodes that show whether training generalises.
    VALIDATION(Phase.VALIDATION, "validation", "2"),
    /// Episodes of the final score.
    NOVEL(Phase.TEST, "test", "3"),
    /// In no episode.
    UNUSED(null, "unused", "0");

    private final @Nullable Phase phase;
    private final String key;
    private final String digit;

    Lane(@Nullable Phase phase, String key, String digit) {
        this.phase = phase;
        this.key = key;
        this.digit = digit;
    }

    /// The lane's name in the experiment's file.
    public String key() {
        return key;
    }

    /// The key that moves a focused chip here.
    public String digit() {
        return digit;
    }

    /// The split with this class moved here.
    public Lanes take(Lanes split, String className) {
        return phase == null ? split.without(className) : split.move(className, phase);
    }

    /// The lane above (−1) or below (+1), or this one at the ends.
    public Lane neighbour(int step) {
        List<Lane> all = List.of(values());
        return all.get(Math.clamp(all.indexOf(this) + step, 0, all.size() - 1));
    }
}
