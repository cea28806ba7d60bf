package innerloop.app.split;

import innerloop.graph.select.NodeSet;
import innerloop.leakage.Leakage.Leak;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;

/// What the split card needs of the rest of the window.
public interface SplitContext {

    /// The nodes a new region would have.
    ObservableValue<NodeSet> selected();

    /// Finds communities of the open graph in the background, the largest first, and hands them over on the JavaFX
    /// thread. Asked again meanwhile, it gives up.
    void suggest(Consumer<List<int[]>> found);

    /// Whether they are being looked for.
    ObservableValue<Boolean> suggesting();

    /// Ways in which a score made with this split could know too much; empty while they are not known.
    ObservableValue<Optional<List<Leak>>> leaks();

    /// Selects nodes.
    void select(List<Integer> nodes);

    /// A small picture of a member graph; empty while its nodes have no places.
    Optional<Image> picture(NodeSet nodes);

    /// Changes when small pictures look different.
    ObservableValue<Number> drawn();
}
