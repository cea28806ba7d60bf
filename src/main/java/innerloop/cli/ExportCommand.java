package innerloop.cli;

import innerloop.experiment.InputException;
import innerloop.io.Npz;
import innerloop.io.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `export RUN --format F OUT`: a run's parameters in another file format.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write the parameters of a run folder to a file.")
public final class ExportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "RUN", description = "a run folder")
    private Path run = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "the file to write")
    private Path out = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "safetensors|npz",
            description = "file format (default: what the file's ending says)")
    private @Nullable String format;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException {
        Path parameters = run.resolve("parameters.safetensors");
        if (!Files.isRegularFile(parameters)) {
            throw new InputException(
                    "is no run folder: it has no parameters.safetensors",
                    run.toString(),
                    "give the folder that a run wrote");
        }
        Safetensors.Contents contents = Safetensors.read(parameters);
        switch (format == null ? ending() : format) {
            case "safetensors" -> Safetensors.write(out, contents.tensors(), contents.metadata());
            case "npz" -> Npz.write(out, contents.tensors());
            default ->
                    throw new InputException(
                            "has no ending that says its format",
                            out.toString(),
                            "name it .safetensors or .npz, or give --format safetensors or npz");
        }
        Objects.requireNonNull(spec).commandLine().getOut().printf("written to %s%n", out);
        return 0;
    }

    private String ending() {
        String name = out.toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
