package innerloop.experiment;

import innerloop.episode.PaintedEpisode;
import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.math.SparseMatrix;
import innerloop.meta.MetaLearner;
import innerloop.meta.Pretraining;
import innerloop.nn.Encoder;
import innerloop.task.Measure;
import innerloop.task.Task;
import java.util.Optional;
import java.util.OptionalInt;

/// Everything needed to repeat a run: *the* document a person edits and saves.
///
/// An immutable tree of records. Every edit makes a new one, undo is a list of them, and "unsaved" is
/// `!present.equals(saved)`. It names its graph and its classes instead of holding them, so it can be read,
/// compared and saved without the graph.
///
/// @param name what the experiment is called
/// @param graph path of the graph, relative to the experiment's file
/// @param features how the feature matrix is made from the graph
/// @param task the kind of episodes: ways, shots, queries
/// @param split what is used in which phase
/// @param encoder the GNN
/// @param learner the meta-learning algorithm
/// @param budget how long to train and how much to evaluate
/// @param seed the root of all randomness
/// @param labels nodes whose class is not the one in the graph's file
/// @param history how much it sees of the history of a graph that grows
/// @param pretraining what happens to the encoder before the learner begins
/// @param reading how the graph's file is read, where that is not left to what readers guess
public record Experiment(
        String name,
        String graph,
        FeatureRecipe features,
        Task task,
        Split split,
        Encoder encoder,
        MetaLearner learner,
        Budget budget,
        long seed,
        Relabelling labels,
        HistoryCut history,
        Pretraining pretraining,
        GraphReading reading) {

    /// The format line of the file.
    public static final String FORMAT = "innerloop-experiment/1";

    /// How the features of a graph that the encoder reads are made: as the experiment says, or structural
    /// ([#readsStructureInstead]).
    public FeatureRecipe featureRecipe(AttributedGraph of) {
        return readsStructureInstead(of) ? FeatureRecipe.structural() : features;
    }

    /// Whether the encoder reads structural features in place of the file's, because these say nothing: there are none, or all
    /// nodes have the same. That is done where the encoder is pre-trained, which would learn nothing otherwise.
    public boolean readsStructureInstead(AttributedGraph of) {
        return pretraining.epochs() > 0
                && features.kind() == FeatureRecipe.Kind.ATTRIBUTES
                && !of.featureTable().tellsApart(task.targetColumn(of).orElse(-1));
    }

    /// The feature columns of a graph that the encoder reads. What the task asks for is not among them: whoever needs features
    /// of an experiment asks here.
    public int featureColumns(AttributedGraph of) {
        FeatureRecipe recipe = featureRecipe(of);
        int target = task.targetColumn(of).isPresent() ? 1 : 0;
        return recipe.columns(of) - (recipe.kind() == FeatureRecipe.Kind.ATTRIBUTES ? target : 0);
    }

    /// The features of a graph that the encoder reads, `[n × f]`. The scale of their columns is the same in every phase, and
    /// does not depend on nodes that training must not see.
    public SparseMatrix featureMatrix(AttributedGraph of) {
        return featureRecipe(of).apply(task.withoutAnswers(of), split.unseen(of, Phase.TRAIN));
    }

    /// The name of the feature column that outweighs all others together, if there is one.
    public Optional<String> dominatingColumn(AttributedGraph of) {
        AttributedGraph read = task.withoutAnswers(of);
        OptionalInt column = features.dominating(read);
        return column.isPresent()
                ? Optional.of(read.featureTable().name(column.getAsInt()))
                : Optional.empty();
    }

    /// The measure of its scores.
    public Measure measure() {
        return task.measure();
    }

    /// Episodes of the final test: one if its task is a whole episode.
    public int testEpisodes() {
        return task.isWhole() ? 1 : budget.testTasks();
    }

    /// Episodes of one validation: one if its task is a whole episode.
    public int validationEpisodes() {
        return task.isWhole() ? 1 : budget.validationTasks();
    }

    /// The graph as this experiment sees it: after the steps of its history that it knows of, with the classes of the graph's file
    /// and the changes made by hand, in the form the task uses.
    ///
    /// @throws InputException if the graph has no such node, or a new class cannot be called so
    public AttributedGraph labelled(AttributedGraph read) throws InputException {
        return task.labelled(labels.apply(history.of(read)));
    }

    /// Whether that experiment sees the same of every graph, with the same classes.
    public boolean labelsLike(Experiment that) {
        return labels.equals(that.labels)
                && reading.equals(that.reading)
                && history.equals(that.history)
                && task.getClass().equals(that.task.getClass());
    }

    /// An experiment that takes the graph as its file has it.
    public Experiment(
            String name,
            String graph,
            FeatureRecipe features,
            Task task,
            Split split,
            Encoder encoder,
            MetaLearner learner,
            Budget budget,
            long seed) {
        this(
                name,
                graph,
                features,
                task,
                split,
                encoder,
                learner,
                budget,
                seed,
                Relabelling.none(),
                HistoryCut.none(),
                Pretraining.none(),
                GraphReading.guessed());
    }

    /// Without its name and the painted episode, on which no number of a run depends.
    public Experiment unpainted() {
        return withName("").withSplit(split.withPainted(PaintedEpisode.NONE));
    }

    public Experiment withName(String newName) {
        return new Experiment(
                newName,
                graph,
                features,
                task,
                split,
                encoder,
                learner,
                budget,
                seed,
                labels,
                history,
                pretraining,
                reading);
    }

    public Experiment withGraph(String newGraph) {
        return new Experiment(
                name,
                newGraph,
                features,
                task,
                split,
                encoder,
                learner,
                budget,
                seed,
                labels,
                history,
                pretraining,
                reading);
    }

    public Experiment withFeatures(FeatureRecipe newFeatures) {
        return new Experiment(
                name,
                graph,
                newFeatures,
                task,
                split,
                encoder,
                learner,
                budget,
                seed,
                labels,
                history,
                pretraining,
                reading);
    }

    public Experiment withTask(Task newTask) {
        return new Experiment(
                name,
                graph,
                features,
                newTask,
                split,
                encoder,
                learner,
                budget,
                seed,
                labels,
                history,
                pretraining,
                reading);
    }

    public Experiment withSplit(Split newSplit) {
        return new Experiment(
                name,
                graph,
                features,
                task,
                newSplit,
                encoder,
                learner,
                budget,
                seed,
                labels,
                history,
                pretraining,
                reading);
    }

    public Experiment withEncoder(Encoder newEncoder) {
        return new Experiment(
                name,
                graph,
                features,
                task,
                split,
                newEncoder,
                learner,
                budget,
                seed,
                labels,
                history,
                pretraining,
                reading);
    }

    public Experiment withLearner(MetaLearner newLearner) {
        return new Experiment(
                name,
                graph,
                features,
                task,
                split,
                encoder,
                newLearner,
                budget,
                seed,
                labels,
                history,
                pretraining,
                reading);
    }

    public Experiment withBudget(Budget newBudget) {
        return new Experiment(
                name,
                graph,
                features,
                task,
                split,
                encoder,
                learner,
                newBudget,
                seed,
                labels,
                history,
                pretraining,
                reading);
    }

    public Experiment withSeed(long newSeed) {
        return new Experiment(
                name,
                graph,
                features,
                task,
                split,
                encoder,
                learner,
                budget,
                newSeed,
                labels,
                history,
                pretraining,
                reading);
    }

    public Experiment withLabels(Relabelling newLabels) {
        return new Experiment(
                name,
                graph,
                features,
                task,
                split,
                encoder,
                learner,
                budget,
                seed,
                newLabels,
                history,
                pretraining,
                reading);
    }

    public Experiment withHistory(HistoryCut newHistory) {
        return new Experiment(
                name,
                graph,
                features,
                task,
                split,
                encoder,
                learner,
                budget,
                seed,
                labels,
                newHistory,
                pretraining,
                reading);
    }

    public Experiment withPretraining(Pretraining newPretraining) {
        return new Experiment(
                name,
                graph,
                features,
                task,
                split,
                encoder,
                learner,
                budget,
                seed,
                labels,
                history,
                newPretraining,
                reading);
    }

    public Experiment withReading(GraphReading newReading) {
        return new Experiment(
                name,
                graph,
                features,
                task,
                split,
                encoder,
                learner,
                budget,
                seed,
                labels,
                history,
                pretraining,
                newReading);
    }
}
