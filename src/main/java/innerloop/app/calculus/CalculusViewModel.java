package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.app.background.Latest;
import innerloop.app.background.Rest;
import innerloop.app.run.OuterMoment;
import innerloop.calculus.Explanation;
import innerloop.calculus.LossSlice;
import innerloop.calculus.Term;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeSet;
import innerloop.training.Subject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Explains the node in focus at the moment that is shown, in the background and only while somebody looks, and knows which of the
/// steps is looked at. While a run goes there is a rest after each explanation of its newest state.
///
/// All methods are called on the JavaFX thread.
public final class CalculusViewModel {

    /// Which way the computation is gone through.
    public enum Direction {
        /// From the features to the loss.
        FORWARD,
        /// From the loss to the first weights.
        BACKWARD
    }

    /// How values are shown.
    public enum Look {
        /// As numbers, the largest ones of each.
        NODE,
        /// Whole, as matrices.
        MATRIX
    }

    /// What all views show.
    ///
    /// @param moment the network
    /// @param subject the watched episode
    /// @param number which of its phase, if it was not painted
    /// @param inner how far θ is adapted to it
    /// @param node the node in focus, −1 for none
    /// @param selected the selected nodes
    public record Shown(
            ObservableValue<@Nullable OuterMoment> moment,
            ObservableValue<@Nullable Subject> subject,
            ObservableValue<Number> number,
            ObservableValue<OptionalInt> inner,
            ObservableValue<Number> node,
            ObservableValue<NodeSet> selected) {}

    /// What is seen first: the loss whose gradient the meta-gradient is.
    private static final LossSlice.Wanted SLICE =
            new LossSlice.Wanted(LossSlice.Loss.AFTER, LossSlice.Through.GRADIENTS);

    private final Shown shown;
    private final Latest<Bench.Made> making;
    private final Rest rest;
    private final Bench bench = new Bench();
    private final StepList list = new StepList();
    private final ObjectProperty<About> about =
            new SimpleObjectProperty<>(this, "about", About.NODE);
    private final ObjectProperty<LossSlice.Wanted> sliced =
            new SimpleObjectProperty<>(this, "sliced", SLICE);
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.NODE);
    private final Ends ends = new Ends();
    private final IntegerProperty head = new SimpleIntegerProperty(this, "head", 0);
    private final ReadOnlyObjectWrapper<Optional<Explanation>> explanation =
            new ReadOnlyObjectWrapper<>(this, "explanation", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LossSlice>> slice =
            new ReadOnlyObjectWrapper<>(this, "slice", Optional.empty());
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal");
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(this, "pending");
    private final ReadOnlyObjectWrapper<Optional<Term>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private @Nullable Request wanted;
    private Bench.@Nullable Made newest;
    private int seers;
    private boolean resting;

    /// Nothing is explained yet.
    ///
    /// @param workers where nodes are explained
    /// @param delivery the thread of the window
    /// @param rest follows each explanation of a run that goes on
    public CalculusViewModel(Shown shown, Executor workers, Executor delivery, Rest rest) {
        this.shown = shown;
        this.rest = rest;
        this.making = new Latest<>(workers, delivery, this::made, this::failed);
        for (ObservableValue<?> each :
                List.of(
                        shown.moment(),
                        shown.subject(),
                        shown.number(),
                        shown.inner(),
                        shown.node(),
                        shown.selected(),
                        ends.other)) {
            each.addListener((_, _, _) -> refresh());
        }
        list.direction.addListener((_, _, _) -> turned());
        about.addListener((_, _, _) -> refresh());
        sliced.addListener((_, _, _) -> refresh());
        list.at.addListener((_, _, _) -> tellCurrent());
        list.steps.addListener((_, _, _) -> tellCurrent());
        refusal.set(Messages.get("calculus.none"));
    }

    private void tellCurrent() {
        current.set(seers > 0 ? list.current() : Optional.empty());
    }

    /// A view of it is looked at from now on, or no more.
    public void setSeen(boolean now) {
        seers += now ? 1 : -1;
        tellCurrent();
        if (seers > 0) {
            refresh();
        } else if (making.isPending()) {
            making.giveUp();
            pending.set(false);
            wanted = null;
        }
    }

    private void refresh() {
        if (seers <= 0) {
            return;
        }
        OuterMoment moment = shown.moment().getValue();
        Subject subject = shown.subject().getValue();
        int node = shown.node().getValue().intValue();
        if (moment == null) {
            forget(Messages.get("calculus.none"));
        } else if (subject == null) {
            boolean noNode = node < 0 && about.get() != About.INNER_LOOP;
            forget(Messages.get(noNode ? noNode() : "calculus.noEpisode"));
        } else {
            switch (about.get()) {
                case NODE, EDGE, GRAPH -> aboutExample(moment, subject, node);
                case INNER_LOOP ->
                        want(
                                Request.ofInnerLoop(
                                        moment,
                                        subject,
                                        shown.number().getValue().longValue(),
                                        sliced.get()));
            }
        }
    }

    private void aboutExample(OuterMoment moment, Subject subject, int node) {
        AttributedGraph graph = moment.graph();
        if (node < 0 || node >= graph.nodes()) {
            forget(Messages.get(noNode()));
            return;
        }
        boolean edge = about.get() == About.EDGE;
        int end =
                edge
                        ? ends.beside(graph, subject.episode(), node, shown.selected().getValue())
                        : -1;
        if (edge && end < 0) {
            forget(Messages.get("calculus.noEdge"));
            return;
        }
        want(
                new Request(
                        moment,
                        subject,
                        shown.number().getValue().longValue(),
                        shown.inner().getValue(),
                        about.get(),
                        about.get() == About.GRAPH ? graph.graphOf()[node] : node,
                        end,
                        Optional.empty(),
                        list.direction.get() == Direction.BACKWARD));
    }

    private String noNode() {
        return "calculus.noNode." + about.get();
    }

    private void want(Request now) {
        Request before = wanted;
        if (before != null && (before.isSame(now) || (isKnown() && before.holds(now)))) {
            return;
        }
        if (before != null && now.follows(before) && (resting || making.isPending())) {
            // Explained after the rest.
            return;
        }
        if (before == null || !before.isAboutTheSame(now)) {
            explanation.set(Optional.empty());
            list.clear();
        }
        if (before == null || !before.slice().equals(now.slice())) {
            slice.set(Optional.empty());
        }
        wanted = now;
        pending.set(true);
        refusal.set(list.steps.get().isEmpty() ? Messages.get("calculus.wait") : "");
        Bench.Made known = newest;
        making.want((cancellation, soFar) -> bench.make(now, known, cancellation, soFar));
    }

    private boolean isKnown() {
        return explanation.get().isPresent() && !making.isPending();
    }

    private void made(Bench.Made made) {
        newest = made;
        boolean whole = !making.isPending();
        pending.set(!whole);
        refusal.set("");
        if (made.slice().isPresent()) {
            slice.set(made.slice());
        }
        boolean known = explanation.get().filter(made.explanation()::equals).isPresent();
        if (!known) {
            explanation.set(Optional.of(made.explanation()));
            list.show(made.explanation());
        }
        if (!resting && whole) {
            resting = true;
            rest.after(
                    made.took(),
                    () -> {
                        resting = false;
                        refresh();
                    });
        }
    }

    private void failed(Throwable failure) {
        Request asked = wanted;
        forget(Messages.of(failure));
        // Asking again would fail again.
        wanted = asked;
        if (!(failure instanceof InputException)) {
            Latest.report(failure);
        }
    }

    private void forget(String why) {
        making.giveUp();
        wanted = null;
        pending.set(false);
        newest = null;
        explanation.set(Optional.empty());
        slice.set(Optional.empty());
        list.clear();
        list.at.set(0);
        refusal.set(why);
    }

    private void turned() {
        list.list(0);
        refresh();
    }

    /// One step on; after the last one forward comes the first one backward.
    public void next() {
        list.next();
    }

    /// One step back; before the first one backward comes the last one forward.
    public void back() {
        list.back();
    }

    /// Looks at a step.
    ///
    /// @param step its number among [#steps]
    public void choose(int step) {
        list.choose(step);
    }

    /// What the page is about.
    public ObjectProperty<About> about() {
        return about;
    }

    /// Which slice of a loss is seen beside the inner loop.
    public ObjectProperty<LossSlice.Wanted> sliced() {
        return sliced;
    }

    /// That slice; empty while it is not known, or where there is none.
    public ReadOnlyObjectProperty<Optional<LossSlice>> slice() {
        return slice.getReadOnlyProperty();
    }

    /// Which way is gone.
    public ObjectProperty<Direction> direction() {
        return list.direction;
    }

    /// How values are shown.
    public ObjectProperty<Look> look() {
        return look;
    }

    /// Which steps are listed.
    public ObjectProperty<Part> part() {
        return list.part;
    }

    /// The parts that can be chosen.
    public ReadOnlyObjectProperty<List<Part>> parts() {
        return list.parts.getReadOnlyProperty();
    }

    /// The node at the other end of the edge; −1 while there is none.
    public IntegerProperty other() {
        return ends.other;
    }

    /// The nodes that can be there.
    public ReadOnlyObjectProperty<List<Integer>> ends() {
        return ends.offered.getReadOnlyProperty();
    }

    /// The graph whose nodes it is about; null while there is none.
    public @Nullable AttributedGraph graph() {
        OuterMoment moment = shown.moment().getValue();
        return moment == null ? null : moment.graph();
    }

    /// The head whose numbers stand at the edges, counted from 0.
    public IntegerProperty head() {
        return head;
    }

    /// The number of the step that is looked at, counted from 0.
    public ReadOnlyIntegerProperty at() {
        return list.at.getReadOnlyProperty();
    }

    /// The steps in the order in which they are computed.
    public ReadOnlyObjectProperty<List<Term>> steps() {
        return list.steps.getReadOnlyProperty();
    }

    /// The step that is looked at; empty while nobody looks.
    public ReadOnlyObjectProperty<Optional<Term>> current() {
        return current.getReadOnlyProperty();
    }

    /// The whole of it; empty while there is none.
    public ReadOnlyObjectProperty<Optional<Explanation>> explanation() {
        return explanation.getReadOnlyProperty();
    }

    /// Why nothing is shown, and what to do; empty if something is.
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /// Whether a node is being explained.
    public ReadOnlyBooleanProperty pending() {
        return pending.getReadOnlyProperty();
    }

    /// Ends the work.
    public void dispose() {
        seers = 0;
        making.giveUp();
    }
}
