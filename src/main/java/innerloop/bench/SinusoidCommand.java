package innerloop.bench;

import innerloop.cli.Counts;
import innerloop.experiment.InputException;
import innerloop.graph.Amount;
import innerloop.math.VectorBackend;
import innerloop.meta.HeadStart;
import innerloop.meta.InnerLoopSettings;
import innerloop.meta.LearnerState;
import innerloop.meta.Maml;
import innerloop.meta.OuterLoopSettings;
import innerloop.task.Score;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `bench sinusoid`: MAML on the sinusoid regression of its paper, with the paper's settings.
@Command(
        name = "sinusoid",
        mixinStandardHelpOptions = true,
        description = "MAML on sinusoid regression: error after one inner step.")
public final class SinusoidCommand implements Callable<Integer> {

    private static final int TEST_FUNCTIONS = 600;

    @Option(names = "--shots", paramLabel = "K", description = "support points (default: 10)")
    private int shots = 10;

    @Option(names = "--steps", paramLabel = "N", description = "outer steps (default: 70000)")
    private int steps = 70_000;

    @Option(names = "--order", paramLabel = "second|first", description = "default: second")
    private Maml.Order order = Maml.Order.SECOND;

    @Option(
            names = "--variant",
            paramLabel = "maml|anil|meta-sgd",
            converter = VariantName.class,
            description = "what adapts at which rates (default: maml)")
    private Maml.Variant variant = Maml.Variant.MAML;

    @Option(names = "--seed", paramLabel = "N", description = "default: 7")
    private long seed = 7;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException {
        Counts.require("--shots", shots, 100_000);
        Counts.require("--steps", steps, Integer.MAX_VALUE);
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter progress = command.commandLine().getErr();
        Maml learner =
                Maml.of(
                                order,
                                new InnerLoopSettings(1, 0.01, HeadStart.LEARNED),
                                new OuterLoopSettings(
                                        0.001, OuterLoopSettings.Schedule.CONSTANT, 25))
                        .withVariant(variant);
        SinusoidRegression sinusoid =
                new SinusoidRegression(new VectorBackend(), shots, learner, seed);
        long begin = System.nanoTime();
        LearnerState learned =
                sinusoid.train(
                        steps,
                        step -> {
                            if (step % 1_000 == 0) {
                                progress.printf("step %d / %d%n", step, steps);
                                progress.flush();
                            }
                        });
        double seconds = (System.nanoTime() - begin) / 1e9;
        Score error = sinusoid.error(learned, TEST_FUNCTIONS);
        Score untrained = sinusoid.error(sinusoid.untrained(), TEST_FUNCTIONS);
        command.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        json
                                ? "{\"shots\": %d, \"steps\": %s, \"meanSquaredError\": %.4f,"
                                        + " \"ci95\": %.4f, \"untrained\": %.4f,"
                                        + " \"stepsPerSecond\": %.1f}%n"
                                : "%d-shot, %s: error after one inner step %.3f ± %.3f,"
                                        + " untrained %.3f, %.1f steps/s%n",
                        shots,
                        json ? steps : Amount.of(steps, "step"),
                        error.mean(),
                        error.ci95(),
                        untrained.mean(),
                        steps / seconds);
        return 0;
    }

    /// The experiment file's words.
    static final class VariantName implements ITypeConverter<Maml.Variant> {
        @Override
        public Maml.Variant convert(String word) {
            return switch (word) {
                case "maml" -> Maml.Variant.MAML;
                case "anil" -> Maml.Variant.ANIL;
                case "meta-sgd" -> Maml.Variant.META_SGD;
                default ->
                        throw new TypeConversionException(
                                "\"" + word + "\" is not one of maml, anil, meta-sgd");
            };
        }
    }
}
