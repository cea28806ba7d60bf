package innerloop.app.outer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.app.run.OuterMoment;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.math.VectorBackend;
import innerloop.meta.Contribution;
import innerloop.meta.Direction;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.Maml;
import innerloop.meta.OuterState;
import innerloop.meta.Pretrain;
import innerloop.microscope.OuterMicroscope;
import innerloop.microscope.OuterTrace;
import innerloop.plot.PlaneChart;
import innerloop.training.ExperimentSetup;
import innerloop.training.SmallExperiments;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which outer step is taken apart when, and what is drawn of it, without a window. Work and rests wait until the test has them
/// done.
class OuterViewModelTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    private final SimpleObjectProperty<@Nullable OuterMoment> moment = new SimpleObjectProperty<>();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Queue<Runnable> rests = new ArrayDeque<>();
    private final OuterViewModel model =
            new OuterViewModel(moment, work::add, Runnable::run, (_, next) -> rests.add(next));

    private static Experiment experiment() {
        return SmallExperiments.easy(10)
                .withLearner(Learners.maml(Maml.Order.SECOND, 2, 0.5, 0.01, 3));
    }

    private static OuterMicroscope microscope(Experiment experiment) throws Exception {
        return OuterMicroscope.of(experiment, GRAPH, new VectorBackend());
    }

    private static OuterState after(int steps) throws Exception {
        OuterState start = OuterState.start(microscope(experiment()).setup().initial());
        return OuterState.kept(start.learned(), start.start(), steps);
    }

    private void at(Experiment experiment, Optional<OuterState> state, boolean chosen) {
        moment.set(new OuterMoment(experiment, GRAPH, state, Optional.empty(), chosen));
    }

    private OuterTrace trace() {
        return Objects.requireNonNull(model.view().get()).trace();
    }

    @Test
    void nothingIsDoneWhileNobodyLooks() {
        at(experiment(), Optional.empty(), false);
        assertThat(work).isEmpty();
        model.setSeen(true);
        assertThat(work).hasSize(1);
        assertThat(model.refusal().get())
                .isEqualTo("Learning the episodes of the next outer step…");
    }

    @Test
    void beforeARunTheFirstStepOfTheRecipeIsSeen() throws Exception {
        model.setSeen(true);
        assertThat(model.refusal().get()).startsWith("Here the");
        at(experiment(), Optional.empty(), false);
        work.remove().run();
        assertThat(model.refusal().get()).isEmpty();
        OuterMicroscope command = microscope(experiment());
        OuterTrace same = command.look(OuterState.start(command.setup().initial()), () -> {});
        assertThat(trace().mean()).isEqualTo(same.mean());
        assertThat(trace().move()).isEqualTo(same.move()).isPresent();
        assertThat(trace().step()).isZero();
    }

    @Test
    void ofAStateWithoutMomentsTheStepsBeforeItAreMadeAgain() throws Exception {
        OuterMicroscope own = microscope(experiment());
        OuterState start = OuterState.start(own.setup().initial());
        OuterState wrong = after(2);
        OuterState two = own.again(start, wrong, _ -> {});
        assertThat(two).as("another θ was to be reached").isSameAs(wrong);
        OuterState reached = reached(own, start);
        OuterState kept = OuterState.kept(reached.learned(), reached.start(), 2);
        model.setSeen(true);
        moment.set(
                new OuterMoment(experiment(), GRAPH, Optional.of(kept), Optional.of(start), true));
        List<Boolean> seen = new ArrayList<>();
        model.view()
                .subscribe(view -> {
                    if (view != null) {
                        seen.add(view.goesOn());
                    }
                });
        work.remove().run();
        assertThat(seen).endsWith(false);
        assertThat(trace().move()).isEqualTo(own.look(reached, () -> {}).move()).isPresent();
    }

    /// After two steps as training makes them.
    private static OuterState reached(OuterMicroscope own, OuterState start) {
        OuterState at = start;
        ExperimentSetup setup = own.setup();
        EpisodeWorker worker = new EpisodeWorker(setup.backend(), setup.plan());
        int tasks = setup.experiment().learner().tasksPerStep();
        while (at.steps() < 2) {
            Contribution[] all = new Contribution[tasks];
            for (int i = 0; i < tasks; i++) {
                all[i] =
                        worker.contribute(
                                setup.trainingProblem((long) at.steps() * tasks + i),
                                at.learned(),
                                at.steps(),
                                new Contribution.Buffer(setup.backend()),
                                () -> {});
            }
            Direction mean = new Direction.Mean(setup.backend()).of(at.learned(), all);
            int steps = setup.experiment().budget().steps();
            at = setup.plan().learner().step(at, mean, steps, setup.backend());
        }
        return at;
    }

    @Test
    void theNewestIsFollowedWithRestsAndAChosenOneIsSeenAtOnce() throws Exception {
        model.setSeen(true);
        at(experiment(), Optional.of(after(0)), false);
        work.remove().run();
        at(experiment(), Optional.of(after(1)), false);
        assertThat(work).isEmpty();
        at(experiment(), Optional.of(after(2)), true);
        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(trace().step()).isEqualTo(2);
        at(experiment(), Optional.of(after(3)), false);
        assertThat(work).isEmpty();
        rests.remove().run();
        work.remove().run();
        assertThat(trace().step()).isEqualTo(3);
        assertThat(rests).hasSize(1);
        rests.remove().run();
        assertThat(work).as("nothing is new").isEmpty();
    }

    @Test
    void whatIsNoLongerWantedIsNotShown() throws Exception {
        model.setSeen(true);
        at(experiment(), Optional.of(after(1)), true);
        at(experiment(), Optional.of(after(2)), true);
        assertThat(work).hasSize(2);
        work.remove().run();
        assertThat(model.view().get()).isNull();
        work.remove().run();
        assertThat(trace().step()).isEqualTo(2);
        at(experiment(), Optional.of(after(3)), true);
        model.setSeen(false);
        work.remove().run();
        assertThat(trace().step()).isEqualTo(2);
        model.setSeen(true);
        work.remove().run();
        assertThat(trace().step()).isEqualTo(3);
    }

    @Test
    void withoutEpisodesItIsSaidWhatThereIsInstead() throws Exception {
        model.setSeen(true);
        at(experiment(), Optional.of(after(1)), false);
        work.remove().run();
        at(experiment().withLearner(Pretrain.defaults()), Optional.empty(), false);
        assertThat(model.view().get()).isNull();
        assertThat(model.refusal().get()).contains("batches of all base classes");
        moment.set(null);
        assertThat(model.refusal().get()).startsWith("Here the");
        assertThat(work).isEmpty();
    }

    @Test
    void pathsAreDrawnAsTheyAreAndGradientsByOneFactor() throws Exception {
        OuterMicroscope microscope = microscope(experiment());
        OuterTrace trace =
                microscope.look(OuterState.start(microscope.setup().initial()), () -> {});
        OuterPicture picture = OuterPicture.of(trace, OptionalInt.empty());
        PlaneChart chart = picture.chart();
        assertThat(chart.paths()).hasSize(3);
        assertThat(chart.arrows()).hasSize(2 * 3 + 2);
        assertThat(chart.paths().get(1).points().x(2))
                .isEqualTo(trace.episodes().get(1).path().get(2).x());
        double mean = Math.hypot(trace.mean().x(), trace.mean().y());
        PlaneChart.Arrow drawn = chart.arrows().get(6);
        assertThat(Math.hypot(drawn.x(), drawn.y()))
                .isCloseTo(picture.pulls() * mean, within(1e-9));
        PlaneChart.Arrow exact = chart.arrows().get(1);
        assertThat(exact.x())
                .isCloseTo(picture.pulls() * trace.episodes().getFirst().pull().x(), within(1e-9));
        assertThat(chart.legend().get(1).label()).startsWith("against the meta-gradient × ");
        assertThat(chart.legend()).hasSize(5);
        OuterPicture lit = OuterPicture.of(trace, OptionalInt.of(1));
        assertThat(lit.chart().paths().get(1).stroke()).isEqualTo(chart.paths().get(1).stroke());
        assertThat(lit.chart().paths().get(0).stroke().opacity()).isLessThan(0.3);
    }

    @Test
    void displacementsAreDrawnToTheEndsOfTheirPaths() throws Exception {
        Experiment reptile = experiment().withLearner(Learners.reptile(2, 0.5, 0.5, false, 3));
        OuterMicroscope microscope = microscope(reptile);
        OuterTrace trace =
                microscope.look(OuterState.start(microscope.setup().initial()), () -> {});
        OuterPicture picture = OuterPicture.of(trace, OptionalInt.empty());
        assertThat(picture.pulls()).isEqualTo(1);
        assertThat(picture.move()).isEqualTo(1);
        PlaneChart.Path path = picture.chart().paths().getFirst();
        assertThat(picture.chart().arrows().getFirst().x())
                .isCloseTo(path.points().x(2), within(1e-6));
        assertThat(OuterTexts.sentence(trace, false))
                .contains("displacements", "cosine with the mean");
    }

    @Test
    void sentencesSayWhatThePlaneHolds() throws Exception {
        OuterMicroscope microscope = microscope(experiment());
        OuterTrace trace = microscope.look(after(4), () -> {});
        long share = Math.round(100 * trace.plane().share());
        assertThat(OuterTexts.title(trace)).isEqualTo("Outer step 5: its 3 episodes");
        assertThat(OuterTexts.plane(trace)).contains("holds " + share + " %");
        assertThat(OuterTexts.sentence(trace, false))
                .contains("as long as the gradients are", "The move is not known");
        assertThat(OuterTexts.number(0.0312)).isEqualTo("0.031");
        assertThat(OuterTexts.number(1234)).isEqualTo("1200");
    }
}
