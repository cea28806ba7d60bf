package innerloop.bench;

import innerloop.cli.Counts;
import innerloop.experiment.InputException;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.math.VectorBackend;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench propagate`: messages over all edges of a random graph, forwards and backwards.
@Command(
        name = "propagate",
        mixinStandardHelpOptions = true,
        description = "Seconds of a sparse product and its transposed one on a random graph.")
public final class BenchPropagateCommand implements Callable<Integer> {

    private static final int MOST_NODES = 20_000_000;

    /// An array is not much longer.
    private static final int MOST_NUMBERS = Integer.MAX_VALUE - 64;

    private static final int MOST_EDGES = 200_000_000;
    private static final int COPIED = 1 << 26;
    private static final int COPIES = 5;

    @Option(names = "--nodes", paramLabel = "N", description = "default: 1000000")
    private int nodes = 1_000_000;

    @Option(names = "--edges", paramLabel = "M", description = "default: 10000000")
    private int edges = 10_000_000;

    @Option(names = "--width", paramLabel = "N", description = "numbers per node (default: 64)")
    private int width = 64;

    @Mixin private BenchOptions bench = new BenchOptions();

    @Mixin private ThreadsOption threading = new ThreadsOption();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException {
        Counts.require("--nodes", nodes, MOST_NODES);
        Counts.require("--edges", edges, MOST_EDGES);
        Counts.require("--width", width, MOST_NUMBERS / nodes);
        VectorBackend backend = new VectorBackend(threading.threads());
        SparseMatrix s = random();
        Matrix x = backend.matrix(nodes, width);
        backend.fill(0.5, x);
        Matrix forward = backend.matrix(nodes, width);
        Matrix backward = backend.matrix(nodes, width);
        Runnable epoch =
                () -> {
                    backend.sparseMatmul(s, false, x, forward);
                    backend.sparseMatmul(s, true, x, backward);
                };
        double seconds = MedianTime.of(epoch, bench.duration());
        double gathered = 2.0 * s.size() * width * Float.BYTES / seconds / 1e9;
        double copied = copyBandwidth();
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(
                        new Measured("sparse product forward + backward")
                                .with("nodes", nodes)
                                .with("edges", s.size())
                                .with("width", width)
                                .with("threads", threading.threads())
                                .with("seconds", seconds)
                                .with("gatheredGBps", gathered)
                                .with("copyGBps", copied)
                                .line(bench.json()));
        return 0;
    }

    private SparseMatrix random() {
        SplittableRandom random = new SplittableRandom(1);
        int[] from = random.ints(edges, 0, nodes).toArray();
        int[] to = random.ints(edges, 0, nodes).toArray();
        double[] one = new double[edges];
        Arrays.fill(one, 1);
        return SparseMatrix.ofTriplets(nodes, nodes, from, to, one);
    }

    /// The copying speed of one thread, read and written bytes together.
    private static double copyBandwidth() {
        float[] a = new float[COPIED];
        float[] b = new float[COPIED];
        double seconds = Double.POSITIVE_INFINITY;
        for (int k = 0; k < COPIES; k++) {
            long before = System.nanoTime();
            System.arraycopy(a, 0, b, 0, COPIED);
            seconds = Math.min(seconds, (System.nanoTime() - before) / 1e9);
        }
        return 2.0 * COPIED * Float.BYTES / seconds / 1e9;
    }
}
