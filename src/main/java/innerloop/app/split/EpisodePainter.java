package innerloop.app.split;

import innerloop.app.Messages;
import innerloop.app.canvas.Painting;
import innerloop.app.canvas.Tool;
import innerloop.app.document.WorkbenchDocument;
import innerloop.episode.FewShot;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.PaintedEpisode.Role;
import innerloop.episode.PaintedEpisode.Slot;
import innerloop.episode.Unit;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.math.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Paints the episode of the experiment's split: a node goes to the slot of its class, until the slot has the shots and
/// queries of the task. Every stroke is one edit.
public final class EpisodePainter implements Painting {

    /// How far a slot is.
    ///
    /// @param className its class
    /// @param index of the class in the graph, −1 if it has none of this name
    /// @param support painted support nodes
    /// @param shots how many there should be
    /// @param query painted query nodes
    /// @param queries how many there should be
    public record SlotState(
            String className, int index, int support, int shots, int query, int queries) {

        /// Whether nothing is missing.
        public boolean isFull() {
            return support >= shots && query >= queries;
        }
    }

    /// What is painted so far.
    ///
    /// @param slots the classes begun
    /// @param ways how many there should be
    /// @param known whether a graph is open
    /// @param unit what is drawn: only nodes can be painted
    public record State(List<SlotState> slots, int ways, boolean known, Unit unit) {

        /// Whether nothing is missing.
        public boolean isFull() {
            return slots.size() >= ways && slots.stream().allMatch(SlotState::isFull);
        }
    }

    private final WorkbenchDocument document;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new State(List.of(), 0, false, Unit.NODE));
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");
    private int strokes;
    private long completions;

    /// A painter of the open experiment.
    public EpisodePainter(WorkbenchDocument document) {
        this.document = document;
        document.graph().addListener((_, _, _) -> refresh());
        document.openings().addListener((_, _, _) -> completions = 0);
        document.experiment().subscribe(_ -> refresh());
    }

    private void refresh() {
        AttributedGraph graph = document.graph().get();
        FewShot drawing = document.experiment().get().task().drawing();
        List<SlotState> slots = new ArrayList<>();
        for (Slot slot : painted().slots()) {
            slots.add(
                    new SlotState(
                            slot.className(),
                            graph == null ? -1 : graph.classes().indexOf(slot.className()),
                            slot.support().size(),
                            drawing.shots(),
                            slot.query().size(),
                            drawing.queries()));
        }
        state.set(new State(List.copyOf(slots), drawing.ways(), graph != null, drawing.unit()));
        String reason =
                drawing.unit() == Unit.NODE ? "" : Messages.get("painting.unit." + drawing.unit());
        if (!reason.equals(refusal.get())) {
            note.set("");
            refusal.set(reason);
        }
    }

    private PaintedEpisode painted() {
        return document.experiment().get().split().painted();
    }

    @Override
    public void paint(Tool tool, int node) {
        AttributedGraph graph = document.graph().get();
        if (graph == null || !tool.paints() || !refusal.get().isEmpty()) {
            return;
        }
        if (tool == Tool.ERASER) {
            change("edit.erase", "erase-" + strokes, painted().erase(node));
            return;
        }
        Role role = tool == Tool.SUPPORT ? Role.SUPPORT : Role.QUERY;
        int label = graph.labels()[node];
        String className = label < 0 ? null : graph.classes().get(label);
        String refusal = refusal(node, className, role);
        note.set(refusal);
        if (className != null && refusal.isEmpty()) {
            PaintedEpisode more = painted().paint(node, className, role);
            change("edit.paint." + role, "paint-" + strokes, more);
            note.set(isSpread(graph) ? Messages.get("painting.spread") : progress(className, role));
        }
    }

    /// Why a node cannot be painted; empty if it can.
    private String refusal(int node, @Nullable String className, Role role) {
        if (className == null) {
            return Messages.get("painting.unlabelled");
        }
        FewShot drawing = document.experiment().get().task().drawing();
        Optional<Slot> slot = painted().slot(className);
        if (slot.isEmpty()) {
            return painted().slots().size() < drawing.ways()
                    ? ""
                    : Messages.get("painting.ways", drawing.ways());
        }
        List<Integer> same = slot.get().nodes(role);
        int wanted = role == Role.SUPPORT ? drawing.shots() : drawing.queries();
        return same.contains(node) || same.size() < wanted
                ? ""
                : Messages.get("painting.full." + role, className, wanted);
    }

    private String progress(String className, Role role) {
        FewShot drawing = document.experiment().get().task().drawing();
        int has = painted().slot(className).map(slot -> slot.nodes(role).size()).orElse(0);
        int wanted = role == Role.SUPPORT ? drawing.shots() : drawing.queries();
        return Messages.get("painting.progress." + role, className, has, wanted);
    }

    @Override
    public void end() {
        strokes++;
        document.sealEdits();
    }

    @Override
    public void refuse() {
        note.set(refusal.get());
    }

    /// Why nothing can be painted; empty if it can.
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /// Draws what is missing at random; each time anew. Nothing happens without a graph.
    public void complete() {
        AttributedGraph graph = document.graph().get();
        if (graph != null) {
            Experiment experiment = document.experiment().get();
            Seed seed = new Seed(experiment.seed() + completions++);
            change(
                    "edit.complete",
                    "",
                    painted()
                            .complete(
                                    graph, experiment.split(), experiment.task().drawing(), seed));
            String spread = isSpread(graph) ? Messages.get("painting.spread") : "";
            note.set(state.get().isFull() ? spread : Messages.get("painting.short"));
        }
    }

    private boolean isSpread(AttributedGraph graph) {
        return !painted().isInOneArea(graph, document.experiment().get().split());
    }

    /// Takes everything painted away.
    public void clear() {
        change("edit.clearEpisode", "", PaintedEpisode.NONE);
        note.set("");
    }

    private void change(String editKey, String series, PaintedEpisode changed) {
        document.edit(
                Messages.later(editKey), series, e -> e.withSplit(e.split().withPainted(changed)));
    }

    /// What is painted so far.
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// What the last stroke did, or why it did nothing; empty for nothing.
    public ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }
}
