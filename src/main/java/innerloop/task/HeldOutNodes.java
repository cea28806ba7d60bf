package innerloop.task;

import innerloop.episode.FewShot;
import innerloop.episode.Sampler;
import innerloop.episode.Split;
import innerloop.episode.Unit;
import innerloop.episode.WholeNodes;
import innerloop.graph.AttributedGraph;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.nn.Answers;
import innerloop.nn.Objective;
import innerloop.nn.Readout;
import innerloop.phrase.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Supervised node classification on one graph (Kipf and Welling 2017): all labelled nodes of the base lane are learned from
/// at once, those of the validation lane say when to stop, and those of the novel lane are the test. All lanes have the same
/// classes.
///
/// @param drawing says only that an example is a node
public record HeldOutNodes(FewShot drawing) implements Task {

    /// There is nothing to set.
    public static HeldOutNodes defaults() {
        return new HeldOutNodes(new FewShot(2, 1, 1, Unit.NODE));
    }

    @Override
    public HeldOutNodes withDrawing(int ways, int shots, int queries) {
        return this;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public Sampler sampler(AttributedGraph graph, Split split, Seed seed) {
        return new WholeNodes(graph, split);
    }

    @Override
    public boolean hasClasses() {
        return true;
    }

    /// A score for each class.
    @Override
    public int outputs(AttributedGraph graph) {
        return Math.max(1, graph.classes().size());
    }

    @Override
    public Readout readout() {
        return new Readout.LastLayer();
    }

    /// Classes keep their slots, so the last layer starts like every other one.
    @Override
    public Objective objective() {
        return new Objective.ClassCrossEntropy();
    }

    @Override
    public Measure measure() {
        return Measure.ACCURACY;
    }

    @Override
    public double value(Answers right, Matrix scores) {
        return Answers.Slots.of(right).accuracy(scores);
    }

    @Override
    public AttributedGraph labelled(AttributedGraph graph) {
        return graph;
    }

    @Override
    public Optional<Lack> lack(AttributedGraph graph) {
        return NodeClassification.defaults().lack(graph);
    }

    /// The floor is the nearest class mean of the features after two propagations, with the base nodes as support set.
    @Override
    public List<Supplier<Baseline>> baselines(AttributedGraph graph, SparseMatrix features) {
        return List.of(
                () -> new NearestClassMean(graph, features), () -> new LabelPropagation(graph));
    }

    @Override
    public Phrase phrase() {
        return Phrase.of("task.heldOutNodes");
    }
}
