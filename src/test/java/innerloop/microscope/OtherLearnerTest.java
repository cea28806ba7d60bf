package innerloop.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.episode.Phase;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.VectorBackend;
import innerloop.meta.Maml;
import innerloop.task.NodeClassification;
import innerloop.training.ExperimentRunner;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.SmallExperiments;
import innerloop.training.Subject;
import org.junit.jupiter.api.Test;

/// Which runs can be laid beside an episode, and what is said of those that cannot.
class OtherLearnerTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();
    private static final VectorBackend BACKEND = new VectorBackend();

    private static Experiment experiment() {
        return SmallExperiments.easy(1)
                .withBudget(new Budget(1, 1, 2))
                .withLearner(Learners.maml(Maml.Order.FIRST, 2, 0.5, 0.01, 2));
    }

    private static RunRecord run(Experiment experiment, AttributedGraph graph) throws Exception {
        return new ExperimentRunner(BACKEND, 1).run(experiment, graph, new RunControl(), _ -> {});
    }

    @Test
    void itBeginsAtTheThetaOfItsRun() throws Exception {
        RunRecord record = run(experiment(), GRAPH);
        Experiment own = experiment().withLearner(Learners.maml(Maml.Order.SECOND, 3, 1, 0.01, 2));
        Microscope microscope = Microscope.of(own, GRAPH, BACKEND);
        Subject subject = microscope.subject(Phase.TEST, 1);
        InnerTrace trace = OtherLearner.of(own, record, GRAPH, BACKEND).look(subject, () -> {});
        assertThat(trace.subject()).isEqualTo(subject);
        assertThat(trace.last()).isEqualTo(2);
        double untrained =
                microscope
                        .look(microscope.setup().initial(), subject, () -> {})
                        .steps()
                        .getFirst()
                        .query()
                        .loss();
        assertThat(trace.steps().getFirst().query().loss()).isNotEqualTo(untrained);
    }

    @Test
    void anotherTaskSplitOrGraphIsRefusedInOneLine() throws Exception {
        RunRecord record = run(experiment(), GRAPH);
        Experiment otherTask =
                experiment().withTask(NodeClassification.defaults().withDrawing(2, 7, 3));
        assertThatThrownBy(() -> OtherLearner.of(otherTask, record, GRAPH, BACKEND))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("learns other episodes");
        AttributedGraph other = new BlockModel(6, 25, 4, 0.5, 2, 1, 99).graph();
        assertThatThrownBy(() -> OtherLearner.of(experiment(), record, other, BACKEND))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("another graph");
    }

    @Test
    void aRandomStartHasTenTimesAsManySteps() throws Exception {
        Microscope microscope = Microscope.of(experiment(), GRAPH, BACKEND);
        Subject subject = microscope.subject(Phase.TEST, 0);
        Scratch scratch = microscope.scratch(subject, () -> {}).orElseThrow();
        assertThat(scratch.steps()).isEqualTo(20);
        Experiment patient =
                experiment().withLearner(Learners.maml(Maml.Order.FIRST, 20, 0.5, 0.01, 2));
        Microscope slow = Microscope.of(patient, GRAPH, BACKEND);
        assertThat(scratch.query().loss())
                .isEqualTo(
                        slow.look(slow.setup().initial(), subject, () -> {})
                                .steps()
                                .getLast()
                                .query()
                                .loss());
    }
}
