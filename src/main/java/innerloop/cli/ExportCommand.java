package innerloop.cli;

import innerloop.colour.Theme;
import innerloop.episode.Phase;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.stream.GraphLayouts;
import innerloop.io.InnerFrames;
import innerloop.io.Npz;
import innerloop.io.RunFolder;
import innerloop.io.RunFrames;
import innerloop.io.RunPlayer;
import innerloop.io.RunReader;
import innerloop.io.Safetensors;
import innerloop.math.Seed;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jEigen;
import innerloop.training.RunPictures;
import innerloop.training.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `export RUN --format F OUT`: what a run leaves, in a form that others can open: parameters in another file format, a page that
/// plays the run, its embedding as moving pictures.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Write what a run folder holds for others: the parameters (safetensors, npz), a page for any"
                        + " browser that plays the run (html), or its embedding at every checkpoint (gif,"
                        + " png-sequence).")
public final class ExportCommand implements Callable<Integer> {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    @Parameters(index = "0", paramLabel = "RUN", description = "a run folder")
    private Path run = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "the file to write; a folder for png-sequence")
    private Path out = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "safetensors|npz|html|gif|png-sequence",
            description = "what to write (default: what the file's ending says)")
    private @Nullable String format;

    @Option(
            names = "--phase",
            paramLabel = "PHASE",
            description =
                    "validation or test: whose first episode pictures show, unless one is painted"
                            + " (default: ${DEFAULT-VALUE})")
    private Phase phase = Phase.VALIDATION;

    @Option(
            names = "--episode",
            paramLabel = "N",
            description =
                    "which episode of the phase pictures show, counted from 0 (default: the painted one,"
                            + " or the first)")
    private @Nullable Long episode;

    @Option(
            names = "--inner",
            description =
                    "gif and png-sequence: the inner loop of the episode instead of the run, with graph,"
                            + " embedding and losses at every inner step")
    private boolean inner;

    @Option(
            names = "--theme",
            paramLabel = "light|dark",
            description =
                    "colours of gif and png-sequence (default: ${DEFAULT-VALUE}); the page takes the"
                            + " reader's")
    private Theme theme = Theme.LIGHT;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "pixels of gif and png-sequence (default: ${DEFAULT-VALUE})")
    private String size = "640x480";

    @Option(
            names = "--frames",
            paramLabel = "N",
            description =
                    "how many pictures at most in gif and png-sequence (default: ${DEFAULT-VALUE})")
    private int frames = RunFrames.Format.USUAL.most();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException {
        if (!Files.isRegularFile(run.resolve("parameters.safetensors"))) {
            throw new InputException(
                    "is no run folder: it has no parameters.safetensors",
                    run.toString(),
                    "give the folder that a run wrote");
        }
        String wanted = format == null ? ending() : format;
        if (inner && !wanted.equals("gif") && !wanted.equals("png-sequence")) {
            throw new InputException(
                    "goes with moving pictures alone", "--inner", "write gif or png-sequence");
        }
        if (episode != null && episode < 0) {
            throw new InputException("must be at least 0, not " + episode, "--episode", "");
        }
        switch (wanted) {
            case "safetensors" -> {
                Safetensors.Contents contents = parameters();
                Safetensors.write(out, contents.tensors(), contents.metadata());
            }
            case "npz" -> Npz.write(out, parameters().tensors());
            case "html" -> {
                RunPictures pictures = pictures();
                RunPlayer.write(out, pictures, layout(pictures));
            }
            case "gif" -> {
                RunFrames.Format look = look();
                if (inner) {
                    inner(look).gif(out);
                } else {
                    RunFrames.gif(out, pictures(), look);
                }
            }
            case "png-sequence" -> {
                RunFrames.Format look = look();
                if (inner) {
                    inner(look).pngs(out);
                } else {
                    RunFrames.pngs(out, pictures(), look);
                }
            }
            default -> throw unknownFormat();
        }
        Objects.requireNonNull(spec).commandLine().getOut().printf("written to %s%n", out);
        return 0;
    }

    private InputException unknownFormat() {
        return format == null
                ? new InputException(
                        "has no ending that says its format",
                        out.toString(),
                        "name it .safetensors, .npz, .html or .gif, or give --format (png-sequence for a"
                                + " folder of pictures)")
                : new InputException(
                        "is no format that there is",
                        "--format " + format,
                        "give safetensors, npz, html, gif or png-sequence");
    }

    private String ending() {
        String name = out.toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private Safetensors.Contents parameters() throws InputException, IOException {
        return Safetensors.read(run.resolve("parameters.safetensors"));
    }

    private RunPictures pictures() throws InputException {
        if (phase == Phase.TRAIN) {
            throw new InputException(
                    "pictures show an episode of validation or test", "--phase train", "");
        }
        AttributedGraph graph =
                ExperimentOptions.opened(run.resolve(RunFolder.EXPERIMENT)).imported().graph();
        VectorBackend backend = new VectorBackend(Runtime.getRuntime().availableProcessors());
        RunRecord record = RunReader.record(run, graph, backend);
        if (!record.provenance().graphHash().equals(graph.contentHash())) {
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getErr()
                    .println("note: the graph is not as it was when the run was made");
        }
        return RunPictures.of(
                record,
                graph,
                phase,
                episode == null ? OptionalLong.empty() : OptionalLong.of(episode),
                new Nd4jEigen(),
                backend);
    }

    private InnerFrames inner(RunFrames.Format look) throws InputException {
        RunPictures pictures = pictures();
        return InnerFrames.of(pictures, phase, layout(pictures), look);
    }

    private static float[] layout(RunPictures pictures) {
        return GraphLayouts.settled(
                pictures.graph(), new Seed(pictures.record().experiment().seed()));
    }

    private RunFrames.Format look() throws InputException {
        Matcher sides = SIZE.matcher(size);
        if (!sides.matches()) {
            throw new InputException(
                    "\"" + size + "\" is no size", "--size", "write it as 640x480");
        }
        try {
            return new RunFrames.Format(
                    theme,
                    Integer.parseInt(sides.group(1)),
                    Integer.parseInt(sides.group(2)),
                    frames);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), "--size, --frames", "");
        }
    }
}
