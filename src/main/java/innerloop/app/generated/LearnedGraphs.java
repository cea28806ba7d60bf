package innerloop.app.generated;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphShape;
import innerloop.math.VectorBackend;
import innerloop.training.ExperimentSetup;
import innerloop.training.GeneratedGraph;
import innerloop.training.RunRecord;
import org.jspecify.annotations.Nullable;

/// The graphs that can be drawn from what a run learned. What all of them need is made with the first one.
final class LearnedGraphs {

    private final RunRecord run;
    private final AttributedGraph real;
    private @Nullable Prepared prepared;

    private record Prepared(ExperimentSetup setup, GraphShape shape) {}

    LearnedGraphs(RunRecord run, AttributedGraph real) {
        this.run = run;
        this.real = real;
    }

    /// Draws one, the same as the command `generate` does.
    synchronized GraphPair draw(double noise, long number) throws InputException {
        Prepared known = prepared;
        if (known == null) {
            known =
                    new Prepared(
                            ExperimentSetup.of(run.experiment(), real, new VectorBackend()),
                            GraphShape.of(real));
            prepared = known;
        }
        GeneratedGraph drawn = GeneratedGraph.of(known.setup(), run.parameters(), noise, number);
        return new GraphPair(
                real, known.shape(), drawn, GraphShape.of(drawn.graph()), noise, number);
    }
}
