package innerloop.app.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.app.run.OuterMoment;
import innerloop.episode.Phase;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.io.RunFolder;
import innerloop.math.VectorBackend;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Prototypical;
import innerloop.microscope.InnerTrace;
import innerloop.microscope.Microscope;
import innerloop.microscope.OtherTrace;
import innerloop.plot.Curve;
import innerloop.plot.Guide;
import innerloop.training.ExperimentRunner;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.SmallExperiments;
import innerloop.training.Subject;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the page of the inner loop is told, without a window.
class MicroscopeViewModelTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    private final SimpleObjectProperty<@Nullable OuterMoment> shown = new SimpleObjectProperty<>();
    private final SimpleObjectProperty<@Nullable Subject> subject = new SimpleObjectProperty<>();
    @TempDir private Path folder = Path.of("");

    private final AtomicInteger works = new AtomicInteger();
    private final SimpleObjectProperty<List<BesideRun>> beside =
            new SimpleObjectProperty<>(List.of());
    private final MicroscopeViewModel model =
            new MicroscopeViewModel(
                    shown,
                    subject,
                    new SimpleObjectProperty<>(false),
                    beside,
                    work -> {
                        works.incrementAndGet();
                        work.run();
                    },
                    Runnable::run,
                    (_, next) -> next.run());

    private Subject show(MetaLearner learner) throws Exception {
        Experiment experiment = SmallExperiments.easy(4).withLearner(learner);
        Subject episode =
                Microscope.of(experiment, GRAPH, new VectorBackend()).subject(Phase.TEST, 0);
        shown.set(new OuterMoment(experiment, GRAPH, Optional.empty(), Optional.empty(), false));
        subject.set(episode);
        return episode;
    }

    @Test
    void nothingIsComputedUntilSomebodyLooks() throws Exception {
        show(Maml.defaults());
        assertThat(works).hasValue(0);
        assertThat(model.traces().get()).isEmpty();
        model.watched().set(true);
        assertThat(works).hasValue(1);
        assertThat(model.traces().get()).isPresent();
    }

    @Test
    void aLearnerWithAnInnerLoopIsSeenBesideItsRivals() throws Exception {
        model.watched().set(true);
        Subject episode = show(Learners.maml(Maml.Order.SECOND, 3, 0.5, 0.01, 4));
        InnerTraces seen = model.traces().get().orElseThrow();
        assertThat(seen.own().subject()).isEqualTo(episode);
        assertThat(seen.own().last()).isEqualTo(3);
        assertThat(seen.untrained()).isEmpty();
        InnerTrace means = seen.beside().means().orElseThrow();
        assertThat(means.steps().getFirst().query().score()).isGreaterThan(0.5);
        InnerTrace headOnly = seen.beside().headOnly().orElseThrow();
        assertThat(headOnly.steps().getLast().moved().getFirst().distance()).isZero();
    }

    /// What is ringed is what the trace says of two steps that follow each other, as long as it is of what is shown.
    @Test
    void theNodesThatChangedTheirMindAreThoseOfTheTrace() throws Exception {
        model.watched().set(true);
        show(Learners.maml(Maml.Order.SECOND, 3, 0.5, 0.01, 4));
        assertThat(model.current().get()).isTrue();
        InnerTraces seen = model.traces().get().orElseThrow();
        int changed = 0;
        for (int k = 0; k <= 3; k++) {
            BitSet nodes = seen.changed(OptionalInt.of(k));
            assertThat(nodes.cardinality()).isEqualTo(seen.own().changedAt(k));
            changed += nodes.cardinality();
        }
        assertThat(changed).isPositive();
        assertThat(seen.changed(OptionalInt.of(0)).isEmpty()).isTrue();
        assertThat(seen.changed(OptionalInt.empty())).isEqualTo(seen.changed(OptionalInt.of(3)));
        model.watched().set(false);
        assertThat(model.current().get()).isFalse();
    }

    @Test
    void theLearnersOfOtherRunsLearnTheSameEpisodeFromTheirOwnTheta() throws Exception {
        Experiment other =
                SmallExperiments.easy(2)
                        .withBudget(new Budget(2, 1, 2))
                        .withLearner(Learners.maml(Maml.Order.FIRST, 2, 0.5, 0.01, 2));
        RunRecord record =
                new ExperimentRunner(new VectorBackend(), 1)
                        .run(other, GRAPH, new RunControl(), _ -> {});
        Path run = folder.resolve("other");
        RunFolder.write(run, record, folder.resolve("graph"));
        beside.set(
                List.of(
                        new BesideRun("first order", run),
                        new BesideRun("gone", folder.resolve("gone"))));
        model.watched().set(true);
        Subject episode = show(Learners.maml(Maml.Order.SECOND, 3, 0.5, 0.01, 4));
        InnerTraces.Beside seen = model.traces().get().orElseThrow().beside();
        assertThat(seen.others()).extracting(OtherTrace::name).containsExactly("first order");
        InnerTrace trace = seen.others().getFirst().trace();
        InnerTrace alone =
                Microscope.of(other, GRAPH, new VectorBackend())
                        .look(record.tested(), episode, () -> {});
        assertThat(trace.steps()).hasSize(3);
        for (int k = 0; k <= 2; k++) {
            assertThat(trace.steps().get(k).query().loss())
                    .isEqualTo(alone.steps().get(k).query().loss());
        }
        assertThat(seen.refused()).singleElement().asString().contains("gone");
        assertThat(seen.scratch().orElseThrow().steps()).isEqualTo(30);
        Optional<InnerTraces> traces = model.traces().get();
        assertThat(TraceCharts.loss(traces, 0).curves())
                .extracting(Curve::label)
                .contains("query, first order");
        assertThat(TraceCharts.score(traces, 0).guides())
                .filteredOn(Guide.Level.class::isInstance)
                .singleElement()
                .extracting(guide -> ((Guide.Level) guide).label())
                .isEqualTo("query, from scratch, 30 steps");
    }

    @Test
    void withoutAnInnerLoopThereIsOnePoint() throws Exception {
        model.watched().set(true);
        show(Prototypical.defaults());
        InnerTraces seen = model.traces().get().orElseThrow();
        assertThat(seen.own().hasSteps()).isFalse();
        assertThat(seen.beside().means()).isEmpty();
        assertThat(seen.beside().headOnly()).isEmpty();
    }

    @Test
    void whatWasSeenOfAnotherNetworkGoes() throws Exception {
        model.watched().set(true);
        show(Maml.defaults());
        shown.set(null);
        assertThat(model.traces().get()).isEmpty();
    }
}
