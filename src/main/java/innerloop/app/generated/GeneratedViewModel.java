package innerloop.app.generated;

import innerloop.app.Messages;
import innerloop.app.background.Latest;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.training.GeneratedGraph;
import innerloop.training.RunRecord;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Draws graphs from what the last run learned, in the background and one at a time: the noise and the number that were asked
/// for last are drawn, and of those before as many as there is time for.
public final class GeneratedViewModel {

    /// The largest noise that is offered.
    static final double MOST_NOISE = 2;

    private static final double STEPS = 100;

    private final Supplier<@Nullable AttributedGraph> graph;
    private final Latest<GraphPair> drawing;
    private final ReadOnlyObjectWrapper<@Nullable GraphPair> pair =
            new ReadOnlyObjectWrapper<>(this, "pair");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal");
    private @Nullable LearnedGraphs learned;
    private double noise = 1;
    private long number;
    private boolean asked;

    /// Nothing is drawn until a run has learned a distribution.
    ///
    /// @param record the last run
    /// @param graph the open graph
    /// @param workers where graphs are drawn
    /// @param delivery where they are shown
    public GeneratedViewModel(
            ObservableValue<@Nullable RunRecord> record,
            Supplier<@Nullable AttributedGraph> graph,
            Executor workers,
            Executor delivery) {
        this.graph = graph;
        this.drawing = new Latest<>(workers, delivery, this::show, this::fail);
        record.subscribe(this::follow);
    }

    private void follow(@Nullable RunRecord run) {
        drawing.giveUp();
        asked = false;
        learned = null;
        pair.set(null);
        number = 0;
        AttributedGraph real = graph.get();
        if (run == null
                || real == null
                || run.experiment().task().criterion(real).readout().sampleWidth() == 0) {
            refusal.set(Messages.get("generated.none"));
        } else if (real.nodes() > GeneratedGraph.MOST_NODES) {
            refusal.set(Messages.get("generated.tooMany", real.nodes(), GeneratedGraph.MOST_NODES));
        } else {
            refusal.set("");
            learned = new LearnedGraphs(run, real);
            draw();
        }
    }

    private void draw() {
        LearnedGraphs source = learned;
        if (source == null) {
            return;
        }
        asked = drawing.isPending();
        if (!asked) {
            double wanted = noise;
            long which = number;
            drawing.want((_, _) -> source.draw(wanted, which));
        }
    }

    private void show(GraphPair drawn) {
        pair.set(drawn);
        if (asked) {
            draw();
        }
    }

    private void fail(Throwable failure) {
        learned = null;
        refusal.set(Messages.of(failure));
        if (!(failure instanceof InputException)) {
            Latest.report(failure);
        }
    }

    /// Draws with this noise, to two decimals, which are those that are read.
    public void setNoise(double wanted) {
        double rounded = Math.round(Math.clamp(wanted, 0, MOST_NOISE) * STEPS) / STEPS;
        if (rounded != noise) {
            noise = rounded;
            draw();
        }
    }

    /// Factor of what was learned as each node's deviation.
    public double noise() {
        return noise;
    }

    /// Draws the next one.
    public void again() {
        number++;
        draw();
    }

    /// The newest drawing beside the real graph; null while there is none.
    public ReadOnlyObjectProperty<@Nullable GraphPair> pair() {
        return pair.getReadOnlyProperty();
    }

    /// Why nothing is drawn; empty if something is.
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /// Gives up what is being drawn.
    public void dispose() {
        drawing.giveUp();
    }
}
