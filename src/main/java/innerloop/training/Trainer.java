package innerloop.training;

import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;

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
    /// @param paused whether to stop before the first step, for stepping
    public void start(Experiment experiment, AttributedGraph graph, boolean paused) {
        if (paused) {
            control.step();
        }
        Thread thread = new Thread(() -> train(experiment, graph), "trainer");
        thread.setDaemon(true);
        thread.start();
    }

    private void train(Experiment experiment, AttributedGraph graph) {
        try {
            engine.run(experiment, graph, control, events::add);
        } catch (InputException e) {
            events.add(new TrainingEvent.Failed(String.valueOf(e.getMessage()), null));
        } catch (RuntimeException | OutOfMemoryError e) {
            events.add(new TrainingEvent.Failed(e.toString(), e));
        }
    }

    public EventQueue events() {
        return events;
    }

    public RunControl control() {
        return control;
    }
}
