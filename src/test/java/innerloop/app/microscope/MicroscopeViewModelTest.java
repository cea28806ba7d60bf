package innerloop.app.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.app.run.OuterMoment;
import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.math.VectorBackend;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Prototypical;
import innerloop.microscope.InnerTrace;
import innerloop.microscope.Microscope;
import innerloop.training.SmallExperiments;
import innerloop.training.Subject;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the page of the inner loop is told, without a window.
class MicroscopeViewModelTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    private final SimpleObjectProperty<@Nullable OuterMoment> shown = new SimpleObjectProperty<>();
    private final SimpleObjectProperty<@Nullable Subject> subject = new SimpleObjectProperty<>();
    private final AtomicInteger works = new AtomicInteger();
    private final MicroscopeViewModel model =
            new MicroscopeViewModel(
                    shown,
                    subject,
                    new SimpleObjectProperty<>(false),
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
        shown.set(new OuterMoment(experiment, GRAPH, Optional.empty(), false));
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
        InnerTrace means = seen.means().orElseThrow();
        assertThat(means.steps().getFirst().query().score()).isGreaterThan(0.5);
        InnerTrace headOnly = seen.headOnly().orElseThrow();
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
    void withoutAnInnerLoopThereIsOnePoint() throws Exception {
        model.watched().set(true);
        show(Prototypical.defaults());
        InnerTraces seen = model.traces().get().orElseThrow();
        assertThat(seen.own().hasSteps()).isFalse();
        assertThat(seen.means()).isEmpty();
        assertThat(seen.headOnly()).isEmpty();
    }

    @Test
    void whatWasSeenOfAnotherNetworkGoes() throws Exception {
        model.watched().set(true);
        show(Maml.defaults());
        shown.set(null);
        assertThat(model.traces().get()).isEmpty();
    }
}
