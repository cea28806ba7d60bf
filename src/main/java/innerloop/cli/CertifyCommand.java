package innerloop.cli;

import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.meta.Certificate;
import innerloop.training.Certification;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `certify EXPERIMENT`: whether the meta-gradient is the slope of the whole inner loop, and how far first order is
/// from it.
@Command(
        name = "certify",
        mixinStandardHelpOptions = true,
        description =
                "Compare an experiment's meta-gradient with first order and with finite differences,"
                        + " in float64.")
public final class CertifyCommand implements Callable<Integer> {

    @Mixin private ExperimentOptions options = new ExperimentOptions();

    @Option(
            names = "--episodes",
            paramLabel = "N",
            description = "training episodes to look at (default: ${DEFAULT-VALUE})")
    private int episodes = 5;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter result = command.commandLine().getOut();
        if (episodes < 1) {
            throw new InputException("must be at least 1, not " + episodes, "--episodes", "");
        }
        ExperimentOptions.Opened opened = options.open();
        opened.note(command.commandLine().getErr());
        Certification found =
                Certification.of(
                        opened.experiment(), opened.imported().graph(), episodes, () -> {});
        if (json) {
            result.println(
                    JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(found));
        } else {
            print(found, opened.experiment(), result);
        }
        return 0;
    }

    private static void print(Certification found, Experiment experiment, PrintWriter result) {
        result.println("episode   cosine      gap   error of finite differences   second order");
        List<Certificate> all = found.episodes();
        for (int i = 0; i < all.size(); i++) {
            Certificate one = all.get(i);
            row(
                    Integer.toString(i + 1),
                    one.cosine(),
                    one.relativeGap(),
                    one.finiteDifferenceError(),
                    one.secondOrder(),
                    result);
        }
        row(
                "all",
                found.cosine(),
                found.relativeGap(),
                found.finiteDifferenceError(),
                found.secondOrder(),
                result);
        result.printf("%s: %s%n", experiment.name(), verdict(found, experiment));
        if (found.acrossKinks()) {
            result.println(
                    "the differences cross kinks (as of relu at 0), where the loss is not smooth: compared is the"
                            + " smooth piece of it around each point, continued");
        }
    }

    private static void row(
            String name,
            double cosine,
            double gap,
            double error,
            boolean secondOrder,
            PrintWriter result) {
        result.printf(
                Locale.ROOT,
                "%7s %8.5f %8s %29.1e   %s%n",
                name,
                cosine,
                percent(gap),
                error,
                secondOrder ? "yes" : "no");
    }

    private static String verdict(Certification found, Experiment experiment) {
        String firstOrder =
                String.format(
                        Locale.ROOT,
                        "first order is %s off (cosine %.5f)",
                        percent(found.relativeGap()),
                        found.cosine());
        boolean confirmed = found.finiteDifferenceError() < Certificate.AGREES;
        return switch (experiment.learner().traits().gradient()) {
            case NO_INNER_LOOP -> {
                if (!found.secondOrder()) {
                    yield "finite differences do not confirm the gradient";
                }
                yield found.learns()
                        ? "there is no inner loop, and the gradient is exact"
                        : "nothing is learned by training, so no gradient is followed; that of all it could learn is exact";
            }
            case NONE ->
                    "this learner has no meta-gradient; for a MAML with the same inner loop, "
                            + firstOrder;
            case SECOND_ORDER, FIRST_ORDER -> {
                if (found.secondOrder()) {
                    yield "the meta-gradient is the slope of the whole inner loop; " + firstOrder;
                }
                yield confirmed
                        ? "the meta-gradient is a first-order one; " + firstOrder
                        : "finite differences do not confirm the meta-gradient; try a smaller"
                                + " inner rate";
            }
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 1e-3 ? "%.1e %%" : "%.1f %%", 100 * share);
    }
}
