package innerloop.task;

import innerloop.episode.FewShot;
import innerloop.graph.AttributedGraph;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.nn.Answers;
import innerloop.nn.Objective;
import innerloop.nn.Readout;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A distribution of episodes: what an example is, how episodes are drawn, and what learners are trained and scored by.
public sealed interface Task permits Classification {

    /// How episodes are drawn.
    FewShot drawing();

    /// The same task, drawn in another way.
    ///
    /// @param ways classes per episode
    /// @param shots support examples per class
    /// @param queries query examples per class
    Task withDrawing(int ways, int shots, int queries);

    /// How the rows an encoder gives for nodes become scores of the examples.
    Readout readout();

    /// What learners are trained by.
    Objective objective();

    /// What a score is a value of.
    Measure measure();

    /// The measure's value on one episode.
    ///
    /// @param right the answers to its query set
    /// @param scores what a network says of it
    double value(Answers right, Matrix scores);

    /// The graph with the classes that the task asks for on its nodes.
    AttributedGraph labelled(AttributedGraph graph);

    /// What the graph lacks for this task, if it lacks anything.
    Optional<Lack> lack(AttributedGraph graph);

    /// Something that a graph would need for a task.
    ///
    /// @param message what is missing
    /// @param fix what to do about it
    record Lack(String message, String fix) {}

    /// What its scores are compared with on a graph, the floor first. Each is prepared when it is asked for: the first
    /// is used often, the others may take as much room as the graph.
    ///
    /// @param features as the encoder reads them
    List<Supplier<Baseline>> baselines(AttributedGraph graph, SparseMatrix features);

    /// The task as papers write it, for example `5-way 3-shot, 15 query`.
    default String line() {
        return drawing().line();
    }
}
