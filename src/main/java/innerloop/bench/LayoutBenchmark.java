package innerloop.bench;

import innerloop.graph.AttributedGraph;
import innerloop.graph.layout.ForceLayout;
import innerloop.graph.layout.IncrementalLayout;
import innerloop.graph.layout.LayoutJob;
import innerloop.graph.stream.SpringBoxLayout;
import innerloop.math.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Our layout of a graph and GraphStream's, in turns.
final class LayoutBenchmark {

    private static final Seed SEED = new Seed(1);

    private final AttributedGraph graph;
    private final Duration duration;
    private final Steps ourSteps;
    private final Steps springBoxSteps;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> springBox = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> settling = new ArrayList<>();

    /// A benchmark that makes steps of each layout for this long in each round.
    LayoutBenchmark(AttributedGraph graph, Duration duration) {
        this.graph = graph;
        this.duration = duration;
        ourSteps = new Steps(() -> new ForceLayout(graph, SEED));
        springBoxSteps =
                new Steps(() -> new SpringBoxLayout(graph, SEED, SpringBoxLayout.PLAIN_QUALITY));
    }

    /// Steps of one layout after another; a new one is begun only when the last has settled, because SpringBox's first
    /// steps, before its nodes have spread, take ten times as long as the others.
    private static final class Steps {

        private final Supplier<IncrementalLayout> start;
        private IncrementalLayout layout;

        Steps(Supplier<IncrementalLayout> start) {
            this.start = start;
            layout = start.get();
        }

        /// Only the steps are timed.
        double perSecond(Duration duration) {
            long nanos = 0;
            int steps = 0;
            while (nanos < duration.toNanos() || steps == 0) {
                long before = System.nanoTime();
                boolean more = layout.step();
                nanos += System.nanoTime() - before;
                steps++;
                layout = more ? layout : start.get();
            }
            return steps * 1e9 / nanos;
        }
    }

    /// Medians over the rounds.
    ///
    /// @param ours steps per second
    /// @param springBox GraphStream's steps per second
    /// @param ratio the first in parts of the second
    /// @param secondsToSettle from the start of ours to its last step, within the window's budget
    record Speed(double ours, double springBox, double ratio, double secondsToSettle) {}

    /// Measures in turns, after a round that does not count.
    Speed measure(int rounds) throws InterruptedException {
        for (int round = 0; round <= rounds; round++) {
            double own = ourSteps.perSecond(duration);
            double other = springBoxSteps.perSecond(duration);
            double settled = secondsToSettle();
            if (round > 0) {
                ours.add(own);
                springBox.add(other);
                ratios.add(own / other);
                settling.add(settled);
            }
        }
        return new Speed(
                Measured.median(ours),
                Measured.median(springBox),
                Measured.median(ratios),
                Measured.median(settling));
    }

    private double secondsToSettle() throws InterruptedException {
        long before = System.nanoTime();
        LayoutJob.start(() -> new ForceLayout(graph, SEED), LayoutJob.BUDGET, _ -> {}).join();
        return (System.nanoTime() - before) / 1e9;
    }
}
