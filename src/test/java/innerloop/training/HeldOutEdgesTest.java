package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.episode.Episode;
import innerloop.episode.Phase;
import innerloop.episode.Sampler;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.Targets;
import innerloop.io.ExperimentJson;
import innerloop.math.Seed;
import innerloop.math.VectorBackend;
import innerloop.meta.FullBatch;
import innerloop.nn.ParameterSpec;
import innerloop.task.HeldOutEdges;
import innerloop.task.HeldOutEdges.Method;
import innerloop.task.Measure;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Learning from the edges of a whole graph, some of which are held out.
class HeldOutEdgesTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    private static RunRecord run(Experiment experiment, int threads) throws InputException {
        return new ExperimentRunner(new VectorBackend(), threads)
                .run(experiment, GRAPH, new RunControl(), _ -> {});
    }

    private static Sampler sampler(Method method) {
        return HeldOutEdges.defaults()
                .withMethod(method)
                .sampler(GRAPH, Split.empty(), new Seed(3));
    }

    private static Set<Long> keys(Targets targets) {
        Set<Long> keys = new HashSet<>();
        for (int k = 0; k < targets.size(); k++) {
            int[] ends = targets.nodesOf(k);
            assertThat(keys.add(Targets.Pairs.key(ends[0], ends[1]))).isTrue();
        }
        return keys;
    }

    @Test
    void everyEdgeIsInOnePartAndEveryPairWithoutOneIsNone() {
        Sampler sampler = sampler(Method.VGAE);
        Set<Long> seen =
                new HashSet<>(keys(sampler.sample(Phase.TRAIN, 0).messages().orElseThrow()));
        int training = seen.size();
        int joined = 0;
        for (Phase phase : List.of(Phase.VALIDATION, Phase.TEST)) {
            Episode episode = sampler.sample(phase, 5);
            assertThat(episode.support()).isEmpty();
            assertThat(episode.messages()).isEqualTo(sampler.sample(Phase.TRAIN, 0).messages());
            assertThat(episode.query()).isSameAs(sampler.sample(phase, 9).query());
            for (long key : keys(episode.query().targets())) {
                assertThat(seen.add(key)).isTrue();
            }
            for (int k = 0; k < episode.query().size(); k++) {
                int[] ends = episode.query().targets().nodesOf(k);
                boolean edge = k < episode.query().size() / 2;
                assertThat(GRAPH.joined(ends[0], ends[1])).isEqualTo(edge);
                joined += edge ? 1 : 0;
            }
        }
        int all = training + joined;
        assertThat(joined).isEqualTo((int) (all * 0.05) + (int) (all * 0.1));
    }

    @Test
    void whatIsHeldOutIsUnknownWhileLearning() {
        Sampler sampler = sampler(Method.NEGATIVE_SAMPLING);
        Set<Long> training = keys(sampler.sample(Phase.TRAIN, 0).messages().orElseThrow());
        Set<Long> sampled = new HashSet<>();
        for (int step = 0; step < 40; step++) {
            Targets targets = sampler.batch(step, 0).query().targets();
            for (int k = training.size(); k < targets.size(); k++) {
                int[] ends = targets.nodesOf(k);
                sampled.add(Targets.Pairs.key(ends[0], ends[1]));
            }
            assertThat(targets.size()).isEqualTo(2 * training.size());
        }
        assertThat(sampled).doesNotContainAnyElementsOf(training);
        // Pairs without an edge are drawn from all that is no training edge, held-out edges among
        // them.
        assertThat(sampled)
                .containsAnyElementsOf(keys(sampler.sample(Phase.TEST, 0).query().targets()));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void itLearnsToTellHeldOutEdgesFromOtherPairs(Method method) throws InputException {
        RunRecord record = run(SmallExperiments.edges(method, 60), 2);
        assertThat(record.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(record.test().measure()).isEqualTo(Measure.AUC);
        assertThat(record.test().tasks()).isEqualTo(1);
        assertThat(record.test().mean()).isGreaterThan(0.75);
        assertThat(record.zeroSteps().mean()).isLessThan(record.test().mean());
        OtherScores.Other other = OtherScores.of(record).getFirst();
        assertThat(other.score().measure()).isEqualTo(Measure.AP);
        assertThat(other.score().mean()).isBetween(0.6, 1.0);
    }

    @Test
    void reconstructionAndDivergenceAreCurvesOfTheirOwn() throws InputException {
        RunCurves curves = RunCurves.of(run(SmallExperiments.edges(Method.VGAE, 6), 1));
        assertThat(curves.divergence().size()).isEqualTo(6);
        for (int i = 0; i < 6; i++) {
            assertThat(curves.divergence().value(i)).isPositive();
            assertThat(curves.reconstruction().value(i) + curves.divergence().value(i))
                    .isCloseTo(curves.lossAfter().value(i), within(1e-6));
        }
        assertThat(
                        RunCurves.of(run(SmallExperiments.edges(Method.GAE, 6), 1))
                                .divergence()
                                .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aSeedGivesTheSameBitsHoweverManyThreadsWork(Method method) throws InputException {
        Experiment experiment = SmallExperiments.edges(method, 5);
        RunRecord one = run(experiment, 1);
        RunRecord three = run(experiment, 3);
        assertThat(three.parameters().sha256()).isEqualTo(one.parameters().sha256());
        assertThat(three.metrics()).isEqualTo(one.metrics());
        assertThat(run(experiment.withSeed(8), 1).parameters().sha256())
                .isNotEqualTo(one.parameters().sha256());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void theGradientIsConfirmedByFiniteDifferences(Method method) throws InputException {
        Certification certified =
                Certification.of(SmallExperiments.edges(method, 5), GRAPH, 2, () -> {});
        assertThat(certified.secondOrder()).isTrue();
        assertThat(certified.finiteDifferenceError()).isLessThan(1e-6);
    }

    @Test
    void parametersHaveTheNamesOfPyTorchGeometric() throws InputException {
        assertThat(run(SmallExperiments.edges(Method.VGAE, 2), 1).parameters().specs())
                .extracting(ParameterSpec::name)
                .containsExactly(
                        "convs.0.lin.weight",
                        "convs.0.bias",
                        "conv_mu.lin.weight",
                        "conv_mu.bias",
                        "conv_logstd.lin.weight",
                        "conv_logstd.bias");
        assertThat(run(SmallExperiments.edges(Method.GAE, 2), 1).parameters().specs())
                .extracting(ParameterSpec::name)
                .containsExactly(
                        "convs.0.lin.weight", "convs.0.bias", "convs.1.lin.weight", "convs.1.bias");
    }

    @Test
    void aLargeGraphIsLearnedFromSampledPairs() {
        int nodes = HeldOutEdges.MOST_NODES_IN_PAIRS;
        AttributedGraph large = new GraphBuilder("large", nodes + 1, false).edge(0, 1).build();
        AttributedGraph small = new GraphBuilder("small", nodes, false).edge(0, 1).build();
        HeldOutEdges task = HeldOutEdges.defaults();
        assertThat(task.pairsAtOnce(small)).isEqualTo((long) nodes * nodes);
        assertThat(task.pairsAtOnce(large)).isZero();
        assertThat(task.remark(large).orElseThrow().trouble().what().text())
                .contains("more than 4,000 nodes");
        assertThat(task.remark(small)).isEmpty();
        assertThat(task.withMethod(Method.NEGATIVE_SAMPLING).pairsAtOnce(small)).isZero();
    }

    @Test
    void theNoiseIsStandardNormalAndFollowsFromItsKey() {
        double[] noise = Seed.normal(11, 20_001);
        assertThat(noise).hasSize(20_001).isEqualTo(Seed.normal(11, 20_001));
        assertThat(Arrays.stream(noise).average().orElseThrow()).isCloseTo(0, within(0.03));
        assertThat(Arrays.stream(noise).map(x -> x * x).average().orElseThrow())
                .isCloseTo(1, within(0.03));
        assertThat(
                        IntStream.range(1, noise.length)
                                        .mapToDouble(i -> noise[i] * noise[i - 1])
                                        .sum()
                                / noise.length)
                .isCloseTo(0, within(0.03));
    }

    @Test
    void whatCannotBeIsSaidInOneLine() {
        Experiment edges = SmallExperiments.edges(Method.VGAE, 2);
        assertThatThrownBy(
                        () -> setup(edges, GRAPH.withOnlyEdges(Targets.Pairs.ofKeys(new long[0]))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("this graph has no edges between two nodes");
        assertThatThrownBy(() -> setup(edges, few(5)))
                .hasMessageContaining("5 edges leave none for the test");
        assertThatThrownBy(() -> setup(edges, complete()))
                .hasMessageContaining("fewer pairs without an edge than edges held out");
        assertThatThrownBy(() -> setup(SmallExperiments.easy(2).withTask(edges.task()), GRAPH))
                .hasMessageContaining("choose full-batch");
        assertThatThrownBy(() ->
                        setup(SmallExperiments.easy(2).withLearner(FullBatch.defaults()), GRAPH))
                .hasMessageContaining("this learner trains on one whole episode");
        assertThatThrownBy(() -> HeldOutEdges.defaults().withTestShare(0.95))
                .hasMessageContaining("together they must be below 1");
    }

    private static ExperimentSetup setup(Experiment experiment, AttributedGraph graph)
            throws InputException {
        return ExperimentSetup.of(experiment, graph, new VectorBackend());
    }

    private static AttributedGraph few(int edges) {
        GraphBuilder builder = new GraphBuilder("few", 20, false);
        for (int i = 0; i < edges; i++) {
            builder.edge(0, i + 1);
        }
        return withFeatures(builder);
    }

    private static AttributedGraph withFeatures(GraphBuilder ofTwenty) {
        int[] some = IntStream.range(0, 20).toArray();
        return ofTwenty.features(GRAPH.features().selectRows(some), List.of()).build();
    }

    private static AttributedGraph complete() {
        GraphBuilder builder = new GraphBuilder("complete", 20, false);
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < i; j++) {
                builder.edge(i, j);
            }
        }
        return withFeatures(builder);
    }

    @Test
    void aFileNeedsNoSplit() throws InputException {
        Experiment edges = SmallExperiments.edges(Method.VGAE, 2);
        String text = ExperimentJson.write(edges);
        assertThat(ExperimentJson.parse(text, "x.json", List.of())).isEqualTo(edges);
        String without = text.replaceAll("(?s)\"split\" : \\{.*?\\},", "");
        assertThat(without).doesNotContain("split");
        assertThat(ExperimentJson.parse(without, "x.json", List.of())).isEqualTo(edges);
    }
}
