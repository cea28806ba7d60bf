package innerloop.app.history;

import innerloop.app.background.Latest;
import innerloop.experiment.Experiment;
import innerloop.experiment.HistoryCut;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/// Which step of the open graph's history is seen, and whether it moves on by itself. What is seen is no part of the document:
/// nothing is edited, and a run keeps to the steps its experiment names.
///
/// The graph of each step is made in the background; until it is there the one before stays. Used on the JavaFX thread.
public final class HistoryPlayer {

    /// Steps per second that can be chosen.
    public static final List<Integer> SPEEDS = List.of(1, 2, 5, 10);

    private static final int USUAL_SPEED = 5;

    private final Consumer<AttributedGraph> show;
    private final Latest<AttributedGraph> making;
    private final ReadOnlyIntegerWrapper steps = new ReadOnlyIntegerWrapper(this, "steps");
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(this, "step");
    private final ReadOnlyIntegerWrapper until = new ReadOnlyIntegerWrapper(this, "until");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ReadOnlyObjectWrapper<@Nullable AttributedGraph> seen =
            new ReadOnlyObjectWrapper<>(this, "seen");
    private final IntegerProperty speed = new SimpleIntegerProperty(this, "speed", USUAL_SPEED);
    private final BooleanProperty suspended = new SimpleBooleanProperty(this, "suspended");
    private @Nullable AttributedGraph opened;
    private @Nullable Experiment experiment;

    /// @param workers where the graphs of the steps are made
    /// @param delivery where they are handed over
    /// @param show takes each of them
    public HistoryPlayer(Executor workers, Executor delivery, Consumer<AttributedGraph> show) {
        this.show = show;
        this.making = new Latest<>(workers, delivery, this::made);
    }

    /// The open graph became another one, or is seen by its experiment in another way. A history that is open already keeps its
    /// step, unless the training sees another part of it now.
    public void open(@Nullable AttributedGraph graph, Experiment opener) {
        AttributedGraph before = opened;
        opened = graph;
        experiment = opener;
        making.giveUp();
        int all = graph == null ? 0 : history(graph);
        int trained = graph == null || all == 0 ? 0 : graph.snapshot().orElseThrow().step();
        boolean same = before != null && graph != null && graph.hasNodesOf(before);
        boolean stays = same && trained == until.get() && all > 0;
        steps.set(all);
        until.set(trained);
        seen.set(graph);
        if (stays) {
            seek(step.get());
        } else {
            playing.set(false);
            step.set(trained);
        }
    }

    private static int history(AttributedGraph graph) {
        int all = graph.snapshot().map(at -> at.history().steps().size()).orElse(0);
        return all > 1 ? all : 0;
    }

    /// Shows this step, or the nearest there is.
    public void go(int wanted) {
        if (steps.get() > 0) {
            int to = Math.clamp(wanted, 1, steps.get());
            if (to != step.get()) {
                seek(to);
            }
        }
    }

    private void seek(int to) {
        AttributedGraph graph = opened;
        Experiment seeing = experiment;
        if (graph == null || seeing == null) {
            return;
        }
        step.set(to);
        making.want((_, _) -> state(seeing, graph, to));
    }

    private static AttributedGraph state(Experiment seeing, AttributedGraph graph, int at)
            throws InputException {
        AttributedGraph then = graph.snapshot().orElseThrow().history().at(at);
        return seeing.withHistory(new HistoryCut(at)).labelled(then);
    }

    private void made(AttributedGraph graph) {
        seen.set(graph);
        show.accept(graph);
    }

    /// Moves by some steps, back if negative, and stops playing.
    public void move(int by) {
        playing.set(false);
        go(step.get() + by);
    }

    /// Plays on from here, from the beginning if this is the end; or pauses.
    public void playOrPause() {
        if (steps.get() == 0) {
            return;
        }
        if (!playing.get() && step.get() >= steps.get()) {
            go(1);
        }
        playing.set(!playing.get());
    }

    /// Changes the speed by a number of [#SPEEDS]: faster if it is positive, slower if negative.
    public void hurry(int by) {
        int to = Math.clamp(SPEEDS.indexOf(speed.get()) + by, 0, SPEEDS.size() - 1);
        speed.set(SPEEDS.get(to));
    }

    /// Stops where it is.
    public void pause() {
        playing.set(false);
    }

    /// One beat of the clock: the next step if it is playing, nobody asks something meanwhile, and the last one is seen.
    public void tick() {
        if (!playing.get() || suspended.get() || making.isPending()) {
            return;
        }
        if (step.get() >= steps.get()) {
            playing.set(false);
        } else {
            go(step.get() + 1);
        }
    }

    /// How many steps the history has; 0 if there is none to play.
    public ReadOnlyIntegerProperty steps() {
        return steps.getReadOnlyProperty();
    }

    /// The step that is seen, or is about to be.
    public ReadOnlyIntegerProperty step() {
        return step.getReadOnlyProperty();
    }

    /// The step up to which training sees.
    public ReadOnlyIntegerProperty until() {
        return until.getReadOnlyProperty();
    }

    /// Whether it moves on by itself.
    public ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /// The graph that is seen.
    public ReadOnlyObjectProperty<@Nullable AttributedGraph> seen() {
        return seen.getReadOnlyProperty();
    }

    /// Steps per second.
    public IntegerProperty speed() {
        return speed;
    }

    /// Whether it waits, for example while a person is asked something.
    public BooleanProperty suspended() {
        return suspended;
    }
}
