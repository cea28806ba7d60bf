package innerloop.app.keptruns;

import innerloop.io.RunStore.Damaged;
import innerloop.io.RunStore.Kept;
import java.util.List;

/// The services of the window that the list of runs uses.
public interface RunsContext {

    /// The purposes of opening a kept run.
    enum Purpose {
        /// To see it as it was: settings, curves, score and what its parameters make of the graph.
        LOOK,
        /// To run it again at once.
        AGAIN,
        /// To change something: its settings under a new name, its curves behind those to come.
        BRANCH
    }

    /// Opens a run.
    void open(Kept run, Purpose purpose);

    /// Draws the curves of these runs behind those of the present one.
    void pin(List<Kept> runs);

    /// Says something went wrong.
    void complain(String message);

    /// Says that these folders cannot be read as runs; there is at least one.
    void damaged(List<Damaged> folders);

    /// Says that a run was deleted and offers to bring it back.
    void deleted(String name, Runnable restore);
}
