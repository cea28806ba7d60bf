package innerloop.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.math.Matrix;
import innerloop.math.VectorBackend;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.OuterState;
import innerloop.meta.Prototypical;
import innerloop.meta.Ridge;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Objective.Distance;
import innerloop.training.ExperimentSetup;
import innerloop.training.SmallExperiments;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is shown of a closed form is what the engine tells classes apart by.
class SolutionTest {

    private static final double CLOSE = 1e-4;

    private static Experiment experiment(MetaLearner learner) {
        return SmallExperiments.easy(3).withBudget(new Budget(3, 1, 6)).withLearner(learner);
    }

    private static OuterMicroscope microscope(MetaLearner learner) throws Exception {
        return OuterMicroscope.of(
                experiment(learner), BlockModel.easy().graph(), new VectorBackend());
    }

    private static EpisodeTrace first(OuterMicroscope microscope) {
        return microscope
                .look(OuterState.start(microscope.setup().initial()), () -> {})
                .episodes()
                .getFirst();
    }

    private static Matrix scores(OuterMicroscope microscope, EpisodeTrace trace) {
        ExperimentSetup setup = microscope.setup();
        return new EpisodeWorker(setup.backend(), setup.plan())
                .judge(setup.trainingProblem(trace.index()), setup.initial(), () -> {})
                .scores();
    }

    @Test
    void theNearestMeanIsTheClassThatTheEngineSays() throws Exception {
        for (Distance distance : Distance.values()) {
            OuterMicroscope microscope = microscope(Prototypical.defaults().withDistance(distance));
            EpisodeTrace trace = first(microscope);
            Matrix scores = scores(microscope, trace);
            Solution.Means means = (Solution.Means) trace.solution().orElseThrow();
            assertThat(means.distances()).hasNumberOfRows(scores.rows());
            for (int i = 0; i < scores.rows(); i++) {
                assertThat(means.nearest(i)).isEqualTo(NetworkEvaluator.argMax(scores, i));
                double one = likeness(means, i, 0);
                double other = likeness(means, i, 1);
                assertThat(one - other)
                        .isCloseTo(scores.get(i, 0) - scores.get(i, 1), within(1e-3));
            }
        }
    }

    /// The score that a distance stands for.
    private static double likeness(Solution.Means means, int example, int slot) {
        double distance = means.distances()[example][slot];
        return switch (means.distance()) {
            case COSINE -> 10 * distance;
            case EUCLIDEAN -> -distance * distance;
        };
    }

    @Test
    void aMeanLiesInTheMiddleOfItsSupportExamples() throws Exception {
        EpisodeTrace trace =
                first(microscope(Prototypical.defaults().withDistance(Distance.EUCLIDEAN)));
        Solution.Means means = (Solution.Means) trace.solution().orElseThrow();
        for (Solution.Spot mean : means.means()) {
            List<Solution.Spot> own =
                    means.support().stream().filter(each -> each.slot() == mean.slot()).toList();
            assertThat(own).isNotEmpty();
            assertThat(own.stream().mapToDouble(Solution.Spot::x).average().orElseThrow())
                    .isCloseTo(mean.x(), within(CLOSE));
            assertThat(own.stream().mapToDouble(Solution.Spot::y).average().orElseThrow())
                    .isCloseTo(mean.y(), within(CLOSE));
        }
        assertThat(means.share()).isBetween(0.5, 1.0);
    }

    @Test
    void theWeightsSolveTheEquations() throws Exception {
        for (Ridge.Kernels kernels : Ridge.Kernels.values()) {
            Solution.Equations equations =
                    (Solution.Equations)
                            first(microscope(Ridge.defaults().withKernels(kernels)))
                                    .solution()
                                    .orElseThrow();
            int n = equations.slots().length;
            int ways = equations.weights()[0].length;
            for (int i = 0; i < n; i++) {
                for (int slot = 0; slot < ways; slot++) {
                    double left = equations.ridge() * equations.weights()[i][slot];
                    for (int j = 0; j < n; j++) {
                        left += equations.kernel()[i][j] * equations.weights()[j][slot];
                    }
                    double right = (equations.slots()[i] == slot ? 1 : 0) - 1.0 / ways;
                    assertThat(left).isCloseTo(right, within(CLOSE));
                }
            }
        }
    }

    @Test
    void theNumbersAreThoseOfTheHead() throws Exception {
        Ridge learning = Ridge.defaults();
        OuterMicroscope microscope = microscope(learning);
        Solution.Equations equations =
                (Solution.Equations) first(microscope).solution().orElseThrow();
        assertThat(equations.numbers())
                .isEqualTo(learning.learnedSettings(microscope.setup().initial().theta()))
                .containsEntry("lambda", 0.5)
                .containsEntry("temperature", 8.0);
        assertThat(equations.ridge()).isCloseTo(0.5 * 2, within(1e-12));
    }

    @Test
    void anInnerLoopIsNoFormula() throws Exception {
        assertThat(first(microscope(Maml.defaults())).solution()).isEmpty();
    }
}
