package innerloop.training;

import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.LearnerState;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The numbers of one start of a [Race]: a row for every test episode, a column for every inner step. Several threads may fill
/// it, each episode once.
final class RaceTrack {

    private final Race.Start start;
    private final LearnerState state;
    private final double[][] scores;
    private final long[][] nanos;
    private final long[] bytes;

    RaceTrack(Race.Start start, LearnerState state, int episodes, int steps) {
        this.start = start;
        this.state = state;
        this.scores = new double[episodes][steps + 1];
        this.nanos = new long[episodes][steps + 1];
        this.bytes = new long[steps + 1];
    }

    /// Learns the episode of this number and scores it at every θ_k. A score that follows from numbers that are not finite is
    /// none.
    void run(
            EpisodeWorker worker,
            EpisodeProblem problem,
            int number,
            ExperimentSetup setup,
            Runnable pausePoint) {
        double[] scored = scores[number];
        Clock clock = new Clock(nanos[number], pausePoint);
        worker.judgeEach(
                problem,
                state,
                clock,
                (k, judged) ->
                        scored[k] =
                                Double.isFinite(judged.loss())
                                        ? setup.score(problem, judged)
                                        : Double.NaN);
    }

    /// The time at which each θ_k is reached, from the beginning of the episode.
    private static final class Clock implements Runnable {

        private final long begin = System.nanoTime();
        private final long[] nanos;
        private final Runnable pausePoint;
        private int k;

        Clock(long[] nanos, Runnable pausePoint) {
            this.nanos = nanos;
            this.pausePoint = pausePoint;
        }

        @Override
        public void run() {
            nanos[k++] = System.nanoTime() - begin;
            pausePoint.run();
        }
    }

    /// Measures what a worker holds when it learns this episode and then scores it: θ with learned rates, and its buffers.
    ///
    /// @param fresh a worker with empty buffers
    void weigh(EpisodeWorker fresh, EpisodeProblem problem, Runnable pausePoint) {
        List<Long> held = new ArrayList<>();
        List<Long> scoring = new ArrayList<>();
        fresh.judgeEach(
                problem,
                state,
                () -> {
                    held.add(fresh.bytes());
                    pausePoint.run();
                },
                (_, _) -> scoring.add(fresh.bytes()));
        long fixed = state.bytes() + scoring.getLast() - held.getLast();
        Arrays.setAll(bytes, k -> fixed + held.get(k));
    }

    /// Its curve.
    ///
    /// @param meta the track of the meta-trained start
    RaceCurve curve(RaceTrack meta, Measure measure) {
        return new RaceCurve(
                start,
                IntStream.range(0, bytes.length)
                        .mapToObj(k ->
                                new RaceCurve.Point(
                                        k,
                                        median(k) / 1e6,
                                        bytes[k],
                                        Score.of(measure, byEpisode(i -> scores[i][k])),
                                        Gain.of(
                                                measure,
                                                byEpisode(i ->
                                                        measure.gain(
                                                                meta.scores[i][k], scores[i][k])))))
                        .toList());
    }

    private double[] byEpisode(IntToDoubleFunction value) {
        return IntStream.range(0, scores.length).mapToDouble(value).toArray();
    }

    private double median(int k) {
        long[] sorted = Arrays.stream(nanos).mapToLong(row -> row[k]).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
