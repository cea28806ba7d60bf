package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.experiment.kinds.Kind;
import innerloop.graph.AttributedGraph;
import innerloop.meta.ContrastivePretraining;
import innerloop.meta.Reptile;
import innerloop.meta.Ridge;
import innerloop.task.HeldOutEdges;
import innerloop.task.NodeRegression;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which learners are compared, and by which names.
class ContendersTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();
    private static final Experiment EASY = SmallExperiments.easy(2);

    private static List<Contender> sensible(Experiment experiment) throws InputException {
        return Contenders.sensible(experiment, experiment.split(), GRAPH);
    }

    private static List<Contender> named(Experiment experiment, String... names)
            throws InputException {
        return Contenders.named(
                experiment, experiment.split(), GRAPH, List.of(names), "--learners");
    }

    @Test
    void everyLearnerOfEpisodesIsSensibleAndHeadsInClosedFormAfterPretraining()
            throws InputException {
        List<String> names = sensible(EASY).stream().map(Contender::name).toList();
        assertThat(names)
                .containsAll(Learners.ofEpisodes().stream().map(Kind::word).toList())
                .contains("ridge+contrast", "prototypical+contrast")
                .doesNotContain("maml+contrast", "ridge+gae", "full-batch")
                .doesNotHaveDuplicates();
    }

    @Test
    void theExperimentsOwnLearnerIsAsItIsSetAndOthersHaveTheirDefaults() throws InputException {
        Experiment own =
                EASY.withLearner(Ridge.defaults().withDimensions(8))
                        .withPretraining(ContrastivePretraining.defaults().withEpochs(3));
        List<Contender> all = sensible(own.withLearner(Learners.reptile(2, 0.5, 0.5, false, 3)));
        assertThat(all).extracting(Contender::name).contains("reptile+contrast", "reptile");
        List<Contender> some =
                named(own, "ridge+contrast", "ridge", "prototypical+contrast", "reptile");
        assertThat(some.getFirst().experiment().withName(own.name())).isEqualTo(own);
        assertThat(some.get(1).experiment().learner()).isEqualTo(own.learner());
        assertThat(some.get(1).experiment().pretraining().epochs()).isZero();
        assertThat(some.get(2).experiment().pretraining()).isEqualTo(own.pretraining());
        assertThat(some.get(3).experiment().learner()).isEqualTo(Reptile.defaults());
        assertThat(some)
                .allSatisfy(c -> {
                    assertThat(c.experiment().budget()).isEqualTo(own.budget());
                    assertThat(c.experiment().name()).isEqualTo(own.name() + ": " + c.name());
                });
    }

    @Test
    void aContenderIsTakenIntoAnotherExperimentWithItsPretraining() throws InputException {
        Contender ridge = named(EASY, "ridge+contrast").getFirst();
        Experiment other = EASY.withSeed(11).withName("other");
        assertThat(ridge.in(other))
                .isEqualTo(
                        other.withLearner(Ridge.defaults())
                                .withPretraining(ContrastivePretraining.defaults()));
    }

    @Test
    void whatDoesNotFitTheTaskIsLeftOut() throws InputException {
        assertThat(sensible(EASY.withTask(NodeRegression.defaults())))
                .extracting(Contender::name)
                .contains("maml", "reptile", "fine-tune")
                .doesNotContain("prototypical", "ridge", "ridge+contrast", "pretrain");
        assertThatThrownBy(() -> named(EASY.withTask(NodeRegression.defaults()), "maml", "ridge"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("learner.kind");
        assertThatThrownBy(() -> sensible(SmallExperiments.edges(HeldOutEdges.Method.GAE, 2)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("one whole episode");
    }

    @Test
    void anUnknownNameNamesTheNearest() {
        assertThatThrownBy(() -> named(EASY, "ridge", "rigde+contrast"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--learners: \"rigde+contrast\" is not one of maml, ")
                .hasMessageEndingWith("did you mean \"ridge+contrast\"?");
    }

    @Test
    void aNameGivenTwiceIsComparedOnce() throws InputException {
        assertThat(named(EASY, "ridge", "maml", "ridge"))
                .extracting(Contender::name)
                .containsExactly("ridge", "maml");
    }
}
