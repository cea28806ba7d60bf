package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.Encoders;
import innerloop.Learners;
import innerloop.episode.Episode;
import innerloop.episode.FewShot;
import innerloop.episode.Lanes;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.PaintedEpisode.Role;
import innerloop.episode.Phase;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.episode.Unit;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import innerloop.math.VectorBackend;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.FineTune;
import innerloop.nn.Activation;
import innerloop.nn.Layers;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a phase sees of the graph, and that nothing else gets into its numbers.
class InductiveTest {

    private static final AttributedGraph GRAPH =
            members(new BlockModel(6, 25, 2, 1, 0.5, 2, 1).graph());

    /// Every third node is a member graph, whatever edges there are.
    private static AttributedGraph members(AttributedGraph blocks) {
        return rebuilt(blocks, new BitSet());
    }

    /// The graph with other features of some nodes, and more edges from these to all others.
    private static AttributedGraph rebuilt(AttributedGraph from, BitSet changed) {
        int n = from.nodes();
        int columns = from.features().columns();
        GraphBuilder builder = new GraphBuilder("rebuilt", n, false);
        double[] features = new double[n * columns];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                boolean more = changed.get(i) && (i * 31 + j) % 7 == 0;
                if (more || from.adjacency().holds(i, j)) {
                    builder.edge(j, i);
                }
            }
            for (int c = 0; c < columns; c++) {
                features[i * columns + c] =
                        changed.get(i) ? Math.sin(i + c) : entry(from.features(), i, c);
            }
        }
        return builder.features(SparseMatrix.ofDense(n, columns, features), List.of())
                .labels(from.labels(), from.classes())
                .members(IntStream.range(0, n).map(i -> i % 3).toArray())
                .build();
    }

    private static double entry(SparseMatrix matrix, int row, int column) {
        for (int k = matrix.rowStart()[row]; k < matrix.rowStart()[row + 1]; k++) {
            if (matrix.column()[k] == column) {
                return matrix.value()[k];
            }
        }
        return 0;
    }

    private static Split split(Split.Kind kind) {
        Split split =
                switch (kind) {
                    case CLASSES -> Split.ofClasses(BlockModel.easy().split());
                    case REGIONS ->
                            Split.empty()
                                    .withKind(kind)
                                    .withRegions(List.of(third(0), third(1), third(2)))
                                    .withLanes(
                                            new Lanes(
                                                    List.of("third 0"),
                                                    List.of("third 1"),
                                                    List.of("third 2")));
                    case GRAPHS ->
                            Split.empty()
                                    .withKind(kind)
                                    .withLanes(new Lanes(List.of("0"), List.of("1"), List.of("2")));
                };
        return split.withMessages(Split.Messages.SEEN);
    }

    private static Region third(int k) {
        return new Region(
                "third " + k, IntStream.range(0, 150).filter(i -> i % 3 == k).boxed().toList());
    }

    private static Experiment experiment(Split split) {
        return SmallExperiments.easy(4).withSplit(split);
    }

    private static RunRecord run(Experiment experiment, AttributedGraph graph)
            throws InputException {
        return new ExperimentRunner(new VectorBackend(), 2)
                .run(experiment, graph, new RunControl(), _ -> {});
    }

    private static List<RunRecord.Metric> metrics(RunRecord record, String phase) {
        return record.metrics().stream().filter(m -> m.key().phaseWord().equals(phase)).toList();
    }

    @ParameterizedTest
    @EnumSource(Split.Kind.class)
    void whatIsOnlyTestedOnGetsIntoNoNumberOfTrainingAndValidation(Split.Kind kind)
            throws InputException {
        Experiment inductive = experiment(split(kind));
        BitSet unseen = inductive.split().unseen(GRAPH, Phase.VALIDATION);
        assertThat(unseen.cardinality()).isEqualTo(50);
        AttributedGraph changed = rebuilt(GRAPH, unseen);
        RunRecord record = run(inductive, GRAPH);
        RunRecord other = run(inductive, changed);
        assertThat(other.parameters().sha256()).isEqualTo(record.parameters().sha256());
        assertThat(metrics(other, "train")).isEqualTo(metrics(record, "train"));
        assertThat(metrics(other, "validation")).isEqualTo(metrics(record, "validation"));
        assertThat(metrics(other, "test")).isNotEqualTo(metrics(record, "test"));

        Experiment all = experiment(inductive.split().withMessages(Split.Messages.ALL));
        assertThat(run(all, changed).parameters().sha256())
                .isNotEqualTo(run(all, GRAPH).parameters().sha256());
    }

    @ParameterizedTest
    @EnumSource(Split.Kind.class)
    void whatIsOnlyValidatedOnGetsIntoNoNumberOfTraining(Split.Kind kind) throws InputException {
        Experiment inductive = experiment(split(kind));
        BitSet unseen = inductive.split().unseen(GRAPH, Phase.TRAIN);
        assertThat(unseen.cardinality()).isEqualTo(100);
        AttributedGraph changed = rebuilt(GRAPH, unseen);
        RunRecord record = run(inductive, GRAPH);
        RunRecord other = run(inductive, changed);
        assertThat(other.parameters().sha256()).isEqualTo(record.parameters().sha256());
        assertThat(metrics(other, "train")).isEqualTo(metrics(record, "train"));
        assertThat(metrics(other, "validation")).isNotEqualTo(metrics(record, "validation"));
        assertThat(Certification.of(inductive, changed, 2, () -> {}))
                .isEqualTo(Certification.of(inductive, GRAPH, 2, () -> {}));
    }

    @ParameterizedTest
    @EnumSource(FeatureRecipe.Kind.class)
    void featuresAreThoseOfThePhasesGraph(FeatureRecipe.Kind kind) throws InputException {
        Experiment inductive =
                experiment(split(Split.Kind.REGIONS))
                        .withFeatures(new FeatureRecipe(kind, FeatureRecipe.Normalize.NONE));
        AttributedGraph changed = rebuilt(GRAPH, inductive.split().unseen(GRAPH, Phase.TRAIN));
        assertThat(run(inductive, changed).parameters().sha256())
                .isEqualTo(run(inductive, GRAPH).parameters().sha256());
    }

    /// Hidden nodes have other numbers there, so a mean over all nodes would be another one.
    @ParameterizedTest
    @EnumSource(value = FeatureRecipe.Scaling.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void theScaleOfColumnsIsThatOfTheNodesTrainingSees(FeatureRecipe.Scaling scaling)
            throws InputException {
        Experiment inductive =
                experiment(split(Split.Kind.REGIONS))
                        .withFeatures(FeatureRecipe.defaults().withScaling(scaling));
        AttributedGraph changed = rebuilt(GRAPH, inductive.split().unseen(GRAPH, Phase.TRAIN));
        RunRecord record = run(inductive, GRAPH);
        RunRecord other = run(inductive, changed);
        assertThat(other.parameters().sha256()).isEqualTo(record.parameters().sha256());
        assertThat(metrics(other, "train")).isEqualTo(metrics(record, "train"));
        Experiment all = inductive.withSplit(inductive.split().withMessages(Split.Messages.ALL));
        assertThat(run(all, changed).parameters().sha256())
                .isNotEqualTo(run(all, GRAPH).parameters().sha256());
    }

    /// One network meets all phases.
    @Test
    void aNumberMeansTheSameInEveryPhase() {
        Experiment inductive =
                experiment(split(Split.Kind.REGIONS))
                        .withFeatures(
                                FeatureRecipe.defaults().withScaling(FeatureRecipe.Scaling.AUTO));
        AttributedGraph train = GRAPH.withoutEdgesOf(inductive.split().unseen(GRAPH, Phase.TRAIN));
        assertThat(inductive.featureMatrix(train)).isEqualTo(inductive.featureMatrix(GRAPH));
    }

    @Test
    void theTestSeesAllNodes() throws InputException {
        Experiment inductive =
                experiment(split(Split.Kind.CLASSES)).withLearner(FineTune.defaults());
        Experiment all = experiment(inductive.split().withMessages(Split.Messages.ALL));
        RunRecord seen = run(inductive, GRAPH);
        RunRecord whole = run(all.withLearner(inductive.learner()), GRAPH);
        assertThat(seen.test()).isEqualTo(whole.test());
        assertThat(seen.floor()).isEqualTo(whole.floor());
        assertThat(seen.baselines()).isEqualTo(whole.baselines());
        assertThat(metrics(seen, "validation")).isNotEqualTo(metrics(whole, "validation"));
    }

    @Test
    void withAllMessagesThereIsOneGraph() {
        Experiment all = experiment(Split.ofClasses(BlockModel.easy().split()));
        PhaseGraphs same = new PhaseGraphs(all, GRAPH);
        assertThat(same.of(Phase.TRAIN))
                .isSameAs(same.of(Phase.VALIDATION))
                .isSameAs(same.of(Phase.TEST));
    }

    @Test
    void phasesThatSeeTheSameShareIt() {
        Split noValidation =
                split(Split.Kind.CLASSES)
                        .withLanes(new Lanes(List.of("c0", "c1"), List.of(), List.of("c4", "c5")));
        PhaseGraphs two = new PhaseGraphs(experiment(noValidation), GRAPH);
        assertThat(two.of(Phase.TRAIN)).isSameAs(two.of(Phase.VALIDATION));
        assertThat(two.of(Phase.TRAIN)).isNotSameAs(two.of(Phase.TEST));
    }

    @Test
    void aNodeIsUnseenOnlyWhereAllItsUsesAreLater() {
        // Nodes 0 … 9 in no region; 10 … 19 base; 20 … 29 base and novel; 30 … 39 validation
        // and novel; 40 … 49 novel.
        Split split =
                Split.empty()
                        .withKind(Split.Kind.REGIONS)
                        .withMessages(Split.Messages.SEEN)
                        .withRegions(
                                List.of(
                                        range("base", 10, 30),
                                        range("validation", 30, 40),
                                        range("novel", 20, 50),
                                        range("nowhere", 0, 60)))
                        .withLanes(
                                new Lanes(
                                        List.of("base"), List.of("validation"), List.of("novel")));
        assertThat(split.unseen(GRAPH, Phase.TRAIN)).isEqualTo(bits(30, 50));
        assertThat(split.unseen(GRAPH, Phase.VALIDATION)).isEqualTo(bits(40, 50));
        assertThat(split.unseen(GRAPH, Phase.TEST).isEmpty()).isTrue();
        for (Phase phase : Phase.values()) {
            assertThat(split.withMessages(Split.Messages.ALL).unseen(GRAPH, phase).isEmpty())
                    .isTrue();
        }
    }

    private static Region range(String name, int from, int to) {
        return new Region(name, IntStream.range(from, to).boxed().toList());
    }

    private static BitSet bits(int from, int to) {
        BitSet bits = new BitSet();
        bits.set(from, to);
        return bits;
    }

    /// A phase's θ must fit every other phase.
    @ParameterizedTest
    @EnumSource(FeatureRecipe.Kind.class)
    void theNumberOfFeatureColumnsDoesNotDependOnEdges(FeatureRecipe.Kind kind) {
        FeatureRecipe recipe = new FeatureRecipe(kind, FeatureRecipe.Normalize.NONE);
        AttributedGraph none = GRAPH.withoutEdgesOf(bits(0, GRAPH.nodes()));
        assertThat(none.edges()).isZero();
        for (AttributedGraph graph : List.of(GRAPH, none)) {
            assertThat(recipe.columns(graph)).isEqualTo(recipe.columns(GRAPH));
            assertThat(recipe.apply(graph).columns()).isEqualTo(recipe.columns(GRAPH));
        }
    }

    static Stream<Experiment> everyLearnerAndEveryEncoder() {
        Experiment base = experiment(split(Split.Kind.REGIONS));
        return Stream.concat(
                Learners.all().map(base::withLearner),
                Encoders.with(Layers.of(List.of(6), Activation.RELU)).map(base::withEncoder));
    }

    @ParameterizedTest
    @MethodSource("everyLearnerAndEveryEncoder")
    void regionsRunToTheSameBitsHoweverManyThreadsWork(Experiment experiment)
            throws InputException {
        RunRecord one =
                new ExperimentRunner(new VectorBackend(), 1)
                        .run(experiment, GRAPH, new RunControl(), _ -> {});
        RunRecord three =
                new ExperimentRunner(new VectorBackend(), 3)
                        .run(experiment, GRAPH, new RunControl(), _ -> {});
        assertThat(one.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(three.metrics()).isEqualTo(one.metrics());
        assertThat(three.parameters().sha256()).isEqualTo(one.parameters().sha256());
    }

    /// A painted episode may have other numbers of nodes than the task, and other ones in each slot.
    @ParameterizedTest
    @MethodSource("everyLearnerAndEveryEncoder")
    void aPaintedEpisodeCanBeLearnedFrom(Experiment experiment) throws InputException {
        PaintedEpisode painted =
                PaintedEpisode.NONE
                        .paint(100, "c4", Role.SUPPORT)
                        .paint(101, "c4", Role.QUERY)
                        .paint(125, "c5", Role.SUPPORT)
                        .paint(126, "c5", Role.SUPPORT)
                        .paint(127, "c5", Role.SUPPORT)
                        .paint(128, "c5", Role.QUERY)
                        .paint(129, "c5", Role.QUERY);
        Episode episode = painted.toEpisode(GRAPH, new FewShot(2, 1, 1, Unit.NODE)).orElseThrow();
        ExperimentSetup setup = ExperimentSetup.of(experiment, GRAPH, new VectorBackend());
        EpisodeWorker worker = new EpisodeWorker(setup.backend(), setup.plan());
        var problem = setup.problem(Phase.TEST, episode);
        var judged = worker.judge(problem, setup.initial(), () -> {});
        assertThat(judged.loss()).isFinite().isPositive();
        double accuracy = setup.score(problem, judged);
        assertThat(accuracy * 3).isCloseTo(Math.rint(accuracy * 3), within(1e-9));
        assertThat(
                        worker.predict(
                                        setup.observedProblem(Phase.TEST, episode),
                                        setup.initial(),
                                        setup.asked(Phase.TEST, episode, Unit.NODE.all(GRAPH)),
                                        OptionalInt.empty())
                                .scores()
                                .rows())
                .isEqualTo(GRAPH.nodes());
    }
}
