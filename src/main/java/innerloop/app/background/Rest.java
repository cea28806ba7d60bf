package innerloop.app.background;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// Leaves the machine to others for a while after work that is done again and again.
@FunctionalInterface
public interface Rest {

    /// Does this after a rest from work that took so long.
    void after(Duration work, Runnable next);

    /// Four seconds, or forty times as long as the work took if that is more, so that it takes a fortieth of the time at most: what
    /// a page costs a run was measured to be more than that, since both want the same cores.
    static Rest usual() {
        return (work, next) -> {
            double seconds = Math.max(4, 40 * work.toMillis() / 1e3);
            PauseTransition rest = new PauseTransition(javafx.util.Duration.seconds(seconds));
            rest.setOnFinished(_ -> next.run());
            rest.play();
        };
    }
}
