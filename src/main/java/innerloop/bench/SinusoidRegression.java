package innerloop.bench;

import innerloop.math.Backend;
import innerloop.math.Seed;
import innerloop.meta.Blueprint;
import innerloop.meta.Contribution;
import innerloop.meta.Direction;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.LearnerState;
import innerloop.meta.Maml;
import innerloop.meta.OuterState;
import innerloop.meta.Plan;
import innerloop.nn.Activation;
import innerloop.nn.Block;
import innerloop.nn.Layers;
import innerloop.nn.Mlp;
import innerloop.nn.Objective;
import innerloop.nn.Readout;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/// The classic regression problem of MAML (Finn, Abbeel, Levine 2017, §5.1), without a graph: learn
/// `y = a · sin(x + φ)` from a few points, `a` uniform in [0.1, 5], `φ` in [0, π], `x` in [−5, 5], with a perceptron
/// `1 → 40 → 40 → 1` and ReLU. An anchor: the same learner and engine as on graphs, on a problem with known results.
public final class SinusoidRegression {

    private static final Layers LAYERS = Layers.of(List.of(40, 40), Activation.RELU);
    private static final int TEST_POINTS = 100;

    private final Backend backend;
    private final int shots;
    private final Seed seed;
    private final Maml learner;
    private final Plan plan;
    private final EpisodeWorker worker;

    /// The problem with this many support points per function, for this learner.
    public SinusoidRegression(Backend backend, int shots, Maml learner, long seed) {
        this.backend = backend;
        this.shots = shots;
        this.seed = new Seed(seed);
        this.learner = learner;
        this.plan =
                learner.plan(
                        new Blueprint(
                                new Mlp(LAYERS),
                                new Readout.LastLayer(),
                                new Objective.SquaredError(),
                                1,
                                1,
                                1));
        this.worker = new EpisodeWorker(backend, plan);
    }

    /// Meta-trains.
    ///
    /// @param progress told the number of each step
    /// @return the learned initialisation
    public LearnerState train(int steps, IntConsumer progress) {
        OuterState outer = OuterState.start(plan.initial(backend, seed));
        int tasks = learner.tasksPerStep();
        Contribution[] contributions = new Contribution[tasks];
        List<Contribution.Buffer> buffers = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            buffers.add(new Contribution.Buffer(backend));
        }
        Direction.Mean mean = new Direction.Mean(backend);
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < tasks; i++) {
                contributions[i] =
                        worker.contribute(
                                problem((long) step * tasks + i, shots),
                                outer.learned(),
                                step,
                                buffers.get(i),
                                () -> {});
            }
            Direction direction = mean.of(outer.learned(), contributions);
            outer = learner.step(outer, direction, steps, backend);
            progress.accept(step + 1);
        }
        return outer.learned();
    }

    /// Mean squared error on new functions after the inner loop, at 100 points each.
    public Score error(LearnerState learned, int functions) {
        double[] errors = new double[functions];
        for (int i = 0; i < functions; i++) {
            errors[i] = worker.judge(problem(-1L - i, TEST_POINTS), learned, () -> {}).loss();
        }
        return Score.of(Measure.MSE, errors);
    }

    /// The state before the first step.
    public LearnerState untrained() {
        return plan.initial(backend, seed);
    }

    private EpisodeProblem problem(long index, int queries) {
        SplittableRandom random = seed.stream(Seed.Purpose.REGRESSION, index);
        double amplitude = random.nextDouble(0.1, 5);
        double phase = random.nextDouble(0, Math.PI);
        return EpisodeProblem.of(
                block(random, shots, amplitude, phase),
                block(random, queries, amplitude, phase),
                plan.network().specs());
    }

    private Block block(SplittableRandom random, int points, double amplitude, double phase) {
        double[] x = new double[points];
        Arrays.setAll(x, _ -> random.nextDouble(-5, 5));
        double[] y = Arrays.stream(x).map(at -> amplitude * Math.sin(at + phase)).toArray();
        return Block.regression(backend, x, y);
    }
}
