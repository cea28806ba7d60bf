package innerloop.app.selection;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.select.NodeSet;
import innerloop.graph.select.Surroundings;
import innerloop.scene.Focus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/// The selected nodes of the open graph, and among them the one in *focus*, which the inspector shows.
///
/// The focus is the node pointed at last as long as it is selected, or the only selected node. Setting the focus to a
/// node that is not selected selects it alone. All of it lives on the JavaFX thread.
public final class Selection {

    private static final AttributedGraph NO_GRAPH = new GraphBuilder("", 0, false).build();

    private final ReadOnlyObjectWrapper<NodeSet> nodes =
            new ReadOnlyObjectWrapper<>(this, "nodes", NodeSet.none(0));
    private final ReadOnlyObjectWrapper<NodeSet> ringed =
            new ReadOnlyObjectWrapper<>(this, "ringed", NodeSet.none(0));
    private final IntegerProperty focus = new SimpleIntegerProperty(this, "focus", -1);

    /// The selections before growing, the last first, so that shrinking returns to them; any other change clears it.
    private final List<NodeSet> grown = new ArrayList<>();

    private AttributedGraph graph = NO_GRAPH;
    private Surroundings around = new Surroundings(NO_GRAPH);
    private boolean changing;

    /// Nothing of no graph.
    public Selection() {
        focus.addListener((_, _, node) -> focusChanged(node.intValue()));
    }

    /// Another graph is open: nothing of it is selected.
    public void reset(AttributedGraph opened) {
        graph = opened;
        around = new Surroundings(opened);
        ringed.set(NodeSet.none(opened.nodes()));
        set(NodeSet.none(opened.nodes()), -1);
    }

    /// Nodes of the graph have other classes: what is selected stays.
    public void relabel(AttributedGraph same) {
        graph = same;
        around = around.relabelled(same);
    }

    /// The graph whose nodes can be selected.
    public AttributedGraph graph() {
        return graph;
    }

    /// The selected nodes.
    public ReadOnlyObjectProperty<NodeSet> nodesProperty() {
        return nodes.getReadOnlyProperty();
    }

    /// The selected nodes.
    public NodeSet nodes() {
        return nodes.get();
    }

    /// Nodes that are ringed because something else is said of them than a step before, whether they are selected or not.
    public ReadOnlyObjectProperty<NodeSet> ringedProperty() {
        return ringed.getReadOnlyProperty();
    }

    /// Rings these nodes and no others.
    public void ring(NodeSet wanted) {
        ringed.set(wanted);
    }

    /// What a picture of these nodes points at.
    ///
    /// @param shown how many nodes it has
    /// @param hovered the node under the pointer, −1 for none
    public Focus pointedAt(int shown, int hovered) {
        return new Focus(
                focus.get() < shown ? focus.get() : -1, hovered, nodes.get(), ringed.get());
    }

    /// The node in focus, −1 for none. Writing selects.
    public IntegerProperty focusProperty() {
        return focus;
    }

    /// A node was pointed at, or the empty ground (−1), which clears a selection that is to be replaced.
    public void point(int node, SelectionMode mode) {
        if (node >= 0) {
            take(NodeSet.of(graph.nodes(), node), mode, mode == SelectionMode.SUBTRACT ? -1 : node);
        } else if (mode == SelectionMode.REPLACE) {
            set(NodeSet.none(graph.nodes()), -1);
        }
    }

    /// Nodes were pointed at together.
    public void take(NodeSet taken, SelectionMode mode) {
        take(taken, mode, focus.get());
    }

    /// Selects these nodes and no others.
    ///
    /// @param wantedFocus the one in focus, if it is among them
    public void select(NodeSet wanted, int wantedFocus) {
        set(wanted, wantedFocus);
    }

    private void take(NodeSet taken, SelectionMode mode, int wantedFocus) {
        set(mode.apply(nodes.get(), taken), wantedFocus);
    }

    /// Adds all neighbours of the selected nodes.
    public void grow() {
        NodeSet before = nodes.get();
        NodeSet after = around.grown(before);
        if (!after.equals(before)) {
            List<NodeSet> steps = new ArrayList<>(grown);
            set(after, focus.get());
            grown.add(before);
            grown.addAll(steps);
        }
    }

    /// Takes the last growth back; a set that did not grow loses the nodes with neighbours outside.
    public void shrink() {
        List<NodeSet> steps = new ArrayList<>(grown);
        NodeSet before = steps.isEmpty() ? around.shrunk(nodes.get()) : steps.removeFirst();
        set(before, focus.get());
        grown.addAll(steps);
    }

    /// Adds all nodes of the selected classes.
    public void sameClass() {
        change(around::sameClass);
    }

    /// Adds all nodes a path leads to.
    public void component() {
        change(around::component);
    }

    /// Selects the others.
    public void invert() {
        change(NodeSet::inverted);
    }

    /// Selects every node.
    public void all() {
        change(any -> NodeSet.none(any.nodes()).inverted());
    }

    /// Selects nothing.
    public void clear() {
        change(any -> NodeSet.none(any.nodes()));
    }

    private void change(UnaryOperator<NodeSet> how) {
        set(how.apply(nodes.get()), focus.get());
    }

    private void set(NodeSet selected, int wantedFocus) {
        if (selected.nodes() != graph.nodes()) {
            throw new IllegalArgumentException(
                    "nodes of a graph of %d for one of %d"
                            .formatted(selected.nodes(), graph.nodes()));
        }
        grown.clear();
        changing = true;
        try {
            nodes.set(selected);
            focus.set(selected.contains(wantedFocus) ? wantedFocus : selected.single());
        } finally {
            changing = false;
        }
    }

    private void focusChanged(int node) {
        if (!changing && !nodes.get().contains(node)) {
            point(node, SelectionMode.REPLACE);
        }
    }
}
