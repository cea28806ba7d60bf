package innerloop.bench;

import innerloop.colour.Colour;
import innerloop.experiment.InputException;
import innerloop.plot.Chart;
import innerloop.plot.Curve;
import innerloop.plot.Series;
import innerloop.plot.TextMeasure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench curves`: how long a chart of very many points takes.
@Command(
        name = "curves",
        mixinStandardHelpOptions = true,
        description =
                "Milliseconds to lay out a chart of a smoothed curve, with the values as measured"
                        + " behind it, that grows by a point from frame to frame.")
public final class BenchCurvesCommand implements Callable<Integer> {

    private static final double WIDTH = 330;
    private static final double HEIGHT = 200;
    private static final double SMOOTHING = 0.6;
    private static final int LEAST = 1000;

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "points of the curve (default: 1000000)")
    private int points = 1_000_000;

    @Mixin private BenchOptions bench = new BenchOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException {
        if (points < LEAST) {
            throw new InputException("must be at least " + LEAST, "--points", "");
        }
        long nanos = bench.duration().toNanos();
        SplittableRandom random = new SplittableRandom(7);
        Series series = new Series();
        for (int step = 1; step <= points; step++) {
            series.append(step, loss(step, random));
        }
        Chart chart =
                Chart.of("loss").with(Curve.of(series, Colour.CLASS_1, "").smoothed(SMOOTHING));
        long first = System.nanoTime();
        layOut(chart);
        double begin = milliseconds(first);
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            times.clear();
            long until = System.nanoTime() + nanos;
            while (System.nanoTime() < until) {
                series.append(series.size() + 1.0, loss(series.size(), random));
                long from = System.nanoTime();
                layOut(chart);
                times.add(milliseconds(from));
            }
        }
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(
                        new Measured("curves")
                                .with("points", points)
                                .with("firstMilliseconds", begin)
                                .with("medianMilliseconds", Measured.median(times))
                                .with("longestMilliseconds", Collections.max(times))
                                .line(bench.json()));
        return 0;
    }

    private static void layOut(Chart chart) {
        chart.layout(WIDTH, HEIGHT, TextMeasure.approximate());
    }

    private static double milliseconds(long from) {
        return (System.nanoTime() - from) / 1e6;
    }

    private double loss(int step, SplittableRandom random) {
        return Math.exp(-3.0 * step / points) + 0.2 * random.nextDouble();
    }
}
