package innerloop.app.runs;

import innerloop.io.RunStore.Kept;
import java.util.List;

/// What the list of runs asks of the rest of the window.
public interface RunsContext {

    /// Opens a run as it was: settings, curves, score and what its parameters make of the graph.
    ///
    /// @param again whether to run it again at once
    void open(Kept run, boolean again);

    /// Draws the curves of these runs behind those of the present one.
    void pin(List<Kept> runs);

    /// Says something went wrong.
    void complain(String message);

    /// Says that a run was deleted and offers to bring it back.
    void deleted(String name, Runnable restore);
}
