package innerloop.episode;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.Targets;
import innerloop.math.Seed;
import innerloop.nn.Answers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairSamplerTest {

    private static final AttributedGraph GRAPH = new BlockModel(6, 25, 2, 1, 0.5, 2, 1).graph();
    private static final Split SPLIT =
            Split.ofClasses(
                    new Lanes(
                            GRAPH.classes().subList(0, 3),
                            List.of(),
                            GRAPH.classes().subList(3, 6)));
    private static final FewShot DRAWING = new FewShot(2, 6, 4, Unit.PAIR);

    private static PairSampler sampler(Negatives negatives) {
        return new PairSampler(GRAPH, SPLIT, DRAWING, negatives, new Seed(3));
    }

    @ParameterizedTest
    @EnumSource
    void episodesHaveEdgesOfTheAreaAndAsManyPairsWithoutOne(Negatives negatives) {
        BitSet novel = Area.nodes(GRAPH, SPLIT, Phase.TEST);
        for (int i = 0; i < 50; i++) {
            Episode episode = sampler(negatives).sample(Phase.TEST, i);
            Set<Long> seen = new HashSet<>();
            for (Examples part : List.of(episode.support().orElseThrow(), episode.query())) {
                Targets.Pairs pairs = (Targets.Pairs) part.targets();
                double[] joined = Answers.Numbers.of(part.answers()).value();
                assertThat(Arrays.stream(joined).sum()).isEqualTo(joined.length / 2.0);
                for (int k = 0; k < pairs.size(); k++) {
                    int u = pairs.from()[k];
                    int v = pairs.to()[k];
                    assertThat(GRAPH.joined(u, v)).isEqualTo(joined[k] == 1);
                    assertThat(novel.get(u) && novel.get(v)).isTrue();
                    assertThat(seen.add(Targets.Pairs.key(u, v))).isTrue();
                }
            }
            assertThat(seen).hasSize(20);
        }
    }

    @Test
    void supportEdgesAloneCarryMessages() {
        Episode episode = sampler(Negatives.UNIFORM).sample(Phase.TRAIN, 5);
        Targets.Pairs messages = episode.messages().orElseThrow();
        Targets.Pairs support = (Targets.Pairs) episode.support().orElseThrow().targets();
        assertThat(messages.size()).isEqualTo(6);
        assertThat(messages.nodes()).isEqualTo(Arrays.copyOf(support.nodes(), 12));
        AttributedGraph seen = GRAPH.withOnlyEdges(messages);
        assertThat(seen.edges()).isEqualTo(6);
        Targets.Pairs query = (Targets.Pairs) episode.query().targets();
        for (int k = 0; k < query.size(); k++) {
            assertThat(seen.joined(query.from()[k], query.to()[k])).isFalse();
        }
    }

    @Test
    void theSameNumbersGiveTheSameEpisodeInAnyOrder() {
        Episode first = sampler(Negatives.DEGREE).sample(Phase.TEST, 7);
        PairSampler other = sampler(Negatives.DEGREE);
        Episode between = other.sample(Phase.TEST, 8);
        Episode again = other.sample(Phase.TEST, 7);
        assertThat(again.query().targets().nodes()).isEqualTo(first.query().targets().nodes());
        assertThat(between.query().targets().nodes()).isNotEqualTo(first.query().targets().nodes());
    }

    /// A hub with many leaves: uniform pairs are of leaves, degree-matched ones mostly have the hubs.
    @Test
    void degreeMatchedPairsHaveEndsOfHighDegree() {
        int leaves = 60;
        GraphBuilder builder = new GraphBuilder("hubs", 2 * (leaves + 1), false);
        for (int k = 1; k <= leaves; k++) {
            builder.edge(0, k);
            builder.edge(leaves + 1, leaves + 1 + k);
        }
        AttributedGraph hubs = builder.build();
        assertThat(meanDegree(hubs, Negatives.DEGREE))
                .isGreaterThan(5 * meanDegree(hubs, Negatives.UNIFORM));
    }

    private static double meanDegree(AttributedGraph graph, Negatives negatives) {
        Split whole =
                new Split(
                        Split.Kind.GRAPHS,
                        new Lanes(List.of("0"), List.of(), List.of("0")),
                        List.of(),
                        Split.Messages.ALL,
                        PaintedEpisode.NONE);
        PairSampler sampler = new PairSampler(graph, whole, DRAWING, negatives, new Seed(1));
        double sum = 0;
        int count = 0;
        for (int i = 0; i < 50; i++) {
            Targets.Pairs query = (Targets.Pairs) sampler.sample(Phase.TEST, i).query().targets();
            for (int k = query.size() / 2; k < query.size(); k++) {
                sum += graph.degree(query.from()[k]) + graph.degree(query.to()[k]);
                count += 2;
            }
        }
        return sum / count;
    }

    /// A complete graph without a few edges: chance alone would look for them forever.
    @Test
    void fewPairsWithoutAnEdgeAreFoundAndFewerAreTooFew() {
        GraphBuilder builder = new GraphBuilder("dense", 40, false);
        for (int u = 0; u < 40; u++) {
            for (int v = 0; v < u; v++) {
                if (u - v > 1 || u > 10) {
                    builder.edge(u, v);
                }
            }
        }
        AttributedGraph dense = builder.build();
        Area all =
                Area.of(
                                dense,
                                new Split(
                                        Split.Kind.GRAPHS,
                                        new Lanes(List.of("0"), List.of(), List.of()),
                                        List.of(),
                                        Split.Messages.ALL,
                                        PaintedEpisode.NONE),
                                Phase.TRAIN)
                        .getFirst();
        assertThat(all.fits(new FewShot(2, 6, 4, Unit.PAIR))).isTrue();
        assertThat(all.fits(new FewShot(2, 6, 5, Unit.PAIR))).isFalse();
        for (Negatives negatives : Negatives.values()) {
            Targets.Pairs found =
                    negatives.draw(
                            dense,
                            all,
                            all.edges(),
                            10,
                            new Seed(2).stream(Seed.Purpose.TEST_EPISODES, 0));
            assertThat(found.size()).isEqualTo(10);
            for (int k = 0; k < 10; k++) {
                assertThat(dense.joined(found.from()[k], found.to()[k])).isFalse();
            }
        }
    }

    @Test
    void edgesCountOnceWhateverTheirDirectionAndLoopsNever() {
        AttributedGraph directed =
                new GraphBuilder("d", 3, true).edge(0, 1).edge(1, 0).edge(2, 2).edge(2, 0).build();
        Area all =
                Area.of(
                                directed,
                                new Split(
                                        Split.Kind.GRAPHS,
                                        new Lanes(List.of("0"), List.of(), List.of()),
                                        List.of(),
                                        Split.Messages.ALL,
                                        PaintedEpisode.NONE),
                                Phase.TRAIN)
                        .getFirst();
        assertThat(all.edges().nodes()).containsExactly(0, 1, 0, 2);
        assertThat(directed.withOnlyEdges(all.edges()).adjacency().size()).isEqualTo(3);
    }
}
