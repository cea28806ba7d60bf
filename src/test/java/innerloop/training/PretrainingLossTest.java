package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.episode.Examples;
import innerloop.episode.Split;
import innerloop.experiment.InputException;
import innerloop.experiment.kinds.Kind;
import innerloop.experiment.kinds.Kinds;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.ClassPretraining;
import innerloop.meta.ContrastivePretraining.View;
import innerloop.meta.EdgePretraining;
import innerloop.meta.Pretraining;
import innerloop.meta.PretrainingGround;
import innerloop.meta.PretrainingLoss;
import innerloop.meta.Ridge;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import innerloop.nn.Network;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Objective;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.nn.Readout;
import innerloop.task.HeldOutEdges;
import innerloop.task.HeldOutEdges.Method;
import innerloop.task.LinkPrediction.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What each pre-training minimises: values by the formula, gradients by finite differences, in float64.
class PretrainingLossTest {

    private static final Backend BACKEND = new Nd4jBackend();
    private static final int WIDTH = 6;
    private static final Encoder ENCODER = new Gcn(Layers.of(List.of(5), Activation.TANH));

    static Stream<Pretraining.Training> trainings() {
        return Kinds.PRETRAINING.kinds().stream()
                .map(Kind::defaults)
                .flatMap(defaults ->
                        switch (defaults.get()) {
                            case Pretraining.None _ -> Stream.empty();
                            case Pretraining.Training training -> Stream.of(training);
                        });
    }

    private static ExperimentSetup setup() throws InputException {
        return ExperimentSetup.of(
                SmallExperiments.easy(2)
                        .withEncoder(ENCODER)
                        .withLearner(Ridge.defaults().withDimensions(WIDTH)),
                BlockModel.easy().graph(),
                BACKEND);
    }

    private static PretrainingGround ground(ExperimentSetup setup) {
        return setup.ground(work -> {
            work.accept(0);
            work.accept(1);
        });
    }

    /// Random weights, those of heads too, which begin at 0.
    private static Parameters drawn(PretrainingLoss loss, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Matrix> values = new ArrayList<>();
        for (var spec : loss.network().specs()) {
            double[] numbers =
                    random.doubles((long) spec.rows() * spec.columns(), -0.5, 0.5).toArray();
            values.add(BACKEND.matrix(spec.rows(), spec.columns(), numbers));
        }
        return new Parameters(loss.network().specs(), values);
    }

    private static Parameters moved(Parameters theta, double factor, Parameters along) {
        ParameterSpace space = new ParameterSpace(BACKEND, theta.specs());
        Parameters sum = space.copy(theta);
        space.add(sum, factor, along);
        return sum;
    }

    private static double at(PretrainingLoss loss, Parameters theta) {
        loss.gradient(theta, 3);
        return loss.loss();
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void gradientsAreThoseOfFiniteDifferences(Pretraining.Training training) throws InputException {
        PretrainingLoss loss = training.on(ground(setup()));
        Parameters theta = drawn(loss, 1);
        Parameters along = drawn(loss, 2);
        double expected = 0;
        Parameters gradient = loss.gradient(theta, 3);
        for (int p = 0; p < theta.specs().size(); p++) {
            double[] g = gradient.values().get(p).toArray();
            double[] d = along.values().get(p).toArray();
            for (int i = 0; i < g.length; i++) {
                expected += g[i] * d[i];
            }
        }
        double step = 1e-5;
        double difference =
                (at(loss, moved(theta, step, along)) - at(loss, moved(theta, -step, along)))
                        / (2 * step);
        assertThat(expected).isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
        assertThat(Math.abs(expected)).isGreaterThan(1e-4);
    }

    /// `−mean_E log σ(z_i·z_j) − mean_neg log(1 − σ(z_i·z_j))`, with z of the encoder alone.
    @Test
    void negativeSamplingTellsEdgesFromSampledPairs() throws InputException {
        ExperimentSetup setup = setup();
        PretrainingGround ground = ground(setup);
        PretrainingLoss loss = EdgePretraining.defaults(Method.NEGATIVE_SAMPLING).on(ground);
        Parameters theta = drawn(loss, 1);
        Matrix z = embedding(ground, loss.encoder(theta));
        Seed own = new Seed(setup.seed().key(Seed.Purpose.PRETRAINING, 0));
        Examples examples =
                new HeldOutEdges(Method.NEGATIVE_SAMPLING, WIDTH, 1, 0, 0, Ranking.AUC)
                        .sampler(setup.graph(), Split.empty(), own)
                        .batch(3, 0)
                        .query();
        int half = examples.size() / 2;
        double expected = 0;
        for (int k = 0; k < examples.size(); k++) {
            int[] ends = examples.targets().nodesOf(k);
            assertThat(setup.graph().joined(ends[0], ends[1])).isEqualTo(k < half);
            double logit = 0;
            for (int c = 0; c < WIDTH; c++) {
                logit += z.get(ends[0], c) * z.get(ends[1], c);
            }
            expected += Math.log1p(Math.exp(k < half ? -logit : logit)) / half;
        }
        assertThat(at(loss, theta)).isCloseTo(expected, within(1e-9));
    }

    private static Matrix embedding(PretrainingGround ground, Parameters encoder) {
        Network network =
                new Network(
                        ENCODER,
                        new Readout.LastLayer(),
                        ground.blueprint().inputs(),
                        WIDTH,
                        new Objective.Along(),
                        Network.Adapts.EVERYTHING);
        return new NetworkEvaluator(BACKEND, network)
                .forward(encoder, Passes.of(ground.nodes().damaged(network, View.WHOLE, 0)))
                .embedding();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void whatIsSampledFollowsFromTheEpoch(Method method) throws InputException {
        PretrainingLoss loss = EdgePretraining.defaults(method).on(ground(setup()));
        Parameters theta = drawn(loss, 1);
        double third = at(loss, theta);
        loss.gradient(theta, 4);
        double fourth = loss.loss();
        assertThat(at(loss, theta)).isEqualTo(third);
        if (method != Method.GAE) {
            assertThat(fourth).isNotEqualTo(third);
        }
    }

    @Test
    void theEncoderOfAVariationalAutoEncoderIsThatOfTheMean() throws InputException {
        PretrainingLoss loss = EdgePretraining.defaults(Method.VGAE).on(ground(setup()));
        Parameters theta = drawn(loss, 1);
        Parameters encoder = loss.encoder(theta);
        assertThat(encoder.get("convs.1.lin.weight")).isSameAs(theta.get("conv_mu.lin.weight"));
        assertThat(encoder.get("convs.1.bias")).isSameAs(theta.get("conv_mu.bias"));
        assertThat(encoder.get("convs.0.lin.weight")).isSameAs(theta.get("convs.0.lin.weight"));
    }

    @Test
    void theHeadOfTheBaseClassesIsLeftBehind() throws InputException {
        ExperimentSetup setup = setup();
        PretrainingLoss loss = ClassPretraining.defaults().on(ground(setup));
        Parameters theta = drawn(loss, 1);
        Parameters encoder = loss.encoder(theta);
        assertThat(encoder.specs()).isEqualTo(ground(setup).encoder().specs());
        assertThat(encoder.get("convs.0.lin.weight")).isSameAs(theta.get("convs.0.lin.weight"));
        assertThat(loss.encoder(drawn(loss, 2)).get("convs.1.lin.weight"))
                .as("as it was drawn")
                .isSameAs(encoder.get("convs.1.lin.weight"));
        ParameterSpace space = new ParameterSpace(BACKEND, theta.specs());
        int classes = setup.experiment().split().lanes().train().size();
        assertThat(at(loss, space.zero())).isCloseTo(Math.log(classes), within(1e-12));
    }
}
