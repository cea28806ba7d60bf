package innerloop.task;

import innerloop.episode.FewShot;
import innerloop.episode.Sampler;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.nn.Answers;
import innerloop.nn.Criterion;
import innerloop.nn.Objective;
import innerloop.nn.Readout;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A distribution of episodes, with the objective and the measure of the learners trained on it.
public sealed interface Task
        permits Classification, LinkPrediction, HeldOutEdges, HeldOutNodes, NodeRegression {

    /// How episodes are drawn.
    FewShot drawing();

    /// The same task, drawn in another way.
    ///
    /// @param ways classes per episode
    /// @param shots support examples per class
    /// @param queries query examples per class
    Task withDrawing(int ways, int shots, int queries);

    /// Draws its episodes.
    ///
    /// @param graph as [#labelled] gives it
    Sampler sampler(AttributedGraph graph, Split split, Seed seed);

    /// Whether the answers are classes, which get the slots of an episode in random order.
    default boolean hasClasses() {
        return false;
    }

    /// The columns of the network's output for an episode.
    ///
    /// @param graph as [#labelled] gives it
    int outputs(AttributedGraph graph);

    /// How the rows an encoder gives for nodes become scores of the examples.
    Readout readout();

    /// The objective that learners are trained with.
    Objective objective();

    /// Whether it is one whole episode to be trained on at once, instead of a distribution of small ones. Then [#drawing] says
    /// nothing but what an example is, and there are no lanes to draw from.
    default boolean isWhole() {
        return false;
    }

    /// The same task with other measures, whose values are told beside the score.
    default List<Task> otherMeasures() {
        return List.of();
    }

    /// How many pairs of nodes the loss of [#criterion] looks at beside its examples, all at once.
    default long pairsAtOnce(AttributedGraph graph) {
        return 0;
    }

    /// Whether validation uses examples that training does not see.
    default boolean validates(Split split) {
        return !split.lanes().validation().isEmpty();
    }

    /// The loss that a learner minimises which trains on everything at once. Its first weights are those of [#readout].
    ///
    /// @param graph as [#labelled] gives it
    default Criterion criterion(AttributedGraph graph) {
        return new Criterion(readout(), objective());
    }

    /// The measure of its scores.
    Measure measure();

    /// The measure's value on one episode.
    ///
    /// @param right the answers to its query set
    /// @param scores the network's output for it
    double value(Answers right, Matrix scores);

    /// The graph with the classes that the task uses on its nodes.
    AttributedGraph labelled(AttributedGraph graph);

    /// The feature column that it asks for, if it asks for one.
    default Optional<Integer> targetColumn(AttributedGraph graph) {
        return Optional.empty();
    }

    /// The graph without the column that it asks for, so that no encoder reads it.
    default AttributedGraph withoutAnswers(AttributedGraph graph) {
        return targetColumn(graph).map(graph::withoutFeature).orElse(graph);
    }

    /// The nodes of which the task cannot ask anything, since the graph does not know the answer.
    default BitSet unanswered(AttributedGraph graph) {
        return new BitSet();
    }

    /// A property that this task needs and the graph lacks, if there is one.
    Optional<Lack> lack(AttributedGraph graph);

    /// Something that is done in another way on this graph than the settings make one think; empty if there is nothing.
    default Optional<Lack> remark(AttributedGraph graph) {
        return Optional.empty();
    }

    /// A property that a task needs and a graph lacks.
    ///
    /// @param where the setting that names it, `graph` if none does
    /// @param trouble what is missing, and what to do about it
    record Lack(String where, Trouble trouble) {

        /// A lack of the graph itself.
        public Lack(Trouble trouble) {
            this("graph", trouble);
        }
    }

    /// The baselines that its scores are compared with on a graph, the floor first. Each is created when it is needed: the
    /// first is used often, the others may take as much memory as the graph.
    ///
    /// @param features as the encoder reads them
    List<Supplier<Baseline>> baselines(AttributedGraph graph, SparseMatrix features);

    /// The task as papers write it, for example `5-way 3-shot, 15 query`.
    default Phrase phrase() {
        return drawing().phrase();
    }

    /// The same in English.
    default String line() {
        return phrase().text();
    }
}
