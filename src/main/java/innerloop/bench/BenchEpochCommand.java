package innerloop.bench;

import innerloop.cli.Counts;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.GraphReaders;
import innerloop.math.VectorBackend;
import innerloop.nn.Activation;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench epoch`: one epoch of ordinary supervised training of a GCN.
@Command(
        name = "epoch",
        mixinStandardHelpOptions = true,
        description = "Milliseconds of a supervised GCN epoch with 20 labels per class.")
public final class BenchEpochCommand implements Callable<Integer> {

    private static final int LABELS = 20;
    private static final int WIDEST = 4096;

    @Parameters(paramLabel = "GRAPH", description = "a graph with classes and features")
    private Path graph = Path.of("");

    @Option(names = "--hidden", paramLabel = "N", description = "width (default: 16)")
    private int hidden = 16;

    @Mixin private BenchOptions bench = new BenchOptions();

    @Mixin private ThreadsOption threading = new ThreadsOption();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException {
        Counts.require("--hidden", hidden, WIDEST);
        AttributedGraph read = GraphReaders.read(graph).graph();
        if (read.classes().isEmpty() || read.features().columns() == 0) {
            throw new InputException(
                    "has no classes or no features", graph.toString(), "take another graph");
        }
        Gcn encoder = new Gcn(Layers.of(List.of(hidden), Activation.RELU));
        EpochBenchmark benchmark =
                new EpochBenchmark(read, encoder, new VectorBackend(), LABELS, 7);
        int threads = threading.threads();
        double seconds = MedianTime.of(() -> benchmark.epoch(threads), bench.duration());
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(
                        new Measured("supervised GCN epoch")
                                .with("data", String.valueOf(graph.getFileName()))
                                .with("hidden", hidden)
                                .with("threads", threads)
                                .with("milliseconds", seconds * 1e3)
                                .with("loss", benchmark.epoch(threads))
                                .line(bench.json()));
        return 0;
    }
}
