package innerloop.training;

import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.Phrase;

/// One run on the `trainer` thread.
public final class Trainer {

    private final Engine engine;
    private final EventQueue events = new EventQueue();
    private final RunControl control = new RunControl();

    public Trainer(Engine engine) {
        this.engine = engine;
    }

    /// Starts the run.
    ///
    /// @param keeper gives the progress to go on from, and keeps that on the way
    /// @param paused whether to stop before the first step, for stepping
    public void start(
            Experiment experiment, AttributedGraph graph, ProgressKeeper keeper, boolean paused) {
        if (paused) {
            control.step();
        }
        Thread thread = new Thread(() -> train(experiment, graph, keeper), "trainer");
        thread.setDaemon(true);
        thread.start();
    }

    private void train(Experiment experiment, AttributedGraph graph, ProgressKeeper keeper) {
        try {
            engine.run(experiment, graph, control, events::add, keeper);
        } catch (RunControl.StoppedException e) {
            events.add(new TrainingEvent.Abandoned());
        } catch (InputException e) {
            events.add(new TrainingEvent.Failed(e.phrase(), null));
        } catch (RuntimeException | OutOfMemoryError e) {
            events.add(new TrainingEvent.Failed(Phrase.words(e.toString()), e));
        }
    }

    public EventQueue events() {
        return events;
    }

    public RunControl control() {
        return control;
    }
}
