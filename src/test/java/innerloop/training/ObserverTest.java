package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.PaintedEpisode.Role;
import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jEigen;
import innerloop.meta.LearnerState;
import innerloop.microscope.InnerStep;
import innerloop.microscope.InnerTrace;
import innerloop.microscope.Microscope;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The pictures beside a run. The time limit only ends a test that hangs.
@Timeout(120)
class ObserverTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();
    private static final Experiment EXPERIMENT = SmallExperiments.easy(4);

    private final Observer observer =
            new Observer(EXPERIMENT, GRAPH, PaintedEpisode.NONE, Nd4jEigen::new);

    @AfterEach
    void close() {
        observer.close();
    }

    private Observation await(Predicate<Observation> wanted) {
        while (true) {
            Observation picture = observer.take();
            if (picture != null && wanted.test(picture)) {
                return picture;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static LearnerState trained() throws InputException {
        RunRecord record =
                new ExperimentRunner(new VectorBackend(), 1)
                        .run(EXPERIMENT, GRAPH, new RunControl(), _ -> {});
        ExperimentSetup setup = ExperimentSetup.of(EXPERIMENT, GRAPH, new VectorBackend());
        return new LearnerState(record.parameters(), record.rates(), setup.initial().carried());
    }

    @Test
    void theFirstPictureIsOfTheUntrainedNetwork() {
        Observation first = await(_ -> true);
        assertThat(first.step()).isZero();
        assertThat(first.outcome().nodes().predicted()).hasSize(GRAPH.nodes());
        assertThat(first.embedding().plane()).hasSize(2 * GRAPH.nodes());
        assertThat(first.points()).isEmpty();
        assertThat(observer.watched()).isNotNull();
        assertThat(observer.isOutOfMemory()).isFalse();
    }

    /// Only classes of the watched episode are predicted.
    @Test
    void nodesOfOtherClassesHaveNoPrediction() {
        Observation first = await(_ -> true);
        for (int node = 0; node < GRAPH.nodes(); node++) {
            boolean validation = GRAPH.labels()[node] == 2 || GRAPH.labels()[node] == 3;
            assertThat(first.outcome().nodes().predicted()[node] >= 0).isEqualTo(validation);
            assertThat(Float.isNaN(first.outcome().nodes().loss()[node])).isEqualTo(!validation);
        }
    }

    @Test
    void ofSeveralOffersTheNewestIsShown() throws InputException {
        float[] untrained = await(_ -> true).embedding().plane();
        LearnerState learned = trained();
        observer.offer(Moment.after(1), learned);
        observer.offer(Moment.after(2), learned);
        observer.offerNow(Moment.after(4), learned);
        assertThat(await(picture -> picture.step() == 4).embedding().plane())
                .isNotEqualTo(untrained);
        assertThat(observer.take()).isNull();
    }

    /// What the microscope says of the query set is what the picture shows of these nodes.
    @Test
    void anInnerStepIsSeenOnTheWholeGraph() throws InputException {
        await(_ -> true);
        Microscope microscope = Microscope.of(EXPERIMENT, GRAPH, new VectorBackend());
        Subject subject = microscope.subject(Phase.VALIDATION, 0);
        InnerTrace trace = microscope.look(microscope.setup().initial(), subject, () -> {});
        for (InnerStep step : trace.steps()) {
            Moment at = Moment.after(0).at(OptionalInt.of(step.step()));
            observer.offerNow(at, null);
            Observation seen = await(picture -> picture.at().equals(at));
            assertThat(seen.queryValue()).isEqualTo(step.query().score());
        }
    }

    @Test
    void aPaintedEpisodeIsWatchedOnceItIsWhole() {
        await(_ -> true);
        PaintedEpisode half = PaintedEpisode.NONE.paint(100, "c4", Role.SUPPORT);
        int first = observer.watch(half, Phase.VALIDATION, 0);
        assertThat(await(picture -> picture.request() == first).paintedQueries()).isZero();
        int second =
                observer.watch(
                        half.paint(101, "c4", Role.QUERY)
                                .paint(125, "c5", Role.SUPPORT)
                                .paint(126, "c5", Role.QUERY)
                                .paint(127, "c5", Role.QUERY),
                        Phase.VALIDATION,
                        0);
        assertThat(await(picture -> picture.request() == second).paintedQueries()).isEqualTo(3);
    }

    @Test
    void theTestIsWatchedOnRequest() {
        await(_ -> true);
        int asked = observer.watch(PaintedEpisode.NONE, Phase.TEST, 0);
        Observation seen = await(picture -> picture.request() == asked);
        for (int node = 0; node < GRAPH.nodes(); node++) {
            boolean novel = GRAPH.labels()[node] >= 4;
            assertThat(seen.outcome().nodes().predicted()[node] >= 0).isEqualTo(novel);
        }
    }

    @Test
    void theEmbeddingItselfComesOnRequest() {
        await(_ -> true);
        observer.wantPoints(true);
        Observation picture = await(each -> each.points().isPresent());
        assertThat(picture.points().orElseThrow().columns()).isEqualTo(picture.dimensions());
    }

    @Test
    void afterClosingNoThreadIsLeft() {
        observer.close();
        while (observer.isAlive()) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(observer.isAlive()).isFalse();
    }
}
