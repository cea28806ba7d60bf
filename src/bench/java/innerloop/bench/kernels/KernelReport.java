package innerloop.bench.kernels;

import innerloop.bench.Measured;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The program: measures the machine, then kernel after kernel, and prints a line for each as soon as it is known.
@Command(
        name = "kernels.sh",
        mixinStandardHelpOptions = true,
        description = {
            "Nanoseconds of each numeric kernel on one thread: textbook loops, ND4J (float64) and the engine's vectors.",
            "roof is the part of what copying and multiplying at full speed would allow that the vectors reach."
        })
final class KernelReport implements Callable<Integer> {

    private static final List<String> ARITHMETICS =
            List.of(KernelBenchmark.SCALAR, Nd4jBackend.NAME, VectorBackend.NAME);

    @Parameters(paramLabel = "KERNEL", description = "only these")
    private List<Kernel> kernels = List.of();

    @Option(names = "--quick", description = "measure less often, for a first look")
    private boolean quick;

    @Option(names = "--json", description = "print lines of JSON")
    private boolean json;

    private final PrintStream out = System.out;

    /// Starts the program.
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new KernelReport());
        line.registerConverter(Kernel.class, Kernel::named);
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws RunnerException {
        Roofline roofline = roofline();
        Measured machine = new Measured("machine").with("peak GFLOP/s", roofline.peak());
        roofline.copies()
                .forEach((bytes, speed) -> machine.with("copy GB/s " + bytes / 1024 + "K", speed));
        out.println(machine.line(json));
        if (!json) {
            out.printf(
                    "%-24s%12s%12s%12s%10s%10s%8s%10s%6s%n",
                    "kernel",
                    "scalar ns",
                    "nd4j ns",
                    "vector ns",
                    "/scalar",
                    "/nd4j",
                    "GB/s",
                    "GFLOP/s",
                    "roof");
        }
        for (Kernel kernel : kernels.isEmpty() ? Kernel.all() : kernels) {
            print(kernel, roofline);
        }
        return 0;
    }

    private Roofline roofline() throws RunnerException {
        NavigableMap<Integer, Double> copies = new TreeMap<>();
        for (RunResult result : measure(options(CopyBenchmark.class))) {
            int bytes = Integer.parseInt(result.getParams().getParam("bytes"));
            copies.put(bytes, bytes / nanoseconds(result));
        }
        RunResult peak = measure(options(PeakBenchmark.class)).iterator().next();
        return new Roofline(copies, PeakBenchmark.FLOPS / nanoseconds(peak));
    }

    private void print(Kernel kernel, Roofline roofline) throws RunnerException {
        double[] time = new double[ARITHMETICS.size()];
        for (RunResult result :
                measure(options(KernelBenchmark.class).param("kernel", kernel.name()))) {
            String arithmetic = result.getParams().getParam("arithmetic");
            time[ARITHMETICS.indexOf(arithmetic)] = nanoseconds(result);
        }
        double vector = time[2];
        double bandwidth = kernel.traffic() / vector;
        double rate = kernel.flops() / vector;
        double roof = roofline.nanoseconds(kernel) / vector;
        if (json) {
            out.println(
                    new Measured(kernel.name())
                            .with("scalarNanoseconds", time[0])
                            .with("nd4jNanoseconds", time[1])
                            .with("vectorNanoseconds", vector)
                            .with("bytes", kernel.traffic())
                            .with("flops", kernel.flops())
                            .with("gigabytesPerSecond", bandwidth)
                            .with("gigaflopsPerSecond", rate)
                            .with("roofline", roof)
                            .line(true));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%-24s%12.0f%12.0f%12.0f%10.1f%10.1f%8.1f%10.1f%6.2f%n",
                kernel.name(),
                time[0],
                time[1],
                vector,
                time[0] / vector,
                time[1] / vector,
                bandwidth,
                rate,
                roof);
    }

    private ChainedOptionsBuilder options(Class<?> benchmark) {
        return new OptionsBuilder()
                .include(benchmark.getName() + "\\.")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(quick ? 2 : 3)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 50 : 300))
                .shouldFailOnError(true);
    }

    /// What JMH and its JVMs say is shown only where something goes wrong.
    private static Collection<RunResult> measure(ChainedOptionsBuilder options)
            throws RunnerException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream log = new PrintStream(said, true, StandardCharsets.UTF_8);
        try {
            return new Runner(
                            options.build(),
                            OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL))
                    .run();
        } catch (RunnerException e) {
            System.err.println(said.toString(StandardCharsets.UTF_8));
            throw e;
        }
    }

    /// The median: the machine may have other things to do for a moment.
    private static double nanoseconds(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }
}
