package innerloop.app.shell;

import innerloop.app.split.SplitContext;
import innerloop.graph.select.NodeSet;
import innerloop.leakage.Leakage.Leak;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;

/// A window in which nothing can be selected.
final class NoContext implements SplitContext {
    @Override
    public ObservableValue<NodeSet> selected() {
        return new SimpleObjectProperty<>(NodeSet.none(0));
    }

    @Override
    public void suggest(Consumer<List<int[]>> found) {}

    @Override
    public ObservableValue<Boolean> suggesting() {
        return new SimpleObjectProperty<>(false);
    }

    @Override
    public ObservableValue<Optional<List<Leak>>> leaks() {
        return new SimpleObjectProperty<>(Optional.empty());
    }

    @Override
    public void select(List<Integer> nodes) {}

    @Override
    public Optional<Image> picture(NodeSet nodes) {
        return Optional.empty();
    }

    @Override
    public ObservableValue<Number> drawn() {
        return new SimpleObjectProperty<>(0);
    }
}
