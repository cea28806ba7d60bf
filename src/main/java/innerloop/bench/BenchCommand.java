package innerloop.bench;

import innerloop.cli.CommandLineRunner;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bench …`: programs that measure; without one of them it shows which there are.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measure something; docs/benchmarks.md and docs/results.md say what comes out.",
        subcommands = {
            SinusoidCommand.class,
            BenchMetaCommand.class,
            BenchEpochCommand.class,
            BenchPropagateCommand.class,
            BenchImportCommand.class,
            BenchLayoutCommand.class,
            BenchScrubCommand.class
        })
public final class BenchCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
        return CommandLineRunner.BAD_INPUT;
    }
}
